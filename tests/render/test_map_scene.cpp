#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "core/render/map_labels.h"

#include "core/common/translations.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// A row of unit squares with these values.
Dataset squares(const std::vector<double> &values)
{
    std::vector<MadeShape> shapes;
    for (size_t i = 0; i < values.size(); ++i)
        shapes.push_back({{squareRing(static_cast<double>(i), 0, 1)}});
    return dataWithShapes(shapes, values);
}

QStringList textsOf(const MapScene &scene)
{
    QStringList texts{scene.title, scene.subtitle, scene.rule, scene.source, scene.notice};
    for (const LegendEntry &entry : scene.legend)
        texts << entry.mark << entry.range << entry.count << entry.note;
    for (const QString &label : scene.labels)
        texts << label;
    for (const KeyEntry &entry : scene.key)
        texts << entry.number << entry.name;
    return texts;
}

} // namespace

class MapSceneTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void theLegendOfTheExampleHasFourClasses();
    void theExampleSaysWhatItShowsAndWhereItIsFrom();
    void everyAreaHasTheColourOfItsClass();
    void ownBreaksAreNamedAndAreNoQuartiles();
    void theKeyIsInTheOrderOfItsNumbers();
    void thousandsOfNumbersAreLeftOut();
    void labelsAreNumbersNamesOrNone();
    void aPercentageSaysSo();
    void areasWithoutAValueAreInTheLegend();
    void areasWithoutAShapeAreNotOnTheMap();
    void noIndicatorGivesANotice();
    void equalValuesGiveANotice();
    void noTextShowsANumberThatIsNone_data();
    void noTextShowsANumberThatIsNone();
    void numbersFollowTheLocale();
    void boundsTellClassesApart();
    void figuresHaveTheSameSeparatorsEverywhere();
    void theStripHoldsWhatIsOnTheMap();
};

void MapSceneTest::initTestCase()
{
    installTranslations(QLocale::c());
}

void MapSceneTest::theLegendOfTheExampleHasFourClasses()
{
    const MapScene scene = sceneOf(builtInData());
    QCOMPARE(scene.legend.size(), size_t(4));
    QStringList marks, counts, notes;
    for (size_t i = 0; i < scene.legend.size(); ++i) {
        marks << scene.legend[i].mark;
        counts << scene.legend[i].count;
        notes << scene.legend[i].note;
        QCOMPARE(scene.legend[i].colour, scene.classColours[4 - i]);
    }
    QCOMPARE(marks, QStringList({"Q4", "Q3", "Q2", "Q1"}));
    QCOMPARE(counts, QStringList({"10 areas", "9 areas", "10 areas", "10 areas"}));
    QCOMPARE(notes, QStringList({"Most disengaged", "", "", "Least disengaged"}));
    QCOMPARE(scene.legend.front().range.section(" to ", 1), "2.15");
    QVERIFY(scene.notice.isEmpty());
}

void MapSceneTest::theExampleSaysWhatItShowsAndWhereItIsFrom()
{
    const MapScene scene = sceneOf(builtInData());
    QCOMPARE(scene.title, "Disengagement index");
    QVERIFY2(scene.rule.contains("type 7"), qPrintable(scene.rule));
    QVERIFY2(scene.rule.contains("6 indicators"), qPrintable(scene.rule));
    QVERIFY2(scene.rule.contains("sample SD"), qPrintable(scene.rule));
    QVERIFY2(scene.source.contains("approximate boundaries"), qPrintable(scene.source));
    QVERIFY2(scene.source.contains("Department for Education"), qPrintable(scene.source));
    QCOMPARE(scene.subtitle, "Made from 6 indicators; areas in 4 groups of about the same size");
    QVERIFY2(scene.source.contains("Figures for 2013 to 2015. "), qPrintable(scene.source));
    QVERIFY2(scene.source.contains("Open Government Licence v3.0."), qPrintable(scene.source));
}

void MapSceneTest::everyAreaHasTheColourOfItsClass()
{
    const MapScene scene = sceneOf(squares({1, 2, 3, 4, 5, 6, 7, missing}), {.scheme = 7});
    QCOMPARE(scene.classes, std::vector<int>({1, 2, 3, 4, 5, 6, 7, 0}));
    QCOMPARE(scene.classColours.size(), size_t(8));
    QCOMPARE(scene.colourOf(7), scene.colours.missing);
    for (size_t a = 0; a < 8; ++a)
        for (size_t b = 0; b < a; ++b)
            QVERIFY(scene.colourOf(a) != scene.colourOf(b));
}

