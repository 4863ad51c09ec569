#include "tests/support/made_coverage.h"
#include "tests/support/test_program.h"

#include "core/common/parallel.h"
#include "core/render/ring_clip.h"
#include "core/render/view_shapes.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

const QSizeF screen(800, 600);

MapShapes shapesOf(const std::vector<MadeShape> &shapes)
{
    return MapShapes(makeBoundaries(shapes));
}

MapViewport viewOf(const MapShapes &shapes)
{
    return MapViewport::fitting(shapes.boundaries().extent(), QRectF(QPointF(0, 0), screen), screen);
}

/// The same view, the point in the middle of the screen.
MapViewport centred(const MapViewport &view, QPointF point)
{
    return view.panned(QPointF(screen.width() / 2, screen.height() / 2) - view.toScreen(point));
}

size_t pointCount(const ViewShapes &view)
{
    size_t count = 0;
    for (const ViewShapes::Batch &batch : view.batches)
        count += batch.points.size();
    return count;
}

std::vector<uint32_t> areasOf(const ViewShapes &view)
{
    std::vector<uint32_t> areas;
    for (const ViewShapes::Batch &batch : view.batches)
        for (const ViewShapes::Shape &shape : batch.shapes)
            areas.push_back(shape.area);
    return areas;
}

bool isSame(const ViewShapes &a, const ViewShapes &b)
{
    return std::equal(a.batches.begin(), a.batches.end(), b.batches.begin(), b.batches.end(),
                      [](const ViewShapes::Batch &x, const ViewShapes::Batch &y) {
                          return x.points == y.points && x.ringStarts == y.ringStarts
                                 && x.linePoints == y.linePoints && x.lineStarts == y.lineStarts
                                 && x.lineBreadths == y.lineBreadths;
                      });
}

/// Whether the ring goes around the point, by the angles it turns through.
bool goesAround(const std::vector<QPointF> &ring, QPointF point)
{
    double turned = 0;
    for (size_t i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i] - point;
        const QPointF b = ring[(i + 1) % ring.size()] - point;
        turned += std::atan2(a.x() * b.y() - a.y() * b.x(), QPointF::dotProduct(a, b));
    }
    return std::abs(turned) > std::numbers::pi;
}

} // namespace

class ViewShapesTest : public QObject
{
    Q_OBJECT

private slots:
    void allAreasAreThereInTheirOrder();
    void areasOutOfSightAreLeftOut();
    void pointsAreWhereTheViewportSays();
    void verticesStayWithinHalfAPixelAtEveryZoom();
    void neighboursKeepTheirSharedEdges_data();
    void neighboursKeepTheirSharedEdges();
    void ringsThatRunFarOutAreCutThere();
    void cutRingsGoAroundTheSamePoints();
    void cutSegmentsStayOnTheirLine();
    void aMillionSpecksBecomeAFew();
    void theNumberOfThreadsDoesNotMatter();
};

void ViewShapesTest::allAreasAreThereInTheirOrder()
{
    const MapShapes shapes(makeCoverage({.across = 30}, 1));
    shapes.findDetail();
    const std::vector<uint32_t> areas = areasOf(projectShapes(shapes, viewOf(shapes), 0.4));
    QCOMPARE(areas.size(), shapes.boundaries().size());
    QVERIFY(std::is_sorted(areas.begin(), areas.end()));
}

void ViewShapesTest::areasOutOfSightAreLeftOut()
{
    const MapShapes shapes(makeCoverage({.across = 30, .islands = false}, 1));
    shapes.findDetail();
    const MapViewport close = viewOf(shapes).zoomed(10, {400, 300});
    const QRectF sight = close.mapRect(64);
    const std::vector<uint32_t> areas = areasOf(projectShapes(shapes, close, 0.4));
    QVERIFY(areas.size() < shapes.boundaries().size() / 20);
    for (size_t area = 0; area < shapes.boundaries().size(); ++area)
        if (sight.contains(shapes.boundaries().boxes[area].center()))
            QVERIFY(std::binary_search(areas.begin(), areas.end(), area));
}

