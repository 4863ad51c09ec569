#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include "core/index/compute_index.h"
#include "core/index/index_tree.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

using Member = IndexMember;
constexpr auto indicatorMember = Member::Kind::Indicator;
constexpr auto nodeMember = Member::Kind::Node;

/// a, b in d1, c in d2, both in s1; d in s1 itself; e in d3, which is in s2 with nothing else; top above all.
IndicatorMetadata deepMetadata()
{
    IndicatorMetadata metadata;
    const std::vector<std::pair<QString, QString>> parents = {
        {"a", "d1"}, {"b", "d1"}, {"c", "d2"}, {"d", "s1"}, {"e", "d3"}};
    for (const auto &[code, parent] : parents)
        metadata.indicators.push_back({.code = code, .name = code, .shortName = code, .domain = parent});
    metadata.aggregates = {{"top", "The index", {}}, {"s1", "S1", "top"}, {"s2", "S2", "top"},
                           {"d1", "D1", "s1"},       {"d2", "D2", "s1"},  {"d3", "D3", "s2"}};
    return metadata;
}

Dataset deepDataset()
{
    Dataset dataset = makeDataset({{"a", {1, 2, 3, 4}},
                                   {"b", {4, 1, 2, 8}},
                                   {"c", {2, 2, 5, 1}},
                                   {"d", {7, 6, 1, 1}},
                                   {"e", {3, 9, 2, 5}}});
    dataset.metadata = deepMetadata();
    return dataset;
}

IndexSettings minMax(Levels levels)
{
    return {.scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100}, .levels = levels};
}

} // namespace

class IndexTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void nodesAreListedInOneOrder();
    void nodesComeAfterThoseBelowThem();
    void flatNodesAreMadeOfAllIndicatorsBelow();
    void indicatorsWithoutParentBelongToTheIndex();
    void aDomainWithoutIndicatorsIsNoNode();
    void weightsOfIndicatorsFollowThoseOfTheirDomains();
    void scoresAddUpOnlyWhereEveryLevelIsArithmetic();
    void givenLevelsAreNestedAboveDomainsOnly();
    void nestedScoresAreMeansOfMeans();
    void sharesOfNestedScoresMultiply();
    void contributionsAddUpWhateverIsMissing();
    void nodesWithoutValuesLeaveTheirWeightToOthers();
    void levelsMayBeCombinedDifferently();
    void meansThatNeedPositiveValuesAreRefused();
    void areasWithTooFewValuesHaveNoScore();
    void filledValuesCountAndAreNamed();
    void nothingElseDependsOnTheLevels();
};

void IndexTreeTest::nodesComeAfterThoseBelowThem()
{
    const IndexTree tree = indexTree(deepMetadata(), Levels::Nested);
    QCOMPARE(tree.nodes.size(), size_t(6));
    QCOMPARE(tree.nodes[tree.root()].code, "top");
    QCOMPARE(tree.nodes[tree.root()].level, 4);
    QCOMPARE(*tree.find("index"), tree.root());
    QCOMPARE(*tree.find("top"), tree.root());
    QVERIFY(!tree.find("a"));
    for (size_t node = 0; node < tree.root(); ++node)
        QVERIFY(tree.nodes[node].parent > node);
    const IndexNode &s1 = tree.nodes[*tree.find("s1")];
    QCOMPARE(s1.members,
             (std::vector<Member>{
                 {nodeMember, *tree.find("d1")}, {nodeMember, *tree.find("d2")}, {indicatorMember, 3}}));
    QCOMPARE(s1.level, 3);
    QCOMPARE(tree.parentOfIndicator[4], *tree.find("d3"));
}

void IndexTreeTest::flatNodesAreMadeOfAllIndicatorsBelow()
{
    const IndexTree tree = indexTree(deepMetadata(), Levels::Flat);
    QVERIFY(!tree.isNested);
    QCOMPARE(tree.nodes[tree.root()].members.size(), size_t(5));
    QCOMPARE(tree.nodes[*tree.find("s1")].members,
             (std::vector<Member>{
                 {indicatorMember, 0}, {indicatorMember, 1}, {indicatorMember, 2}, {indicatorMember, 3}}));
}

void IndexTreeTest::indicatorsWithoutParentBelongToTheIndex()
{
    IndicatorMetadata metadata;
    metadata.indicators = {{.code = "a"}, {.code = "b", .domain = "d"}};
    metadata.aggregates = {{"d", "D", {}}};
    const IndexTree tree = indexTree(metadata, Levels::Nested);
    QCOMPARE(tree.nodes.size(), size_t(2));
    QCOMPARE(tree.nodes[1].code, "index");
    QCOMPARE(tree.nodes[1].members, (std::vector<Member>{{nodeMember, 0}, {indicatorMember, 0}}));
    QCOMPARE(indexTree({}, Levels::Nested).nodes.size(), size_t(1));
}

