#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "core/boundaries/area_locator.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace atlas;
using namespace atlas::test;

namespace {

const QSizeF page(600, 700);

/// A colour that no class, no missing area and no background has, so that lines and gaps cannot be confused.
const QColor lineColour(0x00, 0xff, 0x00);

MapScene exampleScene()
{
    MapScene scene = sceneOf(builtInData());
    scene.colours.outline = lineColour;
    return scene;
}

/// Whether all pixels around this one have its colour: no line or border is near.
bool isEven(const QImage &image, QPoint pixel)
{
    for (int x = pixel.x() - 1; x <= pixel.x() + 1; ++x)
        for (int y = pixel.y() - 1; y <= pixel.y() + 1; ++y)
            if (!image.valid(x, y) || image.pixel(x, y) != image.pixel(pixel))
                return false;
    return true;
}

/// Areas that tile a square of `count` by `count`, their common corners moved about by chance.
std::vector<MadeShape> mosaic(int count, quint32 seed)
{
    constexpr double side = 1000;
    QRandomGenerator random(seed);
    std::vector<QPointF> corners;
    for (int y = 0; y <= count; ++y)
        for (int x = 0; x <= count; ++x) {
            const bool edge = x == 0 || y == 0 || x == count || y == count;
            const double shift = edge ? 0 : 0.4 * side;
            corners.emplace_back(x * side + shift * (random.generateDouble() - 0.5),
                                 y * side + shift * (random.generateDouble() - 0.5));
        }
    const auto corner = [&](int x, int y) {
        return corners[static_cast<size_t>(y) * static_cast<size_t>(count + 1) + static_cast<size_t>(x)];
    };
    std::vector<MadeShape> shapes;
    for (int y = 0; y < count; ++y)
        for (int x = 0; x < count; ++x)
            shapes.push_back(
                {{{corner(x, y), corner(x, y + 1), corner(x + 1, y + 1), corner(x + 1, y), corner(x, y)}}});
    return shapes;
}

std::vector<double> ascending(size_t count)
{
    std::vector<double> values;
    for (size_t i = 0; i < count; ++i)
        values.push_back(static_cast<double>(i));
    return values;
}

int count(const QImage &image, const QColor &colour)
{
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            pixels += image.pixelColor(x, y) == colour ? 1 : 0;
    return pixels;
}

/// Pixels that differ by more than `tolerance` in some channel.
int differences(const QImage &a, const QImage &b, int tolerance)
{
    int pixels = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor first = a.pixelColor(x, y);
            const QColor second = b.pixelColor(x, y);
            const int most =
                std::max({std::abs(first.red() - second.red()), std::abs(first.green() - second.green()),
                          std::abs(first.blue() - second.blue())});
            pixels += most > tolerance ? 1 : 0;
        }
    return pixels;
}

} // namespace

class MapPainterTest : public QObject
{
    Q_OBJECT

private slots:
    void everyAreaHasItsColour_data() { ratios(); }
    void everyAreaHasItsColour();
    void everyEvenSpotHasTheColourOfItsArea_data() { ratios(); }
    void everyEvenSpotHasTheColourOfItsArea();
    void neighboursLeaveNoGap_data() { ratios(); }
    void neighboursLeaveNoGap();
    void coastsLeaveNoGap();
    void panningByWholePixelsShiftsThePicture();
    void holesShowWhatIsBehind();
    void anAreaInAHoleIsSeen();
    void deepZoomShowsOneArea_data();
    void deepZoomShowsOneArea();
    void deepZoomOnABorderShowsBothSides();
    void farZoomKeepsASpeckOfEveryArea();
    void smallIslandsAreNotLost();
    void missingAreasAreGrey();
    void areasOutOfSightAreNotDrawn();
    void aSelectedAreaIsOutlined();
    void aMapWithoutShapesIsEmpty();
    void theDarkThemeKeepsClassColours();

private:
    static void ratios();
};

