#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/index/compute_index.h"

#include <QTest>

#include <cmath>
#include <set>
#include <vector>

using namespace atlas;
using namespace atlas::test;

class ComputeIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void theScoreIsTheMeanOfTheStandardisedIndicators();
    void theMeanIsWeightedAsTheMetadataSay();
    void ownWeightsGoBeforeTheMetadata();
    void equalWeightsTakeNoWeightsFromTheMetadata();
    void tiesAreRankedByTheRuleChosen();
    void aHundredthIsNotLetOffWhereAreasMustBeComplete();
    void whatIsTreatedHasNoSlope();
    void anAreaWithoutARowIsNotFilled();
    void anIndicatorThatIsSwitchedOffDoesNotCount();
    void contributionsAddUpToTheScore();
    void anIndicatorNotInUseContributesNothing();
    void anAreaWithSomeValuesIsScoredOnThose();
    void anAreaWithoutValuesHasNoScoreAndNoRank();
    void copelandsMethodTakesAsManyAreasAsItSays();
    void anAreaWithoutARowIsNotNamedAgain();
    void anIndicatorThatIsEqualEverywhereIsLeftOut();
    void anIndicatorSwitchedOffIsNotComplainedOf();
    void issuesAreCountedWithoutBeingWritten();
    void indicatorsNormalisedBeforeGiveTheSameIndex();
    void withEveryIndicatorOffNothingIsRanked();
    void aDatasetWithoutAreasHasAnEmptyResult();
};

void ComputeIndexTest::theScoreIsTheMeanOfTheStandardisedIndicators()
{
    // z of 1, 2, 3 is -1, 0, 1; z of 10, 10, 40 with the mean 20 and the SD sqrt(300).
    const Dataset dataset =
        makeDataset({{"a", {1, 2, 3}}, {"b", {10, 10, 40}, Direction::LowerIsMoreDisengaged}});
    const IndexResult result = computeIndex(dataset, {});
    const double step = 10 / std::sqrt(300.0);
    QCOMPARE(result.used, (std::vector<size_t>{0, 1}));
    QCOMPARE(result.scores[0], (-1 + step) / 2);
    QCOMPARE(result.scores[1], step / 2);
    QCOMPARE(result.scores[2], (1 - 2 * step) / 2);
    QCOMPARE(result.ranks, (std::vector{3.0, 1.0, 2.0}));
    QCOMPARE(result.rankedCount, 3);
    QVERIFY(allIssues(dataset, result).empty());
}

void ComputeIndexTest::theMeanIsWeightedAsTheMetadataSay()
{
    Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {3, 1, 2}}, {"c", {1, none, 5}}});
    dataset.metadata.indicators[0].weight = 4;
    const IndexResult result = computeIndex(dataset, {.excluded = {"c"}});
    QVERIFY(result.isWeighted());
    QCOMPARE(result.scores, (std::vector{-3.0 / 5, -1.0 / 5, 4.0 / 5}));
    QCOMPARE(result.contribution(0, 0), -4.0 / 5);
    QCOMPARE(result.contribution(1, 0), 1.0 / 5);
    // A missing value takes its weight with it.
    QCOMPARE(computeIndex(dataset, {}).scores[1], result.scores[1]);
}

void ComputeIndexTest::ownWeightsGoBeforeTheMetadata()
{
    Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {3, 1, 2}}});
    dataset.metadata.indicators[0].weight = 3;
    const IndexResult own = computeIndex(dataset, {.weights = {{"a", 1}, {"unknown", 7}}});
    QVERIFY(!own.isWeighted());
    QCOMPARE(own.scores, (std::vector{0.0, -0.5, 0.5}));
}

void ComputeIndexTest::equalWeightsTakeNoWeightsFromTheMetadata()
{
    Dataset dataset = makeDataset({{"a", {1, 2, 4}}, {"b", {4, 1, 2}}});
    const std::vector<double> plain = computeIndex(dataset, {}).scores;
    dataset.metadata.indicators[0].weight = 5;
    QVERIFY(computeIndex(dataset, {}).scores != plain);
    QCOMPARE(computeIndex(dataset, {.weighting = Weighting::Equal}).scores, plain);
}

void ComputeIndexTest::tiesAreRankedByTheRuleChosen()
{
    const Dataset dataset = makeDataset({{"a", {3, 3, 1}}});
    QCOMPARE(computeIndex(dataset, {.rankRule = RankRule::Average}).ranks, (std::vector{1.5, 1.5, 3.0}));
    QCOMPARE(computeIndex(dataset, {.rankRule = RankRule::Dense}).ranks, (std::vector{1.0, 1.0, 2.0}));
}

