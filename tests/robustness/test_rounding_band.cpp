#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/common/parallel.h"
#include "core/dataset/load_dataset.h"
#include "core/robustness/published_ranks.h"
#include "core/robustness/rounding_band.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace atlas;
using namespace atlas::test;

namespace {

std::vector<RankBand> drawn(const Dataset &dataset, int draws, uint64_t seed)
{
    Progress progress;
    return drawRoundingBand(dataset, {}, draws, seed, progress)->ranks;
}

RankBand bandOf(double low, double high)
{
    return {static_cast<int>(low), static_cast<int>(high)};
}

} // namespace

class RoundingBandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theHalfUnitIsThatOfTheLastDecimal_data();
    void theHalfUnitIsThatOfTheLastDecimal();
    void bandsHoldTheRankAndMeetWhereScoresDo();
    void areasThatCanOnlyBeLevelDoNotPass();
    void theReachFollowsTheWeights();
    void triedValuesStayWhereTheyAre();
    void withoutRoundingThereIsNoBand();
    void anAreaWithoutAScoreHasNoBand();
    void thePapersScoresMayMoveByThat();
    void drawsAreWithinHalfAUnit();
    void drawsTellOfOrdersWithoutAnExactBand();
    void dividedValuesAreRoundedBeforeTheyAreDivided();
    void triedValuesHaveNoDecimals();
    void exactBandsAreReached();
    void equalSeedsGiveEqualBands();
    void drawsStayWithinTheBandOfTheExtremes();
    void whatCannotTellAreasApartIsNotDrawn();
    void drawsThatWouldTakeHoursAreRefused();
    void cancellingStops();

private:
    std::shared_ptr<const Dataset> m_paper;
    IndexResult m_result;
    RoundingBand m_band;
};

void RoundingBandTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
    m_result = computeIndex(*m_paper, {});
    m_band = roundingBand(m_result, HalfUnits(*m_paper));
}

void RoundingBandTest::theHalfUnitIsThatOfTheLastDecimal_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("expected");
    QTest::newRow("whole numbers") << std::vector{12.0, 3.0, 7000.0} << 0.5;
    QTest::newRow("tenths, some of them whole") << std::vector{4.7, 4.0, 3.9} << 0.05;
    QTest::newRow("hundredths in one of them") << std::vector{4.7, 4.25, 3.0} << 0.005;
    QTest::newRow("below zero") << std::vector{-0.125, 0.5} << 0.0005;
    QTest::newRow("a sum that is off in the last bit") << std::vector{0.1 + 0.2} << 0.05;
    QTest::newRow("eight decimals") << std::vector{1.00000001, 2.5} << 0.5e-8;
    QTest::newRow("nearly a whole number") << std::vector{2.0000005} << 0.5e-7;
    QTest::newRow("a measured number") << std::vector{1.0 / 3} << 0.5e-9;
    QTest::newRow("some missing") << std::vector{none, 2.5} << 0.05;
    QTest::newRow("all missing") << std::vector{none, none} << 0.0;
}

void RoundingBandTest::theHalfUnitIsThatOfTheLastDecimal()
{
    QFETCH(const std::vector<double>, values);
    QFETCH(const double, expected);
    QCOMPARE(halfUnit(values), expected);
}

void RoundingBandTest::bandsHoldTheRankAndMeetWhereScoresDo()
{
    // Means and deviations: 2.5 and 1.29; each score may be off by 0.5 / 1.29.
    const Dataset dataset = makeDataset({{"a", {1, 2, 3, 4}}});
    const IndexResult result = computeIndex(dataset, {});
    const RoundingBand band = roundingBand(result, HalfUnits(dataset));
    const double reach = 0.5 / std::sqrt(5.0 / 3);
    for (size_t area = 0; area < 4; ++area)
        QCOMPARE(band.reach[area], reach);
    // Neighbours just touch at 1.5, 2.5 and 3.5: level, so neither can be above the other.
    for (size_t area = 0; area < 4; ++area) {
        QVERIFY(band.ranks[area].low <= result.ranks[area]);
        QVERIFY(band.ranks[area].high >= result.ranks[area]);
    }
    QVERIFY(std::abs(roundingShortfall(result, band, 0, 1)) < 1e-12);
    QVERIFY(roundingShortfall(result, band, 0, 2) > 0.7);
    QVERIFY(roundingShortfall(result, band, 2, 0) < 0);
}