void IndexTreeTest::aDomainWithoutIndicatorsIsNoNode()
{
    IndicatorMetadata metadata = deepMetadata();
    metadata.aggregates.push_back({"bare", "Bare", "s1"});
    const IndexTree tree = indexTree(metadata, Levels::Nested);
    QVERIFY(!tree.find("bare"));
    QCOMPARE(tree.nodes.size(), size_t(6));
    QCOMPARE(tree.nodes[*tree.find("s1")].members.size(), size_t(3)); // d1, d2 and d itself
}

// d1 has 2 of the 4 parts of s1, c and d one each; s1 3 of the 4 of the index: a and b have 3/16, c, d and e
// (s2's only one) 3/16, 3/16 and 1/4, the heaviest.
void IndexTreeTest::weightsOfIndicatorsFollowThoseOfTheirDomains()
{
    Dataset dataset = deepDataset();
    for (Aggregate &aggregate : dataset.metadata.aggregates) {
        if (aggregate.code == "s1")
            aggregate.weight = 3;
        if (aggregate.code == "d1")
            aggregate.weight = 2;
    }
    const IndexResult result = computeIndex(dataset, {.levels = Levels::Nested});
    for (const size_t i : {size_t(0), size_t(1), size_t(2), size_t(3)})
        QCOMPARE(result.weights[i], 0.75);
    QCOMPARE(result.weights[4], 1.0);
}

void IndexTreeTest::scoresAddUpOnlyWhereEveryLevelIsArithmetic()
{
    IndexSettings settings = minMax(Levels::Nested);
    QVERIFY(computeIndex(deepDataset(), settings).isAdditive());
    settings.aggregationOfLevel = {{2, Aggregation::Geometric}};
    QVERIFY(!computeIndex(deepDataset(), settings).isAdditive());
}

void IndexTreeTest::givenLevelsAreNestedAboveDomainsOnly()
{
    QVERIFY(indexTree(deepMetadata(), Levels::AsGiven).isNested);
    IndicatorMetadata metadata;
    metadata.indicators = {{.code = "a", .domain = "d"}, {.code = "b", .domain = "e"}};
    metadata.aggregates = {{"d", "D", "top"}, {"e", "E", "top"}, {"top", "Top", {}}};
    QVERIFY(!indexTree(metadata, Levels::AsGiven).isNested);
    QVERIFY(indexTree(metadata, Levels::Nested).isNested);
}

void IndexTreeTest::nestedScoresAreMeansOfMeans()
{
    const IndexResult result = computeIndex(deepDataset(), {});
    for (size_t area = 0; area < 4; ++area) {
        const auto z = [&](size_t i) { return result.indicators[i].values[area]; };
        const double s1 = ((z(0) + z(1)) / 2 + z(2) + z(3)) / 3;
        QVERIFY(std::abs(nodeScores(result, *result.tree->find("s1"))[area] - s1) < 1e-12);
        QVERIFY(std::abs(result.scores[area] - (s1 + z(4)) / 2) < 1e-12);
    }
}

void IndexTreeTest::sharesOfNestedScoresMultiply()
{
    Dataset dataset = deepDataset();
    dataset.metadata.aggregates[1].weight = 3; // s1
    const IndexResult result = computeIndex(dataset, {});
    QVERIFY(std::abs(result.share(0, 0) - 0.75 / 3 / 2) < 1e-12);
    QVERIFY(std::abs(result.share(4, 0) - 0.25) < 1e-12);
    QVERIFY(std::abs(result.weights[0] / result.weights[4] - 0.5) < 1e-12);
    QVERIFY(result.isWeighted());
}

void IndexTreeTest::contributionsAddUpWhateverIsMissing()
{
    Dataset dataset = deepDataset();
    dataset.cells[0][1] = {};
    dataset.cells[4][2] = {};
    for (const Levels levels : {Levels::Flat, Levels::Nested}) {
        const IndexResult result = computeIndex(dataset, {.levels = levels});
        for (size_t area = 0; area < 4; ++area) {
            double sum = 0;
            for (const size_t i : result.used)
                if (const double part = result.contribution(i, area); !std::isnan(part))
                    sum += part;
            QVERIFY(std::abs(sum - result.scores[area]) < 1e-12);
        }
        QVERIFY(std::isnan(result.contribution(0, 1)));
    }
}

void IndexTreeTest::nodesWithoutValuesLeaveTheirWeightToOthers()
{
    Dataset dataset = deepDataset();
    for (CellValue &cell : dataset.cells[4])
        cell = {};
    const IndexResult result = computeIndex(dataset, {});
    QCOMPARE(result.rankedCount, 4);
    QCOMPARE(result.scores, nodeScores(result, *result.tree->find("s1")));
    QCOMPARE(result.issues.size(), size_t(1));
    for (const double score : nodeScores(result, *result.tree->find("s2")))
        QVERIFY(std::isnan(score));
}

