#include "tests/support/test_program.h"

#include "core/boundaries/coordinate_system.h"
#include "core/boundaries/national_grid.h"

#include <QRandomGenerator>
#include <QTest>

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace atlas;

namespace {

OGRSpatialReference systemOf(int epsg)
{
    OGRSpatialReference system;
    system.importFromEPSG(epsg);
    return system;
}

std::vector<QPointF> randomPoints(const QRectF &box, size_t count, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<QPointF> points;
    for (size_t i = 0; i < count; ++i)
        points.emplace_back(box.left() + box.width() * random.generateDouble(),
                            box.top() + box.height() * random.generateDouble());
    return points;
}

/// Every so manieth of the points, projected by PROJ one by one: for so few, no grid is made.
std::vector<QPointF> exactly(const OGRSpatialReference &system, const std::vector<QPointF> &points,
                             size_t step)
{
    std::vector<QPointF> some;
    for (size_t i = 0; i < points.size(); i += step)
        some.push_back(points[i]);
    Progress progress;
    return projectToNationalGrid(system, some, QRectF(), progress).ok() ? some : std::vector<QPointF>();
}

double largestDifference(const std::vector<QPointF> &points, const std::vector<QPointF> &exact, size_t step)
{
    double largest = 0;
    for (size_t i = 0; i < exact.size(); ++i)
        if (const double own =
                std::hypot(points[i * step].x() - exact[i].x(), points[i * step].y() - exact[i].y());
            !(own <= largest)) // what is no number is no match
            largest = own;
    return largest;
}

} // namespace

class NationalGridTest : public QObject
{
    Q_OBJECT

private slots:
    void wellKnownTextsArePlain_data();
    void wellKnownTextsArePlain();
    void manyPointsAreProjectedToTheMillimetre_data();
    void manyPointsAreProjectedToTheMillimetre();
    void equalPointsStayEqual();
    void aPointOutOfReachIsRefused_data();
    void aPointOutOfReachIsRefused();
    void threeThousandKilometresAreTheLimit_data();
    void threeThousandKilometresAreTheLimit();
    void progressGoesOnFromWhereItStood();
    void degreesAreToldFromMetres_data();
    void degreesAreToldFromMetres();
    void cancellingStopsIt_data();
    void cancellingStopsIt();
};

void NationalGridTest::wellKnownTextsArePlain_data()
{
    QTest::addColumn<QByteArray>("prj");
    QTest::addColumn<bool>("plain");
    const QByteArray esri = R"(PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",)"
                            R"(SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],)"
                            R"(UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],)"
                            R"(PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],)"
                            R"(PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],)"
                            R"(PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]])";
    const QByteArray older =
        R"(PROJCS["OSGB_1936_British_National_Grid",GEOGCS["GCS_OSGB 1936",DATUM["D_OSGB_1936",)"
        R"(SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0],)"
        R"(UNIT["Degree",0.017453292519943295]],PROJECTION["Transverse_Mercator"],)"
        R"(PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-2],)"
        R"(PARAMETER["scale_factor",0.9996012717],PARAMETER["false_easting",400000],)"
        R"(PARAMETER["false_northing",-100000],UNIT["Meter",1]])";
    QByteArray broken = esri;
    QTest::newRow("ESRI's") << esri << true;
    QTest::newRow("ESRI's in several lines") << broken.replace(",", ",\r\n    ") << true;
    QTest::newRow("GDAL's before version 3") << older << true;
    QTest::newRow("moved east") << QByteArray(esri).replace("400000.0", "400100.0") << false;
    QTest::newRow("in feet") << QByteArray(esri).replace("1.0]]", "0.3048]]") << false;
    QTest::newRow("another zero point") << QByteArray(esri).replace("49.0", "490.0") << false;
    QTest::newRow("degrees") << QByteArray(R"(GEOGCS["GCS_WGS_1984"])") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void NationalGridTest::wellKnownTextsArePlain()
{
    QFETCH(const QByteArray, prj);
    QFETCH(const bool, plain);
    QCOMPARE(isPlainlyNationalGrid(prj), plain);
    if (!plain)
        return;
    OGRSpatialReference system;
    QByteArray lines = prj;
    char *line = lines.data();
    char *prjLines[] = {line, nullptr};
    QCOMPARE(system.importFromESRI(prjLines), OGRERR_NONE);
    QVERIFY2(isNationalGrid(system), "PROJ says the same.");
}

void NationalGridTest::manyPointsAreProjectedToTheMillimetre_data()
{
    QTest::addColumn<int>("epsg");
    QTest::addColumn<QRectF>("box");
    QTest::newRow("WGS 84, England") << 4326 << QRectF(-6.0, 49.9, 7.8, 5.9);
    QTest::newRow("WGS 84, beyond the transformation's area of use") << 4326 << QRectF(-12, 47, 16, 16);
    QTest::newRow("WGS 84, much of Europe") << 4326 << QRectF(-25, 32, 50, 40);
    QTest::newRow("WGS 84, with cells that are off by millimetres") << 4326 << QRectF(-20, 36, 40, 30);
    QTest::newRow("WGS 84, one parish") << 4326 << QRectF(-1.51, 52.1, 0.02, 0.02);
    QTest::newRow("ETRS89") << 4258 << QRectF(-6.0, 49.9, 7.8, 5.9);
    QTest::newRow("Web Mercator") << 3857 << QRectF(-660000, 6430000, 860000, 1100000);
    QTest::newRow("UTM zone 30") << 32630 << QRectF(200000, 5550000, 500000, 700000);
}

