#include "core/project/method_file.h"

#include "core/index/method_words.h"
#include "tests/support/made_data.h"

#include <QTest>

#include <limits>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

template <typename Choice>
Choice anyOf(const Words<Choice> &words, std::mt19937 &random)
{
    return words[random() % words.size()].second;
}

Method randomMethod(std::mt19937 &random)
{
    Method method{.name = QStringLiteral("Ohne Armut \u201c2\u201d")};
    IndexSettings &index = method.index;
    index.scale.normalisation = anyOf(normalisationWords(), random);
    index.scale.standardDeviation = anyOf(standardDeviationWords(), random);
    index.scale.missing = anyOf(missingRuleWords(), random);
    index.scale.outliers = anyOf(outlierRuleWords(), random);
    index.scale.outliersOf = {{"a", anyOf(outlierRuleWords(), random)}};
    index.scale.low = 1 / static_cast<double>(random());
    index.scale.high = 100;
    index.scale.references = {{"b", {0.1, static_cast<double>(random()) / 3}}};
    index.scale.referenceArea = "A1";
    index.scale.groupColumn = "region";
    index.levels = anyOf(levelsWords(), random);
    index.weighting = anyOf(weightingWords(), random);
    index.aggregation = anyOf(aggregationWords(), random);
    index.aggregationOfLevel = {{3, anyOf(aggregationWords(), random)}};
    index.rankRule = anyOf(rankRuleWords(), random);
    index.weights = {{"a", 1 / 3.0}, {"risk", 2e-9}};
    index.excluded = {"c", QString::fromUtf8("\xC3\xA9t\xC3\xA9")};
    index.threshold = 2 / 3.0;
    method.scheme = {3, {1e-300, 0.1}, anyOf(quantileRuleWords(), random)};
    method.scalesUsed = {{"a", {0.1 + 0.2, 1e17}}};
    if (random() % 2 == 0)
        method.draws = {.assumptions = {.rounding = random() % 2 == 0,
                                        .weights = WeightDraw::Around,
                                        .spread = static_cast<double>(1 + random() % 100) / 100,
                                        .leaveOut = true},
                        .draws = static_cast<int>(1 + random() % 1000000),
                        .seed = (uint64_t(random()) << 32) + random()};
    else
        method.roundingBandSeed = std::numeric_limits<uint64_t>::max();
    return method;
}

} // namespace

class MethodFileTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBack();
    void whatIsNotSaidIsAsUsual();
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

void MethodFileTest::scalesUsedAreThoseOfTheResult()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 6}}, {"b", {5, 5, 5}}});
    const IndexSettings settings{.scale = {.normalisation = Normalisation::MinMax}};
    const Method method = methodOf(settings, 4, dataset, computeIndex(dataset, settings));
    QCOMPARE(method.scalesUsed, (std::map<QString, ReferenceValues>{{"a", {1, 6}}}));
}

void MethodFileTest::keptScalesScoreLaterDataAlike()
{
    for (const Normalisation scale :
         {Normalisation::ZScore, Normalisation::MinMax, Normalisation::ShareOfMaximum}) {
        const Dataset first =
            makeDataset({{"a", {1, 2, 6, 3}}, {"b", {5, 9, 1, 2}, Direction::LowerIsMoreDisengaged}});
        IndexSettings settings{.scale = {.normalisation = scale}};
        const IndexResult before = computeIndex(first, settings);
        settings.scale.references = methodOf(settings, 4, first, before).scalesUsed;
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
        << with(R"("weights": {"a": 0})") << "\"a\" is not understood as weights";
    QTest::newRow("a text for a number")
        << with(R"("threshold": "x")") << "\"x\" is not understood as threshold";
    QTest::newRow("half a pair") << with(R"("references": {"a": [1]})")
                                 << "\"a\" is not understood as references";
    QTest::newRow("more bounds than classes have")
        << with(R"("classes": 3, "breaks": [1,2,3])") << "\"[1,2,3]\" is not understood as breaks";
    QTest::newRow("fewer bounds") << with(R"("breaks": [1])") << "\"[1]\" is not understood as breaks";
    QTest::newRow("bounds that fall")
        << with(R"("classes": 3, "breaks": [2,1])") << "\"[2,1]\" is not understood as breaks";
    QTest::newRow("a bound that is no number")
        << with(R"("classes": 3, "breaks": [1,"x"])") << "is not understood as breaks";
    QTest::newRow("no draws") << with(R"("draws": {"count": 0, "seed": "1", "vary": "scale"})")
                              << "\"0\" is not understood as count";
    QTest::newRow("draws of nothing known") << with(R"("draws": {"count": 9, "seed": "1", "vary": "luck"})")
                                            << "\"luck\" is not understood as vary";
    QTest::newRow("a seed with a fraction")
        << with(R"("draws": {"count": 9, "seed": "1.5", "vary": "scale"})") << "is not understood as seed";
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

QTEST_APPLESS_MAIN(MethodFileTest)

#include "test_method_file.moc"
