#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/boundaries/area_locator.h"
#include "core/boundaries/ring_slice.h"
#include "core/dataset/load_dataset.h"

#include <QRandomGenerator>
#include <QTest>

#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <optional>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

/// Whether a ray from the point to the east crosses the rings of the area an odd number of times.
bool holds(const BoundarySet &boundaries, size_t area, QPointF p)
{
    bool inside = false;
    for (size_t r = boundaries.firstRing(area); r < boundaries.lastRing(area); ++r) {
        const auto ring = boundaries.ring(r);
        for (size_t i = 1; i < ring.size(); ++i) {
            const QPointF a = ring[i - 1];
            const QPointF b = ring[i];
            if ((a.y() > p.y()) != (b.y() > p.y())
                && p.x() < a.x() + (p.y() - a.y()) / (b.y() - a.y()) * (b.x() - a.x()))
                inside = !inside;
        }
    }
    return inside;
}

std::optional<size_t> firstHolding(const BoundarySet &boundaries, QPointF point)
{
    for (size_t area = 0; area < boundaries.size(); ++area)
        if (holds(boundaries, area, point))
            return area;
    return {};
}

/// What the locator promises, from every ring of every area.
std::optional<size_t> byBruteForce(const BoundarySet &boundaries, QPointF point)
{
    std::optional<size_t> found;
    double smallest = 0;
    for (size_t area = 0; area < boundaries.size(); ++area) {
        bool inside = false;
        for (size_t r = boundaries.firstRing(area); r < boundaries.lastRing(area); ++r)
            if (boost::geometry::within(point, ringSlice(boundaries.ring(r))))
                inside = !inside;
        const double size = boundaries.boxes[area].width() * boundaries.boxes[area].height();
        if (inside && (!found || size < smallest)) {
            found = area;
            smallest = size;
        }
    }
    return found;
}

/// A coverage of n x n areas whose wavering edges both neighbours share.
class Coverage
{
public:
    Coverage(int n, int pointsInAnEdge, quint32 seed) : m_n(n), m_points(pointsInAnEdge), m_random(seed)
    {
        for (int y = 0; y <= n; ++y)
            for (int x = 0; x <= n; ++x)
                m_corners.emplace_back(1000.0 * x + 400 * wave(), 1000.0 * y + 400 * wave());
        for (int y = 0; y <= n; ++y)
            for (int x = 0; x <= n; ++x) {
                m_east.push_back(x < n ? edge(corner(x, y), corner(x + 1, y)) : MadeRing());
                m_north.push_back(y < n ? edge(corner(x, y), corner(x, y + 1)) : MadeRing());
            }
    }

    MadeRing ring(int x, int y) const
    {
        MadeRing ring = at(m_east, x, y);
        const MadeRing &right = at(m_north, x + 1, y);
        const MadeRing &top = at(m_east, x, y + 1);
        const MadeRing &left = at(m_north, x, y);
        ring.insert(ring.end(), right.begin(), right.end());
        ring.insert(ring.end(), top.rbegin(), top.rend());
        ring.insert(ring.end(), left.rbegin(), left.rend());
        return ring;
    }

    std::vector<MadeShape> shapes() const
    {
        std::vector<MadeShape> shapes;
        for (int y = 0; y < m_n; ++y)
            for (int x = 0; x < m_n; ++x)
                shapes.push_back({{ring(x, y)}});
        return shapes;
    }

private:
    double wave() { return m_random.generateDouble() - 0.5; }
    QPointF corner(int x, int y) const { return m_corners[static_cast<size_t>(y * (m_n + 1) + x)]; }
    const MadeRing &at(const std::vector<MadeRing> &edges, int x, int y) const
    {
        return edges[static_cast<size_t>(y * (m_n + 1) + x)];
    }
    MadeRing edge(QPointF from, QPointF to)
    {
        MadeRing points{from};
        for (int i = 1; i <= m_points; ++i)
            points.push_back(from + (to - from) * i / (m_points + 1) + QPointF(40 * wave(), 40 * wave()));
        points.push_back(to);
        return points;
    }

    int m_n;
    int m_points;
    QRandomGenerator m_random;
    std::vector<QPointF> m_corners;
    std::vector<MadeRing> m_east;
    std::vector<MadeRing> m_north;
};

/// A ring with as many corners, at random distances from its centre.
MadeRing star(QRandomGenerator &random, QPointF centre, double radius, int corners)
{
    MadeRing ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double reach = radius * (0.3 + 0.7 * random.generateDouble());
        ring.push_back(centre + QPointF(reach * std::cos(angle), reach * std::sin(angle)));
    }
    ring.push_back(ring.front());
    return ring;
}

