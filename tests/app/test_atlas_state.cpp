#include "tests/app/loaded_state.h"
#include "tests/app/random_state.h"
#include "tests/support/test_program.h"

#include <QSignalSpy>
#include <QTest>

#include <cstring>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

bool sameBits(const std::vector<double> &a, const std::vector<double> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

} // namespace

class AtlasStateTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void settersEmitOnceAndNotWhenEqual();
    void allChoicesAreTakenInOneStep();
    void equalChoicesChangeNothing();
    void choicesOfLooksAloneComputeNothing();
    void displayNeverComputes();
    void selectionDropsUnknownCodes();
    void currentAreaIsTheOneSelectedLast();
    void withoutACurrentAreaTheFirstSelectedIs();
    void positionsSelectAsCodesDo();
    void newDataDropChoicesThatDoNotFit();
    void issuesOfDataAndIndexComeTogether();
    void theResultIsTheSameAsComputedAfresh();

private:
    std::unique_ptr<AtlasState> m_state;
};

void AtlasStateTest::init()
{
    m_state = std::make_unique<AtlasState>();
    m_state->setDataset(builtInDataset());
}

void AtlasStateTest::settersEmitOnceAndNotWhenEqual()
{
    QSignalSpy results(m_state.get(), &AtlasState::resultChanged);
    QSignalSpy displays(m_state.get(), &AtlasState::displayChanged);
    QSignalSpy selections(m_state.get(), &AtlasState::selectionChanged);
    QSignalSpy hovers(m_state.get(), &AtlasState::hoverChanged);
    const IndexSettings settings{.excluded = {"neet_16_18"}};
    for (int i = 0; i < 2; ++i) {
        m_state->setIndexSettings(settings);
        m_state->setDisplay({.shown = "exclusions"});
        m_state->setSelection({AreaCode{"E37000034"}}, {"E37000034"});
        m_state->setHovered(3);
    }
    QCOMPARE(results.count(), 1);
    QCOMPARE(displays.count(), 1);
    QCOMPARE(selections.count(), 1);
    QCOMPARE(hovers.count(), 1);
}

void AtlasStateTest::allChoicesAreTakenInOneStep()
{
    const AllChoices choices{.index = {.excluded = {"neet_16_18"}, .rankRule = RankRule::Average},
                             .display = {.shown = "exclusions", .classCount = 5, .palette = "greys"},
                             .whatIfs = {{.area = 3, .indicator = 1, .value = 42}}};
    int seen = 0;
    const auto seesAll = [&] { // whoever listens finds all of them, whichever signal comes first
        ++seen;
        QVERIFY(m_state->indexSettings() == choices.index);
        QVERIFY(m_state->display() == choices.display);
        QVERIFY(m_state->dataset()->whatIfs == choices.whatIfs);
        QCOMPARE(m_state->shown().code, QString("exclusions"));
    };
    connect(m_state.get(), &AtlasState::resultChanged, this, seesAll);
    connect(m_state.get(), &AtlasState::displayChanged, this, seesAll);
    QSignalSpy results(m_state.get(), &AtlasState::resultChanged);
    QSignalSpy displays(m_state.get(), &AtlasState::displayChanged);
    QSignalSpy datasets(m_state.get(), &AtlasState::datasetChanged);
    m_state->setChoices(choices);
    QCOMPARE(results.count(), 1);
    QCOMPARE(displays.count(), 1);
    QCOMPARE(datasets.count(), 0);
    QCOMPARE(seen, 2);
    const IndexResult afresh = computeIndex(*withWhatIfs(*builtInDataset(), choices.whatIfs), choices.index);
    QVERIFY(sameBits(m_state->result().scores, afresh.scores));
    QCOMPARE(m_state->result().ranks, afresh.ranks);
    QCOMPARE(m_state->dataset()->cells[1][3].number, 42.0);
    QCOMPARE(m_state->givenDataset(), builtInDataset());
    QCOMPARE(m_state->shown().classification.counts.size(), size_t(5));
}

void AtlasStateTest::equalChoicesChangeNothing()
{
    const AllChoices choices{.index = {.excluded = {"neet_16_18"}},
                             .display = {.shown = "exclusions"},
                             .whatIfs = {{.area = 3, .indicator = 1, .value = 42}}};
    m_state->setChoices(choices);
    QSignalSpy results(m_state.get(), &AtlasState::resultChanged);
    QSignalSpy displays(m_state.get(), &AtlasState::displayChanged);
    m_state->setChoices(choices);
    QCOMPARE(results.count(), 0);
    QCOMPARE(displays.count(), 0);
    AllChoices withoutTried = choices; // one that differs is enough
    withoutTried.whatIfs.clear();
    m_state->setChoices(withoutTried);
    QCOMPARE(results.count(), 1);
    QCOMPARE(displays.count(), 0);
    QCOMPARE(m_state->dataset(), m_state->givenDataset());
}

void AtlasStateTest::choicesOfLooksAloneComputeNothing()
{
    QSignalSpy results(m_state.get(), &AtlasState::resultChanged);
    QSignalSpy displays(m_state.get(), &AtlasState::displayChanged);
    m_state->setChoices({.display = {.palette = "greens"}});
    QCOMPARE(results.count(), 0);
    QCOMPARE(displays.count(), 1);
    QCOMPARE(m_state->display().palette, QString("greens"));
}