void ComputeIndexTest::aHundredthIsNotLetOffWhereAreasMustBeComplete()
{
    std::vector<MadeIndicator> indicators;
    for (int i = 0; i < 120; ++i)
        indicators.push_back({QStringLiteral("i%1").arg(i), {1, 2, i == 0 ? none : 3}});
    const IndexResult result =
        computeIndex(makeDataset(indicators), {.scale = {.missing = MissingRule::LeaveOut}});
    QCOMPARE(result.ranks, (std::vector{2.0, 1.0, 0.0}));
}

void ComputeIndexTest::whatIsTreatedHasNoSlope()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100}}});
    QVERIFY(!std::isnan(computeIndex(dataset, {}).indicators[0].slope));
    QVERIFY(
        std::isnan(computeIndex(dataset, {.scale = {.outliers = OutlierRule::Treat}}).indicators[0].slope));
}

void ComputeIndexTest::anAreaWithoutARowIsNotFilled()
{
    Dataset dataset = makeDataset({{"a", {1, none, none, 4}}});
    dataset.areas[2].hasData = false;
    const IndexResult result = computeIndex(dataset, {.scale = {.missing = MissingRule::Mean}});
    QCOMPARE(result.indicators[0].filled, (std::vector<uint32_t>{1}));
    QCOMPARE(result.ranks[2], 0.0);
}

void ComputeIndexTest::anIndicatorThatIsSwitchedOffDoesNotCount()
{
    const Dataset both = makeDataset({{"a", {1, 2, 3}}, {"b", {9, 1, 4}}});
    const Dataset only = makeDataset({{"a", {1, 2, 3}}});
    const IndexResult result = computeIndex(both, {.excluded = {"b"}});
    QCOMPARE(result.used, std::vector<size_t>{0});
    QCOMPARE(result.scores, computeIndex(only, {}).scores);
    QVERIFY(!result.isUsed(1));
}

void ComputeIndexTest::contributionsAddUpToTheScore()
{
    const Dataset dataset =
        makeDataset({{"a", {1, 2, 4, 8}}, {"b", {0.3, none, 0.1, 0.7}}, {"c", {5, 3, none, 1}}});
    for (const std::map<QString, double> &weights :
         {std::map<QString, double>{}, {{"a", 0.2}}, {{"b", 1e6}, {"c", 3}}}) {
        const IndexResult result = computeIndex(dataset, {.weights = weights});
        for (size_t area = 0; area < 4; ++area) {
            double sum = 0;
            for (size_t indicator = 0; indicator < 3; ++indicator)
                if (const double part = result.contribution(indicator, area); !std::isnan(part))
                    sum += part;
            QVERIFY(std::abs(sum - result.scores[area]) < 1e-15);
        }
    }
}

void ComputeIndexTest::anIndicatorNotInUseContributesNothing()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 4}}, {"b", {1, none, 2}}});
    const IndexResult result = computeIndex(dataset, {.excluded = {"a"}});
    QVERIFY(std::isnan(result.contribution(0, 0)));
    QVERIFY(std::isnan(result.contribution(1, 1)));
    QVERIFY(!std::isnan(result.contribution(1, 0)));
}

void ComputeIndexTest::anAreaWithSomeValuesIsScoredOnThose()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {4, none, 6}}});
    const IndexResult result = computeIndex(dataset, {});
    QCOMPARE(result.valueCounts, (std::vector{2, 1, 2}));
    QCOMPARE(result.scores[1], result.indicators[0].values[1]);
    const Issues issues = allIssues(dataset, result);
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].area.text, "A2");
    QVERIFY(issues[0].message.contains("1 of 2"));
}

void ComputeIndexTest::anAreaWithoutValuesHasNoScoreAndNoRank()
{
    const Dataset dataset = makeDataset({{"a", {1, none, 3}}, {"b", {4, none, 6}}});
    const IndexResult result = computeIndex(dataset, {});
    QVERIFY(std::isnan(result.scores[1]));
    QCOMPARE(result.ranks, (std::vector{2.0, 0.0, 1.0}));
    QCOMPARE(result.rankedCount, 2);
    const Issues issues = allIssues(dataset, result);
    QCOMPARE(issues.size(), 1);
    QCOMPARE(issues[0].severity, Severity::Warning);
    QCOMPARE(issues[0].area.text, "A2");
    QVERIFY(issues[0].message.contains("no values among the indicators in use"));
}

