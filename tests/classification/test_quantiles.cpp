#include "tests/support/test_program.h"

#include "core/classification/classify.h"
#include "core/classification/quantiles.h"
#include "tests/support/none.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

std::vector<double> boundsOf(const std::vector<double> &values, int k)
{
    const auto breaks = quantileBreaks(values, k);
    return breaks ? std::vector<double>(breaks->upperBounds().begin(), breaks->upperBounds().end())
                  : std::vector<double>();
}

} // namespace

class QuantilesTest : public QObject
{
    Q_OBJECT

private slots:
    void quantilesLieBetweenTheOrderStatistics_data();
    void quantilesLieBetweenTheOrderStatistics();
    void breaksOfAKnownExample_data();
    void breaksOfAKnownExample();
    void missingValuesDoNotMoveBreaks();
    void theOrderOfValuesDoesNotMatter();
    void valuesThatCannotBeCutHaveNoBreaks_data();
    void valuesThatCannotBeCutHaveNoBreaks();
    void fewerThanTwoClassesAreRefused();
    void fewerValuesThanClassesFillTheFirstOnes();
    void aValueEqualToABoundBelongsToTheLowerClass();
    void boundsMustBeNumbersInRisingOrder();
    void equalValuesShareAClass();
    void classesCoverAllValuesWithoutOverlap();
};

void QuantilesTest::quantilesLieBetweenTheOrderStatistics_data()
{
    // Position 1 + (n - 1) p, Hyndman and Fan (1996), type 7.
    QTest::addColumn<double>("p");
    QTest::addColumn<double>("expected");
    QTest::newRow("the least") << 0.0 << 10.0;
    QTest::newRow("on a value") << 0.25 << 20.0;
    QTest::newRow("between two values") << 0.3 << 22.0;
    QTest::newRow("the greatest") << 1.0 << 70.0;
}

void QuantilesTest::quantilesLieBetweenTheOrderStatistics()
{
    QFETCH(const double, p);
    QFETCH(const double, expected);
    QCOMPARE(quantile(std::vector{10.0, 20.0, 30.0, 40.0, 70.0}, p), expected);
}

void QuantilesTest::breaksOfAKnownExample_data()
{
    // The example of QGIS's own tests of its quantile classification.
    QTest::addColumn<int>("k");
    QTest::addColumn<std::vector<double>>("bounds");
    QTest::newRow("in three") << 3 << std::vector{1.0, 1.2};
    QTest::newRow("in four") << 4 << std::vector{1.0, 1.1, 1.2};
}

void QuantilesTest::breaksOfAKnownExample()
{
    QFETCH(const int, k);
    QFETCH(const std::vector<double>, bounds);
    const std::vector<double> values = {1.2, 0.5, 5.0, 1.0, 1.0, 1.2};
    const auto found = boundsOf(values, k);
    QCOMPARE(found.size(), bounds.size());
    for (size_t i = 0; i < bounds.size(); ++i)
        QCOMPARE(found[i], bounds[i]);
    QCOMPARE(classifyByQuantiles(values, k).highs.back(), 5.0);
}

void QuantilesTest::missingValuesDoNotMoveBreaks()
{
    QCOMPARE(boundsOf({none, 3, 1, none, 2, 4}, 4), boundsOf({1, 2, 3, 4}, 4));
}

void QuantilesTest::theOrderOfValuesDoesNotMatter()
{
    QCOMPARE(boundsOf({9, 1, 5, 3, 7, 2.5}, 4), boundsOf({1, 2.5, 3, 5, 7, 9}, 4));
}

void QuantilesTest::valuesThatCannotBeCutHaveNoBreaks_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<int>("absent");
    QTest::newRow("no values") << std::vector<double>{} << 0;
    QTest::newRow("nothing but missing values") << std::vector{none, none} << 2;
    QTest::newRow("one value") << std::vector{1.5, none} << 1;
    QTest::newRow("all equal") << std::vector{0.1, 0.1, 0.1} << 0;
}

