#include "app/cli/run_command.h"
#include "app/main_window.h"
#include "core/project/project_file.h"
#include "tests/app/answering.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace atlas;
using namespace atlas::test;

/// Projects as the window's user meets them.
class OpenProjectTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void whatIsSavedOpensAgain();
    void openingIsOneStepThatUndoDoesNotTakeBack();
    void theMarkFollowsTheChoices();
    void lookingAtAnAreaIsNoChange();
    void savingAgainAsksForNoFile();
    void savingUnderAnotherNameLeavesTheFirst();
    void closingAsksWhatToDo_data();
    void closingAsksWhatToDo();
    void openingSomethingElseAsksToo_data();
    void openingSomethingElseAsksToo();
    void whatChangesWhileDataAreLoadedIsAskedForToo();
    void withoutAProjectNothingIsAsked();
    void aFileThatCannotBeUsedLeavesAllAsItWas_data();
    void aFileThatCannotBeUsedLeavesAllAsItWas();
    void aLaterLoadTakesTheProjectsPlace();
    void whatTheDataHaveNotIsARemarkAndSavedAgain();
    void roundingIsDrawnWithTheSeedOfTheProject();
    void aFileThatCannotBeWrittenIsSaid();
    void drawsAreMadeAgain();
    void theCommandLineWritesTheSameTable_data();
    void theCommandLineWritesTheSameTable();
    void everythingOffIsAProjectToo();

private:
    void openWindow();
    /// Answers dialogs for files with this one and message boxes with this button, and keeps what they say.
    void answer(const QString &file, QMessageBox::StandardButton button = QMessageBox::Ok);
    /// Keys in the window, which a dialog may have taken the focus from.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier);
    void open(const QString &file);
    void saveAs(const QString &file);
    /// Switches an indicator off, tries a value, and shows another variable in other colours.
    void choose();
    QAction *action(const char *name) const { return m_window->findChild<QAction *>(name); }
    AtlasState &state() { return m_window->state(); }
    QString path(const QString &name) const { return m_files->filePath(name); }

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Answering> m_answering;
    QStringList m_said;
    int m_asked = 0; ///< for files
};

void OpenProjectTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    QCoreApplication::setOrganizationName("disengagement-atlas");
    QCoreApplication::setApplicationName("disengagement-atlas-test");
    QLocale::setDefault(QLocale::c());
}

void OpenProjectTest::init()
{
    QSettings().clear();
    m_files = std::make_unique<QTemporaryDir>();
    m_said.clear();
    m_asked = 0;
    openWindow();
}

void OpenProjectTest::cleanup()
{
    m_answering.reset();
    m_window.reset();
}

void OpenProjectTest::openWindow()
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    COMES_TRUE(state().dataset());
}

void OpenProjectTest::answer(const QString &file, QMessageBox::StandardButton button)
{
    m_answering = std::make_unique<Answering>([this, file, button](QDialog &shown) {
        if (auto *message = qobject_cast<QMessageBox *>(&shown)) {
            m_said << message->text();
            auto *chosen = message->button(button);
            chosen ? QTest::mouseClick(chosen, Qt::LeftButton) : message->accept();
        } else if (auto *dialog = qobject_cast<QFileDialog *>(&shown)) {
            ++m_asked;
            dialog->findChild<QListView *>("listView")->clearSelection(); // which goes before what is typed
            dialog->findChild<QLineEdit *>("fileNameEdit")->setText(file);
            QMetaObject::invokeMethod(dialog, "accept");
        }
    });
}

void OpenProjectTest::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_window->activateWindow();
    COMES_TRUE(m_window->isActiveWindow());
    QTest::keyClick(m_window.get(), key, modifiers);
}

void OpenProjectTest::open(const QString &file)
{
    answer(file);
    QSignalSpy opened(&state(), &AtlasState::datasetChanged);
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    COMES_TO(opened.count(), 1);
}

void OpenProjectTest::saveAs(const QString &file)
{
    answer(file);
    press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QFile::exists(file));
}

