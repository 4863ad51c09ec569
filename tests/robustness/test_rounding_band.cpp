#include "tests/support/made_data.h"

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

constexpr double none = std::numeric_limits<double>::quiet_NaN();

std::vector<RankBand> drawn(const Dataset &dataset, int draws, uint64_t seed)
{
    Progress progress;
    return *drawRoundingBand(dataset, {}, draws, seed, progress);
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
    void withoutRoundingThereIsNoBand();
    void anAreaWithoutAScoreHasNoBand();
    void thePapersScoresMayMoveByThat();
    void thePapersRanksCompareAsPublished();
    void onlyOneOrderOfThePaperCannotBeExplained();
    void everyOtherTurnedOrderIsExplained();
    void whatIsLeftOutExplainsAnOrder();
    void exactBandsAreReached();
    void equalSeedsGiveEqualBands();
    void drawsStayWithinTheBandOfTheExtremes();
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
    m_band = roundingBand(m_result, halfUnits(*m_paper));
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
    const RoundingBand band = roundingBand(result, halfUnits(dataset));
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

void RoundingBandTest::withoutRoundingThereIsNoBand()
{
    const Dataset dataset = makeDataset({{"a", {1.0 / 3, 2.0 / 7, 3.0 / 11, 4.0 / 13}}});
    const IndexResult result = computeIndex(dataset, {});
    for (size_t area = 0; area < 4; ++area)
        QCOMPARE(roundingBand(result, halfUnits(dataset)).ranks[area],
                 bandOf(result.ranks[area], result.ranks[area]));
}

void RoundingBandTest::anAreaWithoutAScoreHasNoBand()
{
    const Dataset dataset = makeDataset({{"a", {1.5, none, 3.5}}});
    const RoundingBand band = roundingBand(computeIndex(dataset, {}), halfUnits(dataset));
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

void RoundingBandTest::thePapersRanksCompareAsPublished()
{
    const PublishedRanks ranks = comparePublishedRanks(*m_paper, m_result, m_band);
    QCOMPARE(ranks.compared, 39);
    QCOMPARE(ranks.equal, 14);
    QCOMPARE(ranks.largestShift, 2);
    QVERIFY(std::abs(ranks.correlation - 0.99474) < 0.000005);
}

void RoundingBandTest::onlyOneOrderOfThePaperCannotBeExplained()
{
    const PublishedRanks ranks = comparePublishedRanks(*m_paper, m_result, m_band);
    QCOMPARE(ranks.unexplained.size(), size_t(1));
    const auto [above, below] = ranks.unexplained.front();
    QCOMPARE(m_paper->areas[above].name, "Greater Manchester");
    QCOMPARE(m_paper->areas[below].name, "Black Country");
    QVERIFY(std::abs(roundingShortfall(m_result, m_band, above, below) - 0.0056) < 0.00005);
}

void RoundingBandTest::everyOtherTurnedOrderIsExplained()
{
    const PublishedRanks ranks = comparePublishedRanks(*m_paper, m_result, m_band);
    std::vector<size_t> areaOfRank(40);
    for (size_t area = 0; area < 39; ++area)
        areaOfRank[static_cast<size_t>(*m_paper->areas[area].publishedRank)] = area;
    std::vector<std::pair<size_t, size_t>> turned;
    for (size_t rank = 2; rank <= 39; ++rank) {
        const std::pair pair(areaOfRank[rank - 1], areaOfRank[rank]);
        if (m_result.scores[pair.first] < m_result.scores[pair.second] && pair != ranks.unexplained.front())
            turned.push_back(pair);
    }
    QVERIFY(turned.size() > 5);
    QCOMPARE(ranks.explained, turned);
    for (const auto &[above, below] : ranks.explained) // half a unit in each value is enough
        QVERIFY(m_result.scores[below] - m_result.scores[above] <= m_band.reach[above] + m_band.reach[below]);
}

void RoundingBandTest::whatIsLeftOutExplainsAnOrder()
{
    const std::vector<double> units = halfUnits(*m_paper);
    const IndexResult withoutOne = computeIndex(*m_paper, {.excluded = {"imd_worst_10pct"}});
    QCOMPARE(withoutOne.used.size(), size_t(5));
    QVERIFY(comparePublishedRanks(*m_paper, withoutOne, roundingBand(withoutOne, units)).unexplained.empty());

    Dataset incomplete = *m_paper;
    incomplete.cells[0][areaCalled(incomplete, "Black Country")] = {none, Missing::Blank, {}};
    const IndexResult result = computeIndex(incomplete, {});
    for (const auto &[above, below] :
         comparePublishedRanks(incomplete, result, roundingBand(result, halfUnits(incomplete))).unexplained)
        for (const size_t area : {above, below})
            QVERIFY(incomplete.areas[area].name != "Black Country");
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

void RoundingBandTest::cancellingStops()
{
    Progress progress;
    progress.cancel();
    QVERIFY(!drawRoundingBand(*m_paper, {}, 1000000, 1, progress).ok());
}

QTEST_GUILESS_MAIN(RoundingBandTest)

#include "test_rounding_band.moc"
