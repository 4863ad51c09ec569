#include "core/render/map_painter.h"

#include "core/render/area_layers.h"
#include "core/render/certainty_pattern.h"
#include "core/render/map_furniture.h"
#include "core/render/map_labels.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace atlas {

namespace {

/// Device pixels in a unit of the painter.
double deviceScale(const QPainter &painter)
{
    return std::max(1e-3, std::abs(painter.worldTransform().m11()) * painter.device()->devicePixelRatioF());
}

/// How far a line may stray, in units of the painter. Pages may be enlarged, but not without end.
double toleranceOf(const QPainter &painter)
{
    constexpr double finest = 0.15;
    return std::max(finest, screenTolerance / deviceScale(painter));
}

QSizeF sizeOf(std::span<const QPointF> ring)
{
    const auto [left, right] =
        std::minmax_element(ring.begin(), ring.end(), [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(ring.begin(), ring.end(), [](QPointF a, QPointF b) { return a.y() < b.y(); });
    return {right->x() - left->x(), bottom->y() - top->y()};
}

/// Whether a ring of this size is a strip narrower than `width`, whichever way it runs, or a square of less
/// than 1.4 times that.
bool isNarrow(std::span<const QPointF> ring, const QSizeF &size, double width)
{
    double twiceArea = 0;
    QPointF before = ring.back();
    for (const QPointF point : ring) {
        twiceArea += before.x() * point.y() - point.x() * before.y();
        before = point;
    }
    return std::abs(twiceArea) / 2 < width * std::hypot(size.width(), size.height());
}

/// An island so small that smooth edges would lose it, or so narrow that it may pass between the middles of
/// pixels.
bool isSpeck(std::span<const QPointF> ring)
{
    constexpr size_t fewPoints = 16;
    constexpr double pixels = 4;
    if (ring.size() > fewPoints)
        return false;
    const QSizeF size = sizeOf(ring);
    return (size.width() < pixels && size.height() < pixels) || isNarrow(ring, size, 1);
}

/// Whether a line goes around something so narrow that it would hide it.
bool hidesAll(std::span<const QPointF> line, double lineWidth)
{
    constexpr double linesAcross = 3;
    return line.front() == line.back() && isNarrow(line, sizeOf(line), linesAcross * lineWidth);
}

void drawSpeck(QPainter &painter, const QPointF *points, int count)
{
    painter.setPen(QPen(painter.brush().color(), 0));
    if (count == 1)
        painter.drawPoint(*points);
    else
        painter.drawPolygon(points, count);
    painter.setPen(Qt::NoPen);
}

QPainterPath pathOf(const ViewShapes::Batch &batch, const ViewShapes::Shape &shape)
{
    QPainterPath path;
    for (uint32_t ring = shape.firstRing; ring < shape.lastRing; ++ring) {
        const QPointF *points = batch.points.data() + batch.ringStarts[ring];
        const uint32_t count = batch.ringStarts[ring + 1] - batch.ringStarts[ring];
        path.moveTo(points[0]);
        for (uint32_t i = 1; i < count; ++i)
            path.lineTo(points[i]);
        path.closeSubpath();
    }
    return path;
}

void paintShape(QPainter &painter, const ViewShapes::Batch &batch, const ViewShapes::Shape &shape)
{
    const bool hasOneRing = shape.lastRing - shape.firstRing == 1;
    if (!hasOneRing)
        painter.drawPath(pathOf(batch, shape));
    for (uint32_t ring = shape.firstRing; ring < shape.firstHole; ++ring) {
        const QPointF *points = batch.points.data() + batch.ringStarts[ring];
        const uint32_t count = batch.ringStarts[ring + 1] - batch.ringStarts[ring];
        if (isSpeck({points, count}))
            drawSpeck(painter, points, static_cast<int>(count));
        else if (hasOneRing)
            painter.drawPolygon(points, static_cast<int>(count));
    }
}

/// How strong lines are where an area is so many times as wide as a line.
double lineStrength(double widthInLines)
{
    constexpr double faintest = 0.15;
    constexpr double hidden = 2; // times the width of a line: as good as hidden by its own lines
    constexpr double wide = 12;
    return std::clamp((widthInLines - hidden) / (wide - hidden), faintest, 1.0);
}

/// Rounds to fiftieths of a millimetre, the same for neighbours: numbers of a page are text, and long ones
/// cost.
void round(std::vector<QPointF> &points)
{
    constexpr double steps = 12.5; // in a logical pixel
    for (QPointF &point : points)
        point = {std::round(point.x() * steps) / steps, std::round(point.y() * steps) / steps};
}

bool isPicture(const QPaintDevice &device)
{
    return device.devType() == QInternal::Image || device.devType() == QInternal::Pixmap;
}

std::span<const QPointF> lineOf(const ViewShapes::Batch &batch, size_t line)
{
    return {batch.linePoints.data() + batch.lineStarts[line],
            batch.linePoints.data() + batch.lineStarts[line + 1]};
}

void drawLines(QPainter &painter, const ViewShapes::Batch &batch, double top, double bottom, double width)
{
    for (size_t i = 0; i + 1 < batch.lineStarts.size(); ++i) {
        if (!batch.lineReaches[i].meets(top, bottom))
            continue;
        const std::span<const QPointF> line = lineOf(batch, i);
        if (!hidesAll(line, width))
            painter.drawPolyline(line.data(), static_cast<int>(line.size()));
    }
}

QPainterPath pathOfLines(const ViewShapes::Batch &batch, double width)
{
    QPainterPath path;
    for (size_t i = 0; i + 1 < batch.lineStarts.size(); ++i) {
        const std::span<const QPointF> line = lineOf(batch, i);
        if (hidesAll(line, width))
            continue;
        path.moveTo(line.front());
        for (const QPointF point : line.subspan(1))
            path.lineTo(point);
    }
    return path;
}

void paintPatterns(QPainter &painter, const ViewShapes &view, const MapScene &scene)
{
    painter.setBrush(Qt::NoBrush);
    for (const ViewShapes::Batch &batch : view.batches)
        for (const ViewShapes::Shape &shape : batch.shapes) {
            std::vector<std::span<const QPointF>> rings;
            for (uint32_t ring = shape.firstRing; ring < shape.lastRing; ++ring)
                rings.emplace_back(batch.points.data() + batch.ringStarts[ring],
                                   batch.points.data() + batch.ringStarts[ring + 1]);
            const QPainterPath lines = patternLines(scene.certaintyOf(shape.area), rings);
            if (lines.isEmpty())
                continue; // else a page would hold an object for nothing
            painter.setPen(
                QPen(patternColour(scene.colourOf(shape.area), scene.inkOf(shape.area)), patternLineWidth));
            painter.drawPath(lines);
        }
}

} // namespace

void paintFills(QPainter &painter, const ViewShapes &view, double top, double bottom,
                const std::function<QColor(size_t)> &colourOf)
{
    painter.setPen(Qt::NoPen);
    for (const ViewShapes::Batch &batch : view.batches)
        for (const ViewShapes::Shape &shape : batch.shapes) {
            if (!shape.reach.meets(top - 1, bottom + 1))
                continue;
            painter.setBrush(colourOf(shape.area));
            paintShape(painter, batch, shape);
        }
}

void paintOutlines(QPainter &painter, const ViewShapes &view, double top, double bottom, const QColor &colour,
                   double width)
{
    // Narrow areas get narrow lines.
    constexpr double linesInArea = 8;
    const double own = std::min(width, view.typicalWidth / linesInArea);
    const double strength = lineStrength(view.typicalWidth / (own > 0 ? own : 1));
    QPen pen(colour, own);
    if (isPicture(*painter.device())) {
        QColor faded = colour;
        faded.setAlphaF(static_cast<float>(strength));
        pen.setColor(faded);
    } else {
        // Finer instead of fainter: a page writes what is not opaque as shapes, several times as long.
        pen.setWidthF(own * strength);
    }
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const ViewShapes::Batch &batch : view.batches) {
        if (isPicture(*painter.device()))
            drawLines(painter, batch, top - width - 1, bottom + width + 1, own > 0 ? own : 1);
        else
            painter.drawPath(pathOfLines(batch, own)); // every stroke of a page is an object of its own
    }
}

void paintAreas(QPainter &painter, const MapScene &scene, const MapViewport &viewport, double lineWidth)
{
    painter.save();
    const double scale = deviceScale(painter);
    if (isPicture(*painter.device())) {
        AreaLayers layers = drawAreaLayers(*scene.shapes, viewport.refined(scale), lineWidth * scale);
        layers.scale = scale;
        painter.drawImage(QRectF(QPointF(0, 0), viewport.screen()), colourAreaLayers(layers, scene));
    } else {
        painter.setRenderHint(QPainter::Antialiasing);
        ViewShapes view = projectShapes(*scene.shapes, viewport, toleranceOf(painter));
        for (ViewShapes::Batch &batch : view.batches) {
            round(batch.points);
            round(batch.linePoints);
        }
        const double bottom = viewport.screen().height();
        paintFills(painter, view, 0, bottom, [&scene](size_t area) { return scene.colourOf(area); });
        if (!scene.certainty.empty())
            paintPatterns(painter, view, scene);
        paintOutlines(painter, view, 0, bottom, scene.colours.outline, lineWidth);
    }
    painter.restore();
}

void paintHighlight(QPainter &painter, const MapScene &scene, const MapViewport &viewport, size_t shape,
                    const QColor &colour, double width)
{
    const ViewShapes::Batch batch = projectArea(*scene.shapes, viewport, toleranceOf(painter), shape);
    if (batch.shapes.empty())
        return;
    const QPainterPath path = pathOf(batch, batch.shapes.front());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A casing in the background's colour keeps the line apart from any fill.
    const auto pen = [](const QColor &c, double w) {
        return QPen(c, w, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    };
    painter.strokePath(path, pen(scene.colours.background, width + 2));
    painter.strokePath(path, pen(colour, width));
    painter.restore();
}

void paintMap(QPainter &painter, const MapScene &scene, const MapViewport &viewport,
              const MapPaintOptions &options)
{
    painter.fillRect(QRectF(QPointF(0, 0), viewport.screen()), scene.colours.background);
    paintAreas(painter, scene, viewport, options.lineWidth);
    for (const size_t shape : options.selected)
        paintHighlight(painter, scene, viewport, shape, scene.colours.selected, 2.5);
    paintLabels(painter, scene, placeLabels(scene, viewport));
    paintFurniture(painter, scene, layoutMap(scene, options.furniture, viewport.screen()));
}

} // namespace atlas
