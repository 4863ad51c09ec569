#include "tests/support/test_program.h"

#include "core/index/aggregate.h"
#include "core/index/weights.h"
#include "tests/support/none.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <numeric>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

using Table = std::vector<std::vector<double>>;

/// Scores from columns, equally weighted unless said otherwise.
std::vector<double> scores(Aggregation method, const Table &columns, std::vector<double> weights = {},
                           double threshold = 0)
{
    std::vector<std::span<const double>> spans(columns.begin(), columns.end());
    weights.resize(columns.size(), 1);
    return aggregate(method, spans, weights, threshold);
}

Result<std::vector<double>> componentOf(const Table &columns)
{
    return principalComponentWeights(std::vector<std::span<const double>>(columns.begin(), columns.end()));
}

} // namespace

class AggregateTest : public QObject
{
    Q_OBJECT

private slots:
    void meansAreThePublishedOnes();
    void tooFewValuesGiveNoScore();
    void copelandCountsWhomARowOutranks();
    void copelandComparesWhatBothHave();
    void membersNotAboveZeroAreFound();
    void theComponentOfColumnsThatAgreeWeighsThemAlike();
    void theComponentIsThatOfAKnownMatrix();
    void columnsThatDisagreeHaveNoCommonComponent();
    void tooFewCompleteRowsHaveNoComponent();
    void sharesKeepToTheWhole_data();
    void sharesKeepToTheWhole();
    void whereTheOthersHaveNothingTheyShareAlike();
    void threeCompleteRowsAreEnoughForAComponent();
    void columnsThatAgreeAlwaysHaveAComponent();
    void roundingOfNumbersDecidesNothing();
};

// Published in the tests of COINr 1.1.14.
void AggregateTest::meansAreThePublishedOnes()
{
    const Table row = {{1}, {2}, {3}};
    QCOMPARE(scores(Aggregation::Arithmetic, row, {1, 1, 2})[0], 2.25);
    QVERIFY(std::abs(scores(Aggregation::Geometric, row, {1, 1, 2})[0] - std::pow(18, 0.25)) < 1e-12);
    QVERIFY(std::abs(scores(Aggregation::Harmonic, row, {2, 1, 1})[0] - 4 / (2 + 0.5 + 1 / 3.0)) < 1e-12);
}

void AggregateTest::tooFewValuesGiveNoScore()
{
    // Rows (1, 3, 1), (2, -, -), (3, -, 1) and a threshold of two thirds: COINr gives 1.666667, none, 2.
    const Table columns = {{1, 2, 3}, {3, none, none}, {1, none, 1}};
    const auto strict = scores(Aggregation::Arithmetic, columns, {}, 2 / 3.0);
    QVERIFY(std::abs(strict[0] - 5 / 3.0) < 1e-12);
    QVERIFY(std::isnan(strict[1]));
    QCOMPARE(strict[2], 2.0);
    QCOMPARE(scores(Aggregation::Arithmetic, columns)[1], 2.0);
    QVERIFY(std::isnan(scores(Aggregation::Geometric, {{none}, {none}})[0]));
}

void AggregateTest::copelandCountsWhomARowOutranks()
{
    // Four units on three indicators. COINr's outranking matrix has 2/3 for the second over the first, 1/3
    // for the third over the first, 1 for the fourth over the first.
    const Table columns = {{1, 2, 3, 4}, {3, 2, 1, 5}, {2, 3, 1, 4}};
    QCOMPARE(scores(Aggregation::Copeland, columns), (std::vector{-1.0, 1.0, -3.0, 3.0}));
    // Half of the weight for either side outranks nobody.
    QCOMPARE(scores(Aggregation::Copeland, {{1, 2}, {2, 1}}), (std::vector{0.0, 0.0}));
    QCOMPARE(scores(Aggregation::Copeland, {{1, 2}, {2, 1}}, {2, 1}), (std::vector{-1.0, 1.0}));
}

void AggregateTest::copelandComparesWhatBothHave()
{
    const auto result = scores(Aggregation::Copeland, {{1, 2, none}, {5, none, none}, {1, 1, none}});
    QCOMPARE(result[0], -1.0);
    QCOMPARE(result[1], 1.0);
    QVERIFY(std::isnan(result[2]));
}

void AggregateTest::membersNotAboveZeroAreFound()
{
    const Table columns = {{1, none}, {2, 0}, {3, -1}};
    QCOMPARE(findNotPositive(std::vector<std::span<const double>>(columns.begin(), columns.end())),
             size_t(1));
    QCOMPARE(findNotPositive(std::vector<std::span<const double>>(columns.begin(), columns.begin() + 1)),
             size_t(1));
}

void AggregateTest::theComponentOfColumnsThatAgreeWeighsThemAlike()
{
    const auto weights = componentOf({{1, 2, 3, 5}, {2, 4, 6, 10}, {-1, 0, 1, 3}});
    QVERIFY(weights.ok());
    for (const double weight : *weights)
        QVERIFY(std::abs(weight - 1 / 3.0) < 1e-12);
}

