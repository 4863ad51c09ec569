#include "tests/support/made_files.h"
#include "tests/support/made_zip.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_reader.h"

#include <QTest>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

namespace {

QString squareJson(double west)
{
    return QStringLiteral(R"({"type":"Polygon","coordinates":[[[%1,52],[%1,53],[%2,53],[%2,52],[%1,52]]]})")
        .arg(west)
        .arg(west + 0.5);
}

/// A GeoJSON file of squares side by side; each text is what stands in a feature beside its shape.
QString geoJson(const QTemporaryDir &folder, const QStringList &features)
{
    QStringList texts;
    for (qsizetype i = 0; i < features.size(); ++i)
        texts << QStringLiteral(R"({"type":"Feature",%1,"geometry":%2})")
                     .arg(features[i], squareJson(-4 + 0.5 * static_cast<double>(i)));
    return writeBytes(folder, "areas.geojson",
                      (R"({"type":"FeatureCollection","features":[)" + texts.join(',') + "]}").toUtf8());
}

Result<BoundaryFile> read(const QString &path, const WantedAreas &wanted, const BoundaryOptions &options = {})
{
    Progress progress;
    return readBoundaries(path, options, progress, [&wanted] { return &wanted; });
}

QStringList codesOf(const Result<BoundaryFile> &file)
{
    if (!file)
        return {file.error().message};
    QStringList codes;
    for (const BoundaryArea &area : file->boundaries.areas)
        codes << area.code.text;
    return codes;
}

QStringList messagesOf(const Result<BoundaryFile> &file)
{
    QStringList messages;
    for (const Issue &issue : file->issues)
        messages << issue.message;
    return messages;
}

MadeFeature square(const QByteArray &code, const QByteArray &name, int place)
{
    return {code, name, squareWkt(400000 + 1000 * place, 300000, 1000)};
}

const std::vector<MadeLayer> threeLayers = {
    {.features = {{"E06000001", "Town", "POINT (400000 300000)"}}, .name = "towns", .shapes = "POINT"},
    {.features = {square("E12000001", "North East", 0), square("E12000002", "North West", 1)},
     .name = "regions"},
    {.features = {square("E06000001", "Hartlepool", 0), square("E06000002", "Middlesbrough", 1)},
     .name = "authorities"},
    {.features = {square("E06000001", "Hartlepool", 0), square("E06000002", "Middlesbrough", 1),
                  square("E06000003", "Redcar", 2)},
     .name = "all authorities"},
};

} // namespace

class LayerChoiceTest : public QObject
{
    Q_OBJECT

private slots:
    void theLayerThatFitsTheFiguresIsRead_data();
    void theLayerThatFitsTheFiguresIsRead();
    void filesOfAZipAreLayersToo();
    void aNamedLayerIsReadWhateverFits();
    void figuresAreNotAskedForWhereThereIsNoChoice();
    void theFieldThatFitsTheFiguresIsTaken();
    void aNamedFieldIsTakenWhateverFits();
    void numbersBesideThePropertiesAreCodes();
    void countedFeaturesHaveNoCodes();
    void aPlaceholderIsNoCode_data();
    void aPlaceholderIsNoCode();
    void oneCodeWithTwoNamesIsSaid();
    void overlappingShapesOfOneAreaAreUnited();
    void eachKindIsSaidOnce();
};

void LayerChoiceTest::theLayerThatFitsTheFiguresIsRead_data()
{
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("layer");
    QTest::newRow("by codes") << QStringList{"E06000001", "E06000002"} << QStringList() << "authorities";
    QTest::newRow("in lower case") << QStringList{"e12000001 "} << QStringList() << "regions";
    QTest::newRow("the one with all of them")
        << QStringList{"E06000001", "E06000003"} << QStringList() << "all authorities";
    QTest::newRow("by names") << QStringList() << QStringList{"north  west"} << "regions";
    QTest::newRow("by nothing") << QStringList{"X1"} << QStringList{"Nowhere"} << "regions";
}

