#include "tests/support/test_program.h"

#include "core/boundaries/transform_grid.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace atlas;

namespace {

const QRectF extent(-6, 49, 8, 7);

QPointF cubicOf(QPointF p)
{
    const double x = p.x();
    const double y = p.y() - 50;
    return {3 + 2 * x - y + x * x * y - 0.5 * x * x * x * y * y * y, 1 - x * y * y + 0.25 * y * y * y};
}

bool toCubic(std::span<QPointF> points)
{
    for (QPointF &point : points)
        point = cubicOf(point);
    return true;
}

/// A smooth transform but for a jump along a meridian.
QPointF jumpOf(QPointF p)
{
    return {std::sin(p.x()) + (p.x() > 1.3 ? 1 : 0), std::cos(p.y())};
}

bool toJump(std::span<QPointF> points)
{
    for (QPointF &point : points)
        point = jumpOf(point);
    return true;
}

std::vector<QPointF> randomPoints(size_t count, quint32 seed)
{
    QRandomGenerator random(seed);
    std::vector<QPointF> points;
    for (size_t i = 0; i < count; ++i)
        points.emplace_back(extent.left() + extent.width() * random.generateDouble(),
                            extent.top() + extent.height() * random.generateDouble());
    return points;
}

bool toFourthPower(std::span<QPointF> points)
{
    for (QPointF &point : points)
        point = {std::pow(point.x(), 4), point.y()};
    return true;
}

/// How far a fourth power is from the cubic through its values at -1, 0, 1 and 2.
double errorOfCubic(double t)
{
    return std::abs((t + 1) * t * (t - 1) * (t - 2));
}

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

class TransformGridTest : public QObject
{
    Q_OBJECT

private slots:
    void polynomialsOfDegreeThreeAreExact();
    void cellsThatAreOffByMoreThanTheToleranceAreLeftOut();
    void everyCellIsInterpolatedFromItsOwnNodes();
    void cornersOfTheExtentBelongToIt();
    void equalPointsGiveEqualResults();
    void cellsBesideAJumpAreLeftOut();
    void aSampleThatIsOffLeavesItsCellOut();
    void whereTheTransformFailsThereIsNoGrid();
    void withoutASurfaceThereIsNoGrid();
};

void TransformGridTest::polynomialsOfDegreeThreeAreExact()
{
    const auto grid = TransformGrid::over(extent, 7, toCubic, 1e-9);
    QVERIFY(grid);
    const std::vector<QPointF> points = randomPoints(5000, 1);
    std::vector<QPointF> results = points;
    QVERIFY(grid->transform(results).empty());
    for (size_t i = 0; i < points.size(); ++i)
        QVERIFY(distance(results[i], cubicOf(points[i])) < 1e-8);
}

void TransformGridTest::cellsThatAreOffByMoreThanTheToleranceAreLeftOut()
{
    const QRectF units(0, 0, 5, 5); // cells of 1, in which 0.5625 is the worst
    std::vector<QPointF> points = {{0.3, 0.3}, {2.5, 2.5}, {4.9, 4.9}};
    const auto wide = TransformGrid::over(units, 5, toFourthPower, errorOfCubic(0.5) * 1.001);
    QVERIFY(wide);
    std::vector<QPointF> moved = points;
    QVERIFY(wide->transform(moved).empty());
    const auto tight = TransformGrid::over(units, 5, toFourthPower, errorOfCubic(0.5) * 0.999);
    QVERIFY(tight);
    QCOMPARE(tight->transform(points).size(), points.size());
}

void TransformGridTest::everyCellIsInterpolatedFromItsOwnNodes()
{
    const auto grid = TransformGrid::over(QRectF(0, 0, 5, 5), 5, toFourthPower, 1);
    QVERIFY(grid);
    for (int cell = 0; cell < 5; ++cell)
        for (const double t : {0.1, 0.25, 0.5, 0.8}) {
            std::vector<QPointF> point = {{cell + t, 2.5}};
            QVERIFY(grid->transform(point).empty());
            QVERIFY(std::abs(std::abs(point[0].x() - std::pow(cell + t, 4)) - errorOfCubic(t)) < 1e-9);
        }
}

void TransformGridTest::cornersOfTheExtentBelongToIt()
{
    const auto grid = TransformGrid::over(extent, 3, toCubic, 1e-9);
    QVERIFY(grid);
    for (const QPointF &corner :
         {extent.topLeft(), extent.topRight(), extent.bottomLeft(), extent.bottomRight()}) {
        std::vector<QPointF> point{corner};
        QVERIFY(grid->transform(point).empty());
        QVERIFY(distance(point[0], cubicOf(corner)) < 1e-8);
    }
}

void TransformGridTest::equalPointsGiveEqualResults()
{
    const auto grid = TransformGrid::over(extent, 16, toCubic, 1e-9);
    QVERIFY(grid);
    std::vector<QPointF> once = randomPoints(999, 2);
    std::vector<QPointF> again(once.rbegin(), once.rend());
    grid->transform(once);
    grid->transform(again);
    for (size_t i = 0; i < once.size(); ++i) {
        QVERIFY(once[i].x() == again[once.size() - 1 - i].x());
        QVERIFY(once[i].y() == again[once.size() - 1 - i].y());
    }
}

void TransformGridTest::cellsBesideAJumpAreLeftOut()
{
    constexpr double tolerance = 1e-4;
    const auto grid = TransformGrid::over(extent, 64, toJump, tolerance);
    QVERIFY(grid);
    const std::vector<QPointF> points = randomPoints(20000, 3);
    std::vector<QPointF> results = points;
    const std::vector<QPointF *> leftOut = grid->transform(results);
    QVERIFY2(!leftOut.empty() && leftOut.size() < points.size() / 10, "a few columns of cells of 64");
    for (QPointF *point : leftOut) {
        const QPointF before = points[static_cast<size_t>(point - results.data())];
        QVERIFY(point->x() == before.x() && point->y() == before.y());
        *point = jumpOf(before);
    }
    for (size_t i = 0; i < points.size(); ++i)
        QVERIFY(distance(results[i], jumpOf(points[i])) <= 2 * tolerance);
}

void TransformGridTest::aSampleThatIsOffLeavesItsCellOut()
{
    const QPointF odd(-5.9, 49.1);
    const PointTransform exact = [odd](std::span<QPointF> points) {
        for (QPointF &point : points)
            point = cubicOf(point) + (point.x() == odd.x() ? QPointF(1, 1) : QPointF());
        return true;
    };
    std::vector<QPointF> points{odd, extent.center()};
    const auto unaware = TransformGrid::over(extent, 8, exact, 1e-6);
    const auto aware = TransformGrid::over(extent, 8, exact, 1e-6, points);
    QCOMPARE(unaware->transform(points).size(), size_t(0));
    points = {odd, extent.center()};
    QCOMPARE(aware->transform(points).size(), size_t(1));
}

void TransformGridTest::whereTheTransformFailsThereIsNoGrid()
{
    const PointTransform fails = [](std::span<QPointF> points) {
        return std::all_of(points.begin(), points.end(), [](QPointF p) { return p.x() < 1.9; });
    };
    QVERIFY(!TransformGrid::over(extent, 16, fails, 1));
    const PointTransform nowhere = [](std::span<QPointF> points) {
        std::fill(points.begin(), points.end(), QPointF(std::numeric_limits<double>::quiet_NaN(), 0));
        return true;
    };
    std::vector<QPointF> points = randomPoints(100, 4);
    const auto grid = TransformGrid::over(extent, 16, nowhere, 1);
    QVERIFY(grid);
    QCOMPARE(grid->transform(points).size(), size_t(100));
}

void TransformGridTest::withoutASurfaceThereIsNoGrid()
{
    QVERIFY(!TransformGrid::over(QRectF(), 16, toCubic, 1));
    QVERIFY(!TransformGrid::over(QRectF(1, 2, 0, 5), 16, toCubic, 1));
}

ATLAS_TEST(TransformGridTest)

#include "test_transform_grid.moc"