void OpenProjectTest::choose()
{
    state().setIndexSettings({.excluded = {"imd_worst_10pct"},
                              .scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100},
                              .aggregation = Aggregation::Geometric});
    const size_t area = areaNamed(*state().dataset(), "Lancashire");
    state().setWhatIfs({{area, *state().dataset()->findIndicator("neet_16_18"), 0.1 + 0.2}});
    state().setDisplay({.shown = "soc_1_3",
                        .classCount = 3,
                        .breaks = {30.5, 40},
                        .palette = "greens",
                        .labels = Labels::Name,
                        .classMarks = false,
                        .nodeScores = true});
    state().setSelectedAreas({area, 3}, area);
}

void OpenProjectTest::whatIsSavedOpensAgain()
{
    choose();
    const IndexSettings index = state().indexSettings();
    const DisplaySettings display = state().display();
    const std::vector<WhatIf> whatIfs = state().dataset()->whatIfs;
    const std::vector<double> scores = state().result().scores;
    const std::vector<double> ranks = state().result().ranks;
    const std::vector<int> classes = state().shown().classification.classes;
    const QSet<AreaCode> selection = state().selection();
    const auto current = state().currentArea();

    answer(path("mine.atlas"));
    press(Qt::Key_S);
    QCOMPARE(m_asked, 1);
    QCOMPARE(Preferences().projectFolder(), m_files->path());
    QCOMPARE(m_window->windowTitle(), QString::fromUtf8("mine.atlas[*] — Disengagement Atlas"));
    QVERIFY(!m_window->isWindowModified());

    openWindow();
    QVERIFY(state().result().ranks != ranks);
    open(path("mine.atlas"));
    QVERIFY(state().indexSettings() == index);
    QVERIFY(state().display() == display);
    QVERIFY(state().dataset()->whatIfs == whatIfs);
    QVERIFY(state().givenDataset()->whatIfs.empty());
    QCOMPARE(state().result().scores, scores);
    QCOMPARE(state().result().ranks, ranks);
    QCOMPARE(state().shown().classification.classes, classes);
    QCOMPARE(state().selection(), selection);
    QCOMPARE(state().currentArea(), current);
    QVERIFY(state().issues() == allIssues(*builtInDataset(), state().result()));
    QCOMPARE(m_window->windowTitle(), QString::fromUtf8("mine.atlas[*] — Disengagement Atlas"));
    QVERIFY(!m_window->isWindowModified());
}

void OpenProjectTest::openingIsOneStepThatUndoDoesNotTakeBack()
{
    choose();
    saveAs(path("mine.atlas"));
    openWindow();
    QSignalSpy results(&state(), &AtlasState::resultChanged);
    QSignalSpy looks(&state(), &AtlasState::displayChanged);
    open(path("mine.atlas"));
    QCOMPARE(results.count(), 1);
    QCOMPARE(looks.count(), 1);
    const IndexSettings opened = state().indexSettings();
    press(Qt::Key_Z);
    QVERIFY(state().indexSettings() == opened);
    // The values that were tried can be taken back for those of the data.
    QVERIFY(action("endWhatIf")->isEnabled());
    action("endWhatIf")->trigger();
    QVERIFY(state().dataset() == state().givenDataset());
    QVERIFY(m_window->isWindowModified());
}

void OpenProjectTest::theMarkFollowsTheChoices()
{
    saveAs(path("mine.atlas"));
    const DisplaySettings looks = state().display();
    DisplaySettings others = looks;
    others.palette = "blues";
    state().setDisplay(others);
    QVERIFY(m_window->isWindowModified());
    state().setDisplay(looks);
    QVERIFY(!m_window->isWindowModified());
    state().setIndexSettings({.excluded = {"soc_1_3"}});
    QVERIFY(m_window->isWindowModified());
    state().setIndexSettings({});
    QVERIFY(!m_window->isWindowModified());
    state().setWhatIfs({{0, 0, 12.0}});
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(!m_window->isWindowModified());
    state().setWhatIfs({});
    QVERIFY(m_window->isWindowModified());
}

void OpenProjectTest::lookingAtAnAreaIsNoChange()
{
    saveAs(path("mine.atlas"));
    state().setSelectedAreas({2, 5}, 5);
    QVERIFY(!m_window->isWindowModified());
    press(Qt::Key_S);
    const auto saved = readProjectFile(path("mine.atlas"));
    QCOMPARE(saved->selection.size(), size_t(2));
    QCOMPARE(saved->current, state().dataset()->areas[5].code);
}

