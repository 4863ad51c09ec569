#include "tests/render/made_scene.h"
#include "tests/support/made_coverage.h"
#include "tests/support/test_program.h"

#include "core/common/parallel.h"
#include "core/render/area_layers.h"
#include "core/render/map_painter.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <array>
#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

const QSizeF page(700, 600);

std::vector<double> ascending(size_t count)
{
    std::vector<double> values;
    for (size_t i = 0; i < count; ++i)
        values.push_back(static_cast<double>(i * 7919 % 101));
    return values;
}

MapScene coverageScene(const CoverageShape &shape, unsigned seed)
{
    const std::vector<MadeShape> shapes = coverageShapes(shape, seed);
    MapScene scene = sceneOf(dataWithShapes(shapes, ascending(shapes.size())));
    scene.labels.clear();
    return scene;
}

AreaLayers layersOf(const MapScene &scene, const MapViewport &viewport)
{
    return drawAreaLayers(*scene.shapes, viewport, 1);
}

/// What is at a pixel: an area, or the number of areas.
uint32_t areaAt(const AreaLayers &layers, QPoint pixel)
{
    const auto band =
        std::find_if(layers.bands.begin(), layers.bands.end(),
                     [pixel](const AreaLayers::Band &b) { return pixel.y() < b.top + b.height(); });
    const std::span<const AreaRun> row = band->row(pixel.y());
    return std::find_if(row.begin(), row.end(), [pixel](const AreaRun &run) { return pixel.x() < run.end; })
        ->area;
}

/// Whether all pixels around this one belong to the same area.
bool isInside(const AreaLayers &layers, QPoint pixel)
{
    for (int x = pixel.x() - 1; x <= pixel.x() + 1; ++x)
        for (int y = pixel.y() - 1; y <= pixel.y() + 1; ++y)
            if (!QRect({0, 0}, layers.size).contains(x, y) || areaAt(layers, {x, y}) != areaAt(layers, pixel))
                return false;
    return true;
}

int difference(QRgb a, QRgb b)
{
    return std::max(
        {std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

} // namespace

class AreaLayersTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreThoseOfTheLocator_data() { zooms(); }
    void numbersAreThoseOfTheLocator();
    void neighboursLeaveNoGap_data() { zooms(); }
    void neighboursLeaveNoGap();
    void coloursAreThoseOfTheAreas();
    void newColoursEqualANewDrawing();
    void theNumberOfThreadsDoesNotMatter();
    void simplifiedLooksLikeFull_data();
    void simplifiedLooksLikeFull();
    void edgesLookAsGoodAsSmoothOnes();
    void linesFadeWhereAreasAreSmall();
    void manyChosenAreasGetOneLineAround();

private:
    static void zooms();
};

void AreaLayersTest::zooms()
{
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.1, 0.7, 1.0, 3.3, 20.0, 300.0, 1e4, 1e7})
        QTest::addRow("zoomed %g times", zoom) << zoom;
}

void AreaLayersTest::numbersAreThoseOfTheLocator()
{
    QFETCH(const double, zoom);
    const MapScene scene = coverageScene({.across = 15, .pointsOnEdge = 30}, 1);
    const auto nothing = static_cast<uint>(scene.boundaries().size());
    scene.shapes->findDetail();
    const MapViewport view = wholeMap(scene, page).zoomed(zoom, {311, 257});
    const AreaLayers layers = layersOf(scene, view);
    QRandomGenerator random(2);
    int compared = 0;
    for (int i = 0; i < 5000; ++i) {
        const QPoint pixel(random.bounded(layers.size.width()), random.bounded(layers.size.height()));
        if (!isInside(layers, pixel))
            continue;
        const auto area = scene.shapes->locator().areaAt(view.toMap(QPointF(pixel) + QPointF(0.5, 0.5)));
        QCOMPARE(areaAt(layers, pixel), area ? static_cast<uint>(*area) : nothing);
        ++compared;
    }
    QVERIFY(compared > 1000);
}