void ViewShapesTest::pointsAreWhereTheViewportSays()
{
    const MapShapes shapes(makeCoverage({.across = 3, .islands = false}, 2));
    shapes.findDetail();
    const MapViewport view = viewOf(shapes);
    const ViewShapes projected = projectShapes(shapes, view, 0);
    QCOMPARE(pointCount(projected), shapes.boundaries().points.size());
    QCOMPARE(projected.batches.size(), size_t(1));
    for (size_t i = 0; i < shapes.boundaries().points.size(); ++i)
        QCOMPARE(projected.batches[0].points[i], view.toScreen(shapes.boundaries().points[i]));
}

void ViewShapesTest::verticesStayWithinHalfAPixelAtEveryZoom()
{
    const MapShapes shapes(makeCoverage({.across = 3, .holes = false, .islands = false}, 3));
    shapes.findDetail();
    const QPointF vertex = shapes.boundaries().points[7];
    MapViewport view = centred(viewOf(shapes), vertex);
    const MapViewport start = view;
    const QPointF middle(400, 300);
    // Step by step, as with the wheel, so that errors could add up.
    for (int step = 0; step < 60; ++step) {
        double nearest = 1e9;
        for (const ViewShapes::Batch &batch : projectShapes(shapes, view, 0.4).batches)
            for (const QPointF &point : batch.points)
                nearest = std::min(nearest, std::hypot(point.x() - 400, point.y() - 300));
        QVERIFY2(nearest < 0.5, qPrintable(QString::number(step)));
        view = view.zoomed(1.5, middle);
    }
    QVERIFY(view.mapRect().width() < 0.002);
    for (int step = 0; step < 60; ++step)
        view = view.zoomed(1 / 1.5, middle);
    const QPointF drift = view.toScreen(vertex) - middle;
    QVERIFY(std::hypot(drift.x(), drift.y()) < 0.5);
    QVERIFY(view.pixelsPerMetre() <= start.pixelsPerMetre());
}

void ViewShapesTest::neighboursKeepTheirSharedEdges_data()
{
    QTest::addColumn<bool>("withDetail");
    QTest::newRow("with detail") << true;
    QTest::newRow("without") << false;
}

void ViewShapesTest::neighboursKeepTheirSharedEdges()
{
    QFETCH(const bool, withDetail);
    const MapShapes shapes(makeCoverage({.across = 12, .pointsOnEdge = 40, .islands = false}, 4));
    if (withDetail)
        shapes.findDetail();
    for (const double zoom : {1.0, 0.3, 0.05, 4.0}) {
        const ViewShapes view = projectShapes(shapes, viewOf(shapes).zoomed(zoom, {400, 300}), 0.4);
        // Where rings tile the plane each edge is there twice, or once on the coast, whose edges make rings:
        // at every point an even number of the single edges meet.
        std::map<std::pair<double, double>, int> meeting;
        std::map<std::array<double, 4>, int> edges;
        for (const ViewShapes::Batch &batch : view.batches)
            for (size_t ring = 0; ring + 1 < batch.ringStarts.size(); ++ring)
                for (uint32_t i = batch.ringStarts[ring] + 1; i < batch.ringStarts[ring + 1]; ++i) {
                    const std::pair from(batch.points[i - 1].x(), batch.points[i - 1].y());
                    const std::pair to(batch.points[i].x(), batch.points[i].y());
                    const auto &[a, b] = std::minmax(from, to);
                    ++edges[{a.first, a.second, b.first, b.second}];
                }
        size_t shared = 0;
        for (const auto &[edge, count] : edges) {
            if (count % 2 == 0) {
                ++shared;
                continue;
            }
            ++meeting[{edge[0], edge[1]}];
            ++meeting[{edge[2], edge[3]}];
        }
        for (const auto &[place, count] : meeting)
            QCOMPARE(count % 2, 0);
        QVERIFY(!withDetail || zoom > 1 || shared > edges.size() / 2);
    }
}

