#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/boundaries/area_locator.h"
#include "core/boundaries/label_point.h"
#include "core/dataset/load_dataset.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <future>
#include <limits>

using namespace atlas;
using namespace atlas::test;

namespace {

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF along = b - a;
    const double length = QPointF::dotProduct(along, along);
    const double share = length == 0 ? 0 : std::clamp(QPointF::dotProduct(p - a, along) / length, 0.0, 1.0);
    const QPointF nearest = a + share * along;
    return std::hypot(p.x() - nearest.x(), p.y() - nearest.y());
}

double distanceToBoundary(const BoundarySet &boundaries, size_t area, QPointF point)
{
    double least = std::numeric_limits<double>::infinity();
    for (size_t r = boundaries.firstRing(area); r < boundaries.lastRing(area); ++r) {
        const auto ring = boundaries.ring(r);
        for (size_t i = 1; i < ring.size(); ++i)
            least = std::min(least, distanceToSegment(point, ring[i - 1], ring[i]));
    }
    return least;
}

bool isNear(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class LabelPointTest : public QObject
{
    Q_OBJECT

private slots:
    void inASquareItIsTheCentre();
    void inARingItIsNotTheHole();
    void inAHorseshoeItIsInsideThoughTheCentreIsNot();
    void theLargestPartIsLabelled();
    void holesDoNotMakeAPartLarge();
    void ofPartsAlikeTheFirstIsLabelled();
    void theCircleIsTheLargestToAFiftieth();
    void aLongShapeIsNotYetASliver();
    void anAreaWithoutAShapeHasNone();
    void aShapeWithoutSurfaceHasNoRoom_data();
    void aShapeWithoutSurfaceHasNoRoom();
    void aVeryThinShapeTakesNoTime();
    void builtInAreasHoldTheirLabels();
    void oneForEachArea();
    void aSliverHasAPointInside_data();
    void aSliverHasAPointInside();
    void badShapesDoNoHarm_data();
    void badShapesDoNoHarm();
    void ofManyPartsTheLargestIsFound();
    void onDemandTheyAreTheSame();
    void severalThreadsMayAsk();
};

void LabelPointTest::inASquareItIsTheCentre()
{
    const LabelPoint label = labelPoint(*makeBoundaries({{{squareRing(400000, 300000, 1000)}}}), 0);
    QVERIFY(isNear(label.centre.x(), 400500, 20));
    QVERIFY(isNear(label.centre.y(), 300500, 20));
    QVERIFY(isNear(label.radius, 500, 20));
}

// A square of 30 with a hole of 10 in its middle: the widest places are its corners.
void LabelPointTest::inARingItIsNotTheHole()
{
    const auto boundaries = makeBoundaries({{{squareRing(0, 0, 30), squareRing(10, 10, 10)}}});
    const LabelPoint label = labelPoint(*boundaries, 0);
    QCOMPARE(AreaLocator(boundaries).areaAt(label.centre), std::optional<size_t>(0));
    QVERIFY(isNear(label.radius, 10 * std::sqrt(2) / (1 + std::sqrt(2)), 0.6));
}

void LabelPointTest::inAHorseshoeItIsInsideThoughTheCentreIsNot()
{
    const auto boundaries = makeBoundaries(
        {{{{{0, 0}, {0, 100}, {20, 100}, {20, 20}, {80, 20}, {80, 100}, {100, 100}, {100, 0}, {0, 0}}}}});
    QCOMPARE(AreaLocator(boundaries).areaAt({50, 50}), std::nullopt);
    QCOMPARE(AreaLocator(boundaries).areaAt(labelPoint(*boundaries, 0).centre), std::optional<size_t>(0));
}

void LabelPointTest::theLargestPartIsLabelled()
{
    const auto boundaries = makeBoundaries({{{squareRing(0, 0, 10)}, {squareRing(100, 0, 40)}}});
    const LabelPoint label = labelPoint(*boundaries, 0);
    QVERIFY(isNear(label.centre.x(), 120, 1));
    QVERIFY(isNear(label.radius, 20, 1));
}

void LabelPointTest::holesDoNotMakeAPartLarge()
{
    // 100 x 100 with a hole of 90 x 90 is less than 60 x 60.
    const MadePart frame = {squareRing(0, 0, 100), squareRing(5, 5, 90)};
    const LabelPoint label = labelPoint(*makeBoundaries({{frame, {squareRing(200, 0, 60)}}}), 0);
    QVERIFY(isNear(label.centre.x(), 230, 1.2));
    QVERIFY(isNear(label.radius, 30, 1.2));
}

void LabelPointTest::ofPartsAlikeTheFirstIsLabelled()
{
    const LabelPoint label =
        labelPoint(*makeBoundaries({{{squareRing(0, 0, 60)}, {squareRing(200, 0, 60)}}}), 0);
    QVERIFY(isNear(label.centre.x(), 30, 1.2));
}

// The circle inside a triangle has the radius 2 surface / perimeter.
void LabelPointTest::theCircleIsTheLargestToAFiftieth()
{
    QRandomGenerator random(12);
    for (int run = 0; run < 300; ++run) {
        const QPointF a(random.bounded(1000.0), random.bounded(1000.0));
        const QPointF b(random.bounded(1000.0), random.bounded(1000.0));
        const QPointF c(random.bounded(1000.0), random.bounded(1000.0));
        const auto length = [](QPointF side) { return std::hypot(side.x(), side.y()); };
        const double surface =
            std::abs((b.x() - a.x()) * (c.y() - a.y()) - (c.x() - a.x()) * (b.y() - a.y())) / 2;
        const double radius = 2 * surface / (length(b - a) + length(c - b) + length(a - c));
        const double found = labelPoint(*makeBoundaries({{{{a, b, c, a}}}}), 0).radius;
        QVERIFY2(found <= radius + 1e-6 && found >= radius - std::sqrt(surface) / 50,
                 qPrintable(QString("%1, not %2").arg(found).arg(radius)));
    }
}

// Several thousand times as long as it is wide: its widest place is still found. That is at the blunt end.
void LabelPointTest::aLongShapeIsNotYetASliver()
{
    const LabelPoint label = labelPoint(*makeBoundaries({{{{{0, 0}, {5000, 0}, {0, 2}, {0, 0}}}}}), 0);
    QVERIFY(isNear(label.radius, (5000 + 2 - std::hypot(5000, 2)) / 2, std::sqrt(5000.0) / 50));
    QVERIFY(label.centre.x() < 2500);
    QVERIFY(label.radius > 0.7);
}

void LabelPointTest::anAreaWithoutAShapeHasNone()
{
    QCOMPARE(labelPoint(*makeBoundaries({{}}), 0), LabelPoint{});
}

void LabelPointTest::aShapeWithoutSurfaceHasNoRoom_data()
{
    QTest::addColumn<MadeRing>("ring");
    QTest::newRow("there and back") << MadeRing{{0, 0}, {10, 0}, {0, 0}, {10, 0}, {0, 0}};
    QTest::newRow("one point") << MadeRing{{5, 5}, {5, 5}, {5, 5}, {5, 5}};
    QTest::newRow("two points") << MadeRing{{0, 0}, {5, 5}, {0, 0}};
    QTest::newRow("no points") << MadeRing{};
}

void LabelPointTest::aShapeWithoutSurfaceHasNoRoom()
{
    QFETCH(const MadeRing, ring);
    QCOMPARE(labelPoint(*makeBoundaries({{{ring}}}), 0).radius, 0.0);
}

void LabelPointTest::aVeryThinShapeTakesNoTime()
{
    // 100 km by 1 m; the search starts with squares as wide as the shape.
    const auto boundaries = makeBoundaries({{{{{0, 0}, {0, 1}, {1e5, 1}, {1e5, 0}, {0, 0}}}}});
    const LabelPoint label = labelPoint(*boundaries, 0);
    QVERIFY(isNear(label.centre.y(), 0.5, 0.5));
    QVERIFY(label.radius <= 0.5);
}

void LabelPointTest::builtInAreasHoldTheirLabels()
{
    Progress progress;
    const auto loaded = loadDataset(builtInSources(), progress);
    QVERIFY(loaded.ok());
    const auto boundaries = (*loaded)->boundaries;
    const AreaLocator locator(boundaries);
    for (size_t area = 0; area < boundaries->size(); ++area) {
        const LabelPoint label = labelPoint(*boundaries, area);
        const char *name = qPrintable(boundaries->areas[area].name);
        QVERIFY2(locator.areaAt(label.centre) == area, name);
        QVERIFY2(label.radius > 5000, name);
        QVERIFY2(isNear(label.radius, distanceToBoundary(*boundaries, area, label.centre), 1), name);
    }
}

void LabelPointTest::oneForEachArea()
{
    const auto boundaries = makeBoundaries({{{squareRing(0, 0, 10)}}, {}, {{squareRing(50, 0, 20)}}});
    const auto labels = labelPoints(*boundaries);
    QCOMPARE(labels.size(), size_t(3));
    for (size_t area = 0; area < 3; ++area)
        QCOMPARE(labels[area], labelPoint(*boundaries, area));
}

void LabelPointTest::aSliverHasAPointInside_data()
{
    QTest::addColumn<MadeRing>("ring");
    QTest::newRow("along the grid") << MadeRing{{0, 0}, {0, 0.001}, {1e6, 0.001}, {1e6, 0}, {0, 0}};
    QTest::newRow("across the grid") << MadeRing{{0, 0}, {1e6, 1e6}, {1e6, 1e6 + 0.001}, {0, 0.001}, {0, 0}};
}

void LabelPointTest::aSliverHasAPointInside()
{
    QFETCH(const MadeRing, ring);
    const auto boundaries = makeBoundaries({{{ring}}});
    const LabelPoint label = labelPoint(*boundaries, 0);
    QVERIFY(label.radius > 0 && label.radius <= 0.0005);
    QVERIFY(isNear(label.radius, distanceToBoundary(*boundaries, 0, label.centre), 1e-6));
}

void LabelPointTest::badShapesDoNoHarm_data()
{
    QTest::addColumn<MadeRing>("ring");
    QTest::newRow("huge") << squareRing(-1e300, -1e300, 2e300);
    QTest::newRow("too large to square") << squareRing(-1e160, -1e160, 2e160);
    QTest::newRow("large") << squareRing(-1e100, -1e100, 2e100);
    QTest::newRow("smaller than numbers can tell apart") << squareRing(400000, 300000, 3e-10);
    QTest::newRow("a bow tie") << MadeRing{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}};
    QTest::newRow("a bow tie on the grid")
        << MadeRing{{400000, 300000}, {400010, 300010}, {400010, 300000}, {400000, 300005}, {400000, 300000}};
    QTest::newRow("an uneven bow tie") << MadeRing{{0, 0}, {10, 10}, {10, 0}, {0, 5}, {0, 0}};
}

