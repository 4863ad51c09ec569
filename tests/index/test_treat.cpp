#include "tests/support/test_program.h"

#include "core/index/treat.h"
#include "tests/support/none.h"

#include <QTest>

#include <array>
#include <cmath>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

/// 1 to 10 and two far out; published in the tests of COINr 1.1.14.
const std::vector<double> skewed = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100};

bool isNear(double a, double b)
{
    return std::abs(a - b) < 5e-7;
}

} // namespace

class TreatTest : public QObject
{
    Q_OBJECT

private slots:
    void skewnessAndKurtosisAreThoseOfSpreadsheets();
    void shapesOfTooFewOrEqualNumbersAreAbsent();
    void outliersBeginWhereBothLimitsArePassed();
    void winsorisingBringsTheFarthestIn();
    void winsorisingLooksAtTheSideOfTheSkew();
    void winsorisingStopsAtItsLimit();
    void fiveMayBeBroughtIn();
    void logarithmsAreNotTakenWhereWinsorisingDoes();
    void logarithmsAreTakenWhereWinsorisingDoesNotDo();
    void valuesWithoutOutliersAreLeftAlone();
    void missingValuesStayMissing();
    void gapsAreFilled_data();
    void gapsAreFilled();
    void aGroupWithoutValuesKeepsItsGaps();
};

void TreatTest::skewnessAndKurtosisAreThoseOfSpreadsheets()
{
    QVERIFY(isNear(skewness(skewed), 3.063241));
    QVERIFY(isNear(kurtosis(skewed), 9.741391));
    std::vector<double> broughtIn = skewed;
    broughtIn.back() = 30;
    QVERIFY(isNear(skewness(broughtIn), 1.712038));
    QVERIFY(isNear(kurtosis(broughtIn), 1.815781));
}

void TreatTest::shapesOfTooFewOrEqualNumbersAreAbsent()
{
    QVERIFY(std::isnan(skewness(std::vector{1.0, 2.0})));
    QVERIFY(std::isnan(kurtosis(std::vector{1.0, 2.0, 4.0})));
    QVERIFY(std::isnan(skewness(std::vector{3.0, 3.0, 3.0, 3.0})));
    QVERIFY(std::isnan(kurtosis(std::vector<double>{})));
    QVERIFY(!hasOutliers(std::vector{3.0, 3.0, 3.0, 3.0}));
}

void TreatTest::outliersBeginWhereBothLimitsArePassed()
{
    // Of the two, a single value far out passes the limit of skewness last, and two heaps that of kurtosis.
    std::array<int, 2> justBelow = {};
    const auto check = [&justBelow](const std::vector<double> &values) {
        const double skew = std::abs(skewness(values));
        const double tails = kurtosis(values);
        QCOMPARE(hasOutliers(values), skew > 2 && tails > 3.5);
        justBelow[0] += skew > 1.9 && skew < 2 && tails > 3.6 ? 1 : 0;
        justBelow[1] += skew > 2.1 && tails > 3.3 && tails < 3.5 ? 1 : 0;
        justBelow[0] += skew > 2 && skew < 2.1 && tails > 3.6 ? 1 << 10 : 0;
        justBelow[1] += skew > 2.1 && tails > 3.5 && tails < 3.7 ? 1 << 10 : 0;
    };
    for (int value = 100; value < 300; ++value)
        check({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, value / 8.0});
    for (size_t many = 300; many < 400; ++many) {
        std::vector<double> heaps(many, 0.0);
        heaps.resize(400, 1.0);
        check(heaps);
    }
    for (const int counts : justBelow) // on either side of each limit
        QVERIFY(counts % (1 << 10) > 0 && counts >> 10 > 0);
}

void TreatTest::winsorisingBringsTheFarthestIn()
{
    const Treated treated = winsorise(skewed);
    QVERIFY(treated.treatment == Treatment::Winsorised);
    QCOMPARE(treated.changed, (std::vector<uint32_t>{11}));
    QCOMPARE(treated.values[11], 30.0);
    QVERIFY(std::equal(skewed.begin(), skewed.end() - 1, treated.values.begin()));
}

void TreatTest::winsorisingLooksAtTheSideOfTheSkew()
{
    std::vector<double> turned = skewed;
    for (double &value : turned)
        value = -value;
    const Treated treated = winsorise(turned);
    QCOMPARE(treated.changed, (std::vector<uint32_t>{11}));
    QCOMPARE(treated.values[11], -30.0);
}

