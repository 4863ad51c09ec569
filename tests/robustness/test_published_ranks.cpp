#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/dataset/load_dataset.h"
#include "core/robustness/published_ranks.h"

#include <QTest>

#include <array>
#include <cmath>
#include <memory>
#include <vector>

using namespace atlas;
using namespace atlas::test;

/// Published ranks beside those of the index.
class PublishedRanksTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void thePapersRanksCompareAsPublished();
    void onlyOneOrderOfThePaperCannotBeExplained();
    void everyPublishedOrderIsJudged();
    void shiftsCountInEitherDirection();
    void anAreaWithoutAScoreIsNotCompared();
    void whatIsTriedExplainsNothing();
    void levelScoresStandInAnyPublishedOrder();
    void tiedAreasAreNeighboursOfAllOfTheNextRank();
    void whatIsLeftOutExplainsAnOrder();

private:
    std::shared_ptr<const Dataset> m_paper;
    IndexResult m_result;
    RoundingBand m_band;
};

void PublishedRanksTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
    m_result = computeIndex(*m_paper, {});
    m_band = roundingBand(m_result, HalfUnits(*m_paper));
}

void PublishedRanksTest::thePapersRanksCompareAsPublished()
{
    const PublishedRanks ranks = comparePublishedRanks(*m_paper, m_result, m_band);
    QCOMPARE(ranks.compared, 39);
    QCOMPARE(ranks.equal, 14);
    QCOMPARE(ranks.largestShift, 2);
    QVERIFY(std::abs(ranks.correlation - 0.99474) < 0.000005);
}

void PublishedRanksTest::onlyOneOrderOfThePaperCannotBeExplained()
{
    const auto unexplained =
        comparePublishedRanks(*m_paper, m_result, m_band).with(OrderVerdict::Unexplained);
    QCOMPARE(unexplained.size(), size_t(1));
    const auto [above, below, verdict] = unexplained.front();
    QCOMPARE(m_paper->areas[above].name, "Greater Manchester");
    QCOMPARE(m_paper->areas[below].name, "Black Country");
    QVERIFY(std::abs(roundingShortfall(m_result, m_band, above, below) - 0.0056) < 0.00005);
}

void PublishedRanksTest::everyPublishedOrderIsJudged()
{
    const PublishedRanks ranks = comparePublishedRanks(*m_paper, m_result, m_band);
    QCOMPARE(ranks.orders.size(), size_t(38));
    std::vector<size_t> areaOfRank(40);
    for (size_t area = 0; area < 39; ++area)
        areaOfRank[static_cast<size_t>(*m_paper->areas[area].publishedRank)] = area;
    for (size_t rank = 2; rank <= 39; ++rank) {
        const PublishedOrder &order = ranks.orders[rank - 2];
        QCOMPARE(order.above, areaOfRank[rank - 1]);
        QCOMPARE(order.below, areaOfRank[rank]);
        const double lead = m_result.scores[order.above] - m_result.scores[order.below];
        const double reach = m_band.reach[order.above] + m_band.reach[order.below];
        QCOMPARE(order.verdict, lead >= 0        ? OrderVerdict::Same
                                : -lead <= reach ? OrderVerdict::Explained
                                                 : OrderVerdict::Unexplained);
    }
    QVERIFY(ranks.with(OrderVerdict::Explained).size() > 5);
    QVERIFY(ranks.with(OrderVerdict::Same).size() > 5);
}

void PublishedRanksTest::shiftsCountInEitherDirection()
{
    for (const auto &published : {std::array{1, 2, 3}, std::array{2, 3, 1}}) {
        Dataset dataset = makeDataset({{"a", {1, 3, 2}}}); // ranks 3, 1, 2
        for (size_t area = 0; area < 3; ++area)
            dataset.areas[area].publishedRank = published[area];
        const IndexResult result = computeIndex(dataset, {});
        const PublishedRanks ranks =
            comparePublishedRanks(dataset, result, roundingBand(result, HalfUnits(dataset)));
        QCOMPARE(ranks.largestShift, 2.0);
        QCOMPARE(ranks.equal, 0);
    }
}