void OpenProjectTest::savingAgainAsksForNoFile()
{
    saveAs(path("mine.atlas"));
    QCOMPARE(m_asked, 1);
    state().setIndexSettings({.rankRule = RankRule::Dense});
    press(Qt::Key_S);
    QCOMPARE(m_asked, 1);
    QVERIFY(readProjectFile(path("mine.atlas"))->method.index == state().indexSettings());
    QCOMPARE(filesIn(*m_files), QStringList({"mine.atlas"}));
}

void OpenProjectTest::savingUnderAnotherNameLeavesTheFirst()
{
    saveAs(path("mine.atlas"));
    const QByteArray before = readBytes(path("mine.atlas"));
    state().setIndexSettings({.rankRule = RankRule::Dense});
    saveAs(path("other.atlas"));
    QCOMPARE(readBytes(path("mine.atlas")), before);
    QVERIFY(m_window->windowTitle().startsWith("other.atlas"));
    QVERIFY(!m_window->isWindowModified());
}

void OpenProjectTest::closingAsksWhatToDo_data()
{
    QTest::addColumn<QMessageBox::StandardButton>("button");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<bool>("saves");
    QTest::newRow("save") << QMessageBox::Save << true << true;
    QTest::newRow("discard") << QMessageBox::Discard << true << false;
    QTest::newRow("cancel") << QMessageBox::Cancel << false << false;
}

void OpenProjectTest::closingAsksWhatToDo()
{
    QFETCH(const QMessageBox::StandardButton, button);
    QFETCH(const bool, closes);
    QFETCH(const bool, saves);
    saveAs(path("mine.atlas"));
    state().setIndexSettings({.rankRule = RankRule::Dense});
    answer({}, button);
    QCOMPARE(m_window->close(), closes);
    QCOMPARE(m_said, QStringList({"mine.atlas has changed since it was saved. Save it?"}));
    QCOMPARE(readProjectFile(path("mine.atlas"))->method.index.rankRule == RankRule::Dense, saves);
    QCOMPARE(m_window->isVisible(), !closes);
}

void OpenProjectTest::openingSomethingElseAsksToo_data()
{
    QTest::addColumn<QString>("what");
    QTest::newRow("the built-in example") << "openBuiltIn";
    QTest::newRow("data") << "open";
    QTest::newRow("a project") << "openProject";
}

void OpenProjectTest::openingSomethingElseAsksToo()
{
    QFETCH(const QString, what);
    saveAs(path("mine.atlas"));
    state().setIndexSettings({.rankRule = RankRule::Dense});
    const int asked = m_asked;
    answer(path("mine.atlas"), QMessageBox::Cancel);
    action(what.toLatin1().constData())->trigger();
    QCOMPARE(m_said.size(), 1);
    QCOMPARE(m_asked, asked); // for no file
    QVERIFY(m_window->isWindowModified());
    QVERIFY(state().indexSettings().rankRule == RankRule::Dense);

    answer({}, QMessageBox::Discard);
    QSignalSpy opened(&state(), &AtlasState::datasetChanged);
    action("openBuiltIn")->trigger();
    COMES_TO(opened.count(), 1);
    QCOMPARE(m_window->windowTitle(), "Disengagement Atlas");
    QVERIFY(!m_window->isWindowModified());
    state().setIndexSettings({.rankRule = RankRule::Average}); // of no project
    QVERIFY(!m_window->isWindowModified());
}

void OpenProjectTest::whatChangesWhileDataAreLoadedIsAskedForToo()
{
    saveAs(path("mine.atlas"));
    answer({}, QMessageBox::Cancel);
    action("openBuiltIn")->trigger();
    QVERIFY(m_said.isEmpty()); // nothing has changed yet
    state().setIndexSettings({.rankRule = RankRule::Dense});
    COMES_TO(m_said.size(), 1);
    QVERIFY(state().indexSettings().rankRule == RankRule::Dense);
    QVERIFY(m_window->isWindowModified());
    QVERIFY(m_window->windowTitle().startsWith("mine.atlas"));
}