void MapPainterTest::ratios()
{
    QTest::addColumn<double>("ratio");
    QTest::newRow("device pixel ratio 1") << 1.0;
    QTest::newRow("device pixel ratio 1.5") << 1.5;
    QTest::newRow("device pixel ratio 2") << 2.0;
    QTest::newRow("device pixel ratio 3") << 3.0;
}

void MapPainterTest::everyAreaHasItsColour()
{
    QFETCH(const double, ratio);
    const MapScene scene = exampleScene();
    const MapViewport viewport = wholeMap(scene, page);
    const QImage image = paintedWithoutText(scene, viewport, ratio);
    QCOMPARE(image.pixelColor(0, 0), scene.colours.background);
    const std::vector<LabelPoint> places = labelPoints(scene.boundaries());
    for (size_t area = 0; area < scene.boundaries().size(); ++area) {
        const QPoint pixel = pixelAt(viewport, places[area].centre, ratio);
        QVERIFY2(image.pixelColor(pixel) == scene.colourOf(area),
                 qPrintable(scene.boundaries().areas[area].name));
    }
}

void MapPainterTest::everyEvenSpotHasTheColourOfItsArea()
{
    QFETCH(const double, ratio);
    const MapScene scene = exampleScene();
    const MapViewport viewport = wholeMap(scene, page);
    const QImage image = paintedWithoutText(scene, viewport, ratio);
    const AreaLocator &locator = scene.shapes->locator();
    QRandomGenerator random(3);
    int compared = 0;
    for (int i = 0; i < 20000; ++i) {
        const QPoint pixel(random.bounded(image.width()), random.bounded(image.height()));
        if (!isEven(image, pixel))
            continue;
        const auto area = locator.areaAt(viewport.toMap((QPointF(pixel) + QPointF(0.5, 0.5)) / ratio));
        QCOMPARE(image.pixelColor(pixel), area ? scene.colourOf(*area) : scene.colours.background);
        ++compared;
    }
    QVERIFY(compared > 10000);
}

void MapPainterTest::neighboursLeaveNoGap()
{
    QFETCH(const double, ratio);
    const std::vector<MadeShape> shapes = mosaic(20, 6);
    MapScene scene = sceneOf(dataWithShapes(shapes, ascending(shapes.size())));
    scene.colours.outline = lineColour;
    scene.colours.background = Qt::cyan;
    // The window is filled to beyond its edges, so whatever shows the background is a gap.
    const MapViewport viewport =
        MapViewport::fitting(scene.boundaries().extent(), QRectF(-10, -10, 320, 320), QSizeF(300, 300));
    QCOMPARE(count(paintedWithoutText(scene, viewport, ratio), Qt::cyan), 0);
}

void MapPainterTest::coastsLeaveNoGap()
{
    MapScene scene = exampleScene();
    scene.colours.background = Qt::cyan;
    const MapViewport viewport = wholeMap(scene, page);
    const QImage image = paintedWithoutText(scene, viewport);
    const AreaLocator &locator = scene.shapes->locator();
    // Whether the corner at the top left of each pixel is on land.
    std::vector<std::vector<bool>> land;
    for (int y = 0; y <= image.height(); ++y) {
        land.emplace_back();
        for (int x = 0; x <= image.width(); ++x)
            land.back().push_back(locator.areaAt(viewport.toMap(QPointF(x, y))).has_value());
    }
    int inside = 0;
    for (size_t y = 0; y + 1 < land.size(); ++y)
        for (size_t x = 0; x + 1 < land[y].size(); ++x) {
            if (!land[y][x] || !land[y][x + 1] || !land[y + 1][x] || !land[y + 1][x + 1])
                continue;
            ++inside;
            QVERIFY2(image.pixelColor(static_cast<int>(x), static_cast<int>(y)) != QColor(Qt::cyan),
                     qPrintable(QString("%1, %2").arg(x).arg(y)));
        }
    QVERIFY(inside > 50000);
}

