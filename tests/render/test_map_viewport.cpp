#include "tests/support/test_program.h"

#include "core/render/map_viewport.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace atlas;

namespace {

const QRectF england(80000, 5000, 575000, 652000);
const QSizeF screen(800, 600);

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QPointF randomPoint(QRandomGenerator &random, const QRectF &box)
{
    return {box.left() + random.generateDouble() * box.width(),
            box.top() + random.generateDouble() * box.height()};
}

MapViewport whole()
{
    return MapViewport::fitting(england, QRectF(QPointF(0, 0), screen), screen);
}

} // namespace

class MapViewportTest : public QObject
{
    Q_OBJECT

private slots:
    void fittingShowsTheWholeExtent_data();
    void fittingShowsTheWholeExtent();
    void fittingAPointShowsIt();
    void northIsUp();
    void screenAndMapAreInverse();
    void zoomingKeepsThePointUnderThePointer();
    void zoomingInAndOutReturns();
    void zoomStopsAtAMillimetreAndAtThePlanet();
    void panningMovesWithTheHand();
    void resizingKeepsCentreAndScale();
    void theMapRectIsWhatTheScreenShows();
    void pointsAMillimetreApartStayApart();
};

void MapViewportTest::fittingShowsTheWholeExtent_data()
{
    QTest::addColumn<QRectF>("window");
    QTest::newRow("whole screen") << QRectF(0, 0, 800, 600);
    QTest::newRow("right half") << QRectF(400, 0, 400, 600);
    QTest::newRow("flat strip") << QRectF(10, 500, 780, 20);
    QTest::newRow("narrow strip") << QRectF(700, 10, 5, 580);
}

void MapViewportTest::fittingShowsTheWholeExtent()
{
    QFETCH(const QRectF, window);
    const MapViewport viewport = MapViewport::fitting(england, window, screen);
    const QRectF seen = viewport.toScreen(england);
    QVERIFY(window.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(seen));
    QVERIFY(distance(seen.center(), window.center()) < 1e-6);
    QVERIFY(std::abs(seen.width() - window.width()) < 1e-6
            || std::abs(seen.height() - window.height()) < 1e-6);
}

void MapViewportTest::fittingAPointShowsIt()
{
    const QPointF place(530000, 180000);
    const MapViewport viewport =
        MapViewport::fitting(QRectF(place, QSizeF(0, 0)), QRectF(QPointF(0, 0), screen), screen);
    QVERIFY(distance(viewport.toScreen(place), {400, 300}) < 1e-6);
    QVERIFY(std::isfinite(viewport.pixelsPerMetre()) && viewport.pixelsPerMetre() > 0);
}

void MapViewportTest::northIsUp()
{
    const QPointF place = england.center();
    QVERIFY(whole().toScreen(place + QPointF(0, 1000)).y() < whole().toScreen(place).y());
    QVERIFY(whole().toScreen(place + QPointF(1000, 0)).x() > whole().toScreen(place).x());
}

void MapViewportTest::screenAndMapAreInverse()
{
    QRandomGenerator random(1);
    for (int i = 0; i < 1000; ++i) {
        const MapViewport viewport =
            whole().zoomed(std::pow(10, 4 * random.generateDouble()), randomPoint(random, {{0, 0}, screen}));
        const QPointF place = randomPoint(random, england);
        QVERIFY(distance(viewport.toMap(viewport.toScreen(place)), place) < 1e-6);
        const QPointF pixel = randomPoint(random, {{0, 0}, screen});
        QVERIFY(distance(viewport.toScreen(viewport.toMap(pixel)), pixel) < 1e-3);
    }
}

void MapViewportTest::zoomingKeepsThePointUnderThePointer()
{
    QRandomGenerator random(2);
    MapViewport viewport = whole();
    for (int i = 0; i < 1000; ++i) {
        const QPointF pointer = randomPoint(random, {{0, 0}, screen});
        const QPointF place = viewport.toMap(pointer);
        viewport = viewport.zoomed(0.5 + random.generateDouble(), pointer);
        QVERIFY(distance(viewport.toScreen(place), pointer) < 1e-3);
    }
}

void MapViewportTest::zoomingInAndOutReturns()
{
    const MapViewport back = whole().zoomed(8, {100, 500}).zoomed(1.0 / 8, {100, 500});
    QVERIFY(distance(back.toMap({0, 0}), whole().toMap({0, 0})) < 1e-6);
    QVERIFY(std::abs(back.pixelsPerMetre() / whole().pixelsPerMetre() - 1) < 1e-12);
}

void MapViewportTest::zoomStopsAtAMillimetreAndAtThePlanet()
{
    const MapViewport close = whole().zoomed(1e12, {123, 456});
    QVERIFY(std::abs(close.mapRect().width() - 0.001) < 1e-9);
    QCOMPARE(close.zoomed(2, {10, 10}).pixelsPerMetre(), close.pixelsPerMetre());
    QVERIFY(distance(close.toMap({123, 456}), whole().toMap({123, 456})) < 1e-6);
    const MapViewport far = whole().zoomed(1e-12, {123, 456});
    QCOMPARE(far.mapRect().width(), 4.0e7);
    QCOMPARE(far.zoomed(0.5, {10, 10}).pixelsPerMetre(), far.pixelsPerMetre());
}

void MapViewportTest::panningMovesWithTheHand()
{
    const QPointF place = england.center();
    const QPointF before = whole().toScreen(place);
    const MapViewport panned = whole().panned({37, -21});
    QVERIFY(distance(panned.toScreen(place), before + QPointF(37, -21)) < 1e-9);
    QVERIFY(distance(panned.panned({-37, 21}).toScreen(place), before) < 1e-9);
}

void MapViewportTest::resizingKeepsCentreAndScale()
{
    const MapViewport wider = whole().resized({1000, 500});
    QCOMPARE(wider.screen(), QSizeF(1000, 500));
    QCOMPARE(wider.pixelsPerMetre(), whole().pixelsPerMetre());
    QVERIFY(distance(wider.toMap({500, 250}), whole().toMap({400, 300})) < 1e-6);
}

void MapViewportTest::theMapRectIsWhatTheScreenShows()
{
    const QRectF seen = whole().mapRect();
    QVERIFY(distance(seen.topLeft(), whole().toMap({0, 600})) < 1e-6); // top() is the south edge
    QVERIFY(distance(seen.bottomRight(), whole().toMap({800, 0})) < 1e-6);
    QVERIFY(seen.contains(england));
}

void MapViewportTest::pointsAMillimetreApartStayApart()
{
    const MapViewport close = whole().zoomed(1e12, {400, 300});
    const QPointF place = close.toMap({400, 300});
    const QPointF shift = close.toScreen(place + QPointF(0.001, 0.001)) - close.toScreen(place);
    QVERIFY(std::abs(shift.x() - 800) < 0.5); // the whole screen, to half a pixel
    QVERIFY(std::abs(shift.y() + 800) < 0.5);
}

ATLAS_TEST(MapViewportTest)

#include "test_map_viewport.moc"