void OpenProjectTest::withoutAProjectNothingIsAsked()
{
    choose();
    answer({});
    QSignalSpy opened(&state(), &AtlasState::datasetChanged);
    action("openBuiltIn")->trigger();
    COMES_TO(opened.count(), 1);
    choose();
    QVERIFY(m_window->close());
    QVERIFY(m_said.isEmpty());
}

void OpenProjectTest::aFileThatCannotBeUsedLeavesAllAsItWas_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto with = [](const char *members) {
        return QByteArray(R"({"disengagement_atlas_project": 1, )") + members + "}";
    };
    QTest::newRow("no project") << QByteArray("a,b") << "bad.atlas is not a project";
    QTest::newRow("a later version") << QByteArray(R"({"disengagement_atlas_project": 2})")
                                     << "bad.atlas is of a later version";
    QTest::newRow("a word nobody knows")
        << with(R"("looks": {"labels": "flags"})") << "\"flags\" is not understood as labels";
    QTest::newRow("data that are gone")
        << with(R"("data": {"indicators": "gone.csv"})") << "gone.csv does not exist";
    QTest::newRow("an indicator that the data have not")
        << with(R"("method": {"weights": {"gone": 2}})") << "bad.atlas: There is no indicator gone";
    QTest::newRow("a variable that the data have not")
        << with(R"("looks": {"shown": "gone"})") << "bad.atlas: There is no indicator gone";
}

void OpenProjectTest::aFileThatCannotBeUsedLeavesAllAsItWas()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, says);
    choose();
    saveAs(path("mine.atlas"));
    const auto dataset = state().dataset();
    const IndexSettings index = state().indexSettings();
    const DisplaySettings display = state().display();
    const QSet<AreaCode> selection = state().selection();
    QSignalSpy changed(&state(), &AtlasState::resultChanged);

    answer(writeBytes(*m_files, "bad.atlas", json));
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    COMES_TO(m_said.size(), 1);
    QVERIFY2(m_said[0].contains(says) && m_said[0].endsWith('.'), qPrintable(m_said[0]));
    QVERIFY(state().dataset() == dataset);
    QVERIFY(state().indexSettings() == index);
    QVERIFY(state().display() == display);
    QCOMPARE(state().selection(), selection);
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_window->windowTitle().startsWith("mine.atlas"));
    QVERIFY(!m_window->isWindowModified());
}

void OpenProjectTest::aLaterLoadTakesTheProjectsPlace()
{
    choose();
    saveAs(path("mine.atlas"));
    openWindow();
    QSignalSpy opened(&state(), &AtlasState::datasetChanged);
    answer(path("mine.atlas"));
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    action("openBuiltIn")->trigger(); // whether the project is there yet or not
    COMES_TRUE(opened.count() > 0 && m_window->windowTitle() == "Disengagement Atlas");
    QVERIFY(state().dataset()->whatIfs.empty());
}

void OpenProjectTest::whatTheDataHaveNotIsARemarkAndSavedAgain()
{
    const Project project{.method = {.name = "Ours", .roundingBandSeed = 5},
                          .tried = {{{"E99"}, "soc_1_3", 1.5}, {{"E37000001"}, "soc_1_3", 2.5}},
                          .selection = {{"E37000001"}, {"E99"}},
                          .current = {"E37000001"}};
    open(writeBytes(*m_files, "mine.atlas", writeProject(project, m_files->path())));
    QCOMPARE(state().issueCount(), size_t(2));
    QVERIFY(state().issues()[0].message.contains("area E99") && state().issues()[0].file == "mine.atlas");
    QCOMPARE(state().dataset()->whatIfs.size(), size_t(1));
    QVERIFY(!m_window->isWindowModified());
    state().setIndexSettings({.rankRule = RankRule::Dense});
    press(Qt::Key_S);
    const auto saved = readProjectFile(path("mine.atlas"));
    QCOMPARE(saved->method.name, "Ours");
    QVERIFY(saved->method.roundingBandSeed == project.method.roundingBandSeed);
    QCOMPARE(saved->tried.size(), size_t(2));
    QVERIFY(saved->tried.back() == project.tried.front());
    QVERIFY(saved->selection == project.selection);
    QCOMPARE(saved->current, project.current);
}