// On a scale of eighths every score and reach is exact: each area can just be level with its neighbours.
void RoundingBandTest::areasThatCanOnlyBeLevelDoNotPass()
{
    Dataset dataset = makeDataset({{"a", {1, 2, 3, 4}}});
    for (size_t area = 0; area < 4; ++area) // published the other way round
        dataset.areas[area].publishedRank = static_cast<int>(area) + 1;
    const IndexResult result = computeIndex(
        dataset, {.scale = {.normalisation = Normalisation::MinMax, .references = {{"a", {0, 8}}}}});
    const RoundingBand band = roundingBand(result, HalfUnits(dataset));
    QCOMPARE(band.reach[0], 1 / 16.0);
    const std::vector<RankBand> expected = {{3, 4}, {2, 3}, {1, 2}, {1, 1}};
    QVERIFY(band.ranks == expected);
    QCOMPARE(roundingShortfall(result, band, 0, 1), 0.0);
    for (const PublishedOrder &order : comparePublishedRanks(dataset, result, band).orders)
        QCOMPARE(order.verdict, OrderVerdict::Explained);
}

void RoundingBandTest::theReachFollowsTheWeights()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 4}}, {"b", {1.5, 9, 2}}});
    const IndexResult result = computeIndex(dataset, {.weights = {{"a", 3}}});
    const RoundingBand band = roundingBand(result, HalfUnits(dataset));
    const double a = 0.5 / result.indicators[0].standardDeviation;
    const double b = 0.05 / result.indicators[1].standardDeviation;
    for (const double reach : band.reach)
        QCOMPARE(reach, (3 * a + b) / 4);
}

// With nothing rounded, bands are the ranks, also of areas that are level.
void RoundingBandTest::triedValuesStayWhereTheyAre()
{
    const Dataset given = makeDataset({{"a", {1, 2, 3, 4}}});
    const auto tried = withWhatIfs(given, {{0, 0, 5}, {1, 0, 7}, {2, 0, 5}, {3, 0, 1}});
    const std::vector<RankBand> expected = {{2, 2}, {1, 1}, {2, 2}, {4, 4}};
    QVERIFY(roundingBand(computeIndex(*tried, {}), HalfUnits(*tried)).ranks == expected);
    Progress progress;
    const std::vector<AreaOrder> orders = {{0, 2}, {2, 0}, {0, 1}, {1, 0}};
    const auto drawn = drawRoundingBand(*tried, {}, 200, 1, progress, orders);
    QVERIFY(drawn->ranks == expected);
    QCOMPARE(drawn->ordersSeen, (std::vector<AreaOrder>{{0, 2}, {2, 0}, {1, 0}})); // level is seen both ways
}

void RoundingBandTest::withoutRoundingThereIsNoBand()
{
    const Dataset dataset = makeDataset({{"a", {1.0 / 3, 2.0 / 7, 3.0 / 11, 4.0 / 13}}});
    const IndexResult result = computeIndex(dataset, {});
    for (size_t area = 0; area < 4; ++area)
        QCOMPARE(roundingBand(result, HalfUnits(dataset)).ranks[area],
                 bandOf(result.ranks[area], result.ranks[area]));
}

void RoundingBandTest::anAreaWithoutAScoreHasNoBand()
{
    const Dataset dataset = makeDataset({{"a", {1.5, none, 3.5}}});
    const RoundingBand band = roundingBand(computeIndex(dataset, {}), HalfUnits(dataset));
    QCOMPARE(band.ranks[1], RankBand{});
    QVERIFY(std::isnan(band.reach[1]));
    QCOMPARE(drawn(dataset, 100, 1)[1], RankBand{});
}

void RoundingBandTest::thePapersScoresMayMoveByThat()
{
    // Table 4 is rounded to 0.1: half a unit moves an index by at most 0.0633, 0.0344 of it by absence alone.
    for (const double reach : m_band.reach)
        QVERIFY(std::abs(reach - 0.0633) < 0.00005);
    const size_t absence = *m_paper->findIndicator("unauthorised_absence");
    QVERIFY(std::abs(0.05 / m_result.indicators[absence].standardDeviation / 6 - 0.0344) < 0.00005);
}

