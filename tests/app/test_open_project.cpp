#include "app/table/area_table_view.h"
#include "core/project/project_file.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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
    void roundingIsDrawnWithTheSeedOfAnOpenedMethod();
    void drawsAreMadeAgain();
    void everythingOffIsAProjectToo();
    void theSameSelectionIsPlacedInOtherData();
    void anotherPeriodOfTheFiguresKeepsTheChoices();
    void columnsThatAreNoIndicatorsAnyMoreAreARemark();
};

void OpenProjectTest::whatIsSavedOpensAgain()
{
    choose();
    const Choices choices = model().document.now().choices();
    const Looks looks = model().document.now().looks();
    const std::vector<WhatIf> whatIfs = model().document.now().dataset()->whatIfs;
    const std::vector<double> scores = model().document.now().result().scores;
    const std::vector<double> ranks = model().document.now().result().ranks;
    const std::vector<int> classes = model().document.now().shown().classification.classes;
    const std::vector<AreaCode> selection = model().selection.codes();
    const auto current = model().areas.current();

    answer(path("mine.atlas"));
    press(Qt::Key_S);
    QCOMPARE(m_asked, 1);
    QCOMPARE(Preferences().projectFolder(), m_files->path());
    QCOMPARE(m_window->windowTitle(), QString::fromUtf8("mine.atlas[*] — Disengagement Atlas"));
    QVERIFY(!m_window->isWindowModified());

    openWindow();
    QVERIFY(model().document.now().result().ranks != ranks);
    open(path("mine.atlas"));
    QVERIFY(model().document.now().choices() == choices);
    QVERIFY(model().document.now().looks() == looks);
    QVERIFY(model().document.now().dataset()->whatIfs == whatIfs);
    QVERIFY(model().document.now().givenDataset()->whatIfs.empty());
    QCOMPARE(model().document.now().result().scores, scores);
    QCOMPARE(model().document.now().result().ranks, ranks);
    QCOMPARE(model().document.now().shown().classification.classes, classes);
    QCOMPARE(model().selection.codes(), selection);
    QCOMPARE(model().areas.current(), current);
    QVERIFY(model().document.now().issues() == allIssues(*builtInDataset(), model().document.now().result()));
    QCOMPARE(m_window->windowTitle(), QString::fromUtf8("mine.atlas[*] — Disengagement Atlas"));
    QVERIFY(!m_window->isWindowModified());
}

void OpenProjectTest::openingIsOneStepThatUndoDoesNotTakeBack()
{
    choose();
    saveAs(path("mine.atlas"));
    openWindow();
    QSignalSpy changes(&model().document, &Document::changed);
    QSignalSpy selections(&model().areas, &SelectedAreas::changed);
    open(path("mine.atlas"));
    QCOMPARE(changes.count(), 1);
    QCOMPARE(selections.count(), 1);
    const IndexSettings opened = model().document.now().indexSettings();
    press(Qt::Key_Z);
    QVERIFY(model().document.now().indexSettings() == opened);
    // The values that were tried can be taken back for those of the data.
    QVERIFY(action("endWhatIf")->isEnabled());
    action("endWhatIf")->trigger();
    QVERIFY(model().document.now().dataset() == model().document.now().givenDataset());
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
    QTest::newRow("a later version") << QByteArray(R"({"disengagement_atlas_project": 9})")
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
    COMES_TRUE(model().document.now().roundingDraws()
               != nullptr); // in the background, at any time from here on
    saveAs(path("mine.atlas"));
    const auto dataset = model().document.now().dataset();
    const Choices choices = model().document.now().choices();
    const Looks looks = model().document.now().looks();
    const std::vector<AreaCode> selection = model().selection.codes();
    QSignalSpy changed(&model().document, &Document::changed);

    answer(writeBytes(*m_files, "bad.atlas", json));
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    COMES_TO(m_said.size(), 1);
    QVERIFY2(m_said[0].contains(says) && m_said[0].endsWith('.'), qPrintable(m_said[0]));
    QVERIFY(model().document.now().dataset() == dataset);
    QVERIFY(model().document.now().choices() == choices);
    QVERIFY(model().document.now().looks() == looks);
    QCOMPARE(model().selection.codes(), selection);
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_window->windowTitle().startsWith("mine.atlas"));
    QVERIFY(!m_window->isWindowModified());
}

