#include "tests/support/test_program.h"

#include "core/common/value_order.h"
#include "tests/support/none.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr unsigned seed = 20160707;

using Order = std::vector<uint32_t>;

/// Values of every size and sign, many of them equal, some missing.
std::vector<double> mixedValues(std::mt19937 &random, size_t count)
{
    std::vector<double> values;
    for (size_t i = 0; i < count; ++i) {
        const double digits = static_cast<int>(random() % 41) - 20;
        const double power = std::pow(10.0, static_cast<int>(random() % 13) - 6);
        values.push_back(random() % 9 == 0 ? none : digits * power);
    }
    return values;
}

} // namespace

class ValueOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void theLeastComesFirstAndMissingLast();
    void equalValuesKeepTheirOrder();
    void bothZerosAreEqual();
    void infinitiesAreTheEnds();
    void nothingIsInOrder();
    void sameAsAStableSort();
    void sortedNumbersLeaveOutWhatIsMissing();
};

void ValueOrderTest::theLeastComesFirstAndMissingLast()
{
    QCOMPARE(orderByValue(std::vector{2.5, none, -1.0, 0.0, -7.5}), (Order{4, 2, 3, 0, 1}));
}

void ValueOrderTest::equalValuesKeepTheirOrder()
{
    const std::vector values = {1.0, none, 1.0, 0.5, none, 1.0};
    QCOMPARE(orderByValue(values), (Order{3, 0, 2, 5, 1, 4}));
    QCOMPARE(orderByValue(values, Order{5, 4, 3, 2, 1, 0}), (Order{3, 5, 2, 0, 4, 1}));
}

void ValueOrderTest::bothZerosAreEqual()
{
    QCOMPARE(orderByValue(std::vector{0.0, -0.0, 0.0, -0.0}), (Order{0, 1, 2, 3}));
}

void ValueOrderTest::infinitiesAreTheEnds()
{
    QCOMPARE(orderByValue(std::vector{none, infinity, 1e308, -infinity, -1e308}), (Order{3, 4, 2, 1, 0}));
}

void ValueOrderTest::nothingIsInOrder()
{
    QVERIFY(orderByValue({}).empty());
    QVERIFY(sortedNumbers({}).empty());
}

void ValueOrderTest::sameAsAStableSort()
{
    std::mt19937 random(seed);
    for (const size_t count : {1, 2, 39, 2000}) {
        const std::vector<double> values = mixedValues(random, count);
        Order start(count);
        std::iota(start.begin(), start.end(), uint32_t(0));
        std::shuffle(start.begin(), start.end(), random);
        Order expected = start;
        std::stable_sort(expected.begin(), expected.end(), [&values](uint32_t a, uint32_t b) {
            return values[a] < values[b] || (std::isnan(values[b]) && !std::isnan(values[a]));
        });
        QCOMPARE(orderByValue(values, start), expected);
    }
}

void ValueOrderTest::sortedNumbersLeaveOutWhatIsMissing()
{
    QCOMPARE(sortedNumbers(std::vector{3.0, none, -2.0, 3.0, 1.0}), (std::vector{-2.0, 1.0, 3.0, 3.0}));
}

ATLAS_TEST(ValueOrderTest)

#include "test_value_order.moc"
