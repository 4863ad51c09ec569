#include "core/project/method_file.h"

#include "tests/project/random_method.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

class MethodFileTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBack();
    void whatIsNotSaidIsAsUsual();
    void anOlderMethodSaysOnlyHowTheIndexIsMade();
    void scalesUsedAreThoseOfTheResult();
    void keptScalesScoreLaterDataAlike();
    void theFileStandsBesideTheTable();
    void badFilesAreRefused_data();
    void badFilesAreRefused();
};

void MethodFileTest::whatIsWrittenReadsBack()
{
    std::mt19937 random(11);
    for (int run = 0; run < 200; ++run) {
        const Method method = randomMethod(random);
        const auto read = readMethod(writeMethod(method), "m.json");
        QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message));
        QVERIFY(*read == method);
    }
}

void MethodFileTest::whatIsNotSaidIsAsUsual()
{
    const auto read = readMethod(R"({"disengagement_atlas_method": 1})", "m.json");
    QVERIFY(read.ok());
    QVERIFY(*read == Method());
}

void MethodFileTest::anOlderMethodSaysOnlyHowTheIndexIsMade()
{
    const Choices before{
        .shown = "neet", .scheme = {3, {2, 5}}, .nodeScores = true, .tried = {{{"A1"}, "a", 1}}};
    const Looks looksBefore{.palette = "greens"};
    const auto use = [&](const char *json) {
        std::pair used{before, looksBefore};
        useMethod(*readMethod(json, "m.json"), used.first, used.second);
        return used;
    };
    Choices expected = before;
    expected.index.excluded = {"b"};
    expected.scheme = 5;
    auto used = use(R"({"disengagement_atlas_method": 1, "excluded": ["b"], "classes": 5})");
    QVERIFY(used.first == expected && used.second == looksBefore);
    // Its own bounds are scores, which need the index on the map.
    used = use(R"({"disengagement_atlas_method": 1, "classes": 2, "breaks": [0.5]})");
    QCOMPARE(used.first.shown, indexCode);
    QVERIFY(used.first.scheme == ClassScheme(2, {0.5}));
    used = use(R"({"disengagement_atlas_method": 2, "looks": {"palette": "blues"}})");
    QVERIFY(used.first == Choices() && used.second.palette == "blues");
}

void MethodFileTest::scalesUsedAreThoseOfTheResult()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 6}}, {"b", {5, 5, 5}}});
    const IndexSettings settings{.scale = {.normalisation = Normalisation::MinMax}};
    const Method method = methodOf({.index = settings}, {}, dataset, computeIndex(dataset, settings));
    QCOMPARE(method.scalesUsed, (std::map<QString, ReferenceValues>{{"a", {1, 6}}}));
    const auto tried = withWhatIfs(dataset, {{.area = 0, .indicator = 0, .value = 4}});
    QVERIFY(methodOf({.index = settings}, {}, *tried, computeIndex(*tried, settings)).scalesUsed.empty());
}

void MethodFileTest::keptScalesScoreLaterDataAlike()
{
    for (const Normalisation scale :
         {Normalisation::ZScore, Normalisation::MinMax, Normalisation::ShareOfMaximum}) {
        const Dataset first =
            makeDataset({{"a", {1, 2, 6, 3}}, {"b", {5, 9, 1, 2}, Direction::LowerIsMoreDisengaged}});
        IndexSettings settings{.scale = {.normalisation = scale}};
        const IndexResult before = computeIndex(first, settings);
        settings.scale.references = methodOf({.index = settings}, {}, first, before).scalesUsed;
        // Later, the first area alone has new figures.
        const Dataset later =
            makeDataset({{"a", {60, 2, 6, 3}}, {"b", {5, 9, 1, 2}, Direction::LowerIsMoreDisengaged}});
        const IndexResult after = computeIndex(later, settings);
        QVERIFY(after.scores[0] > before.scores[0]);
        for (size_t area = 1; area < 4; ++area)
            QVERIFY(std::abs(after.scores[area] - before.scores[area]) < 1e-12);
    }
}

void MethodFileTest::theFileStandsBesideTheTable()
{
    QCOMPARE(methodPathOf("out/table.csv"), "out/table.method.json");
    QCOMPARE(methodPathOf("a.b/table"), "a.b/table.method.json");
    QCOMPARE(methodPathOf("table"), "table.method.json");
}