QPointF randomPoint(QRandomGenerator &random, const QRectF &box)
{
    return {box.left() + box.width() * random.generateDouble(),
            box.top() + box.height() * random.generateDouble()};
}

} // namespace

class AreaLocatorTest : public QObject
{
    Q_OBJECT

private slots:
    void aPointIsInTheAreaAroundIt();
    void allAreasOfAStackAreFoundTheSmallestFirst();
    void aHoleIsOutside();
    void anAreaInAHoleIsFound();
    void everyPartOfAnAreaCounts();
    void whereAreasOverlapTheSmallestIsMeant();
    void theWayARingTurnsDoesNotMatter();
    void withoutShapesNothingIsFound();
    void randomStarsAgreeWithCountingCrossings();
    void builtInAreasAgreeWithCountingCrossings();
    void coveragesAgreeWithBruteForce_data();
    void coveragesAgreeWithBruteForce();
    void pointsOnCornersAndEdgesAgreeWithBruteForce();
    void aRingThatCrossesItselfAgreesWithBruteForce();
    void aVeryLongRingAgreesWithBruteForce();
    void anAreaOfManyPartsAgreesWithBruteForce();
    void ofEqualAreasTheFirstIsMeant();
    void areasInOnePointHoldNothing();
    void sizesMayDifferAsMuchAsTheyLike();
    void hugeCoordinatesDoNoHarm();
    void areasInARectangleAreThoseWhoseBoxTouchesIt();
};

void AreaLocatorTest::aPointIsInTheAreaAroundIt()
{
    const AreaLocator locator(makeBoundaries({{{squareRing(0, 0, 10)}}, {{squareRing(10, 0, 10)}}}));
    QCOMPARE(locator.areaAt({5, 5}), std::optional<size_t>(0));
    QCOMPARE(locator.areaAt({15, 5}), std::optional<size_t>(1));
    QCOMPARE(locator.areaAt({25, 5}), std::nullopt);
    QCOMPARE(locator.areaAt({5, -1}), std::nullopt);
}

void AreaLocatorTest::allAreasOfAStackAreFoundTheSmallestFirst()
{
    const AreaLocator locator(makeBoundaries({{{squareRing(0, 0, 30)}},
                                              {{squareRing(0, 0, 10)}},
                                              {{squareRing(0, 0, 20)}},
                                              {{squareRing(50, 0, 10)}}}));
    QCOMPARE(locator.areasAt({5, 5}), std::vector<size_t>({1, 2, 0}));
    QCOMPARE(locator.areasAt({15, 5}), std::vector<size_t>({2, 0}));
    QCOMPARE(locator.areasAt({55, 5}), std::vector<size_t>({3}));
    QVERIFY(locator.areasAt({45, 5}).empty());
}

void AreaLocatorTest::aHoleIsOutside()
{
    const AreaLocator locator(makeBoundaries({{{squareRing(0, 0, 30), squareRing(10, 10, 10)}}}));
    QCOMPARE(locator.areaAt({15, 15}), std::nullopt);
    QCOMPARE(locator.areaAt({5, 15}), std::optional<size_t>(0));
}

void AreaLocatorTest::anAreaInAHoleIsFound()
{
    const AreaLocator locator(
        makeBoundaries({{{squareRing(0, 0, 30), squareRing(10, 10, 10)}}, {{squareRing(10, 10, 10)}}}));
    QCOMPARE(locator.areaAt({15, 15}), std::optional<size_t>(1));
    QCOMPARE(locator.areaAt({25, 25}), std::optional<size_t>(0));
}

void AreaLocatorTest::everyPartOfAnAreaCounts()
{
    const AreaLocator locator(makeBoundaries({{{squareRing(0, 0, 10)}, {squareRing(50, 0, 10)}}}));
    QCOMPARE(locator.areaAt({5, 5}), std::optional<size_t>(0));
    QCOMPARE(locator.areaAt({55, 5}), std::optional<size_t>(0));
    QCOMPARE(locator.areaAt({30, 5}), std::nullopt);
}

void AreaLocatorTest::whereAreasOverlapTheSmallestIsMeant()
{
    const AreaLocator locator(makeBoundaries({{{squareRing(0, 0, 100)}}, {{squareRing(40, 40, 10)}}}));
    QCOMPARE(locator.areaAt({45, 45}), std::optional<size_t>(1));
    QCOMPARE(locator.areaAt({20, 20}), std::optional<size_t>(0));
}