void MapPainterTest::panningByWholePixelsShiftsThePicture()
{
    const MapScene scene = exampleScene();
    const MapViewport viewport = wholeMap(scene, page).zoomed(3, {300, 500});
    const QPoint offset(37, -21);
    const QImage before = paintedWithoutText(scene, viewport);
    const QImage after = paintedWithoutText(scene, viewport.panned(offset));
    const QRect common = before.rect().intersected(before.rect().translated(-offset)).adjusted(2, 2, -2, -2);
    // A point that falls between two cells of the painter's grid may round to the other one.
    const int allowed = common.width() * common.height() / 2000;
    const int different = differences(before.copy(common), after.copy(common.translated(offset)), 8);
    QVERIFY2(different <= allowed, qPrintable(QString::number(different)));
}

void MapPainterTest::holesShowWhatIsBehind()
{
    const MadePart ring = {squareRing(0, 0, 90), squareRing(30, 30, 30)};
    const MapScene scene =
        sceneOf(dataWithShapes({{ring}, {{squareRing(100, 0, 10)}}}, {1, 2}), {.scheme = 2});
    const MapViewport viewport = wholeMap(scene, page);
    const QImage image = paintedWithoutText(scene, viewport);
    QCOMPARE(image.pixelColor(pixelAt(viewport, {45, 45})), scene.colours.background);
    QCOMPARE(image.pixelColor(pixelAt(viewport, {15, 45})), scene.colourOf(0));
}

void MapPainterTest::anAreaInAHoleIsSeen()
{
    const MadePart ring = {squareRing(0, 0, 90), squareRing(30, 30, 30)};
    const MapScene scene =
        sceneOf(dataWithShapes({{{squareRing(30, 30, 30)}}, {ring}}, {1, 2}), {.scheme = 2});
    const MapViewport viewport = wholeMap(scene, page);
    const QImage image = paintedWithoutText(scene, viewport);
    QCOMPARE(image.pixelColor(pixelAt(viewport, {45, 45})), scene.colourOf(0));
    QCOMPARE(image.pixelColor(pixelAt(viewport, {15, 45})), scene.colourOf(1));
}

void MapPainterTest::deepZoomShowsOneArea_data()
{
    QTest::addColumn<double>("factor");
    for (const double factor : {1e1, 1e2, 1e3, 1e4, 1e5, 1e6})
        QTest::addRow("%.0f times", factor) << factor;
}

void MapPainterTest::deepZoomShowsOneArea()
{
    QFETCH(const double, factor);
    const MapScene scene = exampleScene();
    const std::vector<LabelPoint> places = labelPoints(scene.boundaries());
    for (size_t area = 0; area < scene.boundaries().size(); ++area) {
        const MapViewport whole = wholeMap(scene, QSizeF(64, 64));
        const MapViewport centred = whole.panned(QPointF(32, 32) - whole.toScreen(places[area].centre));
        const QImage image = paintedWithoutText(scene, centred.zoomed(factor, {32, 32}));
        QVERIFY2(image.pixelColor(32, 32) == scene.colourOf(area),
                 qPrintable(scene.boundaries().areas[area].name));
    }
}

void MapPainterTest::deepZoomOnABorderShowsBothSides()
{
    MapScene scene = sceneOf(dataWithShapes({{{squareRing(0, 0, 3e5)}}, {{squareRing(3e5, 0, 3e5)}}}, {1, 2}),
                             {.scheme = 2});
    scene.colours.background = Qt::cyan;
    const QPointF border(3e5, 1.2e5);
    const MapViewport whole = wholeMap(scene, QSizeF(200, 200));
    for (const double factor : {1e2, 1e4, 1e6}) {
        const MapViewport close =
            whole.panned(QPointF(100, 100) - whole.toScreen(border)).zoomed(factor, {100, 100});
        const QImage image = paintedWithoutText(scene, close);
        QCOMPARE(image.pixelColor(50, 100), scene.colourOf(0));
        QCOMPARE(image.pixelColor(150, 100), scene.colourOf(1));
        QCOMPARE(count(image, Qt::cyan), 0);
    }
}

