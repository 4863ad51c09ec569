#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_reader.h"

#include <QFile>
#include <QTest>

#include <ogrsf_frmts.h>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

namespace {

const MadeLayer twoSquares{.features = {{"E37000001", "North", squareWkt(400000, 310000, 10000)},
                                        {"E37000002", "South", squareWkt(400000, 300000, 10000)}}};

Result<BoundaryFile> read(const QString &path, const BoundaryOptions &options = {})
{
    Progress progress;
    return readBoundaries(path, options, progress);
}

/// A GeoJSON file of small squares, one for each set of properties.
QString geoJson(const QTemporaryDir &folder, const QList<QByteArray> &properties)
{
    QByteArrayList features;
    for (const QByteArray &each : properties)
        features
            << R"({"type":"Feature","properties":)" + each
                   + R"(,"geometry":{"type":"Polygon","coordinates":[[[-1,52],[-1,53],[0,53],[0,52],[-1,52]]]}})";
    return writeBytes(folder, "areas.geojson",
                      R"({"type":"FeatureCollection","features":[)" + features.join(',') + "]}");
}

QStringList namesOf(const BoundaryFile &file)
{
    QStringList names;
    for (const BoundaryArea &area : file.boundaries.areas)
        names << area.name;
    return names;
}

} // namespace

class BoundaryReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void theFieldOfCodesIsFound_data();
    void theFieldOfCodesIsFound();
    void fieldsMayBeNamed();
    void aFieldOfDecimalsMayBeNamed_data();
    void aFieldOfDecimalsMayBeNamed();
    void anAreaWithoutANameHasItsCodeForOne();
    void mapNumbersAreRead();
    void shapesWithOneCodeBecomeOneArea();
    void shapesWithoutACodeStayApart();
    void aFeatureWithoutAShapeIsKeptWithAnIssue();
    void withoutAnIndexAShapefileOpensAndNothingIsWritten();
    void withoutACoordinateSystemOneIsGuessedWithAnIssue_data();
    void withoutACoordinateSystemOneIsGuessedWithAnIssue();
    void coordinatesCanBeDeclared();
    void accentsOfOlderFilesAreRead_data();
    void accentsOfOlderFilesAreRead();
    void upperCaseExtensionsAreFound();
};

void BoundaryReaderTest::theFieldOfCodesIsFound_data()
{
    QTest::addColumn<QList<QByteArray>>("properties");
    QTest::addColumn<QString>("code");
    QTest::newRow("by ONS codes") << QList<QByteArray>{R"({"id":"1","where":"E37000001"})",
                                                       R"({"id":"2","where":"E37000002"})"}
                                  << "E37000001";
    QTest::newRow("by its header") << QList<QByteArray>{R"({"id":"1","LEP14CD":"N"})",
                                                        R"({"id":"2","LEP14CD":"S"})"}
                                   << "N";
    QTest::newRow("by values that all differ")
        << QList<QByteArray>{R"({"region":"x","id":"1"})", R"({"region":"x","id":"2"})"} << "1";
    QTest::newRow("by values that all differ, with decimals before the text")
        << QList<QByteArray>{R"({"km":1.25,"id":"a"})", R"({"km":2.5,"id":"b"})"} << "1.25";
    QTest::newRow("decimals that are alike are no codes")
        << QList<QByteArray>{R"({"km":2.5,"id":"a"})", R"({"km":2.5,"id":"b"})"} << "a";
    QTest::newRow("decimals in a field that says code")
        << QList<QByteArray>{R"({"id":1,"code":7.5})", R"({"id":2,"code":8.5})"} << "7.5";
    QTest::newRow("numbers as text") << QList<QByteArray>{R"({"code":801})", R"({"code":802})"} << "801";
}

void BoundaryReaderTest::theFieldOfCodesIsFound()
{
    QFETCH(const QList<QByteArray>, properties);
    const QTemporaryDir folder;
    const auto file = read(geoJson(folder, properties));
    QVERIFY(file.ok());
    QTEST(file->boundaries.areas[0].code.text, "code");
}

void BoundaryReaderTest::fieldsMayBeNamed()
{
    const QTemporaryDir folder;
    const QString path =
        geoJson(folder, {R"({"code":"E37000001","name":"North","old":"N1","welsh":"Gogledd"})"});
    const auto file = read(path, {.codeField = "OLD", .nameField = "welsh"});
    QVERIFY(file.ok());
    QCOMPARE(file->boundaries.areas[0].code.text, "N1");
    QCOMPARE(file->boundaries.areas[0].name, "Gogledd");
}