void IndexTreeTest::levelsMayBeCombinedDifferently()
{
    IndexSettings settings = minMax(Levels::Nested);
    settings.aggregationOfLevel = {{4, Aggregation::Geometric}};
    const IndexResult result = computeIndex(deepDataset(), settings);
    QVERIFY(!result.isAdditive());
    const auto s1 = nodeScores(result, *result.tree->find("s1"));
    const auto s2 = nodeScores(result, *result.tree->find("s2"));
    for (size_t area = 0; area < 4; ++area)
        QVERIFY(std::abs(result.scores[area] - std::sqrt(s1[area] * s2[area])) < 1e-9);
}

void IndexTreeTest::meansThatNeedPositiveValuesAreRefused()
{
    for (const Aggregation method : {Aggregation::Geometric, Aggregation::Harmonic}) {
        const IndexResult refused = computeIndex(deepDataset(), {.aggregation = method});
        QVERIFY(refused.refusal.has_value());
        QVERIFY(refused.refusal->message.contains("needs values above zero, and a has others"));
        QCOMPARE(refused.rankedCount, 0);
        for (const double score : refused.scores)
            QVERIFY(std::isnan(score));
        IndexSettings settings = minMax(Levels::Flat);
        settings.aggregation = method;
        QVERIFY(!computeIndex(deepDataset(), settings).refusal);
    }
}

void IndexTreeTest::areasWithTooFewValuesHaveNoScore()
{
    Dataset dataset = deepDataset();
    dataset.cells[0][1] = {};
    dataset.cells[1][1] = {};
    const IndexResult half = computeIndex(dataset, {.levels = Levels::Flat, .threshold = 0.7});
    QVERIFY(std::isnan(half.scores[1]));
    QCOMPARE(half.rankedCount, 3);
    QVERIFY(allIssues(dataset, half).back().message.contains("A2 has 3 of 5 values, too few for a score."));
    QVERIFY(!std::isnan(computeIndex(dataset, {.levels = Levels::Flat, .threshold = 0.6}).scores[1]));
    const IndexResult strict = computeIndex(dataset, {.scale = {.missing = MissingRule::LeaveOut}});
    QVERIFY(std::isnan(strict.scores[1]));
}

void IndexTreeTest::filledValuesCountAndAreNamed()
{
    Dataset dataset = deepDataset();
    dataset.cells[0][1] = {};
    dataset.groups = {{"region", {"n", "n", "s", "s"}}};
    const auto valueWith = [&dataset](MissingRule rule) {
        const IndexResult result =
            computeIndex(dataset, {.scale = {.normalisation = Normalisation::MinMax, .missing = rule}});
        if (result.indicators[0].filled != std::vector<uint32_t>{1} || result.incompleteCount != 0)
            return none;
        return result.indicators[0].values[1];
    };
    QVERIFY(std::abs(valueWith(MissingRule::Mean) - (8 / 3.0 - 1) / 3) < 1e-12);
    QVERIFY(std::abs(valueWith(MissingRule::Median) - 2 / 3.0) < 1e-12);
    QCOMPARE(valueWith(MissingRule::GroupMean), 0.0);
}

void IndexTreeTest::nothingElseDependsOnTheLevels()
{
    const IndexResult flat = computeIndex(deepDataset(), {.levels = Levels::Flat});
    const IndexResult nested = computeIndex(deepDataset(), {.levels = Levels::Nested});
    QCOMPARE(flat.used, nested.used);
    QCOMPARE(flat.valueCounts, nested.valueCounts);
    QVERIFY(flat.scores != nested.scores);
    QCOMPARE(nodeScores(flat, *flat.tree->find("d1")), nodeScores(nested, *nested.tree->find("d1")));
}

/// The index, then each domain before those below it, as the metadata has them.
void IndexTreeTest::nodesAreListedInOneOrder()
{
    IndicatorMetadata metadata;
    for (const char *parent : {"b1", "a", "b2"})
        metadata.indicators.push_back({.code = QString(parent) + "_x", .domain = parent});
    metadata.aggregates = {
        {"b", "B", "top"}, {"a", "A", "top"}, {"b2", "B2", "b"}, {"b1", "B1", "b"}, {"top", "Top", {}}};
    const IndexTree tree = indexTree(metadata, Levels::Nested);
    QStringList codes;
    for (const size_t node : nodesFromTop(tree))
        codes << tree.nodes[node].code;
    QCOMPARE(codes, QStringList({"top", "b", "b2", "b1", "a"}));
    QCOMPARE(nodesFromTop(indexTree({.indicators = metadata.indicators}, Levels::Flat)).size(), size_t(1));
}

ATLAS_TEST(IndexTreeTest)

#include "test_index_tree.moc"
