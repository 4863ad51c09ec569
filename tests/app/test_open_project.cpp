#include "core/project/project_file.h"
#include "tests/app/loaded_state.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// Projects as the window's user opens them.
class OpenProjectTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void whatIsSavedOpensAgain();
    void openingIsOneStepThatUndoDoesNotTakeBack();
    void aFileThatCannotBeUsedLeavesAllAsItWas_data();
    void aFileThatCannotBeUsedLeavesAllAsItWas();
    void aLaterLoadTakesTheProjectsPlace();
    void whatTheDataHaveNotIsARemarkAndSavedAgain();
    void roundingIsDrawnWithTheSeedOfTheProject();
    void drawsAreMadeAgain();
    void everythingOffIsAProjectToo();
};

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
