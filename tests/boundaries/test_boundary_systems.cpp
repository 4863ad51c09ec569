#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_reader.h"
#include "core/boundaries/coordinate_system.h"

#include <QTest>

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

struct Box
{
    double west;
    double south;
    double east;
    double north;
};

QByteArray polygonOf(const Box &box)
{
    const auto point = [](double x, double y) {
        return '[' + QByteArray::number(x, 'g', 17) + ',' + QByteArray::number(y, 'g', 17) + ']';
    };
    return R"({"type":"Polygon","coordinates":[[)" + point(box.west, box.south) + ','
           + point(box.east, box.south) + ',' + point(box.east, box.north) + ',' + point(box.west, box.north)
           + ',' + point(box.west, box.south) + "]]}";
}

QString geoJson(const QTemporaryDir &folder, const std::vector<Box> &boxes, const QByteArray &member = {})
{
    QByteArrayList features;
    for (size_t i = 0; i < boxes.size(); ++i)
        features << R"({"type":"Feature","properties":{"code":"A)" + QByteArray::number(int(i))
                        + R"("},"geometry":)" + polygonOf(boxes[i]) + '}';
    return writeBytes(folder, "areas.geojson",
                      R"({"type":"FeatureCollection",)" + member + R"("features":[)" + features.join(',')
                          + "]}");
}

Result<BoundaryFile> read(const QString &path, const BoundaryOptions &options = {})
{
    Progress progress;
    return readBoundaries(path, options, progress);
}

/// A shapefile of a square of England whose .prj says something else.
QString shapefileThatSays(const QTemporaryDir &folder, int numbers, int said)
{
    MadeLayer layer{.features = {{"E06000001", "Hartlepool", squareWkt(450100, 525300, 9000)}}};
    layer.epsg = numbers;
    const QString path = writeLayer(folder, "areas.shp", layer);
    layer.epsg = said == 0 ? numbers : said;
    const QTemporaryDir other;
    writeLayer(other, "areas.shp", layer);
    const bool done =
        QFile::remove(folder.filePath("areas.prj"))
        && (said == 0 || QFile::copy(other.filePath("areas.prj"), folder.filePath("areas.prj")));
    return done ? path : QString();
}

bool isNear(const QPointF &a, const QPointF &b, double metres)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y()) <= metres;
}

double areaOf(const BoundarySet &set, size_t area)
{
    double sum = 0;
    for (size_t ring = set.firstRing(area); ring < set.lastRing(area); ++ring) {
        const auto points = set.ring(ring);
        for (size_t i = 1; i < points.size(); ++i)
            sum += points[i - 1].x() * points[i].y() - points[i].x() * points[i - 1].y();
    }
    return std::abs(sum) / 2;
}

} // namespace

class BoundarySystemsTest : public QObject
{
    Q_OBJECT

private slots:
    void aContradictionIsSaidAndThePlausibleSystemTaken_data();
    void aContradictionIsSaidAndThePlausibleSystemTaken();
    void smallWholeMetresAreNoDegrees();
    void webMercatorWithoutASystemIsKnown();
    void theIrishGridIsKnownByCodes();
    void theSystemCanBeSaid();
    void aWrongSystemIsRefused_data();
    void aWrongSystemIsRefused();
    void aSuitableProjectionIsChosen_data();
    void aSuitableProjectionIsChosen();
    void theWorldIsCutAtTheDateLine();
    void bothSidesOfTheDateLineComeTogether();
    void longitudesMayCountTo360();
    void areasAreTrueInEqualAreaProjections();
    void theProjectionCanBeChosen();
    void aChosenMapOfTheWorldIsCutToo_data();
    void aChosenMapOfTheWorldIsCutToo();
    void aMapAroundAPoleIsNotCut();
    void anotherZoneIsNoticedByCodes_data();
    void anotherZoneIsNoticedByCodes();
    void latitudesBeforeLongitudesAreNoticed_data();
    void latitudesBeforeLongitudesAreNoticed();
    void placesThatAreThereStay_data();
    void placesThatAreThereStay();
};

void BoundarySystemsTest::aContradictionIsSaidAndThePlausibleSystemTaken_data()
{
    QTest::addColumn<int>("numbers");
    QTest::addColumn<int>("said");
    QTest::addColumn<QString>("taken");
    QTest::newRow("metres that say degrees") << 27700 << 4326 << "British National Grid";
    QTest::newRow("degrees that say metres") << 4326 << 27700 << "degrees (EPSG:4326)";
    QTest::newRow("degrees that say another grid") << 4326 << 2157 << "degrees (EPSG:4326)";
    QTest::newRow("Web Mercator that says degrees") << 3857 << 4258 << "Web Mercator";
    QTest::newRow("Web Mercator that says the grid") << 3857 << 27700 << "Web Mercator";
    QTest::newRow("metres that say nothing") << 27700 << 0 << "British National Grid";
    QTest::newRow("Web Mercator that says nothing") << 3857 << 0 << "Web Mercator";
}

