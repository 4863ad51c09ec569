#include "core/render/map_painter.h"

#include "core/render/area_layers.h"
#include "core/render/certainty_pattern.h"
#include "core/render/land_raster.h"
#include "core/render/legend_strip.h"
#include "core/render/map_furniture.h"
#include "core/render/map_labels.h"
#include "core/render/ring_clip.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <utility>
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

/// The edges of a shape's rings that are inside a rectangle.
QPainterPath pathWithin(const ViewShapes::Batch &batch, const QRectF &rectangle)
{
    QPainterPath path;
    for (size_t ring = 0; ring + 1 < batch.ringStarts.size(); ++ring) {
        const std::span<const QPointF> points(batch.points.data() + batch.ringStarts[ring],
                                              batch.points.data() + batch.ringStarts[ring + 1]);
        for (size_t i = 0; i < points.size(); ++i)
            clipSegment(points[i], points[(i + 1) % points.size()], rectangle,
                        [&path](QPointF from, QPointF to) {
                            if (path.isEmpty() || path.currentPosition() != from)
                                path.moveTo(from);
                            path.lineTo(to);
                        });
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

/// Lines are drawn in so many strengths.
constexpr int strengths = 8;

/// How strong a line is around an area so many times as wide as the line: 0 to `strengths`. Lines cover as
/// much of an area whether it is large or small, and nothing of one that they would hide.
int strengthOf(double widthInLines)
{
    constexpr double hidden = 1.5;
    constexpr double wide = 12;
    return static_cast<int>(
        std::lround(strengths * std::clamp((widthInLines - hidden) / (wide - hidden), 0.0, 1.0)));
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

/// A line of a view.
using Line = std::span<const QPointF>;

/// The lines that reach into some rows, by their strength; those that would hide what they go around are left
/// out.
std::array<std::vector<Line>, strengths + 1> linesByStrength(const ViewShapes &view, double top,
                                                             double bottom, double width)
{
    std::array<std::vector<Line>, strengths + 1> lines;
    for (const ViewShapes::Batch &batch : view.batches)
        for (size_t i = 0; i + 1 < batch.lineStarts.size(); ++i) {
            if (!batch.lineReaches[i].meets(top, bottom))
                continue;
            const int strength = strengthOf(batch.lineBreadths[i] / width);
            if (strength == 0)
                continue;
            if (const Line line = lineOf(batch, i); !hidesAll(line, width))
                lines[static_cast<size_t>(strength)].push_back(line);
        }
    return lines;
}

QPainterPath pathOf(std::span<const Line> lines)
{
    QPainterPath path;
    for (const Line line : lines) {
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
    constexpr size_t linesInAPath = 500; // of a page; of very long paths some readers give up
    QPen pen(colour, width);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setBrush(Qt::NoBrush);
    const auto lines = linesByStrength(view, top - width - 1, bottom + width + 1, width > 0 ? width : 1);
    for (size_t strength = 1; strength < lines.size(); ++strength) {
        const double share = static_cast<double>(strength) / strengths;
        if (isPicture(*painter.device())) {
            QColor faded = colour;
            faded.setAlphaF(static_cast<float>(share));
            pen.setColor(faded);
            painter.setPen(pen);
            for (const Line line : lines[strength])
                painter.drawPolyline(line.data(), static_cast<int>(line.size()));
            continue;
        }
        // Finer instead of fainter: a page writes what is not opaque as shapes, several times as long. And
        // every stroke of a page is an object of its own.
        pen.setWidthF(width * share);
        painter.setPen(pen);
        const std::span<const Line> all = lines[strength];
        for (size_t first = 0; first < all.size(); first += linesInAPath)
            painter.drawPath(pathOf(all.subspan(first, std::min(linesInAPath, all.size() - first))));
    }
}

void paintAreas(QPainter &painter, const MapScene &scene, const MapViewport &viewport, double lineWidth,
                Edges edges)
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
        if (edges == Edges::Cut)
            cutShapes(view, QRectF(QPointF(0, 0), viewport.screen()));
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
                    const QColor &colour, double width, Edges edges)
{
    const ViewShapes::Batch batch = projectArea(*scene.shapes, viewport, toleranceOf(painter), shape);
    if (batch.shapes.empty())
        return;
    const QPainterPath path = edges == Edges::Cut
                                  ? pathWithin(batch, QRectF(QPointF(0, 0), viewport.screen()))
                                  : pathOf(batch, batch.shapes.front());
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

namespace {

/// Adds the areas that got a label.
void paintInset(QPainter &painter, const MapScene &scene, const MapViewport &viewport, const MapInset &inset,
                const MapPaintOptions &options, std::set<size_t> &labelled)
{
    painter.save();
    painter.translate(inset.frame.topLeft());
    painter.fillRect(QRectF(QPointF(0, 0), inset.frame.size()), scene.colours.background);
    paintAreas(painter, scene, inset.viewport, options.lineWidth, Edges::Cut);
    for (const size_t shape : options.selected)
        paintHighlight(painter, scene, inset.viewport, shape, scene.colours.selected, 2, Edges::Cut);
    paintPeople(painter, scene, inset.viewport);
    const std::vector<PlacedLabel> labels = placeLabels(scene, inset.viewport, LabelRoom{.isOnPage = true});
    paintLabels(painter, scene, labels);
    for (const PlacedLabel &label : labels)
        labelled.insert(label.area);
    painter.restore();
    paintInsetFrame(painter, scene, viewport, inset);
}

/// How many areas on the map have a text for a label and no label.
int countUnlabelled(const MapScene &scene, const std::set<size_t> &labelled)
{
    int count = 0;
    for (size_t area = 0; area < scene.labels.size(); ++area)
        if (scene.boundaries().hasShape(area) && !scene.labels[area].isEmpty() && labelled.count(area) == 0)
            ++count;
    return count;
}

} // namespace

void paintInsetFrame(QPainter &painter, const MapScene &scene, const MapViewport &viewport,
                     const MapInset &inset)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    const QRectF part = viewport.toScreen(inset.part);
    const std::optional<QLineF> line = lineOf(inset, viewport);
    for (const auto &[colour, width] :
         {std::pair(scene.colours.background, 2.5), std::pair(scene.colours.ink, 0.8)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.drawRect(part);
        if (line)
            painter.drawLine(*line);
    }
    painter.drawRect(inset.frame);
    painter.setPen(Qt::NoPen);
    painter.setBrush(scene.colours.background);
    painter.drawRect(inset.letterBox);
    painter.setFont(mapFont(11, QFont::DemiBold));
    painter.setPen(scene.colours.ink);
    painter.drawText(inset.letterBox, Qt::AlignCenter, inset.letter);
    painter.setFont(insetCaptionFont());
    painter.setPen(scene.colours.faintInk);
    painter.drawText(inset.caption, Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, inset.text);
    painter.restore();
}

void paintMap(QPainter &painter, const MapScene &scene, const MapViewport &viewport,
              const MapPaintOptions &options)
{
    painter.fillRect(QRectF(QPointF(0, 0), viewport.screen()), scene.colours.background);
    paintAreas(painter, scene, viewport, options.lineWidth);
    for (const size_t shape : options.selected)
        paintHighlight(painter, scene, viewport, shape, scene.colours.selected, 2.5);
    paintPeople(painter, scene, viewport);
    const MapLayout layout = layoutMap(scene, options.furniture, viewport.screen());
    int unlabelled = 0;
    if (!scene.labels.empty() || scene.insets) {
        const LandRaster land(*scene.shapes, viewport);
        const bool isWhole = viewport == fittingViewport(scene, layout, viewport.screen());
        const auto insets =
            isWhole ? proposeInsets(scene, viewport, takenBy(layout), land) : std::vector<MapInset>();
        LabelRoom room = roomBeside(insets, viewport, takenBy(layout));
        room.isOnPage = true;
        const std::vector<PlacedLabel> labels = placeLabels(scene, viewport, room, land);
        paintLabels(painter, scene, labels);
        std::set<size_t> labelled;
        for (const PlacedLabel &label : labels)
            labelled.insert(label.area);
        for (const MapInset &inset : insets)
            paintInset(painter, scene, viewport, inset, options, labelled);
        if (isWhole && options.furniture.unlabelled)
            unlabelled = countUnlabelled(scene, labelled);
    }
    paintFurniture(painter, scene, layout, unlabelled);
    paintStripMarks(painter, scene, layout, options.selected);
}

} // namespace atlas