void MapSceneTest::ownBreaksAreNamedAndAreNoQuartiles()
{
    const MapScene scene =
        sceneOf(squares({1, 2, 3, 4, 5, missing}), {.shown = "rate", .scheme = {4, {1, 2, 9}}});
    QVERIFY2(scene.rule.endsWith("own breaks"), qPrintable(scene.rule));
    QCOMPARE(scene.classes, std::vector<int>({1, 2, 3, 3, 3, 0}));
    QStringList marks;
    QStringList counts;
    for (const LegendEntry &entry : scene.legend) {
        marks << entry.mark;
        counts << entry.count.section(' ', 0, 0);
    }
    QCOMPARE(marks, QStringList({"4", "3", "2", "1", ""}));
    QCOMPARE(counts, QStringList({"0", "3", "1", "1", "1"}));
}

void MapSceneTest::theKeyIsInTheOrderOfItsNumbers()
{
    const MapScene scene = sceneOf(builtInData());
    QCOMPARE(scene.key.size(), size_t(39));
    for (size_t i = 0; i < scene.key.size(); ++i) {
        QCOMPARE(scene.key[i].number, QString::number(i + 1));
        QVERIFY(!scene.key[i].name.isEmpty());
    }
    QVERIFY(sceneOf(builtInData(), {}, {.labels = Labels::Name}).key.empty());
}

void MapSceneTest::thousandsOfNumbersAreLeftOut()
{
    const Dataset data = squares(std::vector<double>(600, 1.0));
    QVERIFY(sceneOf(data).labels.empty());
    QVERIFY(sceneOf(data).key.empty());
    QCOMPARE(sceneOf(data, {}, {.labels = Labels::Name}).labels.size(), size_t(600));
}

void MapSceneTest::labelsAreNumbersNamesOrNone()
{
    const Dataset data = squares({1, 2, 3});
    const auto labels = [&data](Labels kind) {
        QStringList texts;
        for (const QString &label : sceneOf(data, {}, {.labels = kind}).labels)
            texts << label;
        return texts;
    };
    QCOMPARE(labels(Labels::Number), QStringList({"1", "2", "3"}));
    QCOMPARE(labels(Labels::Name), QStringList({"A1", "A2", "A3"}));
    QCOMPARE(labels(Labels::None), QStringList());
}

void MapSceneTest::aPercentageSaysSo()
{
    const MapScene scene = sceneOf(builtInData(), {.shown = "neet_16_18"});
    for (const LegendEntry &entry : scene.legend)
        QVERIFY2(entry.range.endsWith('%'), qPrintable(entry.range));
    QVERIFY2(scene.rule.startsWith("2015; "), qPrintable(scene.rule));
}

void MapSceneTest::areasWithoutAValueAreInTheLegend()
{
    const MapScene scene = sceneOf(squares({1, 2, 3, 4, missing, missing}));
    QCOMPARE(scene.legend.size(), size_t(5));
    QCOMPARE(scene.legend.back().range, "no value");
    QCOMPARE(scene.legend.back().count, "2 areas");
    QCOMPARE(scene.legend.back().colour, scene.colours.missing);
    QCOMPARE(scene.classes.back(), 0);
}

void MapSceneTest::areasWithoutAShapeAreNotOnTheMap()
{
    const Dataset data = dataWithShapes({{{squareRing(0, 0, 1)}}, {}, {{squareRing(2, 0, 1)}}}, {1, 2, 3});
    const MapScene scene = sceneOf(data);
    QCOMPARE(placeLabels(scene, wholeMap(scene, QSizeF(600, 700))).size(), size_t(2));
    QCOMPARE(scene.key.size(), size_t(2));
}

void MapSceneTest::noIndicatorGivesANotice()
{
    const MapScene scene = sceneOf(squares({1, 2, 3}), {.index = {.excluded = {"rate"}}});
    QVERIFY2(scene.notice.contains("Switch on"), qPrintable(scene.notice));
    QCOMPARE(scene.classes, std::vector<int>({0, 0, 0}));
}