void OpenProjectTest::aLaterLoadTakesTheProjectsPlace()
{
    choose();
    saveAs(path("mine.atlas"));
    openWindow();
    QSignalSpy opened(&model().document, &Document::changed);
    answer(path("mine.atlas"));
    press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    action("openBuiltIn")->trigger(); // whether the project is there yet or not
    COMES_TRUE(opened.count() > 0 && m_window->windowTitle() == "Disengagement Atlas[*]");
    QVERIFY(model().document.now().dataset()->whatIfs.empty());
}

void OpenProjectTest::whatTheDataHaveNotIsARemarkAndSavedAgain()
{
    const std::vector<TriedValue> tried = {{{"E99"}, "soc_1_3", 1.5}, {{"E37000001"}, "soc_1_3", 2.5}};
    const Project project{.method = {.name = "Ours", .choices = {.tried = tried}, .roundingBandSeed = 5},
                          .selection = {{"E37000001"}, {"E99"}},
                          .current = {"E37000001"}};
    open(writeBytes(*m_files, "mine.atlas", writeProject(project, m_files->path())));
    QCOMPARE(model().document.now().issueCount(), size_t(2));
    QVERIFY(model().document.now().issues()[0].message.contains("area E99")
            && model().document.now().issues()[0].file == "mine.atlas");
    QCOMPARE(model().document.now().dataset()->whatIfs.size(), size_t(1));
    QVERIFY(!m_window->isWindowModified());
    setIndexSettings(model().document, {.rankRule = RankRule::Dense});
    press(Qt::Key_S);
    const auto saved = readProjectFile(path("mine.atlas"));
    QCOMPARE(saved->method.name, "Ours");
    QVERIFY(saved->method.roundingBandSeed == project.method.roundingBandSeed);
    QVERIFY(saved->method.choices.tried == tried);
    QVERIFY(saved->selection == project.selection);
    QCOMPARE(saved->current, project.current);
}

void OpenProjectTest::roundingIsDrawnWithTheSeedOfTheProject()
{
    const Project project{
        .method = {.choices = {.index = {.scale = {.normalisation = Normalisation::PercentileRank}}},
                   .roundingBandSeed = 5},
        .selection = {{"E37000001"}},
        .current = {"E37000001"}};
    open(writeBytes(*m_files, "mine.atlas", writeProject(project, m_files->path())));
    QTRY_VERIFY(model().document.now().roundingDraws());
    const RoundingDraws drawn = **model().document.now().roundingDraws();
    QCOMPARE(drawn.seed, uint64_t(5));
    Progress progress;
    const auto expected = drawRoundingBand(*model().document.now().dataset(),
                                           model().document.now().indexSettings(), drawn.draws, 5, progress);
    QVERIFY(drawn.ranks == expected->ranks);
    // Other data are drawn as ever.
    action("openBuiltIn")->trigger();
    QTRY_COMPARE(m_window->windowTitle(), "Disengagement Atlas[*]");
    setIndexSettings(model().document, project.method.choices.index);
    model().selection.select({{"E37000001"}});
    QTRY_VERIFY(model().document.now().roundingDraws());
    QCOMPARE((*model().document.now().roundingDraws())->seed, uint64_t(1));
}

void OpenProjectTest::roundingIsDrawnWithTheSeedOfAnOpenedMethod()
{
    model().selection.select({{"E37000001"}});
    const Method method{.choices = {.index = {.scale = {.normalisation = Normalisation::PercentileRank}}},
                        .draws = DrawSettings{.draws = 300, .seed = 9},
                        .roundingBandSeed = 7};
    answer(writeBytes(*m_files, "mine.method.json", writeMethod(method)));
    action("openMethod")->trigger();
    COMES_TRUE(model().document.now().roundingDraws());
    QCOMPARE((*model().document.now().roundingDraws())->seed, uint64_t(7));
    QVERIFY(model().draws.settings() == *method.draws);
    QVERIFY(!model().document.now().uncertainty()); // nobody has asked for draws
    saveAs(path("mine.atlas"));
    QVERIFY(readProjectFile(path("mine.atlas"))->method.roundingBandSeed == method.roundingBandSeed);
    QVERIFY(readProjectFile(path("mine.atlas"))->drawSettings == *method.draws);
}

