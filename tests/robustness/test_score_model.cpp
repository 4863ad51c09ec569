#include "core/dataset/load_dataset.h"
#include "core/index/rank.h"
#include "core/robustness/rounding_band.h"
#include "core/robustness/score_model.h"
#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

Assumptions only(Assumption varied)
{
    return {.rounding = varied == Assumption::Rounding,
            .weights = varied == Assumption::Weights ? WeightDraw::Around : WeightDraw::Kept,
            .scale = varied == Assumption::Scale,
            .aggregation = varied == Assumption::Aggregation,
            .leaveOut = varied == Assumption::LeaveOut};
}

/// The scores of all areas with one in each draw.
std::vector<std::vector<double>> drawn(const Dataset &dataset, const IndexSettings &settings,
                                       const Assumptions &assumptions, int draws)
{
    const auto model = ScoreModel::make(dataset, settings, assumptions, draws);
    if (!model)
        return {};
    std::vector<std::vector<double>> all;
    ScoreModel::Workspace room;
    for (int draw = 0; draw < draws; ++draw) {
        RandomStream random(3, static_cast<uint64_t>(draw));
        DrawStreams streams{};
        std::generate(streams.begin(), streams.end(), [&random] { return random(); });
        const auto scores = model->draw(streams, room);
        all.emplace_back(scores.begin(), scores.end());
    }
    return all;
}

std::vector<double> withoutAbsent(std::vector<double> scores)
{
    std::erase_if(scores, [](double score) { return std::isnan(score); });
    return scores;
}

bool areNear(const std::vector<double> &a, const std::vector<double> &b, double tolerance)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [tolerance](double x, double y) { return std::abs(x - y) <= tolerance; });
}

/// Measured to the last digit, so that rounding takes nothing from them; some are missing, some equal.
Dataset measured()
{
    std::vector<MadeIndicator> indicators;
    RandomStream random(8);
    for (const char *code : {"a", "b", "c", "d"}) {
        MadeIndicator made{QString::fromLatin1(code), {}};
        made.direction =
            indicators.size() % 2 == 1 ? Direction::LowerIsMoreDisengaged : Direction::HigherIsMoreDisengaged;
        const auto own = static_cast<int>(indicators.size());
        for (int area = 0; area < 20; ++area)
            made.values.push_back(area % 9 == own || (area == 13 && own < 2) ? none : random.uniform());
        indicators.push_back(made);
    }
    Dataset dataset = makeDataset(indicators);
    for (size_t i = 0; i < 4; ++i)
        dataset.metadata.indicators[i].domain = i < 3 ? "d" : "e";
    dataset.metadata.aggregates = {{"d", "D", {}, 2}, {"e", "E", {}}};
    dataset.metadata.indicators[0].weight = 3;
    return dataset;
}

/// Two areas and two indicators on scales from 0 to 10 that nothing moves.
IndexSettings fixedScales(const std::map<QString, double> &weights = {})
{
    return {
        .weights = weights,
        .scale = {.normalisation = Normalisation::MinMax, .references = {{"a", {0, 10}}, {"b", {0, 10}}}}};
}

} // namespace

/// An index made ready for many draws.
class ScoreModelTest : public QObject
{
    Q_OBJECT

private slots:
    void whereNothingIsRoundedDrawsAreTheIndex_data();
    void whereNothingIsRoundedDrawsAreTheIndex();
    void scalesDrawnAreTheThreeOfTheData();
    void sharesSpreadAsMuchAsTheirConcentrationSays();
    void weightsGoToTheEndsOfTheirSpread();
    void geometricMeansAreOfOneToAHundred();
    void valuesAreRoundedByHalfAUnitAtMost();
    void ranksAreOfValuesRoundedByHalfAUnitAtMost();
    void roundedValuesAreHeldBetweenGoalposts();
    void roundingIsStretchedWithTheScale();
    void filledAndTreatedValuesAreNotRounded();
    void aGeometricIndexStaysOneOnEveryScale();
    void theOnlyIndicatorIsNeverLeftOut();
    void asManyDrawsAsMayBeAreMade();
    void aSingleRankIsNoRankToBeUnsureOf();
};