void AggregateTest::theComponentIsThatOfAKnownMatrix()
{
    // Columns a, b uncorrelated, c their standardised sum: correlations 0, r, r with r = 1 / sqrt(2). The
    // first component of that matrix is (1, 1, sqrt(2)) / 2.
    const Table columns = {{1, 1, -1, -1}, {1, -1, 1, -1}, {2, 0, 0, -2}};
    const auto weights = componentOf(columns);
    QVERIFY(weights.ok());
    const double sum = 2 + std::sqrt(2.0);
    QVERIFY(std::abs((*weights)[0] - 1 / sum) < 1e-12);
    QVERIFY(std::abs((*weights)[1] - 1 / sum) < 1e-12);
    QVERIFY(std::abs((*weights)[2] - std::sqrt(2.0) / sum) < 1e-12);
}

void AggregateTest::columnsThatDisagreeHaveNoCommonComponent()
{
    QVERIFY(!componentOf({{1, 2, 3, 4}, {4, 3, 2, 1}, {1, 2, 3, 5}}).ok());
}

void AggregateTest::tooFewCompleteRowsHaveNoComponent()
{
    QVERIFY(!componentOf({{1, 2, none}, {4, 3, 5}}).ok());
    QVERIFY(!componentOf({{1, 2, 3, none}, {7, 7, 7, 1}}).ok());
}

void AggregateTest::sharesKeepToTheWhole_data()
{
    QTest::addColumn<std::vector<bool>>("locked");
    QTest::addColumn<double>("share");
    QTest::addColumn<std::vector<double>>("expected");
    QTest::newRow("the others share the rest")
        << std::vector{false, false, false} << 70.0 << std::vector{70.0, 18.0, 12.0};
    QTest::newRow("locked ones stay")
        << std::vector{false, true, false} << 60.0 << std::vector{60.0, 30.0, 10.0};
    QTest::newRow("no more than there is")
        << std::vector{false, true, false} << 95.0 << std::vector{70.0, 30.0, 0.0};
    QTest::newRow("nothing else can move")
        << std::vector{false, true, true} << 80.0 << std::vector{50.0, 30.0, 20.0};
    QTest::newRow("more than all is locked")
        << std::vector{true, true, true} << 10.0 << std::vector{50.0, 30.0, 20.0};
    QTest::newRow("nothing below zero")
        << std::vector{false, false, false} << -5.0 << std::vector{0.0, 60.0, 40.0};
}

void AggregateTest::sharesKeepToTheWhole()
{
    QFETCH(const std::vector<bool>, locked);
    QFETCH(const double, share);
    QFETCH(const std::vector<double>, expected);
    const std::vector<double> shares = rebalanced({50, 30, 20}, locked, 0, share);
    for (size_t i = 0; i < shares.size(); ++i)
        QVERIFY2(std::abs(shares[i] - expected[i]) < 1e-12, qPrintable(QString::number(shares[i])));
    QVERIFY(std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 100) < 1e-12);
}

void AggregateTest::whereTheOthersHaveNothingTheyShareAlike()
{
    const std::vector<bool> none(3, false);
    QCOMPARE(rebalanced({100, 0, 0}, none, 0, 40), (std::vector<double>{40, 30, 30}));
    // Locked ones that hold more than the whole leave nothing.
    QCOMPARE(rebalanced({10, 70, 60}, {false, true, true}, 0, 20), (std::vector<double>{0, 70, 60}));
}

void AggregateTest::threeCompleteRowsAreEnoughForAComponent()
{
    QVERIFY(componentOf({{1, 2, 4}, {3, 5, 6}}).ok());
    QVERIFY(!componentOf({{1, 2}, {3, 5}}).ok());
}

void AggregateTest::columnsThatAgreeAlwaysHaveAComponent()
{
    QRandomGenerator random(20);
    for (int run = 0; run < 100; ++run) { // whichever way the eigenvector points
        Table columns(static_cast<size_t>(2 + run % 5));
        for (int row = 0; row < 12; ++row)
            for (std::vector<double> &column : columns)
                column.push_back(row + random.generateDouble());
        QVERIFY(componentOf(columns).ok());
    }
}

// 0.28 times 25 is a little more than 7; 0.1 and 0.2 together a little more than 0.3.
void AggregateTest::roundingOfNumbersDecidesNothing()
{
    Table columns(25, std::vector<double>{1});
    for (size_t i = 7; i < columns.size(); ++i)
        columns[i] = {none};
    const std::vector<std::span<const double>> members(columns.begin(), columns.end());
    const std::vector<double> weights(25, 1.0);
    QVERIFY(!std::isnan(aggregate(Aggregation::Arithmetic, members, weights, 0.28).front()));
    QVERIFY(std::isnan(aggregate(Aggregation::Arithmetic, members, weights, 0.29).front()));

    const Table balanced = {{2, 1}, {2, 1}, {1, 2}};
    const std::vector<std::span<const double>> three(balanced.begin(), balanced.end());
    QCOMPARE(aggregate(Aggregation::Copeland, three, std::vector{0.1, 0.2, 0.3}, 0),
             (std::vector<double>{0, 0}));
}

ATLAS_TEST(AggregateTest)

#include "test_aggregate.moc"