void AtlasStateTest::displayNeverComputes()
{
    QSignalSpy results(m_state.get(), &AtlasState::resultChanged);
    const std::vector<double> before = m_state->result().scores;
    m_state->setDisplay({.shown = "soc_1_3", .palette = "greys"});
    QCOMPARE(results.count(), 0);
    QCOMPARE(m_state->result().scores, before);
    QCOMPARE(m_state->shown().code, "soc_1_3");
}

void AtlasStateTest::selectionDropsUnknownCodes()
{
    m_state->setSelection({AreaCode{"E37000034"}, AreaCode{"nowhere"}});
    QCOMPARE(m_state->selection(), QSet<AreaCode>{AreaCode{"E37000034"}});
}

void AtlasStateTest::currentAreaIsTheOneSelectedLast()
{
    const AreaCode tees{"E37000034"};
    const AreaCode london{"E37000023"};
    m_state->setSelection({tees}, tees);
    m_state->setSelection({tees, london}, london);
    QCOMPARE(m_state->dataset()->areas[*m_state->currentArea()].name, "London");
    m_state->setSelection({tees});
    QCOMPARE(m_state->dataset()->areas[*m_state->currentArea()].name, "Tees Valley");
    m_state->setSelection({});
    QVERIFY(!m_state->currentArea());
}

void AtlasStateTest::withoutACurrentAreaTheFirstSelectedIs()
{
    QSet<AreaCode> all;
    for (const Area &area : m_state->dataset()->areas)
        all.insert(area.code);
    m_state->setSelection(all);
    QCOMPARE(m_state->currentArea(), std::optional<size_t>(0));
}

void AtlasStateTest::positionsSelectAsCodesDo()
{
    const std::vector<Area> &areas = m_state->dataset()->areas;
    m_state->setSelection({areas[7].code, areas[2].code, areas[30].code}, areas[7].code);
    QCOMPARE(m_state->selectedAreas(), (std::vector<size_t>{2, 7, 30}));
    QSignalSpy changed(m_state.get(), &AtlasState::selectionChanged);
    m_state->setSelectedAreas({30, 7, 2, 7}, 7);
    QCOMPARE(changed.count(), 0);
    m_state->setSelectedAreas({30, 2}, 7);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(m_state->selection(), (QSet<AreaCode>{areas[2].code, areas[30].code}));
    QCOMPARE(m_state->currentArea(), std::optional<size_t>(2));
    for (size_t area = 0; area < areas.size(); ++area)
        QCOMPARE(m_state->isSelected(area), area == 2 || area == 30);
}

void AtlasStateTest::newDataDropChoicesThatDoNotFit()
{
    m_state->setIndexSettings({.excluded = {"exclusions", "soc_1_3"}});
    m_state->setDisplay({.shown = "soc_1_3"});
    m_state->setSelection({AreaCode{"E37000034"}});
    auto smaller = std::make_shared<Dataset>(*builtInDataset());
    std::erase_if(smaller->metadata.indicators, [](const Indicator &i) { return i.code == "soc_1_3"; });
    smaller->cells.erase(smaller->cells.begin() + 1);
    m_state->setDataset(smaller);
    QCOMPARE(m_state->indexSettings().excluded, std::set<QString>{"exclusions"});
    QCOMPARE(m_state->display().shown, "index");
    QVERIFY(m_state->selection().isEmpty());
}

void AtlasStateTest::issuesOfDataAndIndexComeTogether()
{
    auto changed = std::make_shared<Dataset>(*builtInDataset());
    changed->issues.push_back({Severity::Note, "of the data"});
    for (CellValue &cell : changed->cells.front())
        cell = {1.0, Missing::No, {}};
    m_state->setDataset(changed);
    QCOMPARE(m_state->issues().size(), size_t(2));
    QCOMPARE(m_state->issueCount(), size_t(2));
    QCOMPARE(m_state->result().used.size(), size_t(5));
}

void AtlasStateTest::theResultIsTheSameAsComputedAfresh()
{
    std::mt19937 random(20160707);
    m_state->setDataset(std::make_shared<const Dataset>(randomDataset(random, 500, 6)));
    const Dataset &dataset = *m_state->dataset();
    for (int step = 0; step < 60; ++step) {
        changeAtRandom(*m_state, random);
        const IndexResult afresh = computeIndex(dataset, m_state->indexSettings());
        const DisplaySettings &display = m_state->display();
        QVERIFY(sameBits(m_state->result().scores, afresh.scores));
        QCOMPARE(m_state->result().ranks, afresh.ranks);
        QCOMPARE(m_state->result().used, afresh.used);
        QCOMPARE(m_state->result().valueCounts, afresh.valueCounts);
        QVERIFY(m_state->issues() == allIssues(dataset, afresh));
        const ShownVariable shown =
            showVariable(dataset, afresh, RankRule::Minimum, display.shown, display.classCount);
        QCOMPARE(m_state->shown().code, shown.code);
        QVERIFY(sameBits(m_state->shown().values, shown.values));
        QCOMPARE(m_state->shown().ranks, shown.ranks);
        QCOMPARE(m_state->shown().classification.classes, shown.classification.classes);
        QCOMPARE(m_state->shownIndex()->classification.classes,
                 showIndex(afresh, display.classCount).classification.classes);
    }
}

ATLAS_TEST(AtlasStateTest)
#include "test_atlas_state.moc"