void AreaLocatorTest::theWayARingTurnsDoesNotMatter()
{
    MadeRing turned = squareRing(0, 0, 10);
    std::reverse(turned.begin(), turned.end());
    const AreaLocator locator(makeBoundaries({{{turned}}}));
    QCOMPARE(locator.areaAt({5, 5}), std::optional<size_t>(0));
    QCOMPARE(locator.areaAt({15, 5}), std::nullopt);
}

void AreaLocatorTest::withoutShapesNothingIsFound()
{
    QCOMPARE(AreaLocator(makeBoundaries({})).areaAt({0, 0}), std::nullopt);
    const AreaLocator locator(makeBoundaries({{}, {{squareRing(10, 10, 10)}}}));
    QCOMPARE(locator.areaAt({0, 0}), std::nullopt);
    QCOMPARE(locator.areaAt({15, 15}), std::optional<size_t>(1));
}

void AreaLocatorTest::randomStarsAgreeWithCountingCrossings()
{
    QRandomGenerator random(3);
    std::vector<MadeShape> shapes;
    for (int column = 0; column < 6; ++column)
        for (int row = 0; row < 6; ++row) { // far enough apart not to overlap
            const QPointF centre(column * 200.0, row * 200.0);
            shapes.push_back({{star(random, centre, 90, 40), star(random, centre, 25, 12)}});
        }
    const auto boundaries = makeBoundaries(shapes);
    const AreaLocator locator(boundaries);
    for (int i = 0; i < 20000; ++i) {
        const QPointF point = randomPoint(random, boundaries->extent().adjusted(-50, -50, 50, 50));
        QCOMPARE(locator.areaAt(point), firstHolding(*boundaries, point));
    }
}

void AreaLocatorTest::builtInAreasAgreeWithCountingCrossings()
{
    Progress progress;
    const auto loaded = loadDataset(builtInSources(), progress);
    QVERIFY(loaded.ok());
    const auto boundaries = (*loaded)->boundaries;
    const AreaLocator locator(boundaries);
    QRandomGenerator random(4);
    int found = 0;
    for (int i = 0; i < 3000; ++i) {
        const QPointF point = randomPoint(random, boundaries->extent());
        const auto area = locator.areaAt(point);
        QCOMPARE(area, firstHolding(*boundaries, point));
        found += area ? 1 : 0;
    }
    QVERIFY2(found > 600, "England fills more than a fifth of its box.");
}

void AreaLocatorTest::coveragesAgreeWithBruteForce_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("pointsInAnEdge");
    QTest::addColumn<int>("trials");
    QTest::newRow("few large areas") << 4 << 1500 << 1000;
    QTest::newRow("many areas") << 20 << 50 << 1000;
    QTest::newRow("very many small areas") << 100 << 5 << 300;
}

void AreaLocatorTest::coveragesAgreeWithBruteForce()
{
    QFETCH(const int, n);
    QFETCH(const int, pointsInAnEdge);
    QFETCH(const int, trials);
    const auto boundaries = makeBoundaries(Coverage(n, pointsInAnEdge, 11).shapes());
    const AreaLocator locator(boundaries);
    QRandomGenerator random(12);
    for (int i = 0; i < trials; ++i) {
        const QPointF point = randomPoint(random, boundaries->extent());
        QCOMPARE(locator.areaAt(point), byBruteForce(*boundaries, point));
    }
}

void AreaLocatorTest::pointsOnCornersAndEdgesAgreeWithBruteForce()
{
    const auto boundaries = makeBoundaries(Coverage(5, 40, 13).shapes());
    const AreaLocator locator(boundaries);
    for (size_t i = 1; i < boundaries->points.size(); i += 7) {
        const QPointF corner = boundaries->points[i];
        const QPointF middle = (corner + boundaries->points[i - 1]) / 2;
        for (const QPointF &point : {corner, middle, corner + QPointF(0, 5), corner - QPointF(0, 5)})
            QCOMPARE(locator.areaAt(point), byBruteForce(*boundaries, point));
    }
}

void AreaLocatorTest::aRingThatCrossesItselfAgreesWithBruteForce()
{
    QRandomGenerator random(14);
    MadeRing ring;
    for (int i = 0; i < 400; ++i)
        ring.push_back(randomPoint(random, QRectF(0, 0, 100, 100)));
    ring.push_back(ring.front());
    const auto boundaries = makeBoundaries({{{ring}}});
    const AreaLocator locator(boundaries);
    for (int i = 0; i < 2000; ++i) {
        const QPointF point = randomPoint(random, QRectF(-5, -5, 110, 110));
        QCOMPARE(locator.areaAt(point), byBruteForce(*boundaries, point));
    }
}

