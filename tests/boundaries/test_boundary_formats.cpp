#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

/// A square, a square with a hole, and an area of two parts.
const MadeLayer threeAreas{.features = {
                               {"E37000001", "Square", squareWkt(400000, 300000, 10000)},
                               {"E37000002", "Ring",
                                "POLYGON ((420000 300000, 420000 330000, 450000 330000, 450000 300000, "
                                "420000 300000), (430000 310000, 440000 310000, 440000 320000, 430000 "
                                "320000, 430000 310000))"},
                               {"E37000003", "Islands",
                                "MULTIPOLYGON (((460000 300000, 460000 301000, 461000 301000, 460000 "
                                "300000)), ((470000 300000, 470000 302000, 472000 302000, 472000 300000, "
                                "470000 300000)))"},
                           }};

/// The same features with each ring as an arc of its own: GDAL reads TopoJSON but does not write it.
QByteArray topoJsonOf(const QByteArray &geoJson)
{
    QJsonArray arcs;
    QJsonArray geometries;
    const auto polygonOf = [&arcs](const QJsonArray &rings) {
        QJsonArray polygon;
        for (const QJsonValue &ring : rings) {
            polygon.append(QJsonArray{arcs.size()});
            arcs.append(ring);
        }
        return polygon;
    };
    for (const QJsonValue &feature : QJsonDocument::fromJson(geoJson)["features"].toArray()) {
        const QJsonObject geometry = feature["geometry"].toObject();
        QJsonArray members;
        if (geometry["type"] == "Polygon")
            members = polygonOf(geometry["coordinates"].toArray());
        else
            for (const QJsonValue &polygon : geometry["coordinates"].toArray())
                members.append(polygonOf(polygon.toArray()));
        geometries.append(QJsonObject{
            {"type", geometry["type"]}, {"properties", feature["properties"]}, {"arcs", members}});
    }
    const QJsonObject areas{{"type", "GeometryCollection"}, {"geometries", geometries}};
    return QJsonDocument(
               QJsonObject{{"type", "Topology"}, {"objects", QJsonObject{{"areas", areas}}}, {"arcs", arcs}})
        .toJson();
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

/// Whether both rings go through the same points, wherever they start and whichever way they turn.
bool sameRing(std::span<const QPointF> ring, const std::vector<QPointF> &corners, double tolerance)
{
    return ring.size() == corners.size() + 1 && ring.front() == ring.back()
           && std::all_of(corners.begin(), corners.end(), [&](QPointF corner) {
                  return std::any_of(ring.begin(), ring.end(),
                                     [&](QPointF point) { return distance(point, corner) <= tolerance; });
              });
}

Result<BoundaryFile> read(const QString &path)
{
    Progress progress;
    return readBoundaries(path, {}, progress);
}

} // namespace

class BoundaryFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatGivesTheSameAreas_data();
    void everyFormatGivesTheSameAreas();
    void heightsAreDropped();
    void curvesBecomeShortLines();
    void pointsBesidePolygonsAreDropped();
    void flawedOutlinesAreDrawnAndSaidOnce();
    void theFirstLayerOfPolygonsIsReadUnlessOneIsNamed();
    void progressReachesItsEnd();
};

void BoundaryFormatsTest::everyFormatGivesTheSameAreas_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<int>("epsg");
    QTest::addColumn<double>("tolerance"); // metres
    QTest::newRow("shapefile") << "areas.shp" << 27700 << 0.0;
    QTest::newRow("shapefile in degrees") << "areas.shp" << 4326 << 0.1;
    QTest::newRow("GeoPackage") << "areas.gpkg" << 27700 << 0.0;
    QTest::newRow("GeoPackage in Web Mercator") << "areas.gpkg" << 3857 << 0.1;
    QTest::newRow("GeoPackage in degrees of ETRS89") << "areas.gpkg" << 4258 << 0.1;
    QTest::newRow("FlatGeobuf") << "areas.fgb" << 27700 << 0.0;
    QTest::newRow("FlatGeobuf in degrees") << "areas.fgb" << 4326 << 0.1;
    QTest::newRow("GeoJSON in degrees") << "areas.geojson" << 4326 << 0.1;
    QTest::newRow("GeoJSON on the National Grid") << "areas.geojson" << 27700 << 0.001;
    QTest::newRow("TopoJSON in degrees") << "areas.topojson" << 4326 << 0.1;
}