void MapSceneTest::equalValuesGiveANotice()
{
    const MapScene scene = sceneOf(squares({5, 5, 5}), {.shown = "rate"});
    QVERIFY2(scene.notice.contains("equal"), qPrintable(scene.notice));
    QCOMPARE(scene.classes, std::vector<int>({0, 0, 0}));
}

void MapSceneTest::noTextShowsANumberThatIsNone_data()
{
    QTest::addColumn<Dataset>("data");
    QTest::addColumn<int>("classCount");
    QTest::newRow("the example") << builtInData() << 4;
    QTest::newRow("all equal") << squares({5, 5, 5}) << 4;
    QTest::newRow("all missing") << squares({missing, missing}) << 4;
    QTest::newRow("one value") << squares({missing, 1}) << 4;
    QTest::newRow("classes without areas") << squares({1, 1, 1, 1, 1, 1, 2}) << 9;
}

void MapSceneTest::noTextShowsANumberThatIsNone()
{
    QFETCH(const Dataset, data);
    QFETCH(const int, classCount);
    static const QRegularExpression notANumber("\\b(nan|inf)\\b", QRegularExpression::CaseInsensitiveOption);
    QStringList shown{indexCode};
    for (const Indicator &indicator : data.metadata.indicators)
        shown << indicator.code;
    for (const QString &code : shown)
        for (const QString &text : textsOf(sceneOf(data, {.shown = code, .scheme = classCount})))
            QVERIFY2(!notANumber.match(text).hasMatch(), qPrintable(text));
}

void MapSceneTest::numbersFollowTheLocale()
{
    const MapScene scene =
        makeMapScene(builtInData(), computeIndex(builtInData(), {}), {}, {}, Theme::Light,
                     std::make_shared<const MapShapes>(builtInData().boundaries), QLocale(QLocale::German));
    QCOMPARE(scene.legend.front().range.section(" to ", 1), "2,15");
}

void MapSceneTest::boundsTellClassesApart()
{
    const auto ranges = [](const std::vector<double> &values) {
        QStringList texts;
        for (const LegendEntry &entry : sceneOf(squares(values), {.shown = "rate"}).legend)
            texts << entry.range;
        return texts;
    };
    QCOMPARE(ranges({0.0001, 0.0002, 0.0003, 0.0004, 0.0005, 0.0006, 0.0007, 0.0008}),
             QStringList({"0.0007 to 0.0008", "0.0005 to 0.0006", "0.0003 to 0.0004", "0.0001 to 0.0002"}));
    QCOMPARE(ranges({1, 2, 3, 4, 5, 6, 7, 8}), QStringList({"7 to 8", "5 to 6", "3 to 4", "1 to 2"}));
}

void MapSceneTest::figuresHaveTheSameSeparatorsEverywhere()
{
    std::vector<double> values;
    for (int i = 0; i < 8000; ++i)
        values.push_back(i);
    const Dataset data = squares(values);
    const MapScene scene = makeMapScene(data, computeIndex(data, {}), {.shown = "rate"}, {}, Theme::Light,
                                        std::make_shared<const MapShapes>(data.boundaries),
                                        QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(scene.legend.front().range, "6,000 to 7,999");
    QCOMPARE(scene.legend.front().count, "2,000 areas");
    QCOMPARE(scene.strip.highText, "7,999");
}

void MapSceneTest::theStripHoldsWhatIsOnTheMap()
{
    const Dataset data =
        dataWithShapes({{{squareRing(0, 0, 1)}}, {}, {{squareRing(2, 0, 1)}}, {{squareRing(3, 0, 1)}}},
                       {10, 99, missing, 30});
    const MapScene scene = sceneOf(data, {.shown = "rate", .scheme = {3, {15, 20}}});
    QCOMPARE(scene.strip.values.size(), size_t(4));
    QCOMPARE(scene.strip.low, 10.0);
    QCOMPARE(scene.strip.high, 30.0);
    QCOMPARE(scene.strip.breaks, std::vector<double>({15, 20}));
    QVERIFY(sceneOf(squares({5, 5})).strip.isEmpty());
}

ATLAS_TEST(MapSceneTest)

#include "test_map_scene.moc"