// By the first indicator alone the two areas can only be level; the second, with a twentieth of the weight,
// makes them pass when the first is all but level: in 1 draw of some thousand.
void RoundingBandTest::drawsAreWithinHalfAUnit()
{
    const IndexSettings alone{
        .scale = {.normalisation = Normalisation::MinMax, .references = {{"a", {0, 10}}, {"b", {0, 10}}}}};
    const std::vector<AreaOrder> order = {{0, 1}};
    Progress progress;
    QVERIFY(
        drawRoundingBand(makeDataset({{"a", {1, 2}}}), alone, 20000, 1, progress, order)->ordersSeen.empty());
    IndexSettings both = alone;
    both.weights = {{"a", 20}};
    const auto drawn =
        drawRoundingBand(makeDataset({{"a", {1, 2}}, {"b", {5, 5}}}), both, 40000, 1, progress, order);
    QVERIFY(drawn->hasSeen({0, 1}));
    QCOMPARE(drawn->ranks[0], (RankBand{1, 2}));
}

void RoundingBandTest::drawsTellOfOrdersWithoutAnExactBand()
{
    const IndexSettings ranked{.scale = {.normalisation = Normalisation::PercentileRank}};
    const IndexResult result = computeIndex(*m_paper, ranked);
    const PublishedRanks ranks =
        comparePublishedRanks(*m_paper, result, roundingBand(result, HalfUnits(*m_paper)));
    QVERIFY(ranks.with(OrderVerdict::Explained).empty());
    QVERIFY(ranks.with(OrderVerdict::Unexplained).empty());
    std::vector<AreaOrder> orders;
    for (const PublishedOrder &order : ranks.with(OrderVerdict::Open))
        orders.push_back({order.above, order.below});
    QVERIFY(orders.size() > 3);
    const AreaOrder never{areaCalled(*m_paper, "Buckinghamshire Thames Valley"),
                          areaCalled(*m_paper, "Tees Valley")};
    orders.push_back(never);
    Progress progress;
    const auto drawn = drawRoundingBand(*m_paper, ranked, 500, 1, progress, orders);
    QVERIFY(drawn.ok());
    QCOMPARE(drawn->draws, 500);
    QCOMPARE(drawn->seed, uint64_t(1));
    QVERIFY(!drawn->hasSeen(never));
    size_t seen = 0;
    for (const AreaOrder &order : orders) {
        seen += drawn->hasSeen(order) ? 1 : 0;
        if (drawn->hasSeen(order)) // then their ranks must have met
            QVERIFY(drawn->ranks[order.above].low <= drawn->ranks[order.below].high);
    }
    QVERIFY(seen > 0);
    QCOMPARE(drawn->ordersSeen.size(), seen);
    // Looking at orders changes no draw.
    QVERIFY(drawRoundingBand(*m_paper, ranked, 500, 1, progress)->ranks == drawn->ranks);
}

void RoundingBandTest::dividedValuesAreRoundedBeforeTheyAreDivided()
{
    // 12, 7, 9, 4 and 5 in whole numbers, for 100, 50, 80, 40 and 40 people.
    const std::vector<double> people = {100, 50, 80, 40, 40};
    Dataset dataset = makeDataset({{"rate", {0.12, 0.14, 0.1125, 0.1, 0.125}}, {"b", {1.5, 2, 4, 3, 1}}});
    dataset.metadata.indicators[0].denominator = "people";
    dataset.denominators = {people, {}};
    const HalfUnits units(dataset);
    for (size_t area = 0; area < people.size(); ++area) {
        QCOMPARE(units.of(0, area), 0.5 / people[area]);
        QCOMPARE(units.of(1, area), 0.05);
    }
    const IndexResult result = computeIndex(dataset, {});
    const RoundingBand band = roundingBand(result, units);
    for (size_t area = 0; area < people.size(); ++area)
        QCOMPARE(band.reach[area], (0.5 / people[area] / result.indicators[0].standardDeviation
                                    + 0.05 / result.indicators[1].standardDeviation)
                                       / 2);
    QVERIFY(band.ranks[3].high > band.ranks[3].low);
    dataset.denominators[0][1] = none; // where a value is missing for want of it
    QCOMPARE(HalfUnits(dataset).of(0, 1), 0.0);
    // Values divided by one and the same rank as they did before.
    Dataset whole = makeDataset({{"n", {12, 7, 7, 3, 5}}});
    Dataset tenth = makeDataset({{"n", {1.2, 0.7, 0.7, 0.3, 0.5}}});
    tenth.metadata.indicators[0].denominator = "people";
    tenth.denominators = {std::vector<double>(5, 10.0)};
    QVERIFY(roundingBand(computeIndex(whole, {}), HalfUnits(whole)).ranks
            == roundingBand(computeIndex(tenth, {}), HalfUnits(tenth)).ranks);
    QVERIFY(drawn(whole, 300, 3) == drawn(tenth, 300, 3));
}

