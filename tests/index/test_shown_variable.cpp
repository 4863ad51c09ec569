#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"

#include "core/index/method_text.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// Eight areas; the last has no value for "low_is_bad".
Dataset eightAreas()
{
    return makeDataset(
        {{"high_is_bad", {1, 2, 3, 4, 5, 6, 7, 8}},
         {"low_is_bad", {10, 20, 30, 40, 50, 60, 70, missing}, Direction::LowerIsMoreDisengaged}});
}

ShownVariable shown(const QString &code, int classCount)
{
    const Dataset dataset = eightAreas();
    return showVariable(dataset, computeIndex(dataset, {}), RankRule::Minimum, code, classCount);
}

} // namespace

class ShownVariableTest : public QObject
{
    Q_OBJECT

private slots:
    void theHighestClassIsTheMostDisengaged();
    void valuesStayAsMeasured();
    void rangesRunFromLowToHigh_data() { everyVariable(); }
    void rangesRunFromLowToHigh();
    void classesCountEveryAreaOnce_data() { everyVariable(); }
    void classesCountEveryAreaOnce();
    void anEmptyClassHasNoRange();
    void rankOneIsTheMostDisengaged();
    void decimalsAreThoseOfTheIndicator();
    void ranksOfADomainFollowTheRule();
    void anUnknownCodeShowsTheIndex();
    void ownBreaksAreBoundsAsMeasured_data();
    void ownBreaksAreBoundsAsMeasured();
    void ownBreaksMayLeaveClassesEmpty();
    void rulesAreNamed();
    void weightsAreNamedWhereTheyDiffer();

private:
    static void everyVariable();
};

void ShownVariableTest::everyVariable()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("classCount");
    for (const QString code : {"index", "high_is_bad", "low_is_bad"})
        for (int k = 2; k <= 9; ++k)
            QTest::newRow(qPrintable(QString("%1 in %2 classes").arg(code).arg(k))) << code << k;
}

void ShownVariableTest::theHighestClassIsTheMostDisengaged()
{
    QCOMPARE(shown("high_is_bad", 4).classification.classes, std::vector<int>({1, 1, 2, 2, 3, 3, 4, 4}));
    QCOMPARE(shown("low_is_bad", 4).classification.classes, std::vector<int>({4, 4, 3, 2, 2, 1, 1, 0}));
}

void ShownVariableTest::valuesStayAsMeasured()
{
    const ShownVariable variable = shown("low_is_bad", 4);
    QCOMPARE(variable.values.front(), 10.0);
    QVERIFY(std::isnan(variable.values.back()));
    QCOMPARE(variable.range(4), (std::pair{10.0, 20.0}));
    QCOMPARE(variable.range(1), (std::pair{60.0, 70.0}));
}

void ShownVariableTest::rangesRunFromLowToHigh()
{
    QFETCH(const QString, code);
    QFETCH(const int, classCount);
    const ShownVariable variable = shown(code, classCount);
    for (size_t area = 0; area < variable.values.size(); ++area) {
        const int classNumber = variable.classification.classes[area];
        if (classNumber == 0)
            continue;
        const auto [low, high] = variable.range(classNumber);
        QVERIFY(low <= variable.values[area] && variable.values[area] <= high);
    }
}

void ShownVariableTest::classesCountEveryAreaOnce()
{
    QFETCH(const QString, code);
    QFETCH(const int, classCount);
    const Classification &classes = shown(code, classCount).classification;
    QCOMPARE(classes.counts.size(), static_cast<size_t>(classCount));
    QCOMPARE(std::accumulate(classes.counts.begin(), classes.counts.end(), classes.absent), 8);
    for (int k = 1; k <= classCount; ++k)
        QCOMPARE(std::count(classes.classes.begin(), classes.classes.end(), k),
                 classes.counts[static_cast<size_t>(k - 1)]);
}

void ShownVariableTest::anEmptyClassHasNoRange()
{
    const Dataset dataset = makeDataset({{"rate", {1, 1, 1, 1, 2}}});
    const ShownVariable variable = showIndicator(dataset, 0, 4);
    for (int k = 1; k <= 4; ++k)
        QCOMPARE(std::isnan(variable.range(k).first),
                 variable.classification.counts[static_cast<size_t>(k - 1)] == 0);
}

void ShownVariableTest::rankOneIsTheMostDisengaged()
{
    QCOMPARE(shown("high_is_bad", 4).ranks, std::vector<double>({8, 7, 6, 5, 4, 3, 2, 1}));
    QCOMPARE(shown("low_is_bad", 4).ranks, std::vector<double>({1, 2, 3, 4, 5, 6, 7, 0}));
}

void ShownVariableTest::decimalsAreThoseOfTheIndicator()
{
    Dataset dataset = eightAreas();
    dataset.metadata.indicators[0].decimals = 5;
    QCOMPARE(showIndicator(dataset, 0, 4).decimals, 5);
    QCOMPARE(showIndex(computeIndex(dataset, {}), 4).decimals, 2);
}