void AreaLocatorTest::aVeryLongRingAgreesWithBruteForce()
{
    QRandomGenerator random(15);
    const auto boundaries = makeBoundaries({{{star(random, {0, 0}, 1e5, 200000)}}});
    const AreaLocator locator(boundaries);
    for (int i = 0; i < 200; ++i) {
        const QPointF point = randomPoint(random, boundaries->extent());
        QCOMPARE(locator.areaAt(point), byBruteForce(*boundaries, point));
    }
}

void AreaLocatorTest::anAreaOfManyPartsAgreesWithBruteForce()
{
    QRandomGenerator random(16);
    MadeShape islands;
    for (int i = 0; i < 100000; ++i) {
        const QPointF corner = randomPoint(random, QRectF(0, 0, 1e5, 1e5));
        islands.push_back({squareRing(corner.x(), corner.y(), 200 * random.generateDouble())});
    }
    const auto boundaries = makeBoundaries({islands, {{squareRing(4e4, 4e4, 100)}}});
    const AreaLocator locator(boundaries);
    for (int i = 0; i < 200; ++i) {
        const QPointF point = randomPoint(random, boundaries->extent());
        QCOMPARE(locator.areaAt(point), byBruteForce(*boundaries, point));
    }
}

void AreaLocatorTest::ofEqualAreasTheFirstIsMeant()
{
    const AreaLocator locator(makeBoundaries(std::vector<MadeShape>(50, {{squareRing(0, 0, 10)}})));
    QCOMPARE(locator.areaAt({5, 5}), std::optional<size_t>(0));
}

void AreaLocatorTest::areasInOnePointHoldNothing()
{
    const MadeRing point{{5, 5}, {5, 5}, {5, 5}, {5, 5}};
    const AreaLocator locator(makeBoundaries(std::vector<MadeShape>(33000, {{point}})));
    QCOMPARE(locator.areaAt({5, 5}), std::nullopt);
    QCOMPARE(locator.areaAt({5, 6}), std::nullopt);
    QCOMPARE(locator.areasIn(QRectF(0, 0, 10, 10)).size(), size_t(33000));
}

void AreaLocatorTest::sizesMayDifferAsMuchAsTheyLike()
{
    const auto boundaries =
        makeBoundaries({{{squareRing(0, 0, 1e6)}},
                        {{squareRing(400000, 300000, 0.001)}},
                        {{{{1e6, 0}, {1e6, 1e6}, {1e6 + 0.001, 1e6}, {1e6 + 0.001, 0}, {1e6, 0}}}}});
    const AreaLocator locator(boundaries);
    QCOMPARE(locator.areaAt({400000.0005, 300000.0005}), std::optional<size_t>(1));
    QCOMPARE(locator.areaAt({400000.0015, 300000.0005}), std::optional<size_t>(0));
    QCOMPARE(locator.areaAt({1e6 + 0.0005, 5e5}), std::optional<size_t>(2));
    QCOMPARE(locator.areaAt({1e6 + 0.0015, 5e5}), std::nullopt);
}

void AreaLocatorTest::hugeCoordinatesDoNoHarm()
{
    for (const double huge : {1e100, 1e154, 1e300}) {
        const auto boundaries =
            makeBoundaries({{{squareRing(-huge, -huge, 2 * huge)}}, {{squareRing(0, 0, 1)}}});
        const AreaLocator locator(boundaries);
        QCOMPARE(locator.areaAt({0.5, 0.5}), std::optional<size_t>(1));
        for (const QPointF &point : {QPointF(2, 2), QPointF(huge / 2, huge / 2), QPointF(-huge, huge)})
            QCOMPARE(locator.areaAt(point), byBruteForce(*boundaries, point));
        QCOMPARE(locator.areasIn(QRectF(-1, -1, 3, 3)).size(), size_t(2));
    }
}

void AreaLocatorTest::areasInARectangleAreThoseWhoseBoxTouchesIt()
{
    const auto boundaries =
        makeBoundaries({{{squareRing(0, 0, 10)}}, {}, {{squareRing(10, 0, 10)}}, {{squareRing(50, 50, 0)}}});
    const AreaLocator locator(boundaries);
    using Areas = std::vector<size_t>;
    QCOMPARE(locator.areasIn(QRectF(1, 1, 2, 2)), Areas({0}));
    QCOMPARE(locator.areasIn(QRectF(5, 1, 5, 2)), Areas({0, 2}));
    QCOMPARE(locator.areasIn(QRectF(10, 10, 0, 0)), Areas({0, 2}));
    QCOMPARE(locator.areasIn(QRectF(-100, -100, 200, 200)), Areas({0, 2, 3}));
    QCOMPARE(locator.areasIn(QRectF(21, 0, 5, 5)), Areas());
}

ATLAS_TEST(AreaLocatorTest)

#include "test_area_locator.moc"
