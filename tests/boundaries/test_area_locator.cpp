#include "tests/support/made_data.h"

#include "core/boundaries/area_locator.h"
#include "core/dataset/load_dataset.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <numbers>
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
    void aHoleIsOutside();
    void anAreaInAHoleIsFound();
    void everyPartOfAnAreaCounts();
    void whereAreasOverlapTheSmallestIsMeant();
    void theWayARingTurnsDoesNotMatter();
    void withoutShapesNothingIsFound();
    void randomStarsAgreeWithCountingCrossings();
    void builtInAreasAgreeWithCountingCrossings();
};

void AreaLocatorTest::aPointIsInTheAreaAroundIt()
{
    const AreaLocator locator(makeBoundaries({{{squareRing(0, 0, 10)}}, {{squareRing(10, 0, 10)}}}));
    QCOMPARE(locator.areaAt({5, 5}), std::optional<size_t>(0));
    QCOMPARE(locator.areaAt({15, 5}), std::optional<size_t>(1));
    QCOMPARE(locator.areaAt({25, 5}), std::nullopt);
    QCOMPARE(locator.areaAt({5, -1}), std::nullopt);
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

QTEST_APPLESS_MAIN(AreaLocatorTest)

#include "test_area_locator.moc"