void PublishedRanksTest::anAreaWithoutAScoreIsNotCompared()
{
    Dataset dataset = makeDataset({{"a", {3, none, 2}}});
    for (size_t area = 0; area < 3; ++area)
        dataset.areas[area].publishedRank = static_cast<int>(area) + 1;
    const IndexResult result = computeIndex(dataset, {});
    const PublishedRanks ranks =
        comparePublishedRanks(dataset, result, roundingBand(result, HalfUnits(dataset)));
    QCOMPARE(ranks.compared, 2);
    QCOMPARE(ranks.orders.size(), size_t(1)); // the first and the last are neighbours then
}

void PublishedRanksTest::whatIsTriedExplainsNothing()
{
    const auto tried = withWhatIfs(*m_paper, {{.area = 3, .indicator = 0, .value = 9}});
    const IndexResult result = computeIndex(*tried, {});
    const PublishedRanks ranks =
        comparePublishedRanks(*tried, result, roundingBand(result, HalfUnits(*tried)));
    QCOMPARE(ranks.with(OrderVerdict::Incomparable).size(), size_t(38));
}

void PublishedRanksTest::levelScoresStandInAnyPublishedOrder()
{
    Dataset dataset = makeDataset({{"a", {3, 2, 2, 1}}});
    for (const auto &ranks : {std::array{1, 2, 3, 4}, std::array{1, 3, 2, 4}}) {
        for (size_t area = 0; area < ranks.size(); ++area)
            dataset.areas[area].publishedRank = ranks[area];
        const IndexResult result = computeIndex(dataset, {});
        QCOMPARE(result.scores[1], result.scores[2]);
        const PublishedRanks compared =
            comparePublishedRanks(dataset, result, roundingBand(result, HalfUnits(dataset)));
        QCOMPARE(compared.orders.size(), size_t(3));
        for (const PublishedOrder &order : compared.orders)
            QCOMPARE(order.verdict, OrderVerdict::Same);
    }
}

void PublishedRanksTest::tiedAreasAreNeighboursOfAllOfTheNextRank()
{
    Dataset dataset = makeDataset({{"a", {4, 3, 2, 1}}});
    for (const auto &[area, rank] : {std::pair{0, 1}, {1, 2}, {2, 2}, {3, 5}})
        dataset.areas[static_cast<size_t>(area)].publishedRank = rank;
    const IndexResult result = computeIndex(dataset, {});
    const std::vector<PublishedOrder> expected = {{0, 1}, {0, 2}, {1, 3}, {2, 3}};
    QCOMPARE(comparePublishedRanks(dataset, result, roundingBand(result, HalfUnits(dataset))).orders,
             expected);
}

void PublishedRanksTest::whatIsLeftOutExplainsAnOrder()
{
    const HalfUnits units(*m_paper);
    const IndexResult withoutOne = computeIndex(*m_paper, {.excluded = {"imd_worst_10pct"}});
    QCOMPARE(withoutOne.used.size(), size_t(5));
    for (const PublishedOrder &order :
         comparePublishedRanks(*m_paper, withoutOne, roundingBand(withoutOne, units)).orders)
        QCOMPARE(order.verdict, OrderVerdict::Incomparable);

    Dataset incomplete = *m_paper;
    const size_t own = areaCalled(incomplete, "Black Country");
    incomplete.cells[0][own] = {none, Missing::Blank, {}};
    const IndexResult result = computeIndex(incomplete, {});
    for (const PublishedOrder &order :
         comparePublishedRanks(incomplete, result, roundingBand(result, HalfUnits(incomplete))).orders)
        QCOMPARE(order.verdict == OrderVerdict::Incomparable, order.above == own || order.below == own);

    const IndexResult filled = computeIndex(incomplete, {.scale = {.missing = MissingRule::Mean}});
    for (const PublishedOrder &order :
         comparePublishedRanks(incomplete, filled, roundingBand(filled, HalfUnits(incomplete))).orders)
        QCOMPARE(order.verdict == OrderVerdict::Incomparable, order.above == own || order.below == own);
}

ATLAS_TEST(PublishedRanksTest)

#include "test_published_ranks.moc"