void BoundaryReaderTest::aFieldOfDecimalsMayBeNamed_data()
{
    QTest::addColumn<QString>("fileName");
    for (const char *name : {"areas.shp", "areas.gpkg", "areas.fgb"})
        QTest::newRow(name) << name;
}

void BoundaryReaderTest::aFieldOfDecimalsMayBeNamed()
{
    QFETCH(const QString, fileName);
    const QTemporaryDir folder;
    const QString path = writeLayer(folder, fileName, twoSquares);
    {
        const GDALDatasetUniquePtr dataset(
            GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
        if (!dataset)
            QSKIP("This format cannot be changed in place.");
        OGRFieldDefn field("size", OFTReal);
        OGRLayer &layer = *dataset->GetLayer(0);
        QCOMPARE(layer.CreateField(&field), OGRERR_NONE);
        for (const auto &feature : layer) {
            feature->SetField("size", 0.5 + static_cast<double>(feature->GetFID()));
            QCOMPARE(layer.SetFeature(feature.get()), OGRERR_NONE);
        }
    }
    const auto file = read(path, {.codeField = "size"});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.size(), size_t(2));
    QCOMPARE(file->boundaries.areas[1].code.text.toDouble() - file->boundaries.areas[0].code.text.toDouble(),
             1.0);
    QVERIFY2(file->boundaries.hasShape(1), "Reading the field late takes nothing away.");
}

void BoundaryReaderTest::anAreaWithoutANameHasItsCodeForOne()
{
    const QTemporaryDir folder;
    const auto file = read(geoJson(folder, {R"({"code":"E37000001"})"}));
    QVERIFY(file.ok());
    QCOMPARE(file->boundaries.areas[0].name, "E37000001");
}

void BoundaryReaderTest::mapNumbersAreRead()
{
    const QTemporaryDir folder;
    const auto file = read(
        geoJson(folder, {R"({"code":"E37000001","map_no":7})", R"({"code":"E37000002","map_no":null})"}));
    QVERIFY(file.ok());
    QCOMPARE(file->boundaries.areas[0].mapNumber, 7);
    QCOMPARE(file->boundaries.areas[1].mapNumber, 0);
}

void BoundaryReaderTest::shapesWithOneCodeBecomeOneArea()
{
    const QTemporaryDir folder;
    const auto file = read(writeLayer(folder, "areas.gpkg",
                                      {{{"E37000001", "Islands", squareWkt(4000, 0, 10)},
                                        {"E37000002", "South", squareWkt(4100, 0, 10)},
                                        {"E37000001", "Islands", squareWkt(4020, 0, 10)},
                                        {"E37000001", "Islands", squareWkt(4040, 0, 10)}}}));
    QVERIFY(file.ok());
    const BoundarySet &areas = file->boundaries;
    QCOMPARE(namesOf(*file), QStringList({"Islands", "South"}));
    QCOMPARE(areas.lastRing(0) - areas.firstRing(0), size_t(3));
    QCOMPARE(areas.boxes[0], QRectF(4000, 0, 50, 10));
    QCOMPARE(areas.boxes[1], QRectF(4100, 0, 10, 10));
    QCOMPARE(file->issues.size(), size_t(1));
    QCOMPARE(file->issues[0].area.text, "E37000001");
}

void BoundaryReaderTest::shapesWithoutACodeStayApart()
{
    const QTemporaryDir folder;
    const auto file = read(writeLayer(
        folder, "areas.gpkg", {{{"", "North", squareWkt(0, 0, 10)}, {"", "South", squareWkt(20, 0, 10)}}}));
    QVERIFY(file.ok());
    QCOMPARE(namesOf(*file), QStringList({"North", "South"}));
}

void BoundaryReaderTest::aFeatureWithoutAShapeIsKeptWithAnIssue()
{
    const QTemporaryDir folder;
    const auto file = read(writeLayer(
        folder, "areas.shp", {{{"E37000001", "North", squareWkt(4000, 0, 10)}, {"E37000002", "South", ""}}}));
    QVERIFY(file.ok());
    QCOMPARE(namesOf(*file), QStringList({"North", "South"}));
    QVERIFY(file->boundaries.hasShape(0));
    QVERIFY(!file->boundaries.hasShape(1));
    QVERIFY(file->boundaries.boxes[1].isNull());
    QCOMPARE(file->boundaries.extent(), QRectF(4000, 0, 10, 10));
    QCOMPARE(file->issues.size(), size_t(1));
    QVERIFY(file->issues[0].message.contains("Feature 2"));
}

