#include "tests/support/made_data.h"

#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"

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
    return showVariable(dataset, computeIndex(dataset, {}), code, classCount);
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
    void anUnknownCodeShowsTheIndex();
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
    QCOMPARE(shown("high_is_bad", 4).ranks, std::vector<int>({8, 7, 6, 5, 4, 3, 2, 1}));
    QCOMPARE(shown("low_is_bad", 4).ranks, std::vector<int>({1, 2, 3, 4, 5, 6, 7, 0}));
}

void ShownVariableTest::anUnknownCodeShowsTheIndex()
{
    QCOMPARE(shown("no_such_indicator", 4).code, indexCode);
    QCOMPARE(shown("", 4).code, indexCode);
}

void ShownVariableTest::rulesAreNamed()
{
    QCOMPARE(classRuleText(4), "quartiles (type 7)");
    QCOMPARE(classRuleText(5), "5 quantile classes (type 7)");
    QCOMPARE(methodText({}, {}), "z-scores, sample SD");
    QCOMPARE(methodText({.standardDeviation = StandardDeviation::Population}, {}), "z-scores, population SD");
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

QTEST_APPLESS_MAIN(ShownVariableTest)

#include "test_shown_variable.moc"