void NationalGridTest::manyPointsAreProjectedToTheMillimetre()
{
    QFETCH(const int, epsg);
    QFETCH(const QRectF, box);
    const OGRSpatialReference system = systemOf(epsg);
    std::vector<QPointF> points = randomPoints(box, 60000, 7);
    constexpr size_t step = 13;
    const std::vector<QPointF> exact = exactly(system, points, step);
    QVERIFY(!exact.empty());
    Progress progress;
    QVERIFY(projectToNationalGrid(system, points, box, progress).ok());
    const double difference = largestDifference(points, exact, step);
    QVERIFY2(difference < 0.0006, qPrintable(QString::number(difference)));
}

void NationalGridTest::equalPointsStayEqual()
{
    const QRectF box(-12, 47, 16, 16); // some lie in cells that are left out
    std::vector<QPointF> points = randomPoints(box, 40000, 8);
    for (size_t i = 0; i < 40000; ++i)
        points.push_back(points[(i * 7919) % 40000]);
    Progress progress;
    QVERIFY(projectToNationalGrid(systemOf(4326), points, box, progress).ok());
    for (size_t i = 0; i < 40000; ++i) {
        const QPointF twin = points[(i * 7919) % 40000];
        QVERIFY(points[40000 + i].x() == twin.x() && points[40000 + i].y() == twin.y());
    }
}

void NationalGridTest::aPointOutOfReachIsRefused_data()
{
    QTest::addColumn<QPointF>("far");
    QTest::newRow("another continent") << QPointF(140, -30);
    QTest::newRow("beyond the pole") << QPointF(0, 100);
    QTest::newRow("huge") << QPointF(1e300, 52);
}

void NationalGridTest::aPointOutOfReachIsRefused()
{
    QFETCH(const QPointF, far);
    for (const size_t count : {size_t(10), size_t(60000)}) {
        std::vector<QPointF> points = randomPoints(QRectF(-6.0, 49.9, 7.8, 5.9), count, 9);
        points.push_back(far);
        Progress progress;
        const QRectF extent = QRectF(-6.0, 49.9, 7.8, 5.9) | QRectF(far, QSizeF(0.001, 0.001));
        QVERIFY(!projectToNationalGrid(systemOf(4326), points, extent, progress).ok());
    }
}

void NationalGridTest::threeThousandKilometresAreTheLimit_data()
{
    QTest::addColumn<QPointF>("direction");
    QTest::newRow("east") << QPointF(1, 0);
    QTest::newRow("west") << QPointF(-1, 0);
    QTest::newRow("north") << QPointF(0, 1);
    QTest::newRow("south") << QPointF(0, -1);
}

// Metres on the grid itself, so that it is known how far they are.
void NationalGridTest::threeThousandKilometresAreTheLimit()
{
    QFETCH(const QPointF, direction);
    for (const double distance : {2.95e6, 3.05e6}) {
        std::vector<QPointF> points = {{400000, 300000}, direction * distance};
        Progress progress;
        QCOMPARE(projectToNationalGrid(systemOf(27700), points, QRectF(), progress).ok(), distance < 3e6);
    }
}

void NationalGridTest::progressGoesOnFromWhereItStood()
{
    const QRectF box(-6.0, 49.9, 7.8, 5.9);
    for (const size_t count : {size_t(20000), size_t(200000)}) { // point by point, and on a grid
        std::vector<QPointF> points = randomPoints(box, count, 11);
        Progress progress;
        progress.setFraction(0.5);
        QVERIFY(projectToNationalGrid(systemOf(4326), points, box, progress).ok());
        QVERIFY(progress.fraction() > 0.5 && progress.fraction() <= 1);
    }
}

void NationalGridTest::degreesAreToldFromMetres_data()
{
    QTest::addColumn<QRectF>("extent");
    QTest::addColumn<bool>("degrees");
    QTest::newRow("England") << QRectF(-6, 49, 8, 7) << true;
    QTest::newRow("the whole planet") << QRectF(-180, -90, 360, 180) << true;
    QTest::newRow("too far west") << QRectF(-180.5, 0, 1, 1) << false;
    QTest::newRow("counted from 0 to 360") << QRectF(179.5, 0, 180, 1) << true;
    QTest::newRow("too far east") << QRectF(359.5, 0, 1, 1) << false;
    QTest::newRow("too far south") << QRectF(0, -90.5, 1, 1) << false;
    QTest::newRow("too far north") << QRectF(0, 89.5, 1, 1) << false;
    QTest::newRow("metres") << QRectF(400000, 300000, 1000, 1000) << false;
}

void NationalGridTest::degreesAreToldFromMetres()
{
    QFETCH(const QRectF, extent);
    QTEST(mayBeDegrees(extent), "degrees");
}

void NationalGridTest::cancellingStopsIt_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("point by point") << 1000;
    QTest::newRow("on a grid") << 60000;
}

void NationalGridTest::cancellingStopsIt()
{
    QFETCH(const int, count);
    const QRectF box(-6.0, 49.9, 7.8, 5.9);
    std::vector<QPointF> points = randomPoints(box, static_cast<size_t>(count), 10);
    Progress progress;
    progress.cancel();
    QVERIFY(!projectToNationalGrid(systemOf(4326), points, box, progress).ok());
}

ATLAS_TEST(NationalGridTest)

#include "test_national_grid.moc"