void BoundarySystemsTest::aContradictionIsSaidAndThePlausibleSystemTaken()
{
    QFETCH(const int, numbers);
    QFETCH(const int, said);
    QFETCH(const QString, taken);
    const QTemporaryDir folder;
    const auto file = read(shapefileThatSays(folder, numbers, said));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QVERIFY(file->boundaries.projection.isNationalGrid());
    QVERIFY(isNear(file->boundaries.boxes[0].topLeft(), {450100, 525300}, 20));
    QCOMPARE(file->issues.size(), size_t(1));
    QCOMPARE(file->issues[0].severity, Severity::Warning);
    for (const QString &part : {taken, QString("coordinate system"), QString("--crs EPSG:N")})
        QVERIFY2(file->issues[0].message.contains(part), qPrintable(file->issues[0].message));
}

void BoundarySystemsTest::smallWholeMetresAreNoDegrees()
{
    const QTemporaryDir folder;
    const auto file = read(writeLayer(folder, "areas.gpkg", {{{"A", "Plan", squareWkt(0, 0, 10)}}}));
    QVERIFY(file.ok());
    QVERIFY(file->issues.empty());
    QCOMPARE(file->boundaries.boxes[0], QRectF(0, 0, 10, 10));
}

void BoundarySystemsTest::webMercatorWithoutASystemIsKnown()
{
    const QTemporaryDir folder;
    const auto file = read(geoJson(folder, {{-220000, 7280000, -200000, 7300000}}));
    QVERIFY(file.ok());
    QVERIFY(file->boundaries.projection.isNationalGrid());
    QCOMPARE(file->issues.size(), size_t(1));
    QVERIFY(file->issues[0].message.contains("EPSG:3857"));
}

void BoundarySystemsTest::theIrishGridIsKnownByCodes()
{
    const QTemporaryDir folder;
    MadeLayer layer{.features = {{"N09000003", "Belfast", squareWkt(145000, 525000, 5000)}}};
    layer.epsg = 29902;
    const QString path = writeLayer(folder, "areas.shp", layer);
    QVERIFY(QFile::remove(folder.filePath("areas.prj")));
    const auto file = read(path);
    QVERIFY(file.ok());
    QVERIFY(isNear(file->boundaries.boxes[0].topLeft(), {145000, 525000}, 100));
    QVERIFY(file->issues[0].message.contains("Irish Grid"));
}

void BoundarySystemsTest::theSystemCanBeSaid()
{
    const QTemporaryDir folder;
    const auto file = read(shapefileThatSays(folder, 3857, 27700), {.crs = "epsg:3857"});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QVERIFY(file->issues.empty());
    QVERIFY(isNear(file->boundaries.boxes[0].topLeft(), {450100, 525300}, 20));
    QCOMPARE(file->readAs.crs, "epsg:3857");
}

void BoundarySystemsTest::aWrongSystemIsRefused_data()
{
    QTest::addColumn<QString>("crs");
    QTest::addColumn<QString>("projection");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no code") << "mercator"
                             << ""
                             << "no coordinate system that is known";
    QTest::newRow("an unknown code") << "EPSG:99999"
                                     << ""
                                     << "no coordinate system that is known";
    QTest::newRow("a file") << "/etc/passwd"
                            << ""
                            << "no coordinate system that is known";
    QTest::newRow("degrees for metres") << "EPSG:4326"
                                        << ""
                                        << "in degrees";
    QTest::newRow("a projection in degrees") << ""
                                             << "EPSG:4326"
                                             << "no projection in metres";
    QTest::newRow("a projection in feet") << ""
                                          << "EPSG:2263"
                                          << "no projection in metres";
    QTest::newRow("an unknown projection") << ""
                                           << "EPSG:99999"
                                           << "no coordinate system that is known";
}

void BoundarySystemsTest::aWrongSystemIsRefused()
{
    QFETCH(const QString, crs);
    QFETCH(const QString, projection);
    QFETCH(const QString, expected);
    const QTemporaryDir folder;
    const auto file = read(shapefileThatSays(folder, 27700, 27700), {.crs = crs, .projection = projection});
    QVERIFY(!file.ok());
    QVERIFY2(file.error().message.contains(expected), qPrintable(file.error().message));
    QVERIFY(file.error().message.startsWith("areas.shp"));
}

