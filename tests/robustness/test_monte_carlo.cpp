#include "core/common/parallel.h"
#include "core/dataset/load_dataset.h"
#include "core/index/rank.h"
#include "core/index/shown_variable.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/rounding_band.h"
#include "core/robustness/score_model.h"
#include "tests/support/made_data.h"
#include "tests/support/memory_limit.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace atlas;
using namespace atlas::test;

namespace {

Assumptions nothing()
{
    return {.rounding = false, .weights = WeightDraw::Kept};
}

RankUncertainty drawn(const Dataset &dataset, const IndexSettings &settings, const DrawSettings &how)
{
    const auto classes = showIndex(computeIndex(dataset, settings), 4).classification.classes;
    Progress progress;
    auto result = drawRanks(dataset, settings, classes, how, progress);
    if (!result)
        qWarning("%s", qPrintable(result.error().message));
    return result ? *result : RankUncertainty();
}

bool areEqual(const RankUncertainty &a, const RankUncertainty &b)
{
    return a.low == b.low && a.median == b.median && a.high == b.high && a.classShares == b.classShares;
}

/// The ranks of each area in every draw, rising; made one after the other.
std::vector<std::vector<double>> sortedRanks(const Dataset &dataset, const DrawSettings &how)
{
    const auto model = ScoreModel::make(dataset, {}, how.assumptions, how.draws);
    std::vector<std::vector<double>> ranks(model->areas().size());
    ScoreModel::Workspace room;
    for (int draw = 0; draw < how.draws; ++draw) {
        RandomStream random(how.seed, static_cast<uint64_t>(draw));
        DrawStreams streams{};
        std::generate(streams.begin(), streams.end(), [&random] { return random(); });
        const auto scores = model->draw(streams, room);
        const std::vector<double> drawn = rankScores(scores);
        for (size_t area = 0; area < ranks.size(); ++area)
            ranks[area].push_back(drawn[area]);
    }
    for (std::vector<double> &ofArea : ranks)
        std::sort(ofArea.begin(), ofArea.end());
    return ranks;
}

Assumptions everything()
{
    return {.rounding = true,
            .weights = WeightDraw::Dirichlet,
            .scale = true,
            .aggregation = true,
            .leaveOut = true};
}

} // namespace

class MonteCarloTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void equalSeedsGiveEqualRanks();
    void bandsAreThoseOfAllDrawsSorted_data();
    void bandsAreThoseOfAllDrawsSorted();
    void bandsHoldTheMedian_data();
    void bandsHoldTheMedian();
    void classesHoldAsManyAreasAsWithoutDraws();
    void roundingStaysWithinTheExactBand();
    void weightsOfTwoIndicatorsFollowTheirDistribution();
    void leavingOutIsAsLikelyForEach();
    void aDomainGoesWithItsOnlyIndicator();
    void geometricMeansOfAnyScaleAreNumbers_data();
    void geometricMeansOfAnyScaleAreNumbers();
    void areasWithoutAScoreHaveNoRanks();
    void whatCannotBeDrawnIsSaid();
    void moreDrawsThanMemoryHoldsAreSaid();
    void aCancelledRunGivesNothing();
    void theLikeliestClassIsThatOfMostDraws();

private:
    std::shared_ptr<const Dataset> m_paper;
};

void MonteCarloTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
}

void MonteCarloTest::equalSeedsGiveEqualRanks()
{
    const DrawSettings how{.assumptions = everything(), .draws = 1000, .seed = 7};
    const RankUncertainty first = drawn(*m_paper, {}, how);
    for (const int threads : {1, 2, 4}) {
        setParallelThreads(threads);
        QVERIFY(areEqual(drawn(*m_paper, {}, how), first));
    }
    setParallelThreads(QThread::idealThreadCount());
    DrawSettings other = how;
    other.seed = 8;
    QVERIFY(!areEqual(drawn(*m_paper, {}, other), first));
}

void MonteCarloTest::bandsAreThoseOfAllDrawsSorted_data()
{
    QTest::addColumn<int>("draws");
    for (const int draws : {1, 19, 20, 21, 100, 997, 1000})
        QTest::addRow("%d draws", draws) << draws;
}

void MonteCarloTest::bandsAreThoseOfAllDrawsSorted()
{
    QFETCH(const int, draws);
    const DrawSettings how{.assumptions = everything(), .draws = draws, .seed = 11};
    const RankUncertainty result = drawn(*m_paper, {}, how);
    const auto ranks = sortedRanks(*m_paper, how);
    QCOMPARE(ranks.size(), m_paper->areas.size());
    std::vector<int> classes = showIndex(computeIndex(*m_paper, {}), 4).classification.classes;
    std::sort(classes.rbegin(), classes.rend());
    // The first draw with which so many in a hundred are reached.
    const auto reaching = [draws](int percent) {
        return static_cast<size_t>((draws * percent + 99) / 100 - 1);
    };
    for (size_t area = 0; area < ranks.size(); ++area) {
        QCOMPARE(result.low[area], static_cast<int>(ranks[area][reaching(5)]));
        QCOMPARE(result.median[area], static_cast<int>(ranks[area][reaching(50)]));
        QCOMPARE(result.high[area], static_cast<int>(ranks[area][reaching(95)]));
        for (int c = 1; c <= 4; ++c) {
            const auto inClass = std::count_if(ranks[area].begin(), ranks[area].end(), [&](double rank) {
                return classes[static_cast<size_t>(rank) - 1] == c;
            });
            QCOMPARE(result.classShares[static_cast<size_t>(c - 1)][area],
                     static_cast<double>(inClass) / draws);
        }
    }
}