void BoundaryReaderTest::withoutAnIndexAShapefileOpensAndNothingIsWritten()
{
    const QTemporaryDir folder;
    const QString path = writeLayer(folder, "areas.shp", twoSquares);
    const auto whole = read(path);
    QVERIFY(QFile::remove(folder.filePath("areas.shx")));
    const QStringList before = filesIn(folder);
    const auto file = read(path);
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.points, whole->boundaries.points);
    QCOMPARE(file->boundaries.areas, whole->boundaries.areas);
    QVERIFY(file->issues.empty());
    QCOMPARE(filesIn(folder), before);
}

void BoundaryReaderTest::withoutACoordinateSystemOneIsGuessedWithAnIssue_data()
{
    QTest::addColumn<int>("epsg");
    QTest::addColumn<QString>("guess");
    QTest::newRow("metres") << 27700 << "EPSG:27700";
    QTest::newRow("degrees") << 4326 << "EPSG:4326";
}

void BoundaryReaderTest::withoutACoordinateSystemOneIsGuessedWithAnIssue()
{
    QFETCH(const int, epsg);
    QFETCH(const QString, guess);
    const QTemporaryDir folder;
    MadeLayer layer = twoSquares;
    layer.epsg = epsg;
    const QString path = writeLayer(folder, "areas.shp", layer);
    QVERIFY(QFile::remove(folder.filePath("areas.prj")));
    const auto file = read(path);
    QVERIFY(file.ok());
    const QPointF difference = file->boundaries.extent().topLeft() - QPointF(400000, 300000);
    QVERIFY(std::abs(difference.x()) < 0.1 && std::abs(difference.y()) < 0.1);
    QCOMPARE(file->issues.size(), size_t(1));
    QCOMPARE(file->issues[0].severity, Severity::Warning);
    QVERIFY(file->issues[0].message.contains(guess));
}

void BoundaryReaderTest::coordinatesCanBeDeclared()
{
    const QTemporaryDir folder;
    const QString path = writeLayer(folder, "areas.shp", twoSquares);
    QVERIFY(QFile::remove(folder.filePath("areas.prj")));
    const auto file = read(path, {.coordinates = Coordinates::NationalGrid});
    QVERIFY(file.ok());
    QVERIFY(file->issues.empty());
}

void BoundaryReaderTest::accentsOfOlderFilesAreRead_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<bool>("saysItsEncoding");
    QTest::newRow("a shapefile that says so") << "areas.shp" << true;
    QTest::newRow("a shapefile that does not") << "areas.shp" << false;
    QTest::newRow("a GeoJSON, which should be UTF-8") << "areas.geojson" << false;
}

void BoundaryReaderTest::accentsOfOlderFilesAreRead()
{
    QFETCH(const QString, fileName);
    QFETCH(const bool, saysItsEncoding);
    const QTemporaryDir folder;
    QString path;
    if (fileName.endsWith(".geojson")) {
        path = geoJson(folder, {"{\"code\":\"W06000001\",\"name\":\"Ynys M\xF4n\"}"});
    } else {
        path = writeLayer(
            folder, fileName,
            {.features = {{"W06000001", "Ynys Môn", squareWkt(4000, 0, 10)}}, .encoding = "ISO-8859-1"});
        if (!saysItsEncoding) {
            QVERIFY(QFile::remove(folder.filePath("areas.cpg")));
            QFile table(folder.filePath("areas.dbf"));
            QVERIFY(table.open(QIODevice::ReadWrite) && table.seek(29) && table.putChar('\0'));
        }
    }
    const auto file = read(path);
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(namesOf(*file), QStringList{"Ynys Môn"});
    QCOMPARE(file->issues.size(), size_t(saysItsEncoding ? 0 : 1));
    if (!saysItsEncoding)
        QVERIFY(file->issues[0].message.contains("Windows-1252"));
}

void BoundaryReaderTest::upperCaseExtensionsAreFound()
{
    const QTemporaryDir folder;
    writeLayer(folder, "areas.shp", twoSquares);
    for (const char *extension : {"shp", "shx", "dbf", "prj", "cpg"})
        QFile::rename(folder.filePath(QString("areas.%1").arg(extension)),
                      folder.filePath(QString("AREAS.%1").arg(QString(extension).toUpper())));
    const auto file = read(folder.filePath("AREAS.SHP"));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(namesOf(*file), QStringList({"North", "South"}));
    QVERIFY(file->issues.empty());
}

ATLAS_TEST(BoundaryReaderTest)

#include "test_boundary_reader.moc"
