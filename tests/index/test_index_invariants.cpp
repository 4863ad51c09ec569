#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/index/compute_index.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr size_t areaCount = 60;
constexpr size_t indicatorCount = 6;
constexpr double tolerance = 1e-12;

std::vector<size_t> shuffled(size_t count, QRandomGenerator &random)
{
    std::vector<size_t> order(count);
    std::iota(order.begin(), order.end(), size_t(0));
    std::shuffle(order.begin(), order.end(), random);
    return order;
}

/// Figures with one decimal as published tables have them, so that some are equal; one in ten is missing
/// where `withHoles` is set.
std::vector<MadeIndicator> randomIndicators(QRandomGenerator &random, bool withHoles)
{
    std::vector<MadeIndicator> indicators;
    for (size_t i = 0; i < indicatorCount; ++i) {
        MadeIndicator made{QStringLiteral("i%1").arg(i), {}};
        made.direction = i % 3 == 2 ? Direction::LowerIsMoreDisengaged : Direction::HigherIsMoreDisengaged;
        for (size_t area = 0; area < areaCount; ++area) {
            const bool hole = withHoles && random.bounded(10) == 0;
            made.values.push_back(hole ? std::numeric_limits<double>::quiet_NaN()
                                       : random.bounded(300) / 10.0);
        }
        indicators.push_back(made);
    }
    return indicators;
}

std::vector<double> scoresOf(const std::vector<MadeIndicator> &indicators,
                             const std::map<QString, double> &weights = {})
{
    return computeIndex(makeDataset(indicators), {.weights = weights}).scores;
}

/// Equal to the last bit; NaN is equal to NaN.
bool sameBits(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

/// Infinite where one of the two has a score and the other has none.
double largestDifference(const std::vector<double> &a, const std::vector<double> &b)
{
    constexpr double beyondAll = std::numeric_limits<double>::infinity();
    if (a.empty() || a.size() != b.size())
        return beyondAll;
    double largest = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) != std::isnan(b[i]))
            return beyondAll;
        if (!std::isnan(a[i]))
            largest = std::max(largest, std::abs(a[i] - b[i]));
    }
    return largest;
}

std::vector<MadeIndicator> withValues(std::vector<MadeIndicator> indicators, size_t changed,
                                      const std::function<double(double)> &change)
{
    for (double &value : indicators[changed].values)
        value = change(value);
    return indicators;
}

} // namespace

class IndexInvariantsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_random.seed(2016); }

    void aScoreOnOneSideOnlyIsADifference();
    void rowOrderChangesNoBit();
    void indicatorOrderChangesNothing();
    void addingAConstantToAnIndicatorChangesNothing();
    void multiplyingAnIndicatorChangesNothing();
    void reversingEveryDirectionReversesTheScores();
    void equalWeightsChangeNoBit();
    void doublingEveryWeightChangesNoBit();
    void aHeavyWeightLeavesItsIndicatorOnly();
    void scoresAddUpToZeroWhenNothingIsMissing();
    void aMeanOfEqualDomainsEqualsTheFlatMean();

private:
    QRandomGenerator m_random;
};

void IndexInvariantsTest::aScoreOnOneSideOnlyIsADifference()
{
    const std::vector<double> holed = {1, std::numeric_limits<double>::quiet_NaN(), 3};
    const std::vector<double> whole = {1, 2, 3};
    QCOMPARE(largestDifference(holed, holed), 0.0);
    QVERIFY(largestDifference(holed, whole) > 1);
    QVERIFY(largestDifference(whole, holed) > 1);
}

void IndexInvariantsTest::rowOrderChangesNoBit()
{
    for (int run = 0; run < 20; ++run) {
        const auto indicators = randomIndicators(m_random, true);
        const auto order = shuffled(areaCount, m_random);
        auto reordered = indicators;
        for (size_t i = 0; i < indicatorCount; ++i)
            for (size_t area = 0; area < areaCount; ++area)
                reordered[i].values[area] = indicators[i].values[order[area]];
        const IndexResult before = computeIndex(makeDataset(indicators), {});
        const IndexResult after = computeIndex(makeDataset(reordered), {});
        std::vector<double> expected;
        for (size_t area = 0; area < areaCount; ++area) {
            QCOMPARE(after.ranks[area], before.ranks[order[area]]);
            expected.push_back(before.scores[order[area]]);
        }
        QVERIFY(sameBits(after.scores, expected));
    }
}