void MonteCarloTest::bandsHoldTheMedian_data()
{
    QTest::addColumn<int>("kind");
    for (size_t kind = 0; kind <= assumptionCount; ++kind)
        QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind);
}

void MonteCarloTest::bandsHoldTheMedian()
{
    QFETCH(const int, kind);
    Assumptions assumptions = nothing();
    assumptions.rounding = kind == 0;
    assumptions.weights = kind == 1 ? WeightDraw::Around : WeightDraw::Kept;
    assumptions.scale = kind == 2;
    assumptions.aggregation = kind == 3;
    assumptions.leaveOut = kind == 4;
    if (kind == 5)
        assumptions = everything();
    const RankUncertainty result = drawn(*m_paper, {}, {.assumptions = assumptions, .draws = 2000});
    const IndexResult index = computeIndex(*m_paper, {});
    bool anyOpen = false;
    for (size_t area = 0; area < 39; ++area) {
        QVERIFY(1 <= result.low[area] && result.low[area] <= result.median[area]);
        QVERIFY(result.median[area] <= result.high[area] && result.high[area] <= 39);
        QVERIFY(std::abs(result.median[area] - index.ranks[area]) <= 5);
        double sum = 0;
        for (const auto &shares : result.classShares)
            sum += shares[area];
        QVERIFY(std::abs(sum - 1) < 1e-12);
        anyOpen = anyOpen || result.low[area] < result.high[area];
    }
    QVERIFY(anyOpen);
    QCOMPARE(result.median[static_cast<size_t>(std::find(index.ranks.begin(), index.ranks.end(), 1.0)
                                               - index.ranks.begin())],
             1);
}

void MonteCarloTest::classesHoldAsManyAreasAsWithoutDraws()
{
    const RankUncertainty result = drawn(*m_paper, {}, {.assumptions = everything(), .draws = 500});
    const std::vector<int> counts = {10, 10, 9, 10};
    for (size_t c = 0; c < 4; ++c)
        QVERIFY(std::abs(std::accumulate(result.classShares[c].begin(), result.classShares[c].end(), 0.0)
                         - counts[c])
                < 0.2); // but for draws with ties
}

void MonteCarloTest::roundingStaysWithinTheExactBand()
{
    Assumptions assumptions = nothing();
    assumptions.rounding = true;
    const RankUncertainty result = drawn(*m_paper, {}, {.assumptions = assumptions, .draws = 5000});
    const RoundingBand exact = roundingBand(computeIndex(*m_paper, {}), HalfUnits(*m_paper));
    for (size_t area = 0; area < 39; ++area) {
        QVERIFY(exact.ranks[area].low <= result.low[area]);
        QVERIFY(result.high[area] <= exact.ranks[area].high);
    }
}

void MonteCarloTest::weightsOfTwoIndicatorsFollowTheirDistribution()
{
    // The first area is first where a weighs more than b; with weights within a half of 1 that is every other
    // draw. Where b weighs twice as much, it needs wa > wb: 1 + u > 2 (1 + v), u and v within 1/2: 1 draw
    // in 16.
    const Dataset dataset = makeDataset({{"a", {3, 1}}, {"b", {1, 3}}});
    Assumptions assumptions = nothing();
    assumptions.weights = WeightDraw::Around;
    assumptions.spread = 0.5;
    constexpr int draws = 20000;
    const auto shareFirst = [&](const IndexSettings &settings) {
        const auto result =
            drawRanks(dataset, settings, std::vector{2, 1}, {.assumptions = assumptions, .draws = draws},
                      *std::make_unique<Progress>());
        return result->classShares[1][0];
    };
    QVERIFY(std::abs(shareFirst({}) - 0.5) < 0.015);
    QVERIFY(std::abs(shareFirst({.weights = {{"b", 2}}}) - 1 / 16.0) < 0.008);
    // Dirichlet with two equal means is symmetrical as well; unequal ones favour the heavier.
    assumptions.weights = WeightDraw::Dirichlet;
    QVERIFY(std::abs(shareFirst({}) - 0.5) < 0.015);
    QVERIFY(shareFirst({.weights = {{"b", 2}}}) < 0.2);
}

void MonteCarloTest::leavingOutIsAsLikelyForEach()
{
    // Of four draws, one leaves out none, and one each a, b, c. The first area is first unless a is left out.
    const Dataset dataset = makeDataset({{"a", {9, 1, 2}}, {"b", {1, 2, 1}}, {"c", {1, 2, 2}}});
    const IndexSettings settings{.weights = {{"a", 100}}};
    Assumptions assumptions = nothing();
    assumptions.leaveOut = true;
    Progress progress;
    const auto result = drawRanks(dataset, settings, std::vector{3, 1, 2},
                                  {.assumptions = assumptions, .draws = 20000}, progress);
    QVERIFY(result.ok());
    QVERIFY(std::abs(result->classShares[2][0] - 0.75) < 0.015);
}