void OpenProjectTest::roundingIsDrawnWithTheSeedOfTheProject()
{
    const Project project{.method = {.index = {.scale = {.normalisation = Normalisation::PercentileRank}},
                                     .roundingBandSeed = 5},
                          .selection = {{"E37000001"}},
                          .current = {"E37000001"}};
    open(writeBytes(*m_files, "mine.atlas", writeProject(project, m_files->path())));
    QTRY_VERIFY(state().roundingDraws());
    const RoundingDraws drawn = **state().roundingDraws();
    QCOMPARE(drawn.seed, uint64_t(5));
    Progress progress;
    const auto expected =
        drawRoundingBand(*state().dataset(), state().indexSettings(), drawn.draws, 5, progress);
    QVERIFY(drawn.ranks == expected->ranks);
    // Other data are drawn as ever.
    action("openBuiltIn")->trigger();
    QTRY_COMPARE(m_window->windowTitle(), "Disengagement Atlas");
    state().setIndexSettings(project.method.index);
    state().setSelection({AreaCode{"E37000001"}});
    QTRY_VERIFY(state().roundingDraws());
    QCOMPARE((*state().roundingDraws())->seed, uint64_t(1));
}

void OpenProjectTest::aFileThatCannotBeWrittenIsSaid()
{
    QDir(m_files->path()).mkdir("there");
    saveAs(path("there/mine.atlas"));
    state().setIndexSettings({.rankRule = RankRule::Dense});
    QVERIFY(QDir(path("there")).removeRecursively());
    answer({}, QMessageBox::Ok);
    press(Qt::Key_S);
    QCOMPARE(m_said.size(), 1);
    QVERIFY2(m_said[0].contains("does not exist"), qPrintable(m_said[0]));
    QVERIFY(m_window->isWindowModified());
    answer({}, QMessageBox::Save); // which fails, so that the window stays
    QVERIFY(!m_window->close());
}

void OpenProjectTest::drawsAreMadeAgain()
{
    const DrawSettings how{.assumptions = {.scale = true}, .draws = 300, .seed = 18446744073709551615ULL};
    const Project project{.method = {.draws = how}};
    open(writeBytes(*m_files, "mine.atlas", writeProject(project, m_files->path())));
    QVERIFY(!m_window->isWindowModified());
    COMES_TRUE(state().uncertainty());
    QVERIFY(state().uncertainty()->settings == how);
    QVERIFY(!m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(readProjectFile(path("mine.atlas"))->method.draws == how);
    state().setIndexSettings({.excluded = {"soc_1_3"}}); // they go with the index
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(!readProjectFile(path("mine.atlas"))->method.draws);
}

void OpenProjectTest::theCommandLineWritesTheSameTable_data()
{
    QTest::addColumn<QString>("shown");
    QTest::addColumn<bool>("draws");
    QTest::newRow("the index on the map") << "index" << false;
    QTest::newRow("a domain on the map") << "outcomes" << false;
    QTest::newRow("an indicator with own bounds") << "soc_1_3" << false;
    QTest::newRow("with draws") << "index" << true;
}

void OpenProjectTest::theCommandLineWritesTheSameTable()
{
    QFETCH(const QString, shown);
    QFETCH(const bool, draws);
    choose();
    DisplaySettings display = state().display();
    display.shown = shown;
    display.nodeScores = draws;
    if (shown != "soc_1_3")
        display.breaks.clear();
    state().setDisplay(display);
    if (draws) {
        Progress progress;
        auto drawn =
            drawRanks(*state().dataset(), state().indexSettings(),
                      state().shownIndex()->classification.classes, {.draws = 200, .seed = 3}, progress);
        state().setUncertainty(std::make_shared<const RankUncertainty>(*std::move(drawn)));
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

void OpenProjectTest::everythingOffIsAProjectToo()
{
    IndexSettings off;
    for (const Indicator &indicator : state().dataset()->metadata.indicators)
        off.excluded.insert(indicator.code);
    state().setIndexSettings(off);
    saveAs(path("mine.atlas"));
    openWindow();
    open(path("mine.atlas"));
    QVERIFY(state().indexSettings() == off);
}

ATLAS_TEST(OpenProjectTest)

#include "test_open_project.moc"
