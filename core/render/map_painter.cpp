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

/// An island so small that smooth edges would lose it.
bool isSpeck(const QPointF *points, int count)
{
    constexpr int fewPoints = 16;
    constexpr double pixels = 4;
    if (count > fewPoints)
        return false;
    const auto [left, right] =
        std::minmax_element(points, points + count, [](QPointF a, QPointF b) { return a.x() < b.x(); });
    const auto [top, bottom] =
        std::minmax_element(points, points + count, [](QPointF a, QPointF b) { return a.y() < b.y(); });
    return right->x() - left->x() < pixels && bottom->y() - top->y() < pixels;
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
    for (uint32_t ring = shape.firstRing; ring < shape.lastRing; ++ring) {
        const QPointF *points = batch.points.data() + batch.ringStarts[ring];
        const auto count = static_cast<int>(batch.ringStarts[ring + 1] - batch.ringStarts[ring]);
        if (isSpeck(points, count))
            drawSpeck(painter, points, count);
        else if (hasOneRing)
            painter.drawPolygon(points, count);
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

void drawLines(QPainter &painter, const ViewShapes::Batch &batch, double top, double bottom)
{
    for (size_t line = 0; line + 1 < batch.lineStarts.size(); ++line) {
        const QPointF *first = batch.linePoints.data() + batch.lineStarts[line];
        const QPointF *last = batch.linePoints.data() + batch.lineStarts[line + 1];
        if (batch.lineReaches[line].meets(top, bottom))
            painter.drawPolyline(first, static_cast<int>(last - first));
    }
}

QPainterPath pathOfLines(const ViewShapes::Batch &batch)
{
    QPainterPath path;
    for (size_t line = 0; line + 1 < batch.lineStarts.size(); ++line) {
        path.moveTo(batch.linePoints[batch.lineStarts[line]]);
        for (uint32_t i = batch.lineStarts[line] + 1; i < batch.lineStarts[line + 1]; ++i)
            path.lineTo(batch.linePoints[i]);
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
            drawLines(painter, batch, top - width - 1, bottom + width + 1);
        else
            painter.drawPath(pathOfLines(batch)); // every stroke of a page is an object of its own
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
