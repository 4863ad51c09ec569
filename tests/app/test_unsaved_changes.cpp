#include "core/project/project_file.h"
#include "tests/app/changes.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What is marked as changed since it was saved, and asked for before it goes.
class UnsavedChangesTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void theMarkFollowsTheChoices();
    void closingAsksWhatToDo_data();
    void closingAsksWhatToDo();
    void openingSomethingElseAsksToo_data();
    void openingSomethingElseAsksToo();
    void whatChangesWhileDataAreLoadedIsAskedForToo();
    void withoutAProjectWhatTookThoughtIsAskedFor();
    void aLookAroundIsNotAskedFor();
};

void UnsavedChangesTest::theMarkFollowsTheChoices()
{
    saveAs(path("mine.atlas"));
    model().document.setLooks({.palette = "blues"});
    QVERIFY(m_window->isWindowModified());
    model().document.setLooks({});
    QVERIFY(!m_window->isWindowModified());
    setIndexSettings(model().document, {.excluded = {"soc_1_3"}});
    QVERIFY(m_window->isWindowModified());
    setIndexSettings(model().document, {});
    QVERIFY(!m_window->isWindowModified());
    setWhatIfs(model().document, {{0, 0, 12.0}});
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(!m_window->isWindowModified());
    setWhatIfs(model().document, {});
    QVERIFY(m_window->isWindowModified());
}

void UnsavedChangesTest::closingAsksWhatToDo_data()
{
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("saves");
    QTest::newRow("save") << QMessageBox::Save << true << true;
    QTest::newRow("discard") << QMessageBox::Discard << true << false;
    QTest::newRow("cancel") << QMessageBox::Cancel << false << false;
}

void UnsavedChangesTest::closingAsksWhatToDo()
{
    QFETCH(const QMessageBox::StandardButton, button);
    QFETCH(const bool, closes);
    QFETCH(const bool, saves);
    saveAs(path("mine.atlas"));
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    answer({}, button);
    QCOMPARE(m_window->close(), closes);
    QCOMPARE(m_said, QStringList({"mine.atlas has changed since it was saved. Save it?"}));
    QCOMPARE(readProjectFile(path("mine.atlas"))->method.choices.index.rankRule == RankRule::Dense, saves);
    QCOMPARE(m_window->isVisible(), !closes);
}

void UnsavedChangesTest::openingSomethingElseAsksToo_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("the built-in example") << "openBuiltIn";
    QTest::newRow("data") << "open";
    QTest::newRow("a project") << "openProject";
}

void UnsavedChangesTest::openingSomethingElseAsksToo()
{
    QFETCH(const QString, what);
    saveAs(path("mine.atlas"));
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    const int asked = m_asked;
    answer(path("mine.atlas"), QMessageBox::Cancel);
    action(what.toLatin1().constData())->trigger();
    QCOMPARE(m_said.size(), 1);
    QCOMPARE(m_asked, asked); // for no file
    QVERIFY(m_window->isWindowModified());
    QVERIFY(model().document.now().indexSettings().rankRule == RankRule::Dense);

    answer({}, QMessageBox::Discard);
    QSignalSpy opened(&model().document, &Document::changed);
    action("openBuiltIn")->trigger();
    COMES_TO(opened.count(), 1);
    QCOMPARE(m_window->windowTitle(), "Disengagement Atlas[*]");
    QVERIFY(!m_window->isWindowModified());
    setIndexSettings(model().document, {.rankRule = RankRule::Average}); // of no project yet
    QVERIFY(m_window->isWindowModified());
}

void UnsavedChangesTest::whatChangesWhileDataAreLoadedIsAskedForToo()
{
    saveAs(path("mine.atlas"));
    answer({}, QMessageBox::Cancel);
    action("openBuiltIn")->trigger();
    QVERIFY(m_said.isEmpty()); // nothing has changed yet
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    COMES_TO(m_said.size(), 1);
    QVERIFY(model().document.now().indexSettings().rankRule == RankRule::Dense);
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->windowTitle().startsWith("mine.atlas"));
}

void UnsavedChangesTest::withoutAProjectWhatTookThoughtIsAskedFor()
{
    choose();
    QVERIFY(m_window->isWindowModified());
    answer({}, QMessageBox::Cancel);
    QVERIFY(!m_window->close());
    QCOMPARE(m_said,
             QStringList({"What you have chosen for these data is not saved. Save it as a project?"}));
    answer(path("kept.atlas"), QMessageBox::Save);
    const Choices chosen = model().document.now().choices();
    QVERIFY(m_window->close());
    QVERIFY(readProjectFile(path("kept.atlas"))->method.choices == chosen);
}

void UnsavedChangesTest::aLookAroundIsNotAskedFor()
{
    setShown(model().document, "neet_16_18");
    model().document.setLooks({.palette = "greens"});
    model().areas.select({3, 4});
    setIndexSettings(model().document, {.excluded = {"soc_1_3"}});
    setIndexSettings(model().document, {});
    answer({}, QMessageBox::Cancel);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(m_window->close());
    QVERIFY(m_said.isEmpty());
}

ATLAS_TEST(UnsavedChangesTest)

#include "test_unsaved_changes.moc"