void TreatTest::winsorisingStopsAtItsLimit()
{
    const Treated treated = winsorise(skewed, 0);
    QVERIFY(treated.treatment == Treatment::None);
    QVERIFY(treated.changed.empty());
    QCOMPARE(treated.values, skewed);
}

void TreatTest::fiveMayBeBroughtIn()
{
    std::vector<double> wild;
    for (int value = 0; value < 60; ++value)
        wild.push_back(value);
    wild.resize(65, 1000);
    const Treated treated = treatOutliers(wild, OutlierRule::Winsorise);
    QVERIFY(treated.treatment == Treatment::Winsorised);
    QCOMPARE(treated.changed, (std::vector<uint32_t>{60, 61, 62, 63, 64}));
    QCOMPARE(treated.values.back(), 59.0);
}

void TreatTest::logarithmsAreNotTakenWhereWinsorisingDoes()
{
    const Treated treated = treatOutliers(skewed, OutlierRule::Treat);
    QVERIFY(treated.treatment == Treatment::Winsorised);
    QCOMPARE(treated.values, winsorise(skewed).values);
}

void TreatTest::logarithmsAreTakenWhereWinsorisingDoesNotDo()
{
    std::vector<double> wild; // six that are level are more than may be brought in
    for (int value = 0; value < 60; ++value)
        wild.push_back(value);
    wild.resize(66, 1000);
    const Treated treated = treatOutliers(wild, OutlierRule::Treat);
    QVERIFY(treated.treatment == Treatment::Logged);
    const double range = wild.back() - wild.front();
    QCOMPARE(treated.values.front(), std::log(range / 100));
    QCOMPARE(treated.values.back(), std::log(range + range / 100));
    QVERIFY(treatOutliers(wild, OutlierRule::Winsorise).treatment == Treatment::None);
    QVERIFY(treatOutliers(skewed, OutlierRule::Log).treatment == Treatment::Logged);
}

void TreatTest::valuesWithoutOutliersAreLeftAlone()
{
    const std::vector<double> plain = {1, 2, 3, 4, 5};
    for (const OutlierRule rule : {OutlierRule::Treat, OutlierRule::Winsorise, OutlierRule::Log}) {
        QVERIFY(treatOutliers(plain, rule).treatment == Treatment::None);
        QCOMPARE(treatOutliers(plain, rule).values, plain);
    }
    QCOMPARE(treatOutliers(skewed, OutlierRule::Keep).values, skewed);
}

void TreatTest::missingValuesStayMissing()
{
    std::vector<double> holed = skewed;
    holed.insert(holed.begin(), none);
    for (const OutlierRule rule : {OutlierRule::Treat, OutlierRule::Log})
        QVERIFY(std::isnan(treatOutliers(holed, rule).values.front()));
    QCOMPARE(winsorise(holed).changed, (std::vector<uint32_t>{12}));
}

void TreatTest::gapsAreFilled_data()
{
    QTest::addColumn<MissingRule>("rule");
    QTest::addColumn<std::vector<double>>("expected");
    QTest::newRow("mean") << MissingRule::Mean << std::vector{1.0, 4.5, 3.0, 12.0, 2.0};
    QTest::newRow("median") << MissingRule::Median << std::vector{1.0, 2.5, 3.0, 12.0, 2.0};
    QTest::newRow("mean of the group") << MissingRule::GroupMean << std::vector{1.0, 2.0, 3.0, 12.0, 2.0};
}

void TreatTest::gapsAreFilled()
{
    QFETCH(const MissingRule, rule);
    QFETCH(const std::vector<double>, expected);
    const Filled filled =
        fillMissing(std::vector{1.0, none, 3.0, 12.0, 2.0}, rule, std::vector{0, 0, 0, 1, 1});
    QCOMPARE(filled.values, expected);
    QCOMPARE(filled.filled, (std::vector<uint32_t>{1}));
}

void TreatTest::aGroupWithoutValuesKeepsItsGaps()
{
    const std::vector<double> values = {1.0, none, none};
    QVERIFY(fillMissing(values, MissingRule::GroupMean, std::vector{0, 1, 1}).filled.empty());
    // A negative group is never filled: an area that the figures have no row for.
    QCOMPARE(fillMissing(values, MissingRule::Mean, std::vector{0, -1, 0}).filled,
             (std::vector<uint32_t>{2}));
    QVERIFY(fillMissing(values, MissingRule::Available, {}).filled.empty());
    QVERIFY(fillMissing(std::vector{none, none}, MissingRule::Mean, std::vector{0, 0}).filled.empty());
}

ATLAS_TEST(TreatTest)

#include "test_treat.moc"
