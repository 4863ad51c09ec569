#include "tests/support/test_program.h"

#include "core/boundaries/shape_collector.h"

#include <QTest>

#include <ogr_geometry.h>

#include <limits>
#include <memory>
#include <vector>

using namespace atlas;

namespace {

std::unique_ptr<OGRGeometry> shapeOf(const char *wkt)
{
    OGRGeometry *shape = nullptr;
    OGRGeometryFactory::createFromWkt(wkt, nullptr, &shape);
    return std::unique_ptr<OGRGeometry>(shape);
}

BoundarySet collected(ShapeCollector &shapes, const std::vector<size_t> &areaOfFeature, size_t areas)
{
    BoundarySet boundaries;
    boundaries.areas.resize(areas);
    shapes.moveInto(boundaries, areaOfFeature);
    return boundaries;
}

} // namespace

class ShapeCollectorTest : public QObject
{
    Q_OBJECT

private slots:
    void featuresOfOneAreaComeTogether();
    void anOpenRingIsClosedHoweverNearItsEnds();
    void morePointsThanItCanCountAreLeftOut();
    void whatIsNoNumberIsNoticed();
    void boxesFollowThePoints();
};

void ShapeCollectorTest::featuresOfOneAreaComeTogether()
{
    ShapeCollector shapes;
    for (const char *wkt : {"POLYGON ((0 0, 0 1, 1 1, 0 0))", "POLYGON ((5 5, 5 6, 6 6, 5 5))",
                            "MULTIPOLYGON (((2 0, 2 1, 3 1, 2 0)), ((8 0, 8 1, 9 1, 8 0)))"}) {
        QVERIFY(shapes.add(*shapeOf(wkt)));
        shapes.endFeature();
    }
    QCOMPARE(shapes.extent(), QRectF(0, 0, 9, 6));
    const BoundarySet areas = collected(shapes, {0, 1, 0}, 2);
    QCOMPARE(areas.areaStarts, (std::vector<uint32_t>{0, 3, 4}));
    QCOMPARE(areas.points.size(), size_t(16));
    QCOMPARE(areas.ring(1)[0], QPointF(2, 0));
    QCOMPARE(areas.boxes[0], QRectF(0, 0, 9, 1));
    QCOMPARE(areas.boxes[1], QRectF(5, 5, 1, 1));
}

void ShapeCollectorTest::anOpenRingIsClosedHoweverNearItsEnds()
{
    ShapeCollector shapes;
    QVERIFY(shapes.add(*shapeOf("POLYGON ((400000 0, 400000 1, 400001 1, 400000.0000001 0))")));
    shapes.endFeature();
    const BoundarySet areas = collected(shapes, {0}, 1);
    QCOMPARE(areas.points.size(), size_t(5));
    QVERIFY(areas.points.front().x() == areas.points.back().x());
}

void ShapeCollectorTest::morePointsThanItCanCountAreLeftOut()
{
    const auto triangle = shapeOf("POLYGON ((0 0, 0 1, 1 1, 0 0))");
    ShapeCollector shapes(9);
    QVERIFY(shapes.add(*triangle));
    QVERIFY(!shapes.isOverfull());
    shapes.add(*triangle);
    QVERIFY(!shapes.isOverfull());
    shapes.add(*triangle);
    QVERIFY(shapes.isOverfull());
    QCOMPARE(shapes.points().size(), size_t(8));
}

void ShapeCollectorTest::whatIsNoNumberIsNoticed()
{
    for (const double bad :
         {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
        for (int place = 0; place < 4; ++place) {
            OGRLinearRing ring;
            for (int i = 0; i < 4; ++i)
                ring.addPoint(i == place ? bad : i % 3, i);
            OGRPolygon polygon;
            polygon.addRing(&ring);
            ShapeCollector shapes;
            shapes.add(polygon);
            QVERIFY(!shapes.isFinite());
        }
}

void ShapeCollectorTest::boxesFollowThePoints()
{
    ShapeCollector shapes;
    QVERIFY(shapes.add(*shapeOf("POLYGON ((0 0, 0 1, 1 1, 0 0))")));
    shapes.endFeature();
    shapes.endFeature(); // one without a shape
    for (QPointF &point : shapes.points())
        point += QPointF(100, 200);
    shapes.updateBoxes();
    QCOMPARE(shapes.extent(), QRectF(100, 200, 1, 1));
    const BoundarySet areas = collected(shapes, {0, 1}, 2);
    QCOMPARE(areas.boxes[0], QRectF(100, 200, 1, 1));
    QVERIFY(areas.boxes[1].isNull());
}

ATLAS_TEST(ShapeCollectorTest)

#include "test_shape_collector.moc"