void ScoreModelTest::whereNothingIsRoundedDrawsAreTheIndex_data()
{
    QTest::addColumn<IndexSettings>("settings");
    const auto scaled = [](Normalisation method) {
        return IndexSettings{.scale = {.normalisation = method, .low = 1, .high = 100}};
    };
    QTest::newRow("z-scores") << IndexSettings{};
    QTest::newRow("nested") << IndexSettings{.levels = Levels::Nested};
    QTest::newRow("nested, equal weights")
        << IndexSettings{.levels = Levels::Nested, .weighting = Weighting::Equal};
    QTest::newRow("with a threshold") << IndexSettings{.levels = Levels::Nested, .threshold = 0.7};
    QTest::newRow("with a threshold that a domain misses")
        << IndexSettings{.levels = Levels::Nested, .threshold = 0.5};
    QTest::newRow("only complete areas") << IndexSettings{.scale = {.missing = MissingRule::LeaveOut}};
    QTest::newRow("filled") << IndexSettings{.scale = {.missing = MissingRule::Mean}};
    QTest::newRow("filled and nested")
        << IndexSettings{.scale = {.missing = MissingRule::Mean}, .levels = Levels::Nested};
    QTest::newRow("min-max") << scaled(Normalisation::MinMax);
    QTest::newRow("percentile ranks") << scaled(Normalisation::PercentileRank);
    QTest::newRow("ranks") << scaled(Normalisation::Rank);
    QTest::newRow("Borda") << scaled(Normalisation::Borda);
    IndexSettings geometric = scaled(Normalisation::MinMax);
    geometric.aggregation = Aggregation::Geometric;
    QTest::newRow("geometric") << geometric;
    geometric.levels = Levels::Nested;
    geometric.aggregationOfLevel = {{2, Aggregation::Arithmetic}};
    QTest::newRow("geometric above arithmetic") << geometric;
    geometric.aggregation = Aggregation::Harmonic;
    QTest::newRow("harmonic above arithmetic") << geometric;
}

void ScoreModelTest::whereNothingIsRoundedDrawsAreTheIndex()
{
    QFETCH(const IndexSettings, settings);
    const Dataset dataset = measured();
    const std::vector<double> scores = withoutAbsent(computeIndex(dataset, settings).scores);
    const auto draws = drawn(dataset, settings, only(Assumption::Rounding), 3);
    QCOMPARE(draws.size(), size_t(3));
    for (const auto &draw : draws) // a ten-millionth of the scale is more than rounding takes
        QVERIFY(areNear(draw, scores, 1e-5));
}

void ScoreModelTest::scalesDrawnAreTheThreeOfTheData()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 7, 12}}, {"b", {4, 1, 2, 8}}});
    const IndexSettings own = fixedScales();
    std::vector<std::vector<double>> expected = {computeIndex(dataset, own).scores};
    for (const Normalisation method :
         {Normalisation::ZScore, Normalisation::MinMax, Normalisation::PercentileRank})
        expected.push_back(computeIndex(dataset, {.scale = {.normalisation = method}}).scores);
    expected.erase(expected.begin() + 2); // min-max is the index's own, on its fixed scales
    std::vector<int> seen(expected.size());
    for (const auto &draw : drawn(dataset, own, only(Assumption::Scale), 300)) {
        const auto found = std::find_if(expected.begin(), expected.end(),
                                        [&draw](const auto &scores) { return areNear(draw, scores, 1e-12); });
        QVERIFY(found != expected.end());
        ++seen[static_cast<size_t>(found - expected.begin())];
    }
    for (const int count : seen)
        QVERIFY(count > 70); // all alike
}

// The first area is ahead where a has more than 0.6 of the weight. With shares from Beta(10, 10) that is as
// likely as at most 9 heads of 19 with a coin of 0.6: 0.1861 (with Beta(5, 5), 4 of 9: 0.2666).
void ScoreModelTest::sharesSpreadAsMuchAsTheirConcentrationSays()
{
    const Dataset dataset = makeDataset({{"a", {4, 0}}, {"b", {0, 6}}});
    Assumptions assumptions = only(Assumption::Weights);
    assumptions.weights = WeightDraw::Dirichlet;
    assumptions.concentration = 10;
    constexpr int draws = 20000;
    int ahead = 0;
    for (const auto &draw : drawn(dataset, fixedScales(), assumptions, draws))
        ahead += draw[0] > draw[1] ? 1 : 0;
    QVERIFY(std::abs(static_cast<double>(ahead) / draws - 0.1861) < 4 * std::sqrt(0.1861 * 0.8139 / draws));
}

