#include "core/dataset/load_dataset.h"
#include "core/index/shown_variable.h"
#include "core/index/trace.h"
#include "core/index/trace_table.h"
#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/table_texts.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

IndexSettings settingsWith(Aggregation method, Levels levels)
{
    return {.scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100},
            .levels = levels,
            .aggregation = method};
}

} // namespace

class TraceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void stepsLeadFromTheMeanToTheScore_data();
    void stepsLeadFromTheMeanToTheScore();
    void zScoresStartAtZero();
    void missingMembersHaveNoStep();
    void ranksOfPartsAndWholeFollowTheRule();
    void anAreaAtTheMeanHasPartsOfZero();
    void copelandHasNoParts();
    void theSmallestMoveMoves_data();
    void theSmallestMoveMoves();
    void nothingSmallerMoves();
    void theSmallerOfTwoStepsIsTold_data();
    void theSmallerOfTwoStepsIsTold();
    void movesHaveTheDecimalsOfTheData();
    void tooFewDecimalsGetMore();
    void whatNothingMovesHasNoValue();
    void theTableHasEveryNode();
    void theTableMarksWhatIsTried();

private:
    std::shared_ptr<const Dataset> m_paper;
};

void TraceTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
}

void TraceTest::stepsLeadFromTheMeanToTheScore_data()
{
    QTest::addColumn<Aggregation>("method");
    QTest::addColumn<Levels>("levels");
    for (const auto &[name, levels] : {std::pair{"flat", Levels::Flat}, {"nested", Levels::Nested}}) {
        QTest::addRow("arithmetic, %s", name) << Aggregation::Arithmetic << levels;
        QTest::addRow("geometric, %s", name) << Aggregation::Geometric << levels;
        QTest::addRow("harmonic, %s", name) << Aggregation::Harmonic << levels;
    }
}

void TraceTest::stepsLeadFromTheMeanToTheScore()
{
    QFETCH(const Aggregation, method);
    QFETCH(const Levels, levels);
    const IndexResult result = computeIndex(*m_paper, settingsWith(method, levels));
    for (size_t node = 0; node < result.nodes.size(); ++node)
        for (size_t area = 0; area < 39; ++area) {
            const Trace trace = traceNode(result, RankRule::Minimum, node, area);
            QVERIFY(std::abs(trace.score - nodeScores(result, node)[area]) < 1e-12);
            double sum = trace.start;
            for (const TraceStep &step : trace.steps) {
                sum += step.contribution;
                QVERIFY(std::abs(step.total - sum) < 1e-9);
                QVERIFY(step.contribution == 0 || (step.contribution > 0) == (step.value > step.reference));
            }
            QVERIFY(std::abs(sum - trace.score) < 1e-9);
        }
    QCOMPARE(traceNode(result, RankRule::Minimum, result.tree->root(), 0).rank, result.ranks[0]);
}

void TraceTest::zScoresStartAtZero()
{
    const IndexResult result = computeIndex(*m_paper, {});
    const size_t area = areaCalled(*m_paper, "Tees Valley");
    const Trace trace = traceNode(result, RankRule::Minimum, result.tree->root(), area);
    QCOMPARE(trace.start, 0.0);
    QCOMPARE(trace.steps.size(), size_t(6));
    for (const TraceStep &step : trace.steps)
        QCOMPARE(step.contribution, result.contribution(step.member.position, area));
}

void TraceTest::missingMembersHaveNoStep()
{
    const Dataset dataset = makeDataset({{"a", {1, none, 3}}, {"b", {4, 5, 9}}, {"c", {none, none, none}}});
    const IndexResult result = computeIndex(dataset, {});
    const Trace trace = traceNode(result, RankRule::Minimum, result.tree->root(), 1);
    QCOMPARE(trace.steps.size(), size_t(2));
    QVERIFY(std::isnan(trace.steps[0].contribution) && std::isnan(trace.steps[0].weight));
    QCOMPARE(trace.steps[1].weight, 1.0);
    QCOMPARE(trace.steps[1].total, trace.score);
}

void TraceTest::ranksOfPartsAndWholeFollowTheRule()
{
    const Dataset dataset = makeDataset({{"a", {3, 3, 1}}});
    const IndexResult result = computeIndex(dataset, {});
    const Trace trace = traceNode(result, RankRule::Average, result.tree->root(), 0);
    QCOMPARE(trace.rank, 1.5);
    QCOMPARE(trace.steps[0].rank, 1.5);
}