void LayerChoiceTest::theLayerThatFitsTheFiguresIsRead()
{
    QFETCH(const QStringList, codes);
    QFETCH(const QStringList, names);
    QFETCH(const QString, layer);
    const QTemporaryDir folder;
    const auto file = read(writeLayers(folder, "areas.gpkg", threeLayers), {codes, names});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->readAs.layer, layer);
    QCOMPARE(file->issues.size(), size_t(1));
    QCOMPARE(file->issues[0].severity, Severity::Note);
    QVERIFY(file->issues[0].message.contains("--layer"));
    for (const char *each : {"regions", "authorities"})
        QVERIFY(file->issues[0].message.contains(each));
    QVERIFY2(!file->issues[0].message.contains("towns"), "which hold no areas");
}

void LayerChoiceTest::filesOfAZipAreLayersToo()
{
    const QTemporaryDir folder;
    writeLayer(folder, "regions.shp", threeLayers[1]);
    writeLayer(folder, "districts.shp", threeLayers[3]);
    const QTemporaryDir target;
    const QString zip = writeZip(target, "all.zip", filesForZip(folder, ""));
    const auto file = read(zip, {{"E06000003"}, {}});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->readAs.layer, "districts");
    QCOMPARE(read(zip, {}, {.layer = "REGIONS"})->readAs.layer, "regions");
}

void LayerChoiceTest::aNamedLayerIsReadWhateverFits()
{
    const QTemporaryDir folder;
    const auto file =
        read(writeLayers(folder, "areas.gpkg", threeLayers), {{"E06000001"}, {}}, {.layer = "regions"});
    QCOMPARE(codesOf(file), QStringList({"E12000001", "E12000002"}));
    QVERIFY(file->issues.empty());
}

void LayerChoiceTest::figuresAreNotAskedForWhereThereIsNoChoice()
{
    const QTemporaryDir folder;
    Progress progress;
    int asked = 0;
    const AskWantedAreas ask = [&asked] {
        ++asked;
        return static_cast<const WantedAreas *>(nullptr);
    };
    QVERIFY(readBoundaries(writeLayer(folder, "areas.gpkg", threeLayers[1]),
                           {.codeField = "code", .nameField = "name"}, progress, ask)
                .ok());
    QCOMPARE(asked, 0);
    QVERIFY(readBoundaries(writeLayers(folder, "more.gpkg", threeLayers), {}, progress, ask).ok());
    QVERIFY(asked > 0);
}

void LayerChoiceTest::theFieldThatFitsTheFiguresIsTaken()
{
    const QTemporaryDir folder;
    const QString path = geoJson(
        folder,
        {R"("properties":{"LAD13CD":"E06000001","LAD13CDO":"00EB","LAD13NM":"Hartlepool","LAD13NMW":"H"})",
         R"("properties":{"LAD13CD":"E06000002","LAD13CDO":"00EC","LAD13NM":"Middlesbrough","LAD13NMW":"M"})"});
    QCOMPARE(codesOf(read(path, {{"E06000001"}, {}})), QStringList({"E06000001", "E06000002"}));
    const auto old = read(path, {{"00eb", "00ec"}, {"m"}});
    QCOMPARE(codesOf(old), QStringList({"00EB", "00EC"}));
    QCOMPARE(messagesOf(old).size(), 1);
    QVERIFY(messagesOf(old)[0].contains("--code-field"));
    const auto named = read(path, {{}, {"m"}});
    QCOMPARE(named->boundaries.areas[1].name, "M");
    QVERIFY(messagesOf(named)[0].contains("--name-field"));
}

void LayerChoiceTest::aNamedFieldIsTakenWhateverFits()
{
    const QTemporaryDir folder;
    const QString path = geoJson(folder, {R"("properties":{"a":"1","b":"E06000001"})"});
    QCOMPARE(codesOf(read(path, {{"1"}, {}}, {.codeField = "b"})), QStringList{"E06000001"});
}

void LayerChoiceTest::numbersBesideThePropertiesAreCodes()
{
    const QTemporaryDir folder;
    const QString path =
        geoJson(folder, {R"("id":805,"properties":{"size":3})", R"("id":806,"properties":{"size":3})"});
    QCOMPARE(codesOf(read(path, {})), QStringList({"805", "806"}));
    const QString bare = geoJson(folder, {R"("id":805,"properties":{})", R"("id":806,"properties":{})"});
    QCOMPARE(codesOf(read(bare, {{"805"}, {}})), QStringList({"805", "806"}));
    const QString texts =
        geoJson(folder, {R"("id":"N805","properties":{})", R"("id":"N806","properties":{})"});
    QCOMPARE(codesOf(read(texts, {})), QStringList({"N805", "N806"}));
}