void OpenProjectTest::drawsAreMadeAgain()
{
    const DrawSettings how{.assumptions = {.scale = true}, .draws = 300, .seed = 18446744073709551615ULL};
    const Project project{.method = {.draws = how}};
    open(writeBytes(*m_files, "mine.atlas", writeProject(project, m_files->path())));
    QVERIFY(!m_window->isWindowModified());
    COMES_TRUE(model().document.now().uncertainty());
    QVERIFY(model().document.now().uncertainty()->settings == how);
    QVERIFY(!m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(readProjectFile(path("mine.atlas"))->method.draws == how);
    setIndexSettings(model().document, {.excluded = {"soc_1_3"}}); // they go with the index
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(!readProjectFile(path("mine.atlas"))->method.draws);
}

void OpenProjectTest::everythingOffIsAProjectToo()
{
    IndexSettings off;
    for (const Indicator &indicator : model().document.now().dataset()->metadata.indicators)
        off.excluded.insert(indicator.code);
    setIndexSettings(model().document, off);
    saveAs(path("mine.atlas"));
    openWindow();
    open(path("mine.atlas"));
    QVERIFY(model().document.now().indexSettings() == off);
}

void OpenProjectTest::theSameSelectionIsPlacedInOtherData()
{
    saveAs(path("all.atlas"));
    model().selection.select({{"E37000034"}}, {"E37000034"});
    press(Qt::Key_S);
    const size_t before = *model().areas.current();
    const QString figures = writeBytes(*m_files, "figures.csv",
                                       "code,name,rate\nE37000034,Tees Valley,1\nA2,Two,4\nA3,Three,2\n");
    const Project smaller{
        .sources = {.indicators = figures}, .selection = {{"E37000034"}}, .current = {"E37000034"}};
    QSignalSpy told(&model().areas, &SelectedAreas::changed);
    open(writeBytes(*m_files, "three.atlas", writeProject(smaller, m_files->path())));
    QVERIFY(before != 0);
    QCOMPARE(model().areas.areas(), std::vector<size_t>{0});
    QVERIFY(told.count() > 0); // or views would go on with the positions of other data
    QCOMPARE(m_window->findChild<AreaTableView *>()->selectedText().count('\n'), 2);
}

void OpenProjectTest::anotherPeriodOfTheFiguresKeepsTheChoices()
{
    writeBytes(
        *m_files, "figures.csv",
        "uCode,year,a,b\nE37000001,2022,1,5\nE37000002,2022,2,4\nE37000001,2023,7,1\nE37000002,2023,6,9\n");
    writeBytes(
        *m_files, "years.atlas",
        R"({"disengagement_atlas_project": 2, "data": {"indicators": "figures.csv"}, "method": {"excluded": ["b"]}})");
    open(path("years.atlas"));
    auto *period = m_window->findChild<QComboBox *>("period");
    QVERIFY(!period->isHidden());
    QCOMPARE(period->count(), 2);
    QCOMPARE(period->currentText(), "2023");
    QCOMPARE(model().document.now().dataset()->column(0), (std::vector<double>{7, 6}));

    period->setFocus();
    QTest::keyClick(period, Qt::Key_Up);
    QTRY_COMPARE(model().document.now().dataset()->column(0), (std::vector<double>{1, 2}));
    QCOMPARE(period->currentText(), "2022");
    QVERIFY(model().document.now().choices().index.excluded.contains("b"));
    QVERIFY(m_window->isWindowModified()); // the project does not say so yet
    press(Qt::Key_S);
    QVERIFY(!m_window->isWindowModified());
    const auto saved = readProjectFile(path("years.atlas"));
    QVERIFY(saved.ok());
    QCOMPARE(saved->sources.plan.period, "2022");

    QVERIFY(model().document.now().dataset()->figuresPlan.periods == QStringList({"2022", "2023"}));
    openWindow(); // the example has one period alone
    QVERIFY(m_window->findChild<QComboBox *>("period")->isHidden());
}

void OpenProjectTest::columnsThatAreNoIndicatorsAnyMoreAreARemark()
{
    writeBytes(*m_files, "figures.csv",
               "uCode,neet,pupils\nE37000001,6.4,900\nE37000002,5.7,1200\nE37000003,5.1,700\n");
    writeBytes(*m_files, "former.atlas",
               R"({"disengagement_atlas_project": 2,
                   "data": {"indicators": "figures.csv", "plan": {"columns": [{"header": "pupils",
                            "role": "population"}]}}, "method": {"excluded": ["pupils"]}})");
    open(path("former.atlas"));
    QCOMPARE(m_window->windowTitle(), QString::fromUtf8("former.atlas[*] \u2014 Disengagement Atlas"));
    QVERIFY(model().document.now().choices().index.excluded.empty());
    const Issues &issues = model().document.now().dataset()->issues;
    QVERIFY(std::any_of(issues.begin(), issues.end(), [](const Issue &issue) {
        return issue.message.startsWith("pupils was an indicator and is none any more (population)");
    }));
}

ATLAS_TEST(OpenProjectTest)

#include "test_open_project.moc"