// Of two weights within a quarter of 1, the greatest share is 1.25 in 2 and the least 0.75 in 2.
void ScoreModelTest::weightsGoToTheEndsOfTheirSpread()
{
    const Dataset dataset = makeDataset({{"a", {10, 0}}, {"b", {0, 10}}});
    double least = 1;
    double greatest = 0;
    for (const auto &draw : drawn(dataset, fixedScales(), only(Assumption::Weights), 20000)) {
        least = std::min(least, draw[0]);
        greatest = std::max(greatest, draw[0]);
    }
    QVERIFY(least >= 0.375 && least < 0.379);
    QVERIFY(greatest <= 0.625 && greatest > 0.621);
}

// 1 and 100 have the geometric mean 10. The second area has 10.16 twice on a scale of 1 to 100, and is ahead
// then; it would not be on one of 2 to 100, or of 1 to 90.
void ScoreModelTest::geometricMeansAreOfOneToAHundred()
{
    const Dataset dataset = makeDataset({{"a", {0, 9.25, 100}}, {"b", {100, 9.25, 0}}});
    int ahead = 0;
    constexpr int draws = 3000;
    for (const auto &draw : drawn(dataset, {}, only(Assumption::Aggregation), draws)) {
        const bool isGeometric = draw[1] > draw[0];
        ahead += isGeometric ? 1 : 0;
        if (isGeometric) {
            QVERIFY(std::abs(draw[0] - 10) < 1e-9);
            QVERIFY(std::abs(draw[1] - (1 + 99 * 0.0925)) < 1e-9);
        }
    }
    QVERIFY(std::abs(ahead - draws / 3) < 4 * std::sqrt(draws * 2 / 9.0));
}

// On a scale of one for each unit, a score is the value drawn.
void ScoreModelTest::valuesAreRoundedByHalfAUnitAtMost()
{
    const Dataset dataset = makeDataset({{"a", {3, 8}}});
    double least = 10;
    double greatest = 0;
    for (const auto &draw : drawn(dataset, fixedScales(), only(Assumption::Rounding), 20000)) {
        least = std::min(least, 10 * draw[0]);
        greatest = std::max(greatest, 10 * draw[0]);
    }
    QVERIFY(least >= 2.5 && least < 2.501);
    QVERIFY(greatest <= 3.5 && greatest > 3.499);
}

// 1 and 2 may come as near as they like, but never change places; 1.0, 1.5 and 2.1 neither.
void ScoreModelTest::ranksAreOfValuesRoundedByHalfAUnitAtMost()
{
    const IndexSettings ranked{.scale = {.normalisation = Normalisation::PercentileRank}};
    for (const auto &draw : drawn(makeDataset({{"a", {1, 2, 3}}}), ranked, only(Assumption::Rounding), 20000))
        QCOMPARE(draw, (std::vector<double>{0, 0.5, 1}));
    // Equal ones do, each half of the time.
    int ahead = 0;
    constexpr int draws = 10000;
    for (const auto &draw : drawn(makeDataset({{"a", {2, 2, 4}}}), ranked, only(Assumption::Rounding), draws))
        ahead += draw[0] > draw[1] ? 1 : 0;
    QVERIFY(std::abs(ahead - draws / 2) < 4 * std::sqrt(draws) / 2);
}

void ScoreModelTest::roundedValuesAreHeldBetweenGoalposts()
{
    const Dataset dataset = makeDataset({{"a", {0, 5, 10}}});
    const IndexSettings settings{
        .scale = {
            .normalisation = Normalisation::Goalposts, .low = 0, .high = 10, .references = {{"a", {0, 10}}}}};
    double least = 10;
    double greatest = 0;
    for (const auto &draw : drawn(dataset, settings, only(Assumption::Rounding), 2000)) {
        QVERIFY(draw[0] >= 0 && draw[0] <= 0.5);
        QVERIFY(draw[2] <= 10 && draw[2] >= 9.5);
        least = std::min(least, draw[1]);
        greatest = std::max(greatest, draw[1]);
    }
    QVERIFY(least >= 4.5 && least < 4.51);
    QVERIFY(greatest <= 5.5 && greatest > 5.49);
}