void RoundingBandTest::triedValuesHaveNoDecimals()
{
    const Dataset dataset = makeDataset({{"a", {1.5, 2, 4, 3}}});
    const auto tried = withWhatIfs(dataset, {{.area = 1, .indicator = 0, .value = 2.12345}});
    QCOMPARE(HalfUnits(*tried).of(0, 0), 0.05);
    QCOMPARE(HalfUnits(*tried).of(0, 1), 0.0); // typed, not printed
    const auto withoutDecimals = withWhatIfs(dataset, {{.area = 0, .indicator = 0, .value = 2}});
    QCOMPARE(HalfUnits(*withoutDecimals).of(0, 2), 0.05); // as printed in what it replaces
}

void RoundingBandTest::exactBandsAreReached()
{
    // Every value of one area rounded in its favour, those of all others against it; and the reverse.
    for (const char *name : {"Black Country", "Solent", "Tees Valley", "Worcestershire"}) {
        const size_t own = areaCalled(*m_paper, name);
        const auto rankWith = [&](double favour) {
            std::vector<double> scores = m_result.scores;
            for (size_t area = 0; area < scores.size(); ++area)
                scores[area] += (area == own ? favour : -favour) * m_band.reach[area];
            return 1 + static_cast<int>(std::count_if(scores.begin(), scores.end(), [&](double score) {
                       return score > scores[own];
                   }));
        };
        QCOMPARE(m_band.ranks[own], (RankBand{rankWith(1), rankWith(-1)}));
    }
}

void RoundingBandTest::equalSeedsGiveEqualBands()
{
    const std::vector<RankBand> first = drawn(*m_paper, 500, 7);
    for (const int threads : {1, 2, 4}) {
        setParallelThreads(threads);
        QVERIFY(drawn(*m_paper, 500, 7) == first);
    }
    setParallelThreads(QThread::idealThreadCount());
    QVERIFY(drawn(*m_paper, 500, 8) != first);
}

void RoundingBandTest::drawsStayWithinTheBandOfTheExtremes()
{
    // New means and deviations move a score by less than a tenth of what its own rounding does.
    const std::vector<RankBand> bands = drawn(*m_paper, 2000, 1);
    int narrower = 0;
    for (size_t area = 0; area < bands.size(); ++area) {
        QVERIFY(bands[area].low <= m_result.ranks[area] && m_result.ranks[area] <= bands[area].high);
        QVERIFY(bands[area].low >= m_band.ranks[area].low && bands[area].high <= m_band.ranks[area].high);
        narrower += bands[area] == m_band.ranks[area] ? 0 : 1;
    }
    QVERIFY(narrower > 0); // all extremes at once are rare
}

void RoundingBandTest::whatCannotTellAreasApartIsNotDrawn()
{
    // Drawn, the second would put any area anywhere.
    const Dataset dataset = makeDataset({{"a", {1.5, 2, 4, 3}}, {"same", {5, 5, 5, 5}}});
    const std::vector<RankBand> asPrinted = {{4, 4}, {3, 3}, {1, 1}, {2, 2}};
    QVERIFY(drawn(dataset, 500, 1) == asPrinted);
}

void RoundingBandTest::drawsThatWouldTakeHoursAreRefused()
{
    const IndexSettings copeland{.aggregation = Aggregation::Copeland};
    const IndexResult result = computeIndex(*m_paper, copeland);
    const int most = mostDraws(result);
    QCOMPARE(most, 2000000000 / (39 * 39));
    Progress progress;
    const auto drawn = drawRoundingBand(*m_paper, copeland, most + 1, 1, progress);
    QVERIFY(!drawn.ok());
    QVERIFY(drawn.error().message.startsWith("Copeland's method"));
    QCOMPARE(mostDraws(m_result), std::numeric_limits<int>::max());
    progress.cancel(); // so many would be begun
    QVERIFY(!drawRoundingBand(*m_paper, copeland, most, 1, progress)
                 .error()
                 .message.startsWith("Copeland's method"));
}

void RoundingBandTest::cancellingStops()
{
    Progress progress;
    progress.cancel();
    QVERIFY(!drawRoundingBand(*m_paper, {}, 1000000, 1, progress).ok());
}

ATLAS_TEST(RoundingBandTest)

#include "test_rounding_band.moc"
