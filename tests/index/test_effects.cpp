#include "core/index/effects.h"

#include "core/dataset/load_dataset.h"
#include "core/index/trace.h"
#include "tests/support/made_data.h"
#include "tests/support/none.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

/// What each indicator does to the score of an area.
class EffectsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void effectsAddUpToTheScore_data();
    void effectsAddUpToTheScore();
    void aFigurePrintedLikeTheMeanHasNone();
    void decimalsThatShowNothingDecideNothing();
    void whatIsFilledInExplainsNothing();
    void copelandCountsDistances();

private:
    std::shared_ptr<const Dataset> m_paper;
};

void EffectsTest::initTestCase()
{
    Progress progress;
    m_paper = *loadDataset(builtInSources(), progress);
}

void EffectsTest::effectsAddUpToTheScore_data()
{
    QTest::addColumn<Levels>("levels");
    QTest::newRow("flat") << Levels::Flat;
    QTest::newRow("nested") << Levels::Nested;
}

void EffectsTest::effectsAddUpToTheScore()
{
    QFETCH(const Levels, levels);
    const IndexResult result = computeIndex(*m_paper, {.levels = levels});
    for (size_t area = 0; area < m_paper->areas.size(); ++area) {
        double sum = 0;
        double left = 0; // of figures printed like their mean
        for (const IndicatorEffect &effect : indicatorEffects(*m_paper, result, result.tree->root(), area)) {
            sum += effect.amount;
            if (effect.amount == 0)
                left += std::abs(result.contribution(effect.indicator, area));
        }
        QVERIFY2(std::abs(sum - result.scores[area]) <= left + 1e-12, qPrintable(m_paper->areas[area].name));
    }
}

void EffectsTest::aFigurePrintedLikeTheMeanHasNone()
{
    // The mean is 2.02, printed as 2.0.
    const Dataset data = makeDataset({{"a", {1.0, 2.0, 3.06}}, {"b", {1, 2, 3}}});
    const IndexResult result = computeIndex(data, {});
    QVERIFY(isAtMean(data, result, 0, 1));
    QVERIFY(!isAtMean(data, result, 0, 0));
    QCOMPARE(distanceFromMean(data, result, 0, 1), 0.0);
    QVERIFY(distanceFromMean(data, result, 0, 2) > 0);
    for (const IndicatorEffect &effect : indicatorEffects(data, result, result.tree->root(), 1))
        QCOMPARE(effect.amount, 0.0);
}

void EffectsTest::decimalsThatShowNothingDecideNothing()
{
    const Dataset data = makeDataset({{"share", {0.011, 0.013, 0.018}}, {"b", {0.01, 0.02, 0.03}}});
    const IndexResult result = computeIndex(data, {}); // with one decimal all are 0.0
    QVERIFY(!isAtMean(data, result, 0, 0));
    QVERIFY(!isAtMean(data, result, 0, 1));
    QVERIFY(isAtMean(data, result, 1, 1)); // equal to the last bit but for the arithmetic
}

void EffectsTest::whatIsFilledInExplainsNothing()
{
    const Dataset data = makeDataset({{"a", {1, 9, none, 2}}, {"b", {1, 2, 3, 9}}});
    const IndexSettings settings{.scale = {.missing = MissingRule::Median}};
    const IndexResult result = computeIndex(data, settings);
    const auto effects = indicatorEffects(data, result, result.tree->root(), 2);
    QCOMPARE(effects.size(), size_t(1));
    QCOMPARE(effects.front().indicator, size_t(1));
}

void EffectsTest::copelandCountsDistances()
{
    const Dataset data = makeDataset({{"a", {1, 2, 9}}, {"b", {5, 1, 3}}});
    const IndexResult result = computeIndex(data, {.aggregation = Aggregation::Copeland});
    const auto effects = indicatorEffects(data, result, result.tree->root(), 0);
    QCOMPARE(effects.size(), size_t(2));
    QCOMPARE(effects.front().indicator, size_t(1));
    QVERIFY(effects.front().amount > 0);
    QVERIFY(effects.back().amount < 0);
}

ATLAS_TEST(EffectsTest)

#include "test_effects.moc"
