#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/statistics/indicator_quality.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace atlas;
using namespace atlas::test;

namespace {

Dataset of(const std::vector<double> &values, const QString &unit = {})
{
    Dataset dataset = makeDataset({{"a", values}});
    dataset.metadata.indicators[0].unit = unit;
    for (Area &area : dataset.areas)
        area.hasData = true;
    return dataset;
}

} // namespace

class IndicatorQualityTest : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreCounted();
    void missingValuesAreCountedByKind();
    void areasWithoutARowCountNowhere();
    void outliersAreBeyondTukeysFences();
    void equalValuesMakeNoOutliers();
    void percentagesBeyondAHundredAreCounted();
    void numbersTakenAsMissingAreNamed();
    void twoIndicatorsWithTheSameValuesAreNamed();
    void withoutValuesThereIsNothingToSay();
    void aHistogramHoldsEveryValueOnce_data();
    void aHistogramHoldsEveryValueOnce();
    void equalValuesAreOneBar();
};

void IndicatorQualityTest::valuesAreCounted()
{
    const IndicatorQuality quality = qualityOf(of({0, 3, 1, 3, 0, 3, 9}), 0);
    QCOMPARE(quality.rows, 7);
    QCOMPARE(quality.values, 7);
    QCOMPARE(quality.least, 0.0);
    QCOMPARE(quality.median, 3.0);
    QCOMPARE(quality.greatest, 9.0);
    QCOMPARE(quality.zeros, 2);
    QCOMPARE(quality.commonest, 3);
    QCOMPARE(quality.commonestValue, 3.0);
    QCOMPARE(qualityOf(of({1, 2, 3}), 0).commonest, 0);
}

void IndicatorQualityTest::missingValuesAreCountedByKind()
{
    Dataset dataset = of({1, none, none, none, 5});
    dataset.cells[0][1] = {.missing = Missing::Suppressed, .typed = "c"};
    dataset.cells[0][2] = {.missing = Missing::Suppressed, .typed = "[c]"};
    const IndicatorQuality quality = qualityOf(dataset, 0);
    QCOMPARE(quality.rows, 5);
    QCOMPARE(quality.values, 2);
    QCOMPARE(quality.missing.size(), size_t(2));
    QCOMPARE(quality.missing[0].kind, Missing::Blank);
    QCOMPARE(quality.missing[0].areas, 1);
    QVERIFY(quality.missing[0].typed.isEmpty());
    QCOMPARE(quality.missing[1].areas, 2);
    QCOMPARE(quality.missing[1].typed, QStringList({"c", "[c]"}));
}

void IndicatorQualityTest::areasWithoutARowCountNowhere()
{
    Dataset dataset = of({1, none, 3});
    dataset.areas[1].hasData = false;
    QCOMPARE(qualityOf(dataset, 0).rows, 2);
    QVERIFY(qualityOf(dataset, 0).missing.empty());
}

void IndicatorQualityTest::outliersAreBeyondTukeysFences()
{
    // Quartiles 2 and 4 (type 7), fences -1 and 7.
    const IndicatorQuality quality = qualityOf(of({1, 2, 3, 4, 7.01, 2, 3, 4, -1}), 0);
    QCOMPARE(quality.outliers, std::vector<size_t>{4});
    QCOMPARE(qualityOf(of({1, 2, 3, 4, 7, 2, 3, 4, -1}), 0).outliers.size(), size_t(0));
    QCOMPARE(qualityOf(of({1, 2, 3, 4, 30, 2, 3, 4, -40}), 0).outliers, (std::vector<size_t>{8, 4}));
}

void IndicatorQualityTest::equalValuesMakeNoOutliers()
{
    QVERIFY(qualityOf(of({2, 2, 2, 2, 2, 2, 9}), 0).outliers.empty());
    QVERIFY(qualityOf(of({1, 2, 900}), 0).outliers.empty());
}

void IndicatorQualityTest::percentagesBeyondAHundredAreCounted()
{
    QCOMPARE(qualityOf(of({0, 100, 100.1, -0.1, 50}, "%"), 0).beyondPercent, 2);
    QCOMPARE(qualityOf(of({0, 100, 100.1, -0.1, 50}), 0).beyondPercent, 0);
}

void IndicatorQualityTest::numbersTakenAsMissingAreNamed()
{
    Dataset dataset = of({1, none, none, none, none, 5});
    for (const size_t area : {1, 2})
        dataset.cells[0][area] = {.missing = Missing::NotYetDue, .typed = "-99"};
    dataset.cells[0][3] = {.missing = Missing::Suppressed, .typed = "c"};
    dataset.cells[0][4] = {.missing = Missing::OutOfRange, .typed = "1e300"};
    const IndicatorQuality quality = qualityOf(dataset, 0);
    QCOMPARE(quality.standIns.size(), size_t(1));
    QCOMPARE(quality.standIns[0].typed, "-99");
    QCOMPARE(quality.standIns[0].areas, 2);
}

void IndicatorQualityTest::twoIndicatorsWithTheSameValuesAreNamed()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {1, 2, 3}}, {"c", {1, 2, 4}}});
    QCOMPARE(qualityOf(dataset, 0).sameAs, QStringList{dataset.indicator(1).name});
    QVERIFY(qualityOf(dataset, 2).sameAs.isEmpty());
}

void IndicatorQualityTest::withoutValuesThereIsNothingToSay()
{
    const IndicatorQuality quality = qualityOf(of({none, none}), 0);
    QCOMPARE(quality.values, 0);
    QCOMPARE(quality.rows, 2);
    QVERIFY(quality.outliers.empty() && quality.standIns.empty());
    QVERIFY(histogramOf(std::vector<double>{none}).counts.empty());
}

void IndicatorQualityTest::aHistogramHoldsEveryValueOnce_data()
{
    QTest::addColumn<std::vector<double>>("values");
    using Values = std::vector<double>;
    QTest::newRow("few") << Values{1, 2, 3};
    QTest::newRow("with a gap") << Values{1, none, 3, 5};
    QTest::newRow("one far away") << Values{1, 2, 3, 2, 1, 3, 2, 1e12};
    QTest::newRow("half of them equal") << Values{0, 0, 0, 0, 0, 0, 0, 1, 2};
    QTest::newRow("hardly apart") << Values{1, std::nextafter(1.0, 2.0), 1};
}

void IndicatorQualityTest::aHistogramHoldsEveryValueOnce()
{
    QFETCH(const std::vector<double>, values);
    const Histogram histogram = histogramOf(values);
    const auto present =
        std::count_if(values.begin(), values.end(), [](double value) { return !std::isnan(value); });
    QCOMPARE(std::accumulate(histogram.counts.begin(), histogram.counts.end(), 0), static_cast<int>(present));
    QVERIFY(histogram.counts.size() >= 5 && histogram.counts.size() <= 40);
}

void IndicatorQualityTest::equalValuesAreOneBar()
{
    const Histogram histogram = histogramOf(std::vector<double>{4, 4, 4});
    QCOMPARE(histogram.counts, std::vector<int>{3});
    QCOMPARE(histogram.width, 0.0);
}

ATLAS_TEST(IndicatorQualityTest)

#include "test_indicator_quality.moc"