void ViewShapesTest::ringsThatRunFarOutAreCutThere()
{
    // A millimetre beside a thousand kilometres.
    const MapShapes shapes = shapesOf({{{squareRing(-5e5, 0, 1e6)}}, {{squareRing(5e5, 5e5, 0.001)}}});
    shapes.findDetail();
    const MapViewport close = centred(viewOf(shapes), {5e5, 5e5}).zoomed(1e12, {400, 300});
    QVERIFY(close.mapRect().width() < 0.0011);
    const ViewShapes view = projectShapes(shapes, close, 0.4);
    QCOMPARE(areasOf(view), std::vector<uint32_t>({0, 1}));
    for (const ViewShapes::Batch &batch : view.batches) {
        QVERIFY(!batch.linePoints.empty());
        for (const std::vector<QPointF> &points : {batch.points, batch.linePoints})
            for (const QPointF &point : points)
                QVERIFY(std::abs(point.x()) < 10000 && std::abs(point.y()) < 10000);
    }
}

void ViewShapesTest::cutRingsGoAroundTheSamePoints()
{
    QRandomGenerator random(5);
    const QRectF box(0, 0, 100, 80);
    for (int round = 0; round < 300; ++round) {
        std::vector<QPointF> ring;
        const QPointF centre(random.bounded(200.0) - 50, random.bounded(200.0) - 50);
        const int corners = random.bounded(3, 30);
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners;
            ring.push_back(centre + QPointF(std::cos(angle), std::sin(angle)) * (10 + random.bounded(200.0)));
        }
        std::vector<QPointF> cut = ring;
        clipRing(cut, box);
        for (const QPointF &point : cut)
            QVERIFY(box.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(point));
        for (int i = 0; i < 20; ++i) {
            const QPointF inside(random.bounded(100.0), random.bounded(80.0));
            QCOMPARE(goesAround(cut, inside), goesAround(ring, inside));
        }
    }
}

void ViewShapesTest::cutSegmentsStayOnTheirLine()
{
    QRandomGenerator random(6);
    const QRectF box(0, 0, 100, 80);
    const auto anywhere = [&random] {
        return QPointF(random.bounded(400.0), random.bounded(400.0)) - QPointF(150, 150);
    };
    int seen = 0;
    for (int round = 0; round < 2000; ++round) {
        const QPointF a = anywhere();
        const QPointF b = anywhere();
        // What is seen of it, step by step.
        int inside = 0;
        constexpr int steps = 2000;
        for (int i = 0; i <= steps; ++i)
            inside += box.contains(a + (b - a) * i / steps) ? 1 : 0;
        double length = 0;
        clipSegment(a, b, box, [&](QPointF from, QPointF to) {
            length = std::hypot(to.x() - from.x(), to.y() - from.y());
            const QRectF around = box.adjusted(-1e-9, -1e-9, 1e-9, 1e-9);
            QVERIFY(around.contains(from) && around.contains(to));
        });
        const double whole = std::hypot(b.x() - a.x(), b.y() - a.y());
        QVERIFY(std::abs(length / whole - double(inside) / steps) < 0.002);
        seen += inside > 0 ? 1 : 0;
    }
    QVERIFY(seen > 300);
}

void ViewShapesTest::aMillionSpecksBecomeAFew()
{
    MadeShape archipelago = {{squareRing(0, 0, 1e5)}};
    QRandomGenerator random(7);
    for (int i = 0; i < 100000; ++i)
        archipelago.push_back({squareRing(2e5 + random.bounded(1e4), random.bounded(1e4), 1)});
    const MapShapes shapes = shapesOf({archipelago});
    shapes.findDetail();
    const MapViewport view = viewOf(shapes);
    const double pixels = 1e4 * view.pixelsPerMetre();
    const size_t points = pointCount(projectShapes(shapes, view, 0.4));
    QVERIFY(points > 100);
    QVERIFY(double(points) < 2 * (pixels + 2) * (pixels + 2));
}

void ViewShapesTest::theNumberOfThreadsDoesNotMatter()
{
    const MapShapes shapes(makeCoverage({.across = 50, .pointsOnEdge = 15}, 8));
    shapes.findDetail();
    std::vector<ViewShapes> views;
    for (const int threads : {1, 2, 4}) {
        setParallelThreads(threads);
        views.push_back(projectShapes(shapes, viewOf(shapes), 0.4));
    }
    setParallelThreads(QThread::idealThreadCount());
    QVERIFY(views[0].batches.size() > 4);
    QVERIFY(isSame(views[0], views[1]));
    QVERIFY(isSame(views[0], views[2]));
}

ATLAS_TEST(ViewShapesTest)

#include "test_view_shapes.moc"