void TraceTest::anAreaAtTheMeanHasPartsOfZero()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {3, 2, 1}}});
    const IndexResult result = computeIndex(dataset, settingsWith(Aggregation::Geometric, Levels::Flat));
    const Trace trace = traceNode(result, RankRule::Minimum, result.tree->root(), 1);
    QCOMPARE(trace.score, trace.start);
    for (const TraceStep &step : trace.steps)
        QCOMPARE(step.contribution, 0.0);
}

void TraceTest::copelandHasNoParts()
{
    const IndexResult result = computeIndex(*m_paper, {.aggregation = Aggregation::Copeland});
    const Trace trace = traceNode(result, RankRule::Minimum, result.tree->root(), 0);
    QVERIFY(std::isnan(trace.start));
    QVERIFY(!std::isnan(trace.score));
    for (const TraceStep &step : trace.steps)
        QVERIFY(std::isnan(step.contribution) && !std::isnan(step.value));
}

void TraceTest::theSmallestMoveMoves_data()
{
    QTest::addColumn<QString>("area");
    for (const char *area :
         {"Tees Valley", "Black Country", "Lancashire", "Solent", "Buckinghamshire Thames Valley"})
        QTest::newRow(area) << area;
}

void TraceTest::theSmallestMoveMoves()
{
    QFETCH(const QString, area);
    const size_t which = areaCalled(*m_paper, area);
    const IndexResult before = computeIndex(*m_paper, {});
    const int classBefore = showIndex(before, 4).classification.classes[which];
    Progress progress;
    const auto moves = smallestMoves(*m_paper, {}, 4, which, progress);
    QVERIFY(moves.ok());
    QCOMPARE(moves->size(), size_t(6));
    for (const Move &move : *moves) {
        Dataset changed = *m_paper;
        const auto standing = [&](double value) {
            changed.cells[move.indicator][which].number = value;
            const IndexResult result = computeIndex(changed, {});
            return std::pair{result.ranks[which], showIndex(result, 4).classification.classes[which]};
        };
        if (move.toRank) {
            QVERIFY(standing(*move.toRank).first != before.ranks[which]);
            QCOMPARE(standing(*move.toRank).first, move.newRank);
            const double now = m_paper->cells[move.indicator][which].number;
            const double nearer = *move.toRank + (*move.toRank > now ? -0.1 : 0.1); // they have one decimal
            QCOMPARE(standing(nearer).first, before.ranks[which]);
        }
        for (const auto &value : {move.toRank, move.toClass})
            QVERIFY(!value || (*value >= 0 && *value <= 100)); // they are percentages
        if (move.toClass) {
            QVERIFY(standing(*move.toClass).second != classBefore);
            QCOMPARE(standing(*move.toClass).second, move.newClass);
        }
    }
}

void TraceTest::nothingSmallerMoves()
{
    // Two areas on one indicator change places where their values meet.
    const Dataset dataset = makeDataset({{"a", {1, 2, 9}}});
    Progress progress;
    const auto moves = smallestMoves(dataset, {}, 3, 0, progress);
    QVERIFY(std::abs(*(*moves)[0].toRank - 2) < 1e-6);
    QVERIFY(*(*moves)[0].toRank > 2 - 1e-6);
    QCOMPARE(progress.fraction(), 1.0);
    progress.cancel();
    QVERIFY(!smallestMoves(dataset, {}, 3, 0, progress).ok());
}

void TraceTest::theSmallerOfTwoStepsIsTold_data()
{
    QTest::addColumn<std::vector<double>>("values");
    QTest::addColumn<double>("expected");
    QTest::addColumn<double>("newRank");
    QTest::addColumn<int>("newClass");
    QTest::newRow("the next above is nearer") << std::vector<double>{5, 1, 6} << 6.0 << 1.0 << 3;
    // Level with the next one it would share the better rank, which it has.
    QTest::newRow("the next below is nearer") << std::vector<double>{5, 4, 9} << 3.9 << 3.0 << 1;
    QTest::newRow("nothing is above") << std::vector<double>{9, 4, 5} << 4.9 << 2.0 << 2;
    QTest::newRow("nothing is below") << std::vector<double>{1, 4, 5} << 4.0 << 2.0 << 2;
}

// On a single indicator the middle of three areas passes another where their values meet.
void TraceTest::theSmallerOfTwoStepsIsTold()
{
    QFETCH(const std::vector<double>, values);
    QFETCH(const double, expected);
    QFETCH(const double, newRank);
    QFETCH(const int, newClass);
    Progress progress;
    const Move move = smallestMoves(makeDataset({{"a", values}}), {}, 3, 0, progress)->front();
    QVERIFY(std::abs(*move.toRank - expected) < 1e-6);
    QCOMPARE(move.newRank, newRank);
    QVERIFY(move.toClass.has_value());
    QCOMPARE(move.newClass, newClass);
    const bool isUp = expected > values.front();
    QVERIFY((*move.toClass > values.front()) == isUp);
}