void QuantilesTest::valuesThatCannotBeCutHaveNoBreaks()
{
    QFETCH(const std::vector<double>, values);
    QFETCH(const int, absent);
    QVERIFY(!quantileBreaks(values, 4).ok());
    const Classification result = classifyByQuantiles(values, 4);
    QVERIFY(!result.breaks);
    QCOMPARE(result.classes, std::vector<int>(values.size(), 0));
    QCOMPARE(result.absent, absent);
}

// SQL's NTILE(5) over three rows in falling order: 1, 2, 3 from the greatest.
void QuantilesTest::fewerValuesThanClassesFillTheFirstOnes()
{
    const Classification cut = classifyByQuantiles(std::vector{1.0, 2.0, 3.0}, 5, QuantileRule::Ntile);
    QCOMPARE(cut.classes.back(), 5);
    QCOMPARE(cut.classes[1], 4);
    QVERIFY(cut.classes.front() < 4);
}

void QuantilesTest::fewerThanTwoClassesAreRefused()
{
    QVERIFY(!quantileBreaks(std::vector{1.0, 2.0}, 1).ok());
    QVERIFY(!quantileBreaks(std::vector{1.0, 2.0}, 0).ok());
}

void QuantilesTest::aValueEqualToABoundBelongsToTheLowerClass()
{
    const auto breaks = ClassBreaks::fromUpperBounds({1.0, 2.0, 3.0});
    QVERIFY(breaks.ok());
    QCOMPARE(breaks->count(), 4);
    QCOMPARE(breaks->classOf(-100), 1);
    QCOMPARE(breaks->classOf(1.0), 1);
    QCOMPARE(breaks->classOf(std::nextafter(1.0, 2.0)), 2);
    QCOMPARE(breaks->classOf(3.0), 3);
    QCOMPARE(breaks->classOf(3.1), 4);
    QCOMPARE(breaks->classOf(none), 0);
}

void QuantilesTest::boundsMustBeNumbersInRisingOrder()
{
    QVERIFY(!ClassBreaks::fromUpperBounds({2.0, 1.0}).ok());
    QVERIFY(!ClassBreaks::fromUpperBounds({1.0, none}).ok());
    QVERIFY(!ClassBreaks::fromUpperBounds({1.0, std::numeric_limits<double>::infinity()}).ok());
    QVERIFY(ClassBreaks::fromUpperBounds({1.0, 1.0}).ok());
}

void QuantilesTest::equalValuesShareAClass()
{
    QRandomGenerator random(7);
    for (int run = 0; run < 200; ++run) {
        std::vector<double> values;
        for (int i = 0; i < 40; ++i)
            values.push_back(random.bounded(8) / 10.0);
        const Classification result = classifyByQuantiles(values, 2 + run % 6);
        std::map<double, std::set<int>> classesOfValue;
        for (size_t i = 0; i < values.size(); ++i)
            classesOfValue[values[i]].insert(result.classes[i]);
        for (const auto &[value, classes] : classesOfValue)
            QCOMPARE(classes.size(), size_t(1));
    }
}

void QuantilesTest::classesCoverAllValuesWithoutOverlap()
{
    QRandomGenerator random(11);
    for (int run = 0; run < 200; ++run) {
        const int k = 2 + run % 6;
        std::vector<double> values;
        for (int i = 0; i < 50; ++i)
            values.push_back(random.bounded(12) == 0 ? none : random.bounded(1000) / 100.0 - 5);
        const Classification result = classifyByQuantiles(values, k);
        QVERIFY(result.breaks);
        QCOMPARE(std::accumulate(result.counts.begin(), result.counts.end(), result.absent), 50);
        for (size_t i = 0; i < values.size(); ++i) {
            const int c = result.classes[i];
            QCOMPARE(c == 0, std::isnan(values[i]));
            if (c == 0)
                continue;
            const auto bounds = result.breaks->upperBounds();
            QVERIFY(c == k || values[i] <= bounds[static_cast<size_t>(c) - 1]);
            QVERIFY(c == 1 || values[i] > bounds[static_cast<size_t>(c) - 2]);
            QVERIFY(values[i] >= result.lows[static_cast<size_t>(c) - 1]);
            QVERIFY(values[i] <= result.highs[static_cast<size_t>(c) - 1]);
        }
    }
}

ATLAS_TEST(QuantilesTest)

#include "test_quantiles.moc"
