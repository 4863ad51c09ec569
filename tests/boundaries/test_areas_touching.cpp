#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include "core/boundaries/area_locator.h"

#include <QTest>

#include <optional>
#include <utility>
#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

/// A square of side 90 without the middle third of its north side, from which a square of 30 is cut out.
const MadeRing notched = {{0, 0}, {90, 0}, {90, 90}, {60, 90}, {60, 60}, {30, 60}, {30, 90}, {0, 90}, {0, 0}};

} // namespace

/// Which areas a rectangle touches, as when several are selected with the mouse.
class AreasTouchingTest : public QObject
{
    Q_OBJECT

private slots:
    void aRectangleTouchesWhatReachesIntoIt_data();
    void aRectangleTouchesWhatReachesIntoIt();
    void everyEdgeCounts_data();
    void everyEdgeCounts();
    void aHoleIsNotOfTheArea();
    void areasComeInRisingOrder();
    void boxesTouchOnEverySide_data();
    void boxesTouchOnEverySide();
    void ofOverlappingAreasTheSmallerSurfaceIsFound();
};

void AreasTouchingTest::aRectangleTouchesWhatReachesIntoIt_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<bool>("touches");
    QTest::newRow("around the whole area") << QRectF(-10, -10, 200, 200) << true;
    QTest::newRow("inside, with no edge in it") << QRectF(10, 10, 5, 5) << true;
    QTest::newRow("over a corner") << QRectF(80, -10, 20, 20) << true;
    QTest::newRow("in the notch") << QRectF(35, 65, 20, 20) << false;
    QTest::newRow("in the notch and beyond") << QRectF(35, 65, 20, 50) << false;
    QTest::newRow("over the notch and its sides") << QRectF(20, 65, 50, 50) << true;
    QTest::newRow("on the edge of the notch") << QRectF(35, 60, 20, 50) << true;
    QTest::newRow("beside the area") << QRectF(100, 0, 20, 20) << false;
    QTest::newRow("on a corner") << QRectF(90, 90, 20, 20) << true;
}

void AreasTouchingTest::aRectangleTouchesWhatReachesIntoIt()
{
    QFETCH(const QRectF, box);
    QFETCH(const bool, touches);
    const AreaLocator locator(makeBoundaries({{{notched}}}));
    QCOMPARE(!locator.areasTouching(box).empty(), touches);
}

void AreasTouchingTest::everyEdgeCounts_data()
{
    QTest::addColumn<QPointF>("middle");
    for (size_t i = 1; i < notched.size(); ++i)
        QTest::addRow("edge %zu", i) << (notched[i - 1] + notched[i]) / 2;
}

void AreasTouchingTest::everyEdgeCounts()
{
    QFETCH(const QPointF, middle);
    const AreaLocator locator(makeBoundaries({{{notched}}}));
    // Just over the middle of one edge, so that the centre is outside.
    for (const QPointF &aside : {QPointF(3, 0), QPointF(-3, 0), QPointF(0, 3), QPointF(0, -3)}) {
        const QPointF centre = middle + aside;
        const QRectF box(centre - QPointF(4, 4), QSizeF(8, 8));
        QCOMPARE(locator.areasTouching(box), std::vector<size_t>{0});
    }
}

void AreasTouchingTest::aHoleIsNotOfTheArea()
{
    const AreaLocator locator(makeBoundaries({{{squareRing(0, 0, 90), squareRing(30, 30, 30)}}}));
    QVERIFY(locator.areasTouching(QRectF(35, 35, 20, 20)).empty());
    QCOMPARE(locator.areasTouching(QRectF(35, 35, 30, 20)), std::vector<size_t>{0});
}

void AreasTouchingTest::areasComeInRisingOrder()
{
    const AreaLocator locator(makeBoundaries(
        {{{squareRing(200, 0, 90)}}, {}, {{squareRing(0, 0, 90)}}, {{squareRing(100, 0, 90)}}}));
    QCOMPARE(locator.areasTouching(QRectF(80, 10, 200, 10)), (std::vector<size_t>{0, 2, 3}));
    QCOMPARE(locator.areasTouching(QRectF(95, 10, 20, 10)), (std::vector<size_t>{3}));
}

void AreasTouchingTest::boxesTouchOnEverySide_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::newRow("west") << QRectF(-10, 40, 10, 10);
    QTest::newRow("east") << QRectF(90, 40, 10, 10);
    QTest::newRow("south") << QRectF(40, -10, 10, 10);
    QTest::newRow("north") << QRectF(10, 90, 10, 10);
}

void AreasTouchingTest::boxesTouchOnEverySide()
{
    QFETCH(const QRectF, box);
    const AreaLocator locator(makeBoundaries({{{squareRing(0, 0, 90)}}}));
    QCOMPARE(locator.areasIn(box), std::vector<size_t>{0});
    QCOMPARE(locator.areasTouching(box), std::vector<size_t>{0});
    const QPointF outwards = (box.center() - QPointF(45, 45)) * 0.001;
    QVERIFY(locator.areasIn(box.translated(outwards)).empty());
}

void AreasTouchingTest::ofOverlappingAreasTheSmallerSurfaceIsFound()
{
    // A strip is smaller than the square that it crosses, though longer all around.
    const MadeRing strip = {{0, 0}, {100, 0}, {100, 4}, {0, 4}, {0, 0}};
    for (const bool stripFirst : {true, false}) {
        std::vector<MadeShape> shapes = {{{squareRing(0, 0, 30)}}, {{strip}}};
        if (stripFirst)
            std::swap(shapes[0], shapes[1]);
        QCOMPARE(AreaLocator(makeBoundaries(shapes)).areaAt({10, 2}),
                 std::optional<size_t>(stripFirst ? 0 : 1));
    }
}

ATLAS_TEST(AreasTouchingTest)

#include "test_areas_touching.moc"
