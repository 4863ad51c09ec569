#include "tests/support/test_program.h"

#include "core/index/normalise.h"
#include "tests/support/none.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr Direction higher = Direction::HigherIsMoreDisengaged;
constexpr Direction lower = Direction::LowerIsMoreDisengaged;

using Reference = std::optional<ReferenceValues>;

bool areEqual(const std::vector<double> &a, const std::vector<double> &b)
{
    if (a.size() != b.size())
        return false;
    for (size_t i = 0; i < a.size(); ++i)
        if (std::isnan(a[i]) != std::isnan(b[i]) || std::abs(a[i] - b[i]) > 1e-12)
            return false;
    return true;
}

} // namespace

class ScalesTest : public QObject
{
    Q_OBJECT

private slots:
    void valuesAreScaled_data();
    void valuesAreScaled();
    void aScaleThatCannotBeMadeIsNamed_data();
    void aScaleThatCannotBeMadeIsNamed();
    void slopesAreThoseOfTheScale();
    void endsOfTheScaleAreThoseOfMinMaxAndGoalpostsOnly();
    void fixedMeanAndDeviationTakeThePlaceOfTheirOwn();
    void oneValueIsEnoughForAFixedScale();
};

void ScalesTest::valuesAreScaled_data()
{
    using N = Normalisation;
    QTest::addColumn<Normalisation>("method");
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<Reference>("reference");
    QTest::addColumn<std::vector<double>>("expected");
    const std::vector<double> five = {2, 4, none, 4, 12};
    QTest::newRow("min-max") << N::MinMax << five << higher << Reference()
                             << std::vector{0.0, 0.2, none, 0.2, 1.0};
    QTest::newRow("min-max, turned") << N::MinMax << five << lower << Reference()
                                     << std::vector{1.0, 0.8, none, 0.8, 0.0};
    QTest::newRow("min-max on a fixed range")
        << N::MinMax << five << higher << Reference({0, 16}) << std::vector{0.125, 0.25, none, 0.25, 0.75};
    QTest::newRow("percentile ranks") << N::PercentileRank << five << higher << Reference()
                                      << std::vector{0.0, 1 / 3.0, none, 1 / 3.0, 1.0};
    QTest::newRow("ranks") << N::Rank << five << higher << Reference()
                           << std::vector{1.0, 2.0, none, 2.0, 4.0};
    QTest::newRow("ranks, turned") << N::Rank << five << lower << Reference()
                                   << std::vector{4.0, 2.0, none, 2.0, 1.0};
    QTest::newRow("Borda") << N::Borda << five << higher << Reference()
                           << std::vector{0.0, 1.0, none, 1.0, 3.0};
    // Published in the tests of COINr 1.1.14: goalposts and distance to a target.
    QTest::newRow("goalposts") << N::Goalposts << std::vector{1.0, 11.0, -1.0} << higher << Reference({0, 10})
                               << std::vector{0.1, 1.0, 0.0};
    QTest::newRow("goalposts, turned") << N::Goalposts << std::vector{1.0, 11.0, -1.0} << lower
                                       << Reference({10, 0}) << std::vector{0.9, 0.0, 1.0};
    QTest::newRow("distance to a target") << N::TargetDistance << std::vector{0.0, 5.0, 11.0} << higher
                                          << Reference({0, 10}) << std::vector{0.0, 0.5, 1.1};
    QTest::newRow("distance to the last area, turned")
        << N::ReferenceDistance << std::vector{2.0, 4.0, 7.0, 6.0} << lower << Reference()
        << std::vector{5.0, 3.0, 0.0, 1.0};
    QTest::newRow("distance to a fixed value where the last area has none")
        << N::ReferenceDistance << std::vector{2.0, 4.0, none} << higher << Reference({0, 8})
        << std::vector{0.25, 0.5, none};
    QTest::newRow("distance to the last area") << N::ReferenceDistance << std::vector{2.0, 4.0, 7.0, 6.0}
                                               << higher << Reference() << std::vector{0.0, 0.5, 1.25, 1.0};
    QTest::newRow("share of the maximum") << N::ShareOfMaximum << five << higher << Reference()
                                          << std::vector{2 / 12.0, 4 / 12.0, none, 4 / 12.0, 1.0};
    QTest::newRow("share of the maximum, turned") << N::ShareOfMaximum << five << lower << Reference()
                                                  << std::vector{10 / 12.0, 8 / 12.0, none, 8 / 12.0, 0.0};
}

void ScalesTest::valuesAreScaled()
{
    QFETCH(const Normalisation, method);
    QFETCH(const std::vector<double>, values);
    QFETCH(const Direction, direction);
    QFETCH(const Reference, reference);
    QFETCH(const std::vector<double>, expected);
    const Normalised scaled = normalise(
        values, {.direction = direction, .reference = reference, .referenceArea = values.size() - 1},
        {.normalisation = method});
    QVERIFY(scaled.isUsable());
    QVERIFY(areEqual(scaled.values, expected));
    double farthest = 0;
    for (const double value : expected)
        farthest = std::fmax(farthest, std::abs(value - scaled.centre));
    QVERIFY(std::abs(scaled.greatest - farthest) < 1e-12);
}

