#include "app/cli/run_command.h"
#include "core/project/project_file.h"
#include "tests/app/changes.h"
#include "tests/app/project_window.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// Projects as the window's user saves them.
class SaveProjectTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void savingAgainAsksForNoFile();
    void savingUnderAnotherNameLeavesTheFirst();
    void lookingAtAnAreaIsNoChange();
    void aFileThatCannotBeWrittenIsSaid();
    void theCommandLineWritesTheSameTable_data();
    void theCommandLineWritesTheSameTable();
};

void SaveProjectTest::savingAgainAsksForNoFile()
{
    saveAs(path("mine.atlas"));
    QCOMPARE(m_asked, 1);
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    press(Qt::Key_S);
    QCOMPARE(m_asked, 1);
    QVERIFY(readProjectFile(path("mine.atlas"))->method.choices.index
            == model().document.now().indexSettings());
    QCOMPARE(filesIn(*m_files), QStringList({"mine.atlas"}));
}

void SaveProjectTest::savingUnderAnotherNameLeavesTheFirst()
{
    saveAs(path("mine.atlas"));
    const QByteArray before = readBytes(path("mine.atlas"));
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    saveAs(path("other.atlas"));
    QCOMPARE(readBytes(path("mine.atlas")), before);
    QVERIFY(m_window->windowTitle().startsWith("other.atlas"));
    QVERIFY(!m_window->isWindowModified());
}

void SaveProjectTest::lookingAtAnAreaIsNoChange()
{
    saveAs(path("mine.atlas"));
    model().areas.select({2, 5}, 5);
    QVERIFY(!m_window->isWindowModified());
    press(Qt::Key_S);
    const auto saved = readProjectFile(path("mine.atlas"));
    QCOMPARE(saved->selection.size(), size_t(2));
    QCOMPARE(saved->current, model().document.now().dataset()->areas[5].code);
}

void SaveProjectTest::aFileThatCannotBeWrittenIsSaid()
{
    QDir(m_files->path()).mkdir("there");
    saveAs(path("there/mine.atlas"));
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    QVERIFY(QDir(path("there")).removeRecursively());
    answer({}, QMessageBox::Ok);
    press(Qt::Key_S);
    QCOMPARE(m_said.size(), 1);
    QVERIFY2(m_said[0].contains("does not exist"), qPrintable(m_said[0]));
    QVERIFY(m_window->isWindowModified());
    answer({}, QMessageBox::Save); // which fails, so that the window stays
    QVERIFY(!m_window->close());
}

void SaveProjectTest::theCommandLineWritesTheSameTable_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("draws");
    QTest::newRow("the index on the map") << "index" << false;
    QTest::newRow("a domain on the map") << "outcomes" << false;
    QTest::newRow("an indicator with own bounds") << "soc_1_3" << false;
    QTest::newRow("with draws") << "index" << true;
}

void SaveProjectTest::theCommandLineWritesTheSameTable()
{
    QFETCH(const QString, shown);
    QFETCH(const bool, draws);
    choose();
    Choices choices = model().document.now().choices();
    choices.shown = shown;
    choices.nodeScores = draws;
    if (shown != "soc_1_3")
        choices.scheme.breaks.clear();
    model().document.setChoices(choices);
    if (draws) {
        Progress progress;
        auto drawn = drawRanks(*model().document.now().dataset(), model().document.now().indexSettings(),
                               model().document.now().shownIndex()->classification.classes,
                               {.draws = 200, .seed = 3}, progress);
        model().document.setUncertainty(std::make_shared<const RankUncertainty>(*std::move(drawn)));
    }
    saveAs(path("mine.atlas"));
    answer(path("window.csv"));
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(readBytes(path("window.csv")).contains("what_if"));
    const QStringList words = {"table",          "--quiet",   "--out",
                               path("line.csv"), "--project", path("mine.atlas")};
    QCOMPARE(cli::runCommand(words), 0);
    QCOMPARE(readBytes(path("line.csv")), readBytes(path("window.csv")));
    QCOMPARE(readBytes(path("line.method.json")), readBytes(path("window.method.json")));
}

ATLAS_TEST(SaveProjectTest)

#include "test_save_project.moc"