void BoundarySystemsTest::aSuitableProjectionIsChosen_data()
{
    QTest::addColumn<double>("west");
    QTest::addColumn<double>("south");
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("north");
    QTest::addColumn<QString>("name");
    QTest::newRow("Britain") << -6.2 << 50.1 << 1.7 << 58.5 << "British National Grid";
    QTest::newRow("the Netherlands") << 3.4 << 50.8 << 7.2 << 53.5 << "UTM zone 31N (EPSG:32631)";
    QTest::newRow("New South Wales") << 144.5 << -37.0 << 152.5 << -29.5 << "UTM zone 55S (EPSG:32755)";
    QTest::newRow("Europe") << -10.0 << 35.0 << 40.0 << 71.0
                            << "azimuthal equal-area projection around 53\u00B0\u00A0N 15\u00B0\u00A0E";
    QTest::newRow("the United States")
        << -125.0 << 24.0 << -66.0 << 49.0 << "around 37\u00B0\u00A0N 96\u00B0\u00A0W";
    QTest::newRow("the world") << -179.0 << -55.0 << 179.0 << 80.0 << "Equal Earth";
    QTest::newRow("Svalbard") << 10.5 << 76.5 << 33.0 << 80.8 << "azimuthal equal-area";
}

void BoundarySystemsTest::aSuitableProjectionIsChosen()
{
    QFETCH(const double, west);
    QFETCH(const double, south);
    QFETCH(const double, east);
    QFETCH(const double, north);
    QFETCH(const QString, name);
    const QTemporaryDir folder;
    const double middle = (west + east) / 2;
    const auto file = read(geoJson(folder, {{west, south, middle, north}, {middle, south, east, north}}));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QVERIFY2(file->boundaries.projection.name.contains(name), qPrintable(file->boundaries.projection.name));
    const bool isBritish = name == "British National Grid";
    QCOMPARE(file->boundaries.projection.isNationalGrid(), isBritish);
    QCOMPARE(file->issues.size(), size_t(isBritish ? 0 : 1));
    if (!isBritish)
        QVERIFY(file->issues[0].message.contains(name)
                && file->issues[0].message.contains("--projection EPSG:N"));
}

void BoundarySystemsTest::theWorldIsCutAtTheDateLine()
{
    const QTemporaryDir folder;
    const auto file = read(
        geoJson(folder, {{-120, 50, -70, 65}, {0, 40, 10, 50}, {177, -19, -179, -16}, {115, -35, 150, -15}}));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    const BoundarySet &areas = file->boundaries;
    QCOMPARE(areas.areaStarts[3] - areas.areaStarts[2], 2U);
    for (size_t ring = areas.firstRing(2); ring < areas.lastRing(2); ++ring) {
        const auto points = areas.ring(ring);
        for (size_t i = 1; i < points.size(); ++i)
            QVERIFY2(std::abs(points[i].x() - points[i - 1].x()) < 1e6, "No edge runs round the globe.");
    }
    constexpr double edgeOfMap = 1.73e7;
    QVERIFY(areas.extent().left() > -edgeOfMap && areas.extent().right() < edgeOfMap);
    QVERIFY(areas.boxes[2].width() > 3e7);
}

void BoundarySystemsTest::bothSidesOfTheDateLineComeTogether()
{
    const QTemporaryDir folder;
    const auto file =
        read(geoJson(folder, {{177, -19, 179.9, -16}, {-179.9, -19, -178, -16}, {179.9, -19, -179.9, -16}}));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QVERIFY2(file->boundaries.projection.name.contains("UTM zone"),
             qPrintable(file->boundaries.projection.name));
    QVERIFY(file->boundaries.extent().width() < 6e5);
}

void BoundarySystemsTest::longitudesMayCountTo360()
{
    const QTemporaryDir folder;
    const auto file = read(geoJson(folder, {{10, 40, 20, 50}, {170, -45, 178, -35}, {235, 30, 290, 50}}));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QVERIFY(file->boundaries.boxes[2].right() < 0);
    QVERIFY(file->boundaries.boxes[1].left() > 0);
}