void ScalesTest::aScaleThatCannotBeMadeIsNamed_data()
{
    using N = Normalisation;
    QTest::addColumn<Normalisation>("method");
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<Reference>("reference");
    QTest::addColumn<Unusable>("why");
    QTest::newRow("all equal") << N::MinMax << std::vector{4.0, 4.0} << Reference() << Unusable::NoSpread;
    QTest::newRow("one value") << N::Rank << std::vector{4.0, none} << Reference() << Unusable::NoSpread;
    QTest::newRow("no value") << N::Goalposts << std::vector{none, none} << Reference({0, 1})
                              << Unusable::NoSpread;
    QTest::newRow("no target") << N::TargetDistance << std::vector{1.0, 2.0} << Reference()
                               << Unusable::NoGoalposts;
    QTest::newRow("target at the start")
        << N::TargetDistance << std::vector{1.0, 2.0} << Reference({3, 3}) << Unusable::EqualEnds;
    QTest::newRow("reference area without a value")
        << N::ReferenceDistance << std::vector{1.0, 2.0, none} << Reference() << Unusable::NoReference;
    QTest::newRow("reference area with the least value")
        << N::ReferenceDistance << std::vector{3.0, 1.0} << Reference() << Unusable::EqualEnds;
    QTest::newRow("nothing above zero")
        << N::ShareOfMaximum << std::vector{-2.0, 0.0} << Reference() << Unusable::NotPositive;
}

void ScalesTest::aScaleThatCannotBeMadeIsNamed()
{
    QFETCH(const Normalisation, method);
    QFETCH(const std::vector<double>, values);
    QFETCH(const Reference, reference);
    QFETCH(const Unusable, why);
    const Normalised scaled = normalise(values, {.reference = reference, .referenceArea = values.size() - 1},
                                        {.normalisation = method});
    QVERIFY(scaled.unusable == why);
    for (const double value : scaled.values)
        QVERIFY(std::isnan(value));
}

void ScalesTest::slopesAreThoseOfTheScale()
{
    const std::vector<double> values = {2, 4, 12};
    const auto slope = [&values](Normalisation method, Direction direction) {
        return normalise(values, {.direction = direction}, {.normalisation = method, .high = 100}).slope;
    };
    QCOMPARE(slope(Normalisation::MinMax, higher), 10.0);
    QCOMPARE(slope(Normalisation::MinMax, lower), -10.0);
    QCOMPARE(slope(Normalisation::ZScore, lower), -1 / std::sqrt(28.0));
    QVERIFY(std::isnan(slope(Normalisation::Rank, higher)));
    const ScaledIndicator fixed{.reference = ReferenceValues{0, 5}};
    QVERIFY(std::isnan(normalise(values, fixed, {.normalisation = Normalisation::Goalposts}).slope)); // held
    QCOMPARE(normalise(values, fixed, {.normalisation = Normalisation::TargetDistance}).slope, 0.2);
}

void ScalesTest::endsOfTheScaleAreThoseOfMinMaxAndGoalpostsOnly()
{
    const std::vector<double> values = {-1, 5, 11};
    const auto scaled = [&values](Normalisation method, double low, double high) {
        return normalise(values, {.reference = ReferenceValues{0, 10}},
                         {.normalisation = method, .low = low, .high = high})
            .values;
    };
    QVERIFY(areEqual(scaled(Normalisation::MinMax, 1, 101), {-9, 51, 111}));
    QVERIFY(areEqual(scaled(Normalisation::Goalposts, 1, 101), {1, 51, 101}));
    QVERIFY(areEqual(scaled(Normalisation::Goalposts, 100, 0), {100, 50, 0})); // a scale that falls
    QVERIFY(areEqual(scaled(Normalisation::TargetDistance, 1, 101), {-0.1, 0.5, 1.1}));
}

void ScalesTest::fixedMeanAndDeviationTakeThePlaceOfTheirOwn()
{
    const Normalised scaled =
        zScores(std::vector{2.0, 4.0, 12.0}, lower, StandardDeviation::Sample, ReferenceValues{10, 4});
    QVERIFY(areEqual(scaled.values, {2, 1.5, -0.5}));
    QCOMPARE(scaled.mean, 6.0);
    QCOMPARE(scaled.greatest, 1.5);
    QCOMPARE(scaled.centre, 1.0);
    QCOMPARE(*scaled.reference, (ReferenceValues{10, 4}));
}

void ScalesTest::oneValueIsEnoughForAFixedScale()
{
    for (const Normalisation method : {Normalisation::ZScore, Normalisation::MinMax}) {
        const Normalised scaled = normalise(std::vector{none, 7.0}, {.reference = ReferenceValues{5, 10}},
                                            {.normalisation = method});
        QVERIFY(scaled.isUsable());
        QVERIFY(areEqual(scaled.values, {none, method == Normalisation::ZScore ? 0.2 : 0.4}));
    }
}

ATLAS_TEST(ScalesTest)

#include "test_scales.moc"