void MethodFileTest::badFilesAreRefused_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("not JSON") << QByteArray("a,b") << "m.json is not a method of this program.";
    QTest::newRow("other JSON") << QByteArray("{}") << "m.json is not a method of this program.";
    QTest::newRow("a later version") << QByteArray(R"({"disengagement_atlas_method": 99})")
                                     << "m.json is of a later version of this program.";
    const auto with = [](const char *member) {
        return QByteArray(R"({"disengagement_atlas_method": 1, )") + member + "}";
    };
    QTest::newRow("a word nobody knows")
        << with(R"("normalise": "zz")") << "\"zz\" is not understood as normalise";
    QTest::newRow("a weight of zero")
        << with(R"("weights": {"a": 0})") << "\"0\" is not understood as weights of a";
    QTest::newRow("a text for a number")
        << with(R"("threshold": "x")") << "\"x\" is not understood as threshold";
    QTest::newRow("a scale that falls")
        << with(R"("low": 5, "high": 2)") << "\"2\" is not understood as high";
    QTest::newRow("half a pair") << with(R"("references": {"a": [1]})")
                                 << "\"[1]\" is not understood as references of a";
    QTest::newRow("more bounds than classes have")
        << with(R"("classes": 3, "breaks": [1,2,3])") << "\"[1,2,3]\" is not understood as breaks";
    QTest::newRow("fewer bounds") << with(R"("breaks": [1])") << "\"[1]\" is not understood as breaks";
    QTest::newRow("bounds that fall")
        << with(R"("classes": 3, "breaks": [2,1])") << "\"[2,1]\" is not understood as breaks";
    QTest::newRow("a bound that is no number")
        << with(R"("classes": 3, "breaks": [1,"x"])") << "is not understood as breaks";
    QTest::newRow("a scale beyond reckoning") << with(R"("references": {"a": [3, 1e-320]})")
                                              << "\"[3,1e-320]\" is not understood as references of a";
    QTest::newRow("a range beyond reckoning")
        << with(R"("high": 1e308)") << "\"1e+308\" is not understood as high";
    QTest::newRow("more draws than an int holds")
        << with(R"("draws": {"count": 1e18, "seed": "1", "vary": "scale"})") << "is not understood as count";
    QTest::newRow("no draws") << with(R"("draws": {"count": 0, "seed": "1", "vary": "scale"})")
                              << "\"0\" is not understood as count";
    QTest::newRow("more draws than can be counted")
        << with(R"("draws": {"count": 1e17, "seed": "1", "vary": "scale"})") << "is not understood as count";
    QTest::newRow("draws of nothing known") << with(R"("draws": {"count": 9, "seed": "1", "vary": "luck"})")
                                            << "\"luck\" is not understood as vary";
    QTest::newRow("a seed with a fraction")
        << with(R"("draws": {"count": 9, "seed": "1.5", "vary": "scale"})") << "is not understood as seed";
    QTest::newRow("a threshold above 1")
        << with(R"("threshold": 1.5)") << "\"1.5\" is not understood as threshold";
    QTest::newRow("a list for a number")
        << with(R"("threshold": [1,2])") << "\"[1,2]\" is not understood as threshold";
    QTest::newRow("a text for a list") << with(R"("excluded": "a")") << "\"a\" is not understood as excluded";
    QTest::newRow("a number in a list of codes")
        << with(R"("excluded": ["a", 2])") << "\"2\" is not understood as excluded";
    QTest::newRow("a list for weights")
        << with(R"("weights": [1])") << "\"[1]\" is not understood as weights";
    QTest::newRow("a number for a name") << with(R"("name": 7)") << "\"7\" is not understood as name";
    QTest::newRow("a level of indicators") << with(R"("aggregate_of_level": {"1": "geometric"})")
                                           << "\"1\" is not understood as aggregate_of_level";
    QTest::newRow("a seed that is a number")
        << with(R"("rounding_band_seed": 7)") << "\"7\" is not understood as rounding_band_seed";
    QTest::newRow("too many classes") << with(R"("classes": 12)") << "\"12\" is not understood as classes";
}

void MethodFileTest::badFilesAreRefused()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, says);
    const auto read = readMethod(json, "m.json");
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

ATLAS_TEST(MethodFileTest)

#include "test_method_file.moc"