void BoundarySystemsTest::areasAreTrueInEqualAreaProjections()
{
    // Between these parallels and meridians the sphere of equal area has 6371007.2^2 * width * (sin - sin).
    const QTemporaryDir folder;
    for (const double east : {40.0, 170.0}) {
        const auto file =
            read(geoJson(folder, {{-10, 35, -9, 36}, {10, 60, 11, 61}, {east - 1, 40, east, 41}}));
        QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
        const double southern = areaOf(file->boundaries, 0);
        const double northern = areaOf(file->boundaries, 1);
        const double radian = std::acos(-1.0) / 180;
        const auto band = [radian](double south) {
            return std::sin((south + 1) * radian) - std::sin(south * radian);
        };
        const double expected = band(35) / band(60);
        QVERIFY2(std::abs(southern / northern / expected - 1) < 0.01,
                 qPrintable(QString::number(southern / northern)));
    }
}

void BoundarySystemsTest::theProjectionCanBeChosen()
{
    const QTemporaryDir folder;
    const auto file = read(geoJson(folder, {{3.4, 50.8, 7.2, 53.5}}), {.projection = "EPSG:3035"});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.projection.definition, "EPSG:3035");
    QVERIFY(file->issues.empty());
    QVERIFY(std::abs(file->boundaries.extent().left() - 3.87e6) < 5e4);
    const auto britain = read(shapefileThatSays(folder, 27700, 27700), {.projection = "EPSG:27700"});
    QVERIFY(britain->boundaries.projection.isNationalGrid());
    QVERIFY(isNear(britain->boundaries.boxes[0].topLeft(), {450100, 525300}, 0.001));
}

void BoundarySystemsTest::aChosenMapOfTheWorldIsCutToo_data()
{
    QTest::addColumn<QString>("projection");
    QTest::addColumn<double>("seam"); ///< where the plane is cut
    QTest::addColumn<double>("most"); ///< metres from the middle to the edge
    QTest::newRow("Equal Earth") << "EPSG:8857" << 180.0 << 1.73e7;
    QTest::newRow("Equal Earth of Asia and the Pacific") << "EPSG:8859" << -30.0 << 1.73e7;
    QTest::newRow("Web Mercator") << "EPSG:3857" << 180.0 << 2.01e7;
    QTest::newRow("cylinders") << "EPSG:6933" << 180.0 << 1.74e7;
}

void BoundarySystemsTest::aChosenMapOfTheWorldIsCutToo()
{
    QFETCH(const QString, projection);
    QFETCH(const double, seam);
    QFETCH(const double, most);
    const auto at = [seam](double by) {
        const double x = seam + by;
        return x > 180 ? x - 360 : x;
    };
    const QTemporaryDir folder;
    const auto file =
        read(geoJson(folder, {{at(60), 50, at(70), 60}, {at(-3), -19, at(2), -16}, {at(90), 0, at(120), 20}}),
             {.projection = projection});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    const BoundarySet &areas = file->boundaries;
    QCOMPARE(areas.areaStarts[2] - areas.areaStarts[1], 2U);
    for (size_t ring = 0; ring + 1 < areas.ringStarts.size(); ++ring) {
        const auto points = areas.ring(ring);
        for (size_t i = 1; i < points.size(); ++i)
            QVERIFY2(std::abs(points[i].x() - points[i - 1].x()) < 4e6, "No edge runs round the globe.");
    }
    QVERIFY(areas.extent().left() > -most && areas.extent().right() < most);
    QVERIFY(areas.boxes[1].width() > 3e7);
}

void BoundarySystemsTest::aMapAroundAPoleIsNotCut()
{
    const QTemporaryDir folder;
    const auto file =
        read(geoJson(folder, {{177, 65, -175, 70}, {20, 65, 30, 70}}), {.projection = "EPSG:3995"});
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QCOMPARE(file->boundaries.areaStarts[1] - file->boundaries.areaStarts[0], 1U);
    QVERIFY(file->boundaries.boxes[0].width() < 1e6);
}

void BoundarySystemsTest::anotherZoneIsNoticedByCodes_data()
{
    QTest::addColumn<int>("numbers");
    QTest::addColumn<int>("said");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("taken"); ///< empty for the system that the file says
    QTest::newRow("metres of Britain that say UTM") << 27700 << 32630 << "E06000001"
                                                    << "British National Grid";
    QTest::newRow("metres of Britain that say UTM of Ghana") << 27700 << 32630 << "A1"
                                                             << "";
    QTest::newRow("metres of Britain that say Web Mercator") << 27700 << 3857 << "E06000001"
                                                             << "British National Grid";
    QTest::newRow("UTM that says so") << 32630 << 32630 << "E06000001"
                                      << "";
    QTest::newRow("UTM that says the British grid") << 32630 << 27700 << "E06000001"
                                                    << "UTM zone 30N";
    QTest::newRow("UTM that says the British grid, without codes") << 32630 << 27700 << "A1"
                                                                   << "UTM zone 30N";
}