void ComputeIndexTest::copelandsMethodTakesAsManyAreasAsItSays()
{
    const auto isRefused = [](size_t areas) {
        std::vector<double> values(areas, none); // areas without a value are not compared
        values[0] = 1;
        values[1] = 2;
        return computeIndex(makeDataset({{"a", values}}), {.aggregation = Aggregation::Copeland})
            .refusal.has_value();
    };
    QVERIFY(!isRefused(20000));
    QVERIFY(isRefused(20001));
}

// The join has said already that the figures have no row for it.
void ComputeIndexTest::anAreaWithoutARowIsNotNamedAgain()
{
    Dataset dataset = makeDataset({{"a", {1, none, 3}}});
    dataset.areas[1].hasData = false;
    const IndexResult result = computeIndex(dataset, {});
    QCOMPARE(result.ranks[1], 0);
    QVERIFY(allIssues(dataset, result).empty());
}

void ComputeIndexTest::anIndicatorThatIsEqualEverywhereIsLeftOut()
{
    const Dataset dataset = makeDataset({{"flat", {7, 7, 7}}, {"a", {1, 2, 3}}});
    const IndexResult result = computeIndex(dataset, {});
    QCOMPARE(result.used, std::vector<size_t>{1});
    QCOMPARE(result.scores, (std::vector{-1.0, 0.0, 1.0}));
    QCOMPARE(result.issues.size(), 1);
    QVERIFY(result.issues[0].message.contains("flat"));
}

void ComputeIndexTest::anIndicatorSwitchedOffIsNotComplainedOf()
{
    const Dataset dataset = makeDataset({{"flat", {7, 7, 7}}, {"a", {1, 2, 3}}});
    QVERIFY(computeIndex(dataset, {.excluded = {"flat"}}).issues.empty());
}

void ComputeIndexTest::issuesAreCountedWithoutBeingWritten()
{
    Dataset dataset =
        makeDataset({{"a", {1, none, 3, 4}}, {"b", {4, none, none, 5}}, {"flat", {7, 7, 7, 7}}});
    dataset.issues.push_back({Severity::Note, "of the data"});
    for (const auto &excluded : {std::set<QString>(), std::set<QString>{"b"}, std::set<QString>{"flat"}}) {
        const IndexResult result = computeIndex(dataset, {.excluded = excluded});
        QCOMPARE(issueCount(dataset, result), allIssues(dataset, result).size());
    }
}

void ComputeIndexTest::indicatorsNormalisedBeforeGiveTheSameIndex()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 4, 8}}, {"b", {0.3, none, 0.1, 0.7}}});
    for (const auto kind : {StandardDeviation::Sample, StandardDeviation::Population}) {
        const NormalisedIndicators indicators = normaliseIndicators(dataset, {.standardDeviation = kind});
        for (const auto &excluded : {std::set<QString>(), std::set<QString>{"a"}, std::set<QString>{"b"}}) {
            const IndexSettings settings{.excluded = excluded, .scale = {.standardDeviation = kind}};
            const IndexResult afresh = computeIndex(dataset, settings);
            const IndexResult result = computeIndex(dataset, settings, indicators);
            QCOMPARE(result.ranks, afresh.ranks);
            for (size_t area = 0; area < 4; ++area)
                QVERIFY(result.scores[area] == afresh.scores[area] || std::isnan(afresh.scores[area]));
        }
    }
}

void ComputeIndexTest::withEveryIndicatorOffNothingIsRanked()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {4, 5, 7}}});
    const IndexResult result = computeIndex(dataset, {.excluded = {"a", "b"}});
    QVERIFY(result.used.empty());
    QCOMPARE(result.ranks, (std::vector{0.0, 0.0, 0.0}));
    QCOMPARE(result.rankedCount, 0);
    for (const double score : result.scores)
        QVERIFY(std::isnan(score));
    QVERIFY2(allIssues(dataset, result).empty(),
             "Nothing is missing from the areas: the person switched it off.");
}

void ComputeIndexTest::aDatasetWithoutAreasHasAnEmptyResult()
{
    const IndexResult result = computeIndex(makeDataset({{"a", {}}}), {});
    QVERIFY(result.scores.empty());
    QVERIFY(result.ranks.empty());
    QCOMPARE(result.rankedCount, 0);
}

ATLAS_TEST(ComputeIndexTest)

#include "test_compute_index.moc"