void BoundaryFormatsTest::everyFormatGivesTheSameAreas()
{
    QFETCH(const QString, fileName);
    QFETCH(const int, epsg);
    QFETCH(const double, tolerance);
    const QTemporaryDir folder;
    MadeLayer layer = threeAreas;
    layer.epsg = epsg;
    QString path;
    if (fileName.endsWith(".topojson"))
        path =
            writeBytes(folder, fileName, topoJsonOf(readBytes(writeLayer(folder, "source.geojson", layer))));
    else
        path = writeLayer(folder, fileName, layer);
    QVERIFY(!path.isEmpty());

    const auto file = read(path);
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message + file.error().details));
    const BoundarySet &areas = file->boundaries;
    const bool sequenceMayChange = fileName.endsWith(".fgb"); // its index sorts features by place
    QCOMPARE(areas.size(), size_t(3));
    QCOMPARE(areas.points.size(), size_t(5 + 5 + 5 + 4 + 5));
    for (size_t i = 0; i < 3; ++i) {
        const QString name = areas.areas[i].name;
        QVERIFY(sequenceMayChange || areas.areas[i].code.text == QStringLiteral("E3700000%1").arg(i + 1));
        const size_t first = areas.firstRing(i);
        const size_t rings = areas.lastRing(i) - first;
        const uint32_t parts = areas.areaStarts[i + 1] - areas.areaStarts[i];
        if (name == "Square") {
            QCOMPARE(rings, size_t(1));
            QVERIFY(sameRing(areas.ring(first),
                             {{400000, 300000}, {400000, 310000}, {410000, 310000}, {410000, 300000}},
                             tolerance));
            QVERIFY(distance(areas.boxes[i].topLeft(), {400000, 300000}) <= 2 * tolerance);
            QVERIFY(distance(areas.boxes[i].bottomRight(), {410000, 310000}) <= 2 * tolerance);
        } else if (name == "Ring") {
            QCOMPARE(parts, 1U);
            QCOMPARE(rings, size_t(2));
            QVERIFY(sameRing(areas.ring(first),
                             {{420000, 300000}, {420000, 330000}, {450000, 330000}, {450000, 300000}},
                             tolerance));
            QVERIFY(sameRing(areas.ring(first + 1),
                             {{430000, 310000}, {440000, 310000}, {440000, 320000}, {430000, 320000}},
                             tolerance));
        } else {
            QCOMPARE(name, "Islands");
            QCOMPARE(parts, 2U);
            QCOMPARE(rings, size_t(2));
            QVERIFY(sameRing(areas.ring(first), {{460000, 300000}, {460000, 301000}, {461000, 301000}},
                             tolerance));
        }
    }
    QVERIFY(file->issues.empty() || fileName.endsWith(".topojson")); // which cannot name its system
}

void BoundaryFormatsTest::heightsAreDropped()
{
    const QTemporaryDir folder;
    const auto file = read(
        writeLayer(folder, "areas.gpkg",
                   {{{"E37000001", "North", "POLYGON Z ((4000 0 9, 4000 10 9, 4010 10 9, 4000 0 9))"}}}));
    QVERIFY(file.ok());
    QVERIFY(sameRing(file->boundaries.ring(0), {{4000, 0}, {4000, 10}, {4010, 10}}, 0));
}

void BoundaryFormatsTest::curvesBecomeShortLines()
{
    const QTemporaryDir folder;
    const auto file =
        read(writeLayer(folder, "areas.gpkg",
                        {{{"E37000001", "Circle",
                           "CURVEPOLYGON (CIRCULARSTRING (400000 300000, 402000 300000, 400000 300000))"}}}));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    const auto ring = file->boundaries.ring(0);
    QVERIFY(ring.size() > 16);
    for (const QPointF &point : ring)
        QVERIFY(std::abs(distance(point, {401000, 300000}) - 1000) < 0.01);
}

void BoundaryFormatsTest::pointsBesidePolygonsAreDropped()
{
    const QTemporaryDir folder;
    const auto file = read(writeLayer(
        folder, "areas.gpkg",
        {{{"E37000001", "North", "GEOMETRYCOLLECTION (POINT (5 5), POLYGON ((0 0, 0 9, 9 9, 0 0)))"}}}));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.points.size(), size_t(4));
}

void BoundaryFormatsTest::flawedOutlinesAreDrawnAndSaidOnce()
{
    const QTemporaryDir folder;
    const auto file = read(writeLayer(
        folder, "areas.gpkg",
        {{{"E1", "Bow", "POLYGON ((400000 0, 401000 1000, 401000 0, 400000 1000, 400000 0))"},
          {"E2", "Sound", squareWkt(410000, 0, 1000)},
          {"E3", "Line", "POLYGON ((420000 0, 421000 1000, 420000 0))"},
          {"E4", "Same way",
           "POLYGON ((430000 0, 430000 900, 430900 900, 430900 0, 430000 0), (430300 300, "
           "430300 600, 430600 600, 430600 300, 430300 300))"},
          {"E5", "Twice", "POLYGON ((440000 0, 440000 0, 440000 900, 440900 900, 440900 900, 440000 0))"}}}));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.size(), size_t(5));
    QCOMPARE(file->boundaries.lastRing(3) - file->boundaries.firstRing(3), size_t(2));
    QCOMPARE(file->issues.size(), size_t(1));
    QCOMPARE(file->issues[0].severity, Severity::Note);
    QVERIFY2(file->issues[0].message.contains("Bow, Line."), qPrintable(file->issues[0].message));
}

void BoundaryFormatsTest::theFirstLayerOfPolygonsIsReadUnlessOneIsNamed()
{
    const QTemporaryDir folder;
    const QString path =
        writeLayers(folder, "areas.gpkg",
                    {{.features = {{"x", "Town", "POINT (1 2)"}}, .name = "towns", .shapes = "POINT"},
                     {.features = {{"E37000001", "North", squareWkt(0, 0, 10)}}, .name = "large"},
                     {.features = {{"E37000002", "South", squareWkt(0, 0, 10)}}, .name = "small"}});
    Progress progress;
    QCOMPARE(readBoundaries(path, {}, progress)->boundaries.areas[0].name, "North");
    QCOMPARE(readBoundaries(path, {.layer = "small"}, progress)->boundaries.areas[0].name, "South");
}

void BoundaryFormatsTest::progressReachesItsEnd()
{
    const QTemporaryDir folder;
    Progress progress;
    QVERIFY(readBoundaries(writeLayer(folder, "areas.gpkg", threeAreas), {}, progress).ok());
    QCOMPARE(progress.fraction(), 1.0);
}

ATLAS_TEST(BoundaryFormatsTest)

#include "test_boundary_formats.moc"