void MapPainterTest::farZoomKeepsASpeckOfEveryArea()
{
    // So far away that every area is less than a pixel.
    const MapScene scene = sceneOf(
        dataWithShapes({{{squareRing(0, 0, 100)}}, {{squareRing(9e6, 0, 100)}}}, {1, 2}), {.scheme = 2});
    const QImage image = paintedWithoutText(scene, wholeMap(scene, page).zoomed(0.9, {300, 350}));
    for (const QRect &half : {QRect(0, 0, 300, 700), QRect(300, 0, 300, 700)}) {
        const QImage part = image.copy(half);
        QVERIFY(count(part, scene.colours.background) < part.width() * part.height());
    }
}

void MapPainterTest::smallIslandsAreNotLost()
{
    const MapScene scene = sceneOf(builtInData());
    const QRectF scilly(80000, 5000, 18000, 14000); // British National Grid
    for (const double side : {150.0, 300.0, 600.0}) {
        const MapViewport viewport = wholeMap(scene, QSizeF(side, side));
        const QImage image = paintedWithoutText(scene, viewport);
        const QImage part = image.copy(viewport.toScreen(scilly).toAlignedRect());
        QVERIFY2(count(part, scene.colours.background) < part.width() * part.height(),
                 qPrintable(QString::number(side)));
    }
}

void MapPainterTest::missingAreasAreGrey()
{
    const MapScene scene = sceneOf(
        dataWithShapes({{{squareRing(0, 0, 10)}}, {{squareRing(10, 0, 10)}}, {{squareRing(20, 0, 10)}}},
                       {1, 2, std::numeric_limits<double>::quiet_NaN()}));
    const MapViewport viewport = wholeMap(scene, page);
    const QImage image = paintedWithoutText(scene, viewport);
    QCOMPARE(image.pixelColor(pixelAt(viewport, {25, 5})), scene.colours.missing);
}

void MapPainterTest::areasOutOfSightAreNotDrawn()
{
    const MapScene scene = exampleScene();
    const QImage image = paintedWithoutText(scene, wholeMap(scene, page).panned({5000, 0}));
    QCOMPARE(count(image, scene.colours.background), image.width() * image.height());
}

void MapPainterTest::aSelectedAreaIsOutlined()
{
    MapScene scene = sceneOf(dataWithShapes({{{squareRing(0, 0, 10)}}, {{squareRing(10, 0, 10)}}}, {1, 2}));
    scene.labels.clear();
    const QSizeF screen(400, 300);
    const MapViewport viewport = MapViewport::fitting({0, 0, 20, 10}, {50, 50, 300, 200}, screen);
    QImage image(screen.toSize(), QImage::Format_RGB32);
    QPainter painter(&image);
    paintMap(painter, scene, viewport, {.furniture = nothing, .selected = {0}});
    painter.end();
    for (const QPointF &edge : {QPointF(0, 5), QPointF(5, 0), QPointF(10, 5), QPointF(5, 10)})
        QCOMPARE(image.pixelColor(pixelAt(viewport, edge)), scene.colours.selected);
    QCOMPARE(image.pixelColor(pixelAt(viewport, {5, 5})), scene.colourOf(0));
    QVERIFY(image.pixelColor(pixelAt(viewport, {20, 5})) != scene.colours.selected);
}

void MapPainterTest::aMapWithoutShapesIsEmpty()
{
    const MapScene scene = sceneOf(dataWithShapes({{}, {}}, {1, 2}));
    const QImage image = paintedWithoutText(scene, wholeMap(scene, page));
    QCOMPARE(count(image, scene.colours.background), image.width() * image.height());
}

void MapPainterTest::theDarkThemeKeepsClassColours()
{
    const MapScene light = sceneOf(builtInData());
    const MapScene dark = sceneOf(builtInData(), {}, {}, Theme::Dark);
    for (size_t area = 0; area < light.boundaries().size(); ++area)
        QCOMPARE(dark.colourOf(area), light.colourOf(area));
    const QImage image = paintedWithoutText(dark, wholeMap(dark, page));
    QCOMPARE(image.pixelColor(0, 0), dark.colours.background);
}

ATLAS_TEST(MapPainterTest)

#include "test_map_painter.moc"