void ShownVariableTest::ranksOfADomainFollowTheRule()
{
    Dataset dataset = makeDataset({{"a", {1, 4, 4}}, {"b", {3, 2, 1}}});
    dataset.metadata.indicators[0].domain = "d";
    dataset.metadata.aggregates = {{"d", "D", {}}};
    const IndexResult result = computeIndex(dataset, {});
    QCOMPARE(showVariable(dataset, result, RankRule::Average, "d", 2).ranks,
             (std::vector<double>{3, 1.5, 1.5}));
    QCOMPARE(showVariable(dataset, result, RankRule::Minimum, "d", 2).ranks, (std::vector<double>{3, 1, 1}));
}

void ShownVariableTest::anUnknownCodeShowsTheIndex()
{
    QCOMPARE(shown("no_such_indicator", 4).code, indexCode);
    QCOMPARE(shown("", 4).code, indexCode);
}

void ShownVariableTest::ownBreaksAreBoundsAsMeasured_data()
{
    QTest::addColumn<size_t>("indicator");
    QTest::addColumn<std::vector<double>>("breaks");
    QTest::addColumn<std::vector<int>>("classes");
    using Breaks = std::vector<double>;
    using Classes = std::vector<int>;
    QTest::newRow("between values") << size_t(0) << Breaks{2.5, 6.5} << Classes{1, 1, 2, 2, 2, 2, 3, 3};
    QTest::newRow("a value equal to a break goes with the smaller")
        << size_t(0) << Breaks{2, 6} << Classes{1, 1, 2, 2, 2, 2, 3, 3};
    QTest::newRow("turned, between values") << size_t(1) << Breaks{25, 65} << Classes{3, 3, 2, 2, 2, 2, 1, 0};
    QTest::newRow("turned, a value equal to a break goes with the smaller")
        << size_t(1) << Breaks{20, 60} << Classes{3, 3, 2, 2, 2, 2, 1, 0};
    QTest::newRow("below zero and zero") << size_t(2) << Breaks{-1, 0} << Classes{3, 3, 2, 1, 1, 1, 1, 1};
    QTest::newRow("one break") << size_t(1) << Breaks{40} << Classes{2, 2, 2, 2, 1, 1, 1, 0};
}

void ShownVariableTest::ownBreaksAreBoundsAsMeasured()
{
    QFETCH(const size_t, indicator);
    QFETCH(const std::vector<double>, breaks);
    Dataset dataset = eightAreas();
    const Dataset turned =
        makeDataset({{"turned", {-2, -1, 0, 1, 2, 3, 4, 5}, Direction::LowerIsMoreDisengaged}});
    dataset.metadata.indicators.push_back(turned.indicator(0));
    dataset.cells.push_back(turned.cells[0]);
    const auto classCount = static_cast<int>(breaks.size()) + 1;
    const ShownVariable variable = showIndicator(dataset, indicator, {classCount, breaks});
    QTEST(variable.classification.classes, "classes");
    QCOMPARE(variable.classification.counts.size(), breaks.size() + 1);
}

void ShownVariableTest::ownBreaksMayLeaveClassesEmpty()
{
    const Dataset dataset = makeDataset({{"rate", {3, 3, 3}}});
    const ShownVariable variable = showIndicator(dataset, 0, {3, {5, 10}});
    QCOMPARE(variable.classification.classes, std::vector<int>({1, 1, 1}));
    QCOMPARE(variable.range(1), (std::pair{3.0, 3.0}));
    QVERIFY(std::isnan(variable.range(2).first));
}

void ShownVariableTest::rulesAreNamed()
{
    QCOMPARE(classRuleText({3, {1, 2}}), "own breaks");
    QCOMPARE(classRuleText(4), "quartiles (type 7)");
    QCOMPARE(classRuleText(5), "5 quantile classes (type 7)");
    QCOMPARE(methodText({}, {}), "z-scores, sample SD");
    QCOMPARE(methodText({.scale = {.standardDeviation = StandardDeviation::Population}}, {}),
             "z-scores, population SD");
}

void ShownVariableTest::weightsAreNamedWhereTheyDiffer()
{
    const Dataset dataset = eightAreas();
    const auto method = [&dataset](const IndexSettings &settings) {
        return methodText(settings, computeIndex(dataset, settings));
    };
    QCOMPARE(method({.weights = {{"high_is_bad", 2}}}), "z-scores, sample SD, weighted");
    QCOMPARE(method({.weights = {{"high_is_bad", 2}, {"low_is_bad", 2}}}), "z-scores, sample SD");
    QCOMPARE(method({.excluded = {"low_is_bad"}, .weights = {{"high_is_bad", 2}}}), "z-scores, sample SD");
}

ATLAS_TEST(ShownVariableTest)

#include "test_shown_variable.moc"