void LayerChoiceTest::countedFeaturesHaveNoCodes()
{
    const QTemporaryDir folder;
    const auto file = read(geoJson(folder, {R"("properties":{})", R"("properties":{})"}), {});
    QVERIFY(!file.ok());
    QVERIFY(file.error().message.contains("no codes or names"));
}

void LayerChoiceTest::aPlaceholderIsNoCode_data()
{
    QTest::addColumn<QString>("code");
    for (const char *code : {"-99", "E99999999", "n/a"})
        QTest::newRow(code) << code;
}

void LayerChoiceTest::aPlaceholderIsNoCode()
{
    QFETCH(const QString, code);
    const QTemporaryDir folder;
    const auto feature = [&](const QString &own, const QString &name) {
        return QStringLiteral(R"("properties":{"code":"%1","name":"%2"})").arg(own, name);
    };
    const auto file = read(geoJson(folder, {feature(code, "France"), feature("DEU", "Germany"),
                                            feature(code, "Norway"), feature("NA", "Namibia")}),
                           {}, {.codeField = "code"});
    QCOMPARE(codesOf(file), QStringList({code, "DEU", code, "NA"}));
    QCOMPARE(file->boundaries.areas[2].name, "Norway");
}

void LayerChoiceTest::oneCodeWithTwoNamesIsSaid()
{
    const QTemporaryDir folder;
    const auto file =
        read(writeLayer(folder, "areas.gpkg",
                        {{square("E06000001", "Hartlepool", 0), square("E06000001", "Stockton", 2),
                          square("E06000001", "hartlepool", 4)}}),
             {});
    QCOMPARE(codesOf(file), QStringList{"E06000001"});
    QCOMPARE(messagesOf(file).size(), 1);
    QVERIFY(
        messagesOf(file)[0].contains("E06000001 has several names in the boundaries, Hartlepool, Stockton"));
}

void LayerChoiceTest::overlappingShapesOfOneAreaAreUnited()
{
    const QTemporaryDir folder;
    const auto file = read(writeLayer(folder, "areas.gpkg",
                                      {{{"E06000001", "One", squareWkt(400000, 300000, 1000)},
                                        {"E06000002", "Two", squareWkt(410000, 300000, 1000)},
                                        {"E06000001", "One", squareWkt(400500, 300000, 1000)},
                                        {"E06000002", "Two", squareWkt(420000, 300000, 1000)},
                                        {"E06000001", "One", squareWkt(400000, 300000, 1000)}}}),
                           {});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    const BoundarySet &areas = file->boundaries;
    QCOMPARE(areas.size(), size_t(2));
    QCOMPARE(areas.lastRing(0) - areas.firstRing(0), size_t(1));
    QCOMPARE(areas.boxes[0], QRectF(400000, 300000, 1500, 1000));
    QCOMPARE(areas.lastRing(1) - areas.firstRing(1), size_t(2));
}

void LayerChoiceTest::eachKindIsSaidOnce()
{
    MadeLayer layer;
    for (int i = 0; i < 20; ++i)
        layer.features.push_back(
            square("C" + QByteArray::number(i / 2), "Name " + QByteArray::number(i / 2), i));
    for (int i = 0; i < 20; ++i)
        layer.features.push_back({"D" + QByteArray::number(i), "Nowhere", ""});
    for (int i = 0; i < 20; ++i)
        layer.features.push_back(
            {"F" + QByteArray::number(i), "Line", "LINESTRING (400000 300000, 400001 300001)"});
    const QTemporaryDir folder;
    const auto file = read(writeLayer(folder, "areas.gpkg", layer), {}, {.codeField = "code"});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    const QStringList messages = messagesOf(file);
    QCOMPARE(messages.size(), 3);
    QCOMPARE(messages.filter("no shape").size(), 1);
    QCOMPARE(messages.filter("points or lines").size(), 1);
    QCOMPARE(messages.filter("same code").size(), 1);
}

ATLAS_TEST(LayerChoiceTest)

#include "test_layer_choice.moc"
