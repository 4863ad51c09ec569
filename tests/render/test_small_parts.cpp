#include "tests/render/made_scene.h"
#include "tests/support/test_program.h"

#include "core/render/map_export.h"

#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace atlas;
using namespace atlas::test;

namespace {

constexpr double usualLine = 0.8; // of exported maps
const QColor red(220, 0, 0);
const QColor blue(0, 0, 220);

/// One area red, the others blue, on white, without a word.
MapScene onlyThisArea(const MapScene &scene, size_t area)
{
    MapScene marked = scene;
    marked.labels.clear();
    marked.notice.clear();
    marked.classColours = {blue, red};
    marked.classes.assign(scene.classes.size(), 0);
    marked.classes[area] = 1;
    return marked;
}

QImage pictureOf(const MapScene &scene, const MapViewport &viewport, const ExportSize &size,
                 PictureFormat format)
{
    const Picture picture{.size = size, .background = Qt::white, .paint = [&](QPainter &painter) {
                              paintAreas(painter, scene, viewport, usualLine);
                          }};
    if (format == PictureFormat::Png)
        return renderImage(picture);
    QSvgRenderer svg(*renderPicture(picture, format));
    QImage image(size.pixels(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    svg.render(&painter);
    return image;
}

/// How many pixels' worth of red there is where the outline runs through or around.
double redIn(const QImage &image, const QPainterPath &outline)
{
    const QRect box = outline.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1) & image.rect();
    double sum = 0;
    for (int y = box.top(); y <= box.bottom(); ++y)
        for (int x = box.left(); x <= box.right(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            if (outline.intersects(QRectF(x, y, 1, 1)))
                sum += std::max(0.0F, colour.redF() - std::max(colour.greenF(), colour.blueF()));
        }
    return sum / red.redF();
}

struct Part
{
    QPainterPath outline; ///< in pixels of the picture
    double size = 0;      ///< square pixels
};

Part partOf(const BoundarySet &boundaries, size_t part, const MapViewport &viewport)
{
    QPolygonF ring;
    double twice = 0;
    for (const QPointF &point : boundaries.ring(boundaries.partStarts[part])) {
        ring << viewport.toScreen(point);
        if (const auto n = ring.size(); n > 1)
            twice += ring[n - 2].x() * ring[n - 1].y() - ring[n - 1].x() * ring[n - 2].y();
    }
    Part result{.size = std::abs(twice) / 2};
    result.outline.addPolygon(ring);
    return result;
}

/// Those larger than a pixel, but small enough to be lost.
std::vector<Part> smallParts(const BoundarySet &boundaries, size_t area, const MapViewport &viewport)
{
    constexpr double lost = 400;
    std::vector<Part> parts;
    for (size_t part = boundaries.areaStarts[area]; part < boundaries.areaStarts[area + 1]; ++part)
        if (Part own = partOf(boundaries, part, viewport); own.size > 1 && own.size < lost)
            parts.push_back(std::move(own));
    return parts;
}

/// The parts larger than a pixel of which the picture shows less than `share`.
QString partsNotShown(const MapScene &scene, const MapExport &what, PictureFormat format, double share)
{
    const MapLayout layout = layoutMap(scene, what.furniture, what.size.logical);
    const MapViewport viewport = fittingViewport(scene, layout, what.size.logical);
    const MapViewport pixels = viewport.refined(what.size.pixelsPerUnit);
    const BoundarySet &boundaries = scene.boundaries();
    QStringList missing;
    for (size_t area = 0; area < boundaries.size(); ++area) {
        const std::vector<Part> parts = smallParts(boundaries, area, pixels);
        if (parts.empty())
            continue;
        const QImage image = pictureOf(onlyThisArea(scene, area), viewport, what.size, format);
        for (const Part &part : parts)
            if (const double shown = redIn(image, part.outline); shown < share * part.size)
                missing << QStringLiteral("%1 of %2 square pixels of %3")
                               .arg(shown)
                               .arg(part.size)
                               .arg(boundaries.areas[area].name);
    }
    return missing.join(QStringLiteral("; "));
}

/// A rectangle round a point, turned.
MadeRing strip(QPointF middle, double length, double width, double angle)
{
    const QPointF along = QPointF(std::cos(angle), std::sin(angle)) * length / 2;
    const QPointF across = QPointF(-std::sin(angle), std::cos(angle)) * width / 2;
    const QPointF first = middle + along + across;
    return {first, middle + along - across, middle - along - across, middle - along + across, first};
}

void addFormats()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::newRow("PNG") << PictureFormat::Png;
    QTest::newRow("SVG") << PictureFormat::Svg;
}

} // namespace

class SmallPartsTest : public QObject
{
    Q_OBJECT

private slots:
    void theExampleShowsAllItsIslands_data();
    void theExampleShowsAllItsIslands();
    void narrowIslandsAreShownWhicheverWayTheyRun_data() { addFormats(); }
    void narrowIslandsAreShownWhicheverWayTheyRun();
    void aSmallAreaInsideAnotherIsNotPaintedOver_data() { addFormats(); }
    void aSmallAreaInsideAnotherIsNotPaintedOver();
    void linesLeaveACityItsColour_data() { addFormats(); }
    void linesLeaveACityItsColour();
    void everyAreaOfAnArchipelagoIsSeen_data() { addFormats(); }
    void everyAreaOfAnArchipelagoIsSeen();
};

void SmallPartsTest::theExampleShowsAllItsIslands_data()
{
    QTest::addColumn<PictureFormat>("format");
    QTest::addColumn<QSize>("size");
    QTest::newRow("PNG of a report") << PictureFormat::Png << QSize(1200, 1400);
    QTest::newRow("a small PNG") << PictureFormat::Png << QSize(400, 500);
    QTest::newRow("SVG") << PictureFormat::Svg << QSize(1200, 1400);
}

void SmallPartsTest::theExampleShowsAllItsIslands()
{
    QFETCH(const PictureFormat, format);
    QFETCH(const QSize, size);
    const ExportSize page = ExportSize::fromPixels(size.width(), size.height());
    QCOMPARE(partsNotShown(sceneOf(builtInData()), {page, everything}, format, 0.5), QString());
}

void SmallPartsTest::narrowIslandsAreShownWhicheverWayTheyRun()
{
    QFETCH(const PictureFormat, format);
    // A metre is about a pixel. The first area is a mainland, or lines would be as fine as the islands.
    std::vector<MadeShape> shapes = {{{squareRing(0, 500, 900)}}};
    QRandomGenerator random(7);
    MadeShape islands;
    for (int i = 0; i < 60; ++i) {
        const QPointF middle(15.3 * i + random.generateDouble(), 100 + random.bounded(100.0));
        islands.push_back(
            {strip(middle, 4 + 0.15 * i, 1 + 0.03 * i, std::numbers::pi * random.generateDouble())});
    }
    shapes.push_back(islands);
    shapes.push_back({{squareRing(0, 300, 150)}});
    const MapScene scene = sceneOf(dataWithShapes(shapes, {1, 2, 3}));
    QCOMPARE(partsNotShown(scene, {ExportSize::fromPixels(1000, 1500), nothing}, format, 0.5), QString());
}

void SmallPartsTest::aSmallAreaInsideAnotherIsNotPaintedOver()
{
    QFETCH(const PictureFormat, format);
    std::vector<MadeShape> shapes;
    MadePart around = {squareRing(0, 0, 500)};
    for (int i = 0; i < 10; ++i) {
        MadeRing hole = squareRing(40.3 * (i + 1), 100, 1.5 + 0.4 * i);
        shapes.push_back({{hole}});
        around.push_back(hole);
    }
    shapes.push_back({around}); // it comes last, so it is painted last
    const MapScene scene = sceneOf(dataWithShapes(shapes, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    QCOMPARE(partsNotShown(scene, {ExportSize::fromPixels(800, 800), nothing}, format, 0.5), QString());
}

void SmallPartsTest::linesLeaveACityItsColour()
{
    QFETCH(const PictureFormat, format);
    // A metre is about a pixel: most areas are wide, so that lines are strong; those of the city are not.
    constexpr double country = 40;
    constexpr double house = 2.5;
    constexpr int across = 40;
    std::vector<MadeShape> shapes;
    for (int i = 0; i < 8; ++i)
        for (int j = 0; j < 300 / 8; ++j)
            shapes.push_back({{squareRing(j * country, 200 + i * country, country)}});
    for (int y = 0; y < across; ++y)
        for (int x = 0; x < across; ++x)
            shapes.push_back({{squareRing(x * house, y * house, house)}});
    MapScene scene = sceneOf(dataWithShapes(shapes, std::vector<double>(shapes.size(), 1.0)));
    scene.labels.clear();
    scene.classColours.assign(scene.classColours.size(), red);
    scene.colours.outline = Qt::white;
    const ExportSize size = ExportSize::fromPixels(1500, 800);
    const MapViewport view = fittingViewport(scene, layoutMap(scene, nothing, size.logical), size.logical);
    const QImage image = pictureOf(scene, view, size, format);
    const QRect city = view.refined(size.pixelsPerUnit)
                           .toScreen(QRectF(0, 0, across * house, across * house))
                           .toAlignedRect()
                           .adjusted(3, 3, -3, -3);
    double sum = 0;
    for (int y = city.top(); y <= city.bottom(); ++y)
        for (int x = city.left(); x <= city.right(); ++x)
            sum += 1 - image.pixelColor(x, y).greenF();
    const double share = sum / (city.width() * city.height());
    QVERIFY2(share > 0.85, qPrintable(QString::number(share)));
}

void SmallPartsTest::everyAreaOfAnArchipelagoIsSeen()
{
    QFETCH(const PictureFormat, format);
    // Islands from a tenth of a pixel to two, each an area of its own, off a mainland.
    std::vector<MadeShape> shapes = {{{squareRing(0, 100, 900)}}};
    std::vector<QPointF> places;
    for (int i = 0; i < 20; ++i) {
        places.emplace_back(45.3 * i, 20.4 + i);
        shapes.push_back({{squareRing(places.back().x(), places.back().y(), 0.1 * (i + 1))}});
    }
    MapScene scene = sceneOf(dataWithShapes(shapes, std::vector<double>(shapes.size(), 1.0)));
    scene.labels.clear();
    scene.classColours.assign(scene.classColours.size(), red);
    const ExportSize size = ExportSize::fromPixels(900, 1000);
    const MapViewport view = fittingViewport(scene, layoutMap(scene, nothing, size.logical), size.logical);
    const QImage image = pictureOf(scene, view, size, format);
    for (const QPointF &place : places) {
        const QPoint at = (view.toScreen(place) * size.pixelsPerUnit).toPoint();
        int seen = 0;
        for (int y = at.y() - 4; y <= at.y() + 4; ++y)
            for (int x = at.x() - 4; x <= at.x() + 4; ++x)
                seen += image.pixelColor(x, y).greenF() < 0.8 ? 1 : 0;
        QVERIFY2(seen > 0, qPrintable(QString::number(place.x())));
    }
}

ATLAS_TEST(SmallPartsTest)

#include "test_small_parts.moc"