/// Made-up data of one decimal, as published: what is told has one decimal too, moves the area, and one unit
/// less does not.
void TraceTest::movesHaveTheDecimalsOfTheData()
{
    std::mt19937_64 random(15); // the seed
    std::vector<MadeIndicator> made;
    for (const char *code : {"a", "b", "c"}) {
        MadeIndicator indicator{code, {}};
        for (int area = 0; area < 12; ++area)
            indicator.values.push_back(static_cast<double>(random() % 400) / 10);
        made.push_back(indicator);
    }
    const Dataset dataset = makeDataset(made);
    const IndexResult before = computeIndex(dataset, {});
    int found = 0;
    for (size_t area = 0; area < 12; ++area) {
        Progress progress;
        const auto moves = smallestMoves(dataset, {}, 4, area, progress);
        for (const Move &move : *moves) {
            if (!move.toRank)
                continue;
            ++found;
            QVERIFY2(std::abs(*move.toRank * 10 - std::round(*move.toRank * 10)) < 1e-9,
                     qPrintable(QString::number(*move.toRank, 'g', 12)));
            const double now = dataset.cells[move.indicator][area].number;
            const auto rankWith = [&](double value) {
                Dataset changed = dataset;
                changed.cells[move.indicator][area].number = value;
                return computeIndex(changed, {}).ranks[area];
            };
            QCOMPARE(rankWith(*move.toRank), move.newRank);
            QVERIFY(move.newRank != before.ranks[area]);
            const double nearer = std::round(*move.toRank * 10 + (*move.toRank > now ? -1 : 1)) / 10;
            QCOMPARE(rankWith(nearer), before.ranks[area]);
        }
    }
    QVERIFY(found > 20);
}

/// Shares such as 0.013 would all be 0.0 with one decimal.
void TraceTest::tooFewDecimalsGetMore()
{
    const Dataset dataset = makeDataset({{"share", {0.011, 0.013, 0.018}}});
    Progress progress;
    const auto moves = smallestMoves(dataset, {}, 3, 0, progress);
    QVERIFY(*(*moves)[0].toRank > 0.0125 && *(*moves)[0].toRank < 0.0145);
}

void TraceTest::whatNothingMovesHasNoValue()
{
    // The first area is far ahead by b, which has all but all of the weight.
    const Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {900, 2, 1}}});
    Progress progress;
    const auto moves = smallestMoves(dataset, {.weights = {{"b", 1e6}}}, 3, 0, progress);
    QVERIFY(!(*moves)[0].toRank && !(*moves)[0].toClass);
    QVERIFY((*moves)[1].toRank.has_value());
    const Dataset holed = makeDataset({{"a", {1, none, 3}}, {"b", {9, none, 1}}});
    QVERIFY(smallestMoves(holed, {}, 2, 1, progress)->empty());
}

void TraceTest::theTableHasEveryNode()
{
    const IndexResult result = computeIndex(*m_paper, {.levels = Levels::Nested});
    const TextTable table =
        textsOf(traceTable(*m_paper, result, RankRule::Minimum, areaCalled(*m_paper, "Tees Valley")));
    QCOMPARE(table.rows.size(), size_t(3 + 2 + 3 * (2 + 2)));
    QCOMPARE(table.rows[0].first(2), QStringList({"disengagement", "start"}));
    QCOMPARE(table.rows[4].first(2), QStringList({"disengagement", "score"}));
    QCOMPARE(table.rows[4].back(), "1");
    for (const QStringList &row : table.rows)
        QCOMPARE(row.size(), table.header.size());
}

void TraceTest::theTableMarksWhatIsTried()
{
    const Dataset given = makeDataset({{"a", {1, 2, 6}}, {"b", {5, 9, 1}}});
    QVERIFY(!textsOf(traceTable(given, computeIndex(given, {}), RankRule::Minimum, 0))
                 .header.contains("what_if"));
    const auto tried = withWhatIfs(given, {{1, 1, 4.0}});
    const IndexResult result = computeIndex(*tried, {});
    const QString all = "A2.b";
    for (const size_t area : {size_t(0), size_t(1)}) {
        const TextTable table = textsOf(traceTable(*tried, result, RankRule::Minimum, area));
        QCOMPARE(table.header.back(), "what_if");
        QStringList marks;
        for (const QStringList &row : table.rows) {
            QCOMPARE(row.size(), table.header.size());
            marks << row.back();
        }
        QCOMPARE(marks, QStringList({"", "", area == 1 ? "b" : "", all}));
    }
}

ATLAS_TEST(TraceTest)

#include "test_trace.moc"