void AreaLayersTest::neighboursLeaveNoGap()
{
    QFETCH(const double, zoom);
    for (const bool withDetail : {true, false}) {
        const MapScene scene = coverageScene({.across = 15, .pointsOnEdge = 30, .islands = false}, 3);
        const auto nothing = static_cast<uint>(scene.boundaries().size());
        if (withDetail)
            scene.shapes->findDetail();
        // In the middle of the coverage, away from the coast.
        const QRectF extent = scene.boundaries().extent();
        const QRectF inland = extent.adjusted(1500, 1500, -1500, -1500);
        const MapViewport view = wholeMap(scene, page).zoomed(zoom, {311, 257});
        const AreaLayers layers = layersOf(scene, view);
        const QRect inside = view.toScreen(inland).toAlignedRect().intersected(QRect({0, 0}, layers.size));
        for (int y = inside.top(); y <= inside.bottom(); ++y)
            for (int x = inside.left(); x <= inside.right(); ++x)
                QVERIFY2(areaAt(layers, {x, y}) != nothing, qPrintable(QString("%1, %2").arg(x).arg(y)));
    }
}

void AreaLayersTest::coloursAreThoseOfTheAreas()
{
    const MapScene scene = coverageScene({}, 4);
    scene.shapes->findDetail();
    const AreaLayers layers = layersOf(scene, wholeMap(scene, page));
    const QImage image = colourAreaLayers(layers, scene);
    int compared = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            if (layers.lines.constScanLine(y)[x] > 0)
                continue;
            const uint number = areaAt(layers, {x, y});
            const QColor expected =
                number == scene.boundaries().size() ? scene.colours.background : scene.colourOf(number);
            QCOMPARE(image.pixelColor(x, y), expected);
            ++compared;
        }
    QVERIFY(compared > 200000);
}

void AreaLayersTest::newColoursEqualANewDrawing()
{
    MapScene scene = coverageScene({.across = 12}, 5);
    scene.shapes->findDetail();
    const MapViewport view = wholeMap(scene, page);
    const AreaLayers layers = layersOf(scene, view);
    QRandomGenerator random(6);
    for (int round = 0; round < 5; ++round) {
        for (int &c : scene.classes)
            c = random.bounded(static_cast<int>(scene.classColours.size()));
        QCOMPARE(colourAreaLayers(layers, scene), colourAreaLayers(layersOf(scene, view), scene));
    }
}

void AreaLayersTest::theNumberOfThreadsDoesNotMatter()
{
    const MapScene scene = coverageScene({.across = 40}, 7);
    scene.shapes->findDetail();
    std::vector<AreaLayers> results;
    for (const int threads : {1, 2, 4}) {
        setParallelThreads(threads);
        results.push_back(layersOf(scene, wholeMap(scene, page)));
    }
    setParallelThreads(QThread::idealThreadCount());
    for (const AreaLayers &other : {results[1], results[2]}) {
        QVERIFY(other.bands == results[0].bands);
        QCOMPARE(other.lines, results[0].lines);
        QCOMPARE(colourAreaLayers(other, scene), colourAreaLayers(results[0], scene));
    }
}

void AreaLayersTest::simplifiedLooksLikeFull_data()
{
    QTest::addColumn<int>("across");
    QTest::addColumn<int>("pointsOnEdge");
    QTest::newRow("hundreds of areas") << 18 << 160;
    QTest::newRow("thousands of areas") << 60 << 40;
}

void AreaLayersTest::simplifiedLooksLikeFull()
{
    QFETCH(const int, across);
    QFETCH(const int, pointsOnEdge);
    const MapScene scene = coverageScene({.across = across, .pointsOnEdge = pointsOnEdge}, 8);
    scene.shapes->findDetail();
    const MapViewport view = wholeMap(scene, QSizeF(1600, 1200));
    const QImage simplified = colourAreaLayers(layersOf(scene, view), scene);
    // The same with every vertex.
    QImage full(simplified.size(), QImage::Format_RGB32);
    full.fill(scene.colours.background);
    {
        const ViewShapes shapes = projectShapes(*scene.shapes, view, 0);
        QPainter painter(&full);
        paintFills(painter, shapes, 0, full.height(), [&](size_t area) { return scene.colourOf(area); });
        painter.setRenderHint(QPainter::Antialiasing);
        paintOutlines(painter, shapes, 0, full.height(), scene.colours.outline, 0);
    }
    int different = 0;
    constexpr int block = 16;
    for (int top = 0; top < full.height(); top += block)
        for (int left = 0; left < full.width(); left += block) {
            std::array<int, 3> sums = {};
            for (int y = top; y < top + block; ++y)
                for (int x = left; x < left + block; ++x) {
                    const QRgb a = simplified.pixel(x, y);
                    const QRgb b = full.pixel(x, y);
                    different += difference(a, b) > 96 ? 1 : 0;
                    sums[0] += qRed(a) - qRed(b);
                    sums[1] += qGreen(a) - qGreen(b);
                    sums[2] += qBlue(a) - qBlue(b);
                }
            for (const int sum : sums)
                QVERIFY2(std::abs(sum) / (block * block) < 16,
                         qPrintable(QString("block at %1, %2").arg(left).arg(top)));
        }
    const int pixels = full.width() * full.height();
    // Around small areas lines are faint, and do not hide where an edge has moved by less than a pixel.
    QVERIFY2(different * 1000 <= pixels * 1.2, qPrintable(QString("%1 of %2").arg(different).arg(pixels)));
}

