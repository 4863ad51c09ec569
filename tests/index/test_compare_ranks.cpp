#include "core/index/compare_ranks.h"

#include "core/common/borrowed.h"
#include "core/index/rank.h"
#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/table_texts.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Two indicators which put the areas in opposite orders; the last area has the second alone.
Dataset opposites()
{
    return makeDataset({{"x", {1, 2, 3, none}}, {"y", {3, 2, 1, 5}}});
}

} // namespace

class CompareRanksTest : public QObject
{
    Q_OBJECT

private slots:
    void shiftsAreOverAreasWithBothRanks();
    void theOtherWayRoundShiftsTurn();
    void anAreaWithoutAnyRankIsNotCounted();
    void aResultIsLikeItself();
    void theTableHoldsBoth();
    void triedValuesAreNamedInTheTable();
    void correlationIsSpearmans_data();
    void correlationIsSpearmans();
    void correlationNeedsTwoRows();
};

void CompareRanksTest::shiftsAreOverAreasWithBothRanks()
{
    const Dataset dataset = opposites();
    const IndexResult first = computeIndex(dataset, {.excluded = {"y"}});
    const IndexResult second = computeIndex(dataset, {.excluded = {"x"}});
    const RankComparison comparison = compareRanks({&first, 2}, {&second, 2});
    QCOMPARE(first.ranks, (std::vector<double>{3, 2, 1, 0}));
    QCOMPARE(second.ranks, (std::vector<double>{2, 3, 4, 1}));
    QVERIFY(std::isnan(comparison.shifts[3]));
    QCOMPARE(std::vector(comparison.shifts.begin(), comparison.shifts.begin() + 3),
             (std::vector<double>{-1, 1, 3}));
    QCOMPARE(comparison.compared, 3);
    QCOMPARE(comparison.onlyOne, 1);
    QCOMPARE(comparison.moved, 3);
    QCOMPARE(comparison.largestShift, 3.0);
    QCOMPARE(comparison.firstClasses, (std::vector<int>{1, 1, 2, 0}));
    QCOMPARE(comparison.secondClasses, (std::vector<int>{2, 1, 1, 2}));
    QCOMPARE(comparison.otherClass, 2);
    QCOMPARE(comparison.correlation, -1.0);
}

void CompareRanksTest::theOtherWayRoundShiftsTurn()
{
    const Dataset dataset = opposites();
    const IndexResult first = computeIndex(dataset, {.excluded = {"x"}});
    const IndexResult second = computeIndex(dataset, {.excluded = {"y"}});
    const RankComparison comparison = compareRanks({&first, 2}, {&second, 2});
    QVERIFY(std::isnan(comparison.shifts[3]));
    QCOMPARE(std::vector(comparison.shifts.begin(), comparison.shifts.begin() + 3),
             (std::vector<double>{1, -1, -3}));
    QCOMPARE(comparison.compared, 3);
    QCOMPARE(comparison.onlyOne, 1);
    QCOMPARE(comparison.largestShift, 3.0);
}

void CompareRanksTest::anAreaWithoutAnyRankIsNotCounted()
{
    const Dataset dataset = makeDataset({{"x", {1, 2, none}}, {"y", {3, 2, none}}});
    const IndexResult first = computeIndex(dataset, {.excluded = {"y"}});
    const IndexResult second = computeIndex(dataset, {.excluded = {"x"}});
    const RankComparison comparison = compareRanks({&first, 2}, {&second, 2});
    QCOMPARE(comparison.compared, 2);
    QCOMPARE(comparison.onlyOne, 0);
}

void CompareRanksTest::aResultIsLikeItself()
{
    const Dataset dataset = opposites();
    const IndexResult result = computeIndex(dataset, {});
    const RankComparison comparison = compareRanks({&result, 4}, {&result, 4});
    QCOMPARE(comparison.compared, 4);
    QCOMPARE(comparison.moved, 0);
    QCOMPARE(comparison.otherClass, 0);
    QCOMPARE(comparison.largestShift, 0.0);
    QCOMPARE(comparison.correlation, 1.0);
}

void CompareRanksTest::theTableHoldsBoth()
{
    const Dataset dataset = opposites();
    const IndexResult first = computeIndex(dataset, {.excluded = {"y"}});
    const IndexResult second = computeIndex(dataset, {.excluded = {"x"}});
    const TextTable table = textsOf(comparisonTable(borrowed(dataset), {&first, 2}, {&second, 2}));
    QCOMPARE(table.header, QStringList({"area_code", "area_name", "score_a", "rank_a", "class_a", "score_b",
                                        "rank_b", "class_b", "rank_shift"}));
    QCOMPARE(table.rows.size(), size_t(4));
    QCOMPARE(table.rows.front()[0], QString("A3"));
    QCOMPARE(table.rows.front().mid(2, 3), QStringList({"1", "1", "2"}));
    QCOMPARE(table.rows.front().mid(6), QStringList({"4", "1", "3"}));
    QCOMPARE(table.rows.back()[0], QString("A4"));
    QCOMPARE(table.rows.back().mid(2, 3), QStringList({"", "", ""})); // no score by the first
    QCOMPARE(table.rows.back().mid(6), QStringList({"1", "2", ""}));
}

void CompareRanksTest::triedValuesAreNamedInTheTable()
{
    const auto tried = withWhatIfs(opposites(), {{1, 0, 9.0}});
    const IndexResult result = computeIndex(*tried, {});
    const TextTable table = textsOf(comparisonTable(tried, {&result, 2}, {&result, 2}));
    QCOMPARE(table.header.back(), QString("what_if"));
    for (const QStringList &row : table.rows)
        QCOMPARE(row.back(), row.front() == "A2" ? QString("x") : QString());
}

void CompareRanksTest::correlationIsSpearmans_data()
{
    QTest::addColumn<std::vector<double>>("first");
    QTest::addColumn<std::vector<double>>("second");
    QTest::addColumn<double>("correlation");
    QTest::newRow("ten pairs without ties: 1 - 6 * 194 / 990")
        << std::vector<double>{106, 100, 86, 101, 99, 103, 97, 113, 112, 110}
        << std::vector<double>{7, 27, 2, 50, 28, 29, 20, 12, 6, 17} << -29.0 / 165;
    QTest::newRow("tied values share the mean of their places")
        << std::vector<double>{10, 20, 20, 40} << std::vector<double>{-1, 0, 7, 9} << 4.5 / std::sqrt(22.5);
}

void CompareRanksTest::correlationIsSpearmans()
{
    QFETCH(const std::vector<double>, first);
    QFETCH(const std::vector<double>, second);
    QFETCH(const double, correlation);
    QVERIFY(std::abs(rankCorrelation(first, second) - correlation) < 1e-12);
    QVERIFY(std::abs(rankCorrelation(second, first) - correlation) < 1e-12);
}

void CompareRanksTest::correlationNeedsTwoRows()
{
    QVERIFY(std::isnan(rankCorrelation(std::vector{1.0}, std::vector{2.0})));
    QVERIFY(std::isnan(rankCorrelation(std::vector{1.0, 1.0}, std::vector{1.0, 2.0})));
}

ATLAS_TEST(CompareRanksTest)

#include "test_compare_ranks.moc"