void IndexInvariantsTest::indicatorOrderChangesNothing()
{
    const auto indicators = randomIndicators(m_random, true);
    std::vector<MadeIndicator> reordered;
    for (const size_t i : shuffled(indicatorCount, m_random))
        reordered.push_back(indicators[i]);
    QVERIFY(largestDifference(scoresOf(reordered), scoresOf(indicators)) <= tolerance);
}

void IndexInvariantsTest::addingAConstantToAnIndicatorChangesNothing()
{
    const auto indicators = randomIndicators(m_random, true);
    const auto moved = withValues(indicators, 3, [](double value) { return value + 17.5; });
    QVERIFY(largestDifference(scoresOf(moved), scoresOf(indicators)) <= tolerance);
}

void IndexInvariantsTest::multiplyingAnIndicatorChangesNothing()
{
    const auto indicators = randomIndicators(m_random, true);
    const auto stretched = withValues(indicators, 2, [](double value) { return value * 0.01; });
    QVERIFY(largestDifference(scoresOf(stretched), scoresOf(indicators)) <= tolerance);
}

void IndexInvariantsTest::reversingEveryDirectionReversesTheScores()
{
    const auto indicators = randomIndicators(m_random, true);
    auto reversed = indicators;
    for (MadeIndicator &made : reversed)
        made.direction = made.direction == Direction::HigherIsMoreDisengaged
                             ? Direction::LowerIsMoreDisengaged
                             : Direction::HigherIsMoreDisengaged;
    auto scores = scoresOf(reversed);
    for (double &score : scores)
        score = -score;
    QVERIFY(largestDifference(scores, scoresOf(indicators)) <= tolerance);
}

void IndexInvariantsTest::equalWeightsChangeNoBit()
{
    const auto indicators = randomIndicators(m_random, true);
    const IndexResult result = computeIndex(makeDataset(indicators), {});
    std::vector<double> plainMeans;
    for (size_t area = 0; area < areaCount; ++area) {
        double sum = 0;
        for (const size_t i : result.used)
            if (const double z = result.indicators[i].values[area]; !std::isnan(z))
                sum += z;
        plainMeans.push_back(sum / result.valueCounts[area]);
    }
    QVERIFY(sameBits(result.scores, plainMeans));
    for (const double weight : {0.1, 1.0, 3.0, 1e-300, 1e300}) {
        std::map<QString, double> weights;
        for (const MadeIndicator &made : indicators)
            weights[made.code] = weight;
        QVERIFY(sameBits(scoresOf(indicators, weights), plainMeans));
    }
}

void IndexInvariantsTest::doublingEveryWeightChangesNoBit()
{
    const auto indicators = randomIndicators(m_random, true);
    std::map<QString, double> weights;
    for (const MadeIndicator &made : indicators)
        weights[made.code] = (1 + m_random.bounded(99)) / 10.0;
    const auto before = scoresOf(indicators, weights);
    for (auto &[code, weight] : weights)
        weight *= 2;
    QVERIFY(sameBits(scoresOf(indicators, weights), before));
    for (auto &[code, weight] : weights)
        weight *= 0.3;
    QVERIFY(largestDifference(scoresOf(indicators, weights), before) <= tolerance);
}

void IndexInvariantsTest::aHeavyWeightLeavesItsIndicatorOnly()
{
    const auto indicators = randomIndicators(m_random, false);
    const std::vector<MadeIndicator> only = {indicators[4]};
    QVERIFY(largestDifference(scoresOf(indicators, {{indicators[4].code, 1e15}}), scoresOf(only)) <= 1e-12);
}

void IndexInvariantsTest::scoresAddUpToZeroWhenNothingIsMissing()
{
    const auto scores = scoresOf(randomIndicators(m_random, false));
    QVERIFY(std::abs(std::accumulate(scores.begin(), scores.end(), 0.0)) <= 1e-10);
}

// The paper's remark that its three groups of two could be averaged first.
void IndexInvariantsTest::aMeanOfEqualDomainsEqualsTheFlatMean()
{
    const IndexResult result = computeIndex(makeDataset(randomIndicators(m_random, false)), {});
    std::vector<double> nested;
    for (size_t area = 0; area < areaCount; ++area) {
        double sum = 0;
        for (size_t first = 0; first < indicatorCount; first += 2)
            sum += (result.indicators[first].values[area] + result.indicators[first + 1].values[area]) / 2;
        nested.push_back(sum / 3);
    }
    QVERIFY(largestDifference(nested, result.scores) <= tolerance);
}

ATLAS_TEST(IndexInvariantsTest)

#include "test_index_invariants.moc"