void AreaLayersTest::edgesLookAsGoodAsSmoothOnes()
{
    // Against polygons with smooth edges under the same lines, as a page has them.
    const MapScene scene = sceneOf(builtInData());
    scene.shapes->findDetail();
    const MapViewport view = wholeMap(scene, page);
    const QImage layered = colourAreaLayers(layersOf(scene, view), scene);
    QImage smooth(layered.size(), QImage::Format_RGB32);
    smooth.fill(scene.colours.background);
    {
        const ViewShapes shapes = projectShapes(*scene.shapes, view, screenTolerance);
        QPainter painter(&smooth);
        painter.setRenderHint(QPainter::Antialiasing);
        paintFills(painter, shapes, 0, smooth.height(), [&](size_t area) { return scene.colourOf(area); });
        paintOutlines(painter, shapes, 0, smooth.height(), scene.colours.outline, 0);
    }
    int different = 0;
    for (int y = 0; y < smooth.height(); ++y)
        for (int x = 0; x < smooth.width(); ++x)
            different += difference(layered.pixel(x, y), smooth.pixel(x, y)) > 48 ? 1 : 0;
    QVERIFY2(different < smooth.width() * smooth.height() / 1000, qPrintable(QString::number(different)));
}

void AreaLayersTest::linesFadeWhereAreasAreSmall()
{
    const MapScene scene = coverageScene({.across = 60, .pointsOnEdge = 4, .islands = false}, 9);
    scene.shapes->findDetail();
    const QRectF inland = scene.boundaries().extent().adjusted(2000, 2000, -2000, -2000);
    // The share of the areas that lines hide.
    const auto hidden = [&](double zoom) {
        const MapViewport view = wholeMap(scene, page).zoomed(zoom, {350, 300});
        const AreaLayers layers = layersOf(scene, view);
        const QRect box = view.toScreen(inland).toAlignedRect().intersected(layers.lines.rect());
        double sum = 0;
        for (int y = box.top(); y <= box.bottom(); ++y)
            for (int x = box.left(); x <= box.right(); ++x)
                sum += layers.lines.constScanLine(y)[x] / 255.0;
        return sum / (box.width() * box.height());
    };
    QVERIFY(hidden(4) > 0.02);
    for (const double zoom : {4.0, 1.0, 0.5, 0.3})
        QVERIFY2(hidden(zoom) < 0.3, qPrintable(QString("%1 at %2").arg(hidden(zoom)).arg(zoom)));
}

void AreaLayersTest::manyChosenAreasGetOneLineAround()
{
    const MapScene scene = sceneOf(dataWithShapes(
        {{{squareRing(0, 0, 10)}}, {{squareRing(10, 0, 10)}}, {{squareRing(20, 0, 10)}}}, {1, 2, 3}));
    scene.shapes->findDetail();
    const MapViewport view = wholeMap(scene, QSizeF(360, 160)); // 12 pixels to the metre
    const AreaLayers layers = layersOf(scene, view);
    const QImage line = outlineAreas(layers, 3, {0, 1}, Qt::red, Qt::white, 1);
    const auto at = [&](QPointF place) { return line.pixel(view.toScreen(place).toPoint()); };
    QCOMPARE(at({20, 5}), qRgb(255, 0, 0)); // the edge of the two
    QCOMPARE(qAlpha(at({10, 5})), 0);       // between them
    QCOMPARE(at({5, 10}), qRgb(255, 0, 0)); // their coast
    QCOMPARE(line.pixel(view.toScreen(QPointF(20, 5)).toPoint() + QPoint(1, 0)), qRgb(255, 255, 255));
    QCOMPARE(qAlpha(at({25, 5})), 0);
}

ATLAS_TEST(AreaLayersTest)

#include "test_area_layers.moc"