void BoundarySystemsTest::anotherZoneIsNoticedByCodes()
{
    QFETCH(const int, numbers);
    QFETCH(const int, said);
    QFETCH(const QString, code);
    QFETCH(const QString, taken);
    const QTemporaryDir folder;
    MadeLayer layer{.features = {{code.toUtf8(), "Hartlepool", squareWkt(450100, 525300, 9000)}}};
    layer.epsg = numbers;
    const QString path = writeLayer(folder, "areas.shp", layer);
    layer.epsg = said;
    const QTemporaryDir other;
    writeLayer(other, "areas.shp", layer);
    QVERIFY(QFile::remove(folder.filePath("areas.prj")));
    QVERIFY(QFile::copy(other.filePath("areas.prj"), folder.filePath("areas.prj")));
    const auto file = read(path);
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    const bool isThere = file->boundaries.projection.isNationalGrid()
                         && isNear(file->boundaries.boxes[0].topLeft(), {450100, 525300}, 20);
    QCOMPARE(isThere, !taken.isEmpty() || numbers == said);
    const auto remark = std::find_if(file->issues.begin(), file->issues.end(),
                                     [](const Issue &issue) { return issue.severity == Severity::Warning; });
    QCOMPARE(remark != file->issues.end(), !taken.isEmpty());
    if (!taken.isEmpty())
        QVERIFY2(remark->message.contains(taken), qPrintable(remark->message));
}

void BoundarySystemsTest::latitudesBeforeLongitudesAreNoticed_data()
{
    QTest::addColumn<double>("south");
    QTest::addColumn<double>("west");
    QTest::addColumn<double>("north");
    QTest::addColumn<double>("east");
    QTest::newRow("Britain") << 50.1 << -6.2 << 58.5 << 1.7;
    QTest::newRow("a county") << 53.1 << -1.7 << 53.5 << -1.2;
    QTest::newRow("the United States") << 25.0 << -125.0 << 49.0 << -67.0;
}

void BoundarySystemsTest::latitudesBeforeLongitudesAreNoticed()
{
    QFETCH(const double, south);
    QFETCH(const double, west);
    QFETCH(const double, north);
    QFETCH(const double, east);
    const QTemporaryDir folder;
    const auto right = read(geoJson(folder, {{west, south, east, north}}));
    const QTemporaryDir other;
    const auto swapped = read(geoJson(other, {{south, west, north, east}}));
    QVERIFY2(swapped.ok(), swapped.ok() ? "" : qPrintable(swapped.error().message));
    QCOMPARE(swapped->boundaries.projection.name, right->boundaries.projection.name);
    QVERIFY(isNear(swapped->boundaries.boxes[0].topLeft(), right->boundaries.boxes[0].topLeft(), 1));
    QVERIFY(isNear(swapped->boundaries.boxes[0].bottomRight(), right->boundaries.boxes[0].bottomRight(), 1));
    QVERIFY(swapped->issues[0].message.contains("latitude before longitude"));
    const auto asTheyStand = read(geoJson(other, {{51, -1, 52, 0}}), {.crs = "EPSG:4326"});
    QVERIFY(!asTheyStand->boundaries.projection.isNationalGrid());
}

void BoundarySystemsTest::placesThatAreThereStay_data()
{
    QTest::addColumn<double>("west");
    QTest::addColumn<double>("south");
    QTest::addColumn<double>("east");
    QTest::addColumn<double>("north");
    QTest::newRow("the Seychelles") << 55.2 << -4.9 << 56.0 << -4.2;
    QTest::newRow("Somalia") << 41.0 << -1.7 << 51.4 << 12.0;
    QTest::newRow("Iran") << 44.0 << 25.0 << 63.3 << 39.8;
    QTest::newRow("the Maldives") << 72.5 << -0.7 << 73.8 << 7.2;
}

void BoundarySystemsTest::placesThatAreThereStay()
{
    QFETCH(const double, west);
    QFETCH(const double, south);
    QFETCH(const double, east);
    QFETCH(const double, north);
    const QTemporaryDir folder;
    const auto file = read(geoJson(folder, {{west, south, east, north}}));
    QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
    QVERIFY(!file->boundaries.projection.isNationalGrid());
    for (const Issue &issue : file->issues)
        QVERIFY(!issue.message.contains("latitude"));
}

ATLAS_TEST(BoundarySystemsTest)

#include "test_boundary_systems.moc"
