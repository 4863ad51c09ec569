#include "core/index/trace.h"
#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <optional>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Both indicators on a scale from 0 to 10 that no value tried moves, so that scores are sums.
IndexSettings fixedScales()
{
    return {
        .scale = {.normalisation = Normalisation::MinMax, .references = {{"a", {0, 10}}, {"b", {0, 10}}}}};
}

/// Where the first area gets to another rank by its value of the first indicator.
std::optional<double> moveOf(const std::vector<double> &a, const std::vector<double> &b,
                             const QString &unit = {}, int decimals = 1)
{
    Dataset dataset = makeDataset({{"a", a}, {"b", b}});
    dataset.metadata.indicators[0].unit = unit;
    dataset.metadata.indicators[0].decimals = decimals;
    Progress progress;
    return smallestMoves(dataset, fixedScales(), 2, 0, progress)->front().toRank;
}

} // namespace

/// How far a value is moved to find out what would move an area.
class MoveRangeTest : public QObject
{
    Q_OBJECT

private slots:
    void movesEndAtThreeTimesTheSpread();
    void percentagesEndAtAHundred();
    void whereNoneIsBelowZeroNoneIsTried();
    void stepsAreFoundToTheBillionth();
    void anAreaWithoutARankHasNoMoves();
};

// The other area is ahead by so much that the first has to make up for it by its value of a alone.
void MoveRangeTest::movesEndAtThreeTimesTheSpread()
{
    QVERIFY(std::abs(*moveOf({0, 10}, {0, 19.9}) - 29.9) < 1e-6);
    QVERIFY(!moveOf({0, 10}, {0, 20.1}));
    // From its own value, not from zero.
    QVERIFY(std::abs(*moveOf({10, 20}, {0, 19.9}) - 39.9) < 1e-6);
    QVERIFY(!moveOf({10, 20}, {0, 20.1}));
    // And downwards, where there are values below zero; level at -29.9, it would still share the better rank.
    QVERIFY(std::abs(*moveOf({0, -10}, {19.9, 0}) + 30) < 1e-6);
    QVERIFY(!moveOf({0, -10}, {20.1, 0}));
}

void MoveRangeTest::percentagesEndAtAHundred()
{
    QVERIFY(std::abs(*moveOf({50, 80}, {0, 19.9}, "%") - 99.9) < 1e-6);
    QVERIFY(!moveOf({50, 80}, {0, 20.1}, "%"));
    QVERIFY(std::abs(*moveOf({50, 80}, {0, 20.1}, "days") - 100.1) < 1e-6);
    const double ofMore = *moveOf({50, 120}, {0, 10}, "%"); // some percentages are of more than all
    QVERIFY(ofMore >= 130 && ofMore < 130.1 + 1e-6);        // level to the last bit or not
}

void MoveRangeTest::whereNoneIsBelowZeroNoneIsTried()
{
    QVERIFY(std::abs(*moveOf({5, 0.1}, {0, 0})) < 1e-6); // level at 0.1
    QVERIFY(!moveOf({5, 4}, {4.1, 0}));
    const double below = *moveOf({5, 4, -6}, {4.1, 0, 0});
    QVERIFY(below < 0 && below > -0.2 - 1e-6); // level at -0.1, to the last bit or not
}

void MoveRangeTest::stepsAreFoundToTheBillionth()
{
    const double found = *moveOf({0, 10}, {0, 7.123456789}, {}, 9);
    QVERIFY(found >= 17.123456789 - 1e-12); // with it the rank is another
    QVERIFY(found - 17.123456789 < 32e-9);
}

void MoveRangeTest::anAreaWithoutARankHasNoMoves()
{
    const Dataset dataset = makeDataset({{"a", {5, 4, 1}}, {"b", {none, 4, 5}}});
    IndexSettings settings = fixedScales();
    Progress progress;
    QVERIFY(!smallestMoves(dataset, settings, 2, 0, progress)->empty());
    settings.threshold = 1; // both values or no score
    QVERIFY(smallestMoves(dataset, settings, 2, 0, progress)->empty());
}

ATLAS_TEST(MoveRangeTest)

#include "test_move_range.moc"