void MonteCarloTest::aDomainGoesWithItsOnlyIndicator()
{
    Dataset dataset = makeDataset({{"a", {9, 1, 2}}, {"b", {1, 2, 1}}, {"c", {1, 2, 2}}});
    dataset.metadata.indicators[0].domain = "d";
    dataset.metadata.indicators[1].domain = "e";
    dataset.metadata.indicators[2].domain = "e";
    dataset.metadata.aggregates = {{"d", "D", {}}, {"e", "E", {}}};
    Assumptions assumptions = nothing();
    assumptions.leaveOut = true;
    Progress progress;
    const auto result =
        drawRanks(dataset, {.weights = {{"d", 100}}, .levels = Levels::Nested}, std::vector{3, 1, 2},
                  {.assumptions = assumptions, .draws = 20000}, progress);
    QVERIFY(result.ok());
    QVERIFY(std::abs(result->classShares[2][0] - 0.75) < 0.015);
}

void MonteCarloTest::geometricMeansOfAnyScaleAreNumbers_data()
{
    QTest::addColumn<Normalisation>("scale");
    QTest::newRow("z-scores") << Normalisation::ZScore;
    QTest::newRow("min-max") << Normalisation::MinMax;
    QTest::newRow("ranks") << Normalisation::Rank;
    QTest::newRow("percentile ranks") << Normalisation::PercentileRank;
    QTest::newRow("share of the maximum") << Normalisation::ShareOfMaximum;
}

void MonteCarloTest::geometricMeansOfAnyScaleAreNumbers()
{
    QFETCH(const Normalisation, scale);
    const IndexSettings settings{.scale = {.normalisation = scale}};
    const RankUncertainty result = drawn(*m_paper, settings, {.assumptions = everything(), .draws = 1000});
    for (size_t area = 0; area < 39; ++area)
        QVERIFY(result.low[area] >= 1 && result.high[area] <= 39);
    // The geometric mean of min-max from 1 stays one where the scale is another.
    IndexSettings own{.scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100},
                      .aggregation = Aggregation::Geometric};
    Assumptions assumptions = nothing();
    assumptions.scale = true;
    QCOMPARE(drawn(*m_paper, own, {.assumptions = assumptions, .draws = 300}).median[0] >= 1, true);
}

void MonteCarloTest::areasWithoutAScoreHaveNoRanks()
{
    const Dataset dataset = makeDataset({{"a", {3, none, 1, 2}}, {"b", {1, none, none, 2}}});
    const RankUncertainty result = drawn(dataset, {}, {.assumptions = everything(), .draws = 300});
    QCOMPARE(result.median[1], 0);
    QCOMPARE(result.likeliestClass(1), (std::pair{0, 0.0}));
    for (const size_t area : {size_t(0), size_t(2), size_t(3)})
        QVERIFY(result.low[area] >= 1 && result.high[area] <= 3);
}

void MonteCarloTest::whatCannotBeDrawnIsSaid()
{
    Progress progress;
    const auto message = [&](const Dataset &dataset, const IndexSettings &settings, const DrawSettings &how) {
        const auto result = drawRanks(dataset, settings, {}, how, progress);
        return result ? QString() : result.error().message;
    };
    const Dataset one = makeDataset({{"a", {3}}});
    QVERIFY(message(one, {}, {}).startsWith("Fewer than two areas have a score"));
    QVERIFY(message(*m_paper, {}, {.assumptions = nothing()}).startsWith("Nothing varies"));
    QVERIFY(message(*m_paper, {.aggregation = Aggregation::Geometric}, {}).contains("above zero"));
    QVERIFY(message(*m_paper, {.aggregation = Aggregation::Copeland}, {.draws = 100000000})
                .contains("would take too long"));
}

void MonteCarloTest::moreDrawsThanMemoryHoldsAreSaid()
{
    if (!canLimitMemory())
        QSKIP("A sanitizer ends the program where memory is short.");
    Progress progress;
    const auto result = drawRanks(*m_paper, {}, {}, {.draws = 2000000000}, progress);
    QVERIFY(!result.ok());
    QVERIFY(result.error().message.startsWith("There is too little memory"));
}

void MonteCarloTest::aCancelledRunGivesNothing()
{
    Progress progress;
    progress.cancel();
    QVERIFY(!drawRanks(*m_paper, {}, {}, {}, progress).ok());
}

void MonteCarloTest::theLikeliestClassIsThatOfMostDraws()
{
    const RankUncertainty result{
        .low = {1, 0}, .median = {2, 0}, .high = {3, 0}, .classShares = {{0.25, 0}, {0.75, 0}}};
    QCOMPARE(result.likeliestClass(0), (std::pair{2, 0.75}));
}

ATLAS_TEST(MonteCarloTest)

#include "test_monte_carlo.moc"