void LabelPointTest::badShapesDoNoHarm()
{
    QFETCH(const MadeRing, ring);
    const auto boundaries = makeBoundaries({{{ring}}});
    const LabelPoint label = labelPoint(*boundaries, 0);
    QVERIFY(std::isfinite(label.centre.x()) && std::isfinite(label.centre.y()));
    QVERIFY(std::isfinite(label.radius) && label.radius >= 0);
    QVERIFY(boundaries->boxes[0].contains(label.centre));
}

void LabelPointTest::ofManyPartsTheLargestIsFound()
{
    MadeShape islands;
    for (int i = 0; i < 100000; ++i)
        islands.push_back({squareRing(10.0 * (i % 300), 10.0 * (i / 300), i == 54321 ? 9 : 1 + i % 7)});
    const LabelPoint label = labelPoint(*makeBoundaries({islands}), 0);
    QVERIFY(isNear(label.centre.x(), 10.0 * (54321 % 300) + 4.5, 0.5));
    QVERIFY(isNear(label.centre.y(), 10.0 * (54321 / 300) + 4.5, 0.5));
}

void LabelPointTest::onDemandTheyAreTheSame()
{
    const auto boundaries = makeBoundaries({{{squareRing(0, 0, 10)}}, {}, {{squareRing(50, 0, 20)}}});
    const LabelPoints labels(boundaries);
    QCOMPARE(labels.size(), size_t(3));
    for (const size_t area : {size_t(2), size_t(0), size_t(1), size_t(2)})
        QCOMPARE(labels.at(area), labelPoint(*boundaries, area));
}

void LabelPointTest::severalThreadsMayAsk()
{
    std::vector<MadeShape> shapes;
    for (int i = 0; i < 300; ++i)
        shapes.push_back({{squareRing(100.0 * i, 0, 1 + i % 90)}});
    const auto boundaries = makeBoundaries(shapes);
    const std::vector<LabelPoint> expected = labelPoints(*boundaries);
    const LabelPoints labels(boundaries);
    const auto askAll = [&](size_t step) {
        for (size_t i = 0; i < shapes.size(); ++i)
            if (const size_t area = i * step % shapes.size(); labels.at(area) != expected[area])
                return false;
        return true;
    };
    std::vector<std::future<bool>> threads;
    for (const size_t step : {1, 7, 11, 13})
        threads.push_back(std::async(std::launch::async, askAll, step));
    for (std::future<bool> &thread : threads)
        QVERIFY(thread.get());
}

ATLAS_TEST(LabelPointTest)

#include "test_label_point.moc"