// For geometric means the scale is one of 1 to 100: half a unit of 10 is 4.95 there. What rounding takes
// below 1 stays above zero.
void ScoreModelTest::roundingIsStretchedWithTheScale()
{
    const Dataset dataset = makeDataset({{"a", {0, 5, 10}}});
    Assumptions assumptions = only(Assumption::Rounding);
    assumptions.aggregation = true;
    double least = 100;
    double greatest = 0;
    double leastOfAll = 100;
    for (const auto &draw : drawn(dataset, fixedScales(), assumptions, 10000)) {
        if (draw[1] < 2) // on the index's own scale of 0 to 1
            continue;
        least = std::min(least, draw[1]);
        greatest = std::max(greatest, draw[1]);
        leastOfAll = std::min(leastOfAll, draw[0]);
    }
    QVERIFY(least >= 50.5 - 4.95 - 1e-9 && least < 50.5 - 4.94);
    QVERIFY(greatest <= 50.5 + 4.95 + 1e-9 && greatest > 50.5 + 4.94);
    QVERIFY(std::abs(leastOfAll - 0.1) < 1e-9);
}

void ScoreModelTest::filledAndTreatedValuesAreNotRounded()
{
    const auto areAlike = [](const Dataset &dataset, const IndexSettings &settings) {
        const auto draws = drawn(dataset, settings, only(Assumption::Rounding), 20);
        return draws.size() == 20
               && std::all_of(draws.begin(), draws.end(), [&](const auto &draw) { return draw == draws[0]; });
    };
    const Dataset holed = makeDataset({{"a", {1, none, 3, 9}}});
    QVERIFY(areAlike(holed, {.scale = {.missing = MissingRule::Mean}}));
    QVERIFY(!areAlike(holed, {}));
    const Dataset wild = makeDataset({{"a", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100}}});
    QVERIFY(areAlike(wild, {.scale = {.outliers = OutlierRule::Treat}}));
    QVERIFY(!areAlike(wild, {}));
    const Dataset level = makeDataset({{"a", {1, 1, 2, 2, 5, 6, 7, 8, 9, 10, 30, 100}}});
    IndexSettings ranked{.scale = {.normalisation = Normalisation::PercentileRank}};
    QVERIFY(!areAlike(level, ranked));
    ranked.scale.outliers = OutlierRule::Treat;
    QVERIFY(areAlike(level, ranked));
}

void ScoreModelTest::aGeometricIndexStaysOneOnEveryScale()
{
    const IndexSettings own{.scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100},
                            .aggregation = Aggregation::Geometric};
    const Dataset dataset = makeDataset({{"a", {1, 2, 7, 12}}, {"b", {4, 1, 2, 8}}});
    for (const auto &draw : drawn(dataset, own, only(Assumption::Scale), 100))
        for (const double score : draw)
            QVERIFY(score >= 1 - 1e-9 && score <= 100 + 1e-9);
}

void ScoreModelTest::theOnlyIndicatorIsNeverLeftOut()
{
    const auto draws = drawn(makeDataset({{"a", {1, 2, 4}}}), {}, only(Assumption::LeaveOut), 50);
    QCOMPARE(draws.size(), size_t(50));
    for (const auto &draw : draws)
        QCOMPARE(rankScores(draw), (std::vector<double>{3, 2, 1}));
}

void ScoreModelTest::asManyDrawsAsMayBeAreMade()
{
    const Dataset dataset = measured();
    const IndexSettings copeland{.aggregation = Aggregation::Copeland};
    const int most = mostDraws(computeIndex(dataset, copeland));
    QCOMPARE(most, 2000000000 / (20 * 20));
    QVERIFY(ScoreModel::make(dataset, copeland, only(Assumption::Weights), most).ok());
    QVERIFY(!ScoreModel::make(dataset, copeland, only(Assumption::Weights), most + 1).ok());
}

void ScoreModelTest::aSingleRankIsNoRankToBeUnsureOf()
{
    const Dataset dataset = makeDataset({{"a", {3, none}}, {"b", {2, none}}});
    QCOMPARE(computeIndex(dataset, fixedScales()).rankedCount, 1);
    QVERIFY(!ScoreModel::make(dataset, fixedScales(), only(Assumption::Weights), 10).ok());
}

ATLAS_TEST(ScoreModelTest)

#include "test_score_model.moc"
