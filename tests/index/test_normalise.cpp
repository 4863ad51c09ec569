#include "tests/support/test_program.h"

#include "core/index/normalise.h"
#include "tests/support/none.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr auto higher = Direction::HigherIsMoreDisengaged;
constexpr auto lower = Direction::LowerIsMoreDisengaged;

} // namespace

class NormaliseTest : public QObject
{
    Q_OBJECT

private slots:
    void sampleDeviationDividesByOneLess();
    void populationDeviationDividesByTheCount();
    void lowerIsMoreDisengagedTurnsTheSign();
    void theGreatestDistanceIsThatOfTheValueFarthestOut();
    void missingValuesAreSkippedAndStayMissing();
    void onlyWhatWasFilledHasAFilling();
    void valuesThatCannotTellAreasApartAreNotUsable_data();
    void valuesThatCannotTellAreasApartAreNotUsable();
};

void NormaliseTest::sampleDeviationDividesByOneLess()
{
    // Sum of squares 10 around the mean 3.
    const Normalised result =
        zScores(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}, higher, StandardDeviation::Sample);
    QCOMPARE(result.mean, 3.0);
    QCOMPARE(result.standardDeviation, std::sqrt(10.0 / 4.0));
    QCOMPARE(result.values[0], -2 / std::sqrt(2.5));
    QCOMPARE(result.values[2], 0.0);
    QCOMPARE(result.values[4], 2 / std::sqrt(2.5));
}

void NormaliseTest::populationDeviationDividesByTheCount()
{
    const Normalised result =
        zScores(std::vector{1.0, 2.0, 3.0, 4.0, 5.0}, higher, StandardDeviation::Population);
    QCOMPARE(result.standardDeviation, std::sqrt(2.0));
    QCOMPARE(result.values[4], 2 / std::sqrt(2.0));
}

void NormaliseTest::lowerIsMoreDisengagedTurnsTheSign()
{
    const std::vector values = {1.0, 2.0, 6.0};
    const Normalised up = zScores(values, higher, StandardDeviation::Sample);
    const Normalised down = zScores(values, lower, StandardDeviation::Sample);
    QCOMPARE(down.mean, up.mean);
    QCOMPARE(down.standardDeviation, up.standardDeviation);
    for (size_t i = 0; i < values.size(); ++i)
        QCOMPARE(down.values[i], -up.values[i]);
}

void NormaliseTest::theGreatestDistanceIsThatOfTheValueFarthestOut()
{
    for (const std::vector<double> &values : {std::vector{1.0, none, 2.0, 6.0}, std::vector{-9.0, 2.0, 3.0}})
        for (const Direction direction : {higher, lower}) {
            const Normalised result = zScores(values, direction, StandardDeviation::Sample);
            double farthest = 0;
            for (const double value : result.values)
                farthest = std::fmax(farthest, std::abs(value));
            QCOMPARE(result.greatest, farthest);
        }
    QCOMPARE(zScores(std::vector{4.2, 4.2}, higher, StandardDeviation::Sample).greatest, 0.0);
}

void NormaliseTest::missingValuesAreSkippedAndStayMissing()
{
    const Normalised whole = zScores(std::vector{1.0, 3.0, 8.0}, higher, StandardDeviation::Sample);
    const Normalised holed =
        zScores(std::vector{none, 1.0, none, 3.0, 8.0}, higher, StandardDeviation::Sample);
    QCOMPARE(holed.mean, whole.mean);
    QCOMPARE(holed.standardDeviation, whole.standardDeviation);
    QVERIFY(std::isnan(holed.values[0]));
    QVERIFY(std::isnan(holed.values[2]));
    QCOMPARE(holed.values[1], whole.values[0]);
    QCOMPARE(holed.values[3], whole.values[1]);
    QCOMPARE(holed.values[4], whole.values[2]);
}

void NormaliseTest::onlyWhatWasFilledHasAFilling()
{
    const Normalised result{.filled = {1, 4}, .filledWith = {2.5, 7}};
    QCOMPARE(result.filling(1), 2.5);
    QCOMPARE(result.filling(4), 7.0);
    for (const size_t area : {size_t(0), size_t(2), size_t(5)})
        QVERIFY(std::isnan(result.filling(area)));
}

void NormaliseTest::valuesThatCannotTellAreasApartAreNotUsable_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("no areas") << std::vector<double>{};
    QTest::newRow("nothing but missing values") << std::vector{none, none};
    QTest::newRow("one value") << std::vector{4.2};
    QTest::newRow("one value among missing ones") << std::vector{none, 4.2, none};
    QTest::newRow("two equal values") << std::vector{4.2, 4.2};
    QTest::newRow("equal values whose mean rounds") << std::vector<double>(39, 0.1);
    QTest::newRow("equal values among missing ones") << std::vector{0.1, none, 0.1, 0.1};
}

void NormaliseTest::valuesThatCannotTellAreasApartAreNotUsable()
{
    QFETCH(const std::vector<double>, values);
    for (const auto kind : {StandardDeviation::Sample, StandardDeviation::Population}) {
        const Normalised result = zScores(values, higher, kind);
        QVERIFY(!result.isUsable());
        if (const auto value = std::find_if(values.begin(), values.end(), [](double v) { return v == v; });
            value != values.end())
            QVERIFY(result.mean == *value); // to the last bit
        QCOMPARE(result.values.size(), values.size());
        for (const double value : result.values)
            QVERIFY(std::isnan(value));
    }
}

ATLAS_TEST(NormaliseTest)

#include "test_normalise.moc"
