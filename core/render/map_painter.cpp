#include "core/render/map_painter.h"

#include "core/render/map_furniture.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {

namespace {

/// Screen points of rings. Neighbouring points in the same half of a device pixel become one; the grid is the
/// same for both sides of a shared edge, so no gap opens.
class RingProjector
{
public:
    RingProjector(const MapViewport &viewport, const QPainter &painter)
        : m_viewport(viewport), m_cells(2
                                        * std::max(1.0, std::abs(painter.worldTransform().m11())
                                                            * painter.device()->devicePixelRatioF()))
    {}

    const QPolygonF &project(std::span<const QPointF> ring)
    {
        m_points.clear();
        for (const QPointF &point : ring) {
            const QPointF screen = m_viewport.toScreen(point);
            const QPointF snapped(std::round(screen.x() * m_cells) / m_cells,
                                  std::round(screen.y() * m_cells) / m_cells);
            if (m_points.isEmpty() || snapped != m_points.back())
                m_points << snapped;
        }
        return m_points;
    }

private:
    const MapViewport &m_viewport;
    double m_cells; ///< of the grid, in a logical pixel
    QPolygonF m_points;
};

bool touches(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

QPainterPath pathOf(const BoundarySet &boundaries, size_t firstRing, size_t lastRing,
                    RingProjector &projector)
{
    QPainterPath path;
    for (size_t ring = firstRing; ring < lastRing; ++ring) {
        path.addPolygon(projector.project(boundaries.ring(ring)));
        path.closeSubpath();
    }
    return path;
}

/// An island so small that its outline would paint over it.
bool isSpeck(const QPolygonF &ring)
{
    constexpr int fewPoints = 16;
    constexpr double pixels = 4;
    if (ring.size() > fewPoints)
        return false;
    const QRectF box = ring.boundingRect();
    return box.width() < pixels && box.height() < pixels;
}

void drawSpeck(QPainter &painter, const QPolygonF &ring)
{
    const QPen pen = painter.pen();
    painter.setPen(QPen(painter.brush().color(), pen.widthF()));
    if (ring.size() == 1)
        painter.drawPoint(ring.front());
    else
        painter.drawPolygon(ring);
    painter.setPen(pen);
}

void drawPart(QPainter &painter, const BoundarySet &boundaries, size_t part, RingProjector &projector)
{
    const size_t first = boundaries.partStarts[part];
    const size_t last = boundaries.partStarts[part + 1];
    if (last - first > 1) {
        painter.drawPath(pathOf(boundaries, first, last, projector));
        return;
    }
    const QPolygonF &ring = projector.project(boundaries.ring(first));
    if (isSpeck(ring))
        drawSpeck(painter, ring);
    else
        painter.drawPolygon(ring);
}

/// A label that is about to be drawn.
struct PlacedLabel
{
    QRectF box;
    QRectF ink; ///< the part of the box that is not blank
    QString text;
    QColor fill;
    bool fits = true; ///< inside its area
};

QString wrapped(const QString &text)
{
    constexpr int longest = 16;
    QStringList lines;
    for (const QString &word : text.split(QLatin1Char(' '))) {
        if (!lines.isEmpty() && lines.back().size() + word.size() < longest)
            lines.back() += QLatin1Char(' ') + word;
        else
            lines << word;
    }
    return lines.join(QLatin1Char('\n'));
}

bool isFree(const QRectF &ink, const std::vector<PlacedLabel> &placed)
{
    return std::none_of(placed.begin(), placed.end(),
                        [&ink](const PlacedLabel &other) { return other.ink.intersects(ink); });
}

/// The place itself, then places around it that the label still touches.
std::array<QPointF, 9> placesAround(const QRectF &ink)
{
    const double x = ink.width() / 2;
    const double y = ink.height() / 2;
    return {QPointF(0, 0),   QPointF(-x, 0), QPointF(x, 0),  QPointF(0, -y), QPointF(0, y),
            QPointF(-x, -y), QPointF(x, -y), QPointF(-x, y), QPointF(x, y)};
}

/// The roomiest areas come first; a label that would cover an earlier one moves a little aside, or is left
/// out.
std::vector<PlacedLabel> placeLabels(const MapScene &scene, const MapViewport &viewport,
                                     const QFontMetricsF &metrics)
{
    std::vector<PlacedLabel> placed;
    const QRectF screen(QPointF(0, 0), viewport.screen());
    // Above and below capitals and figures a line is blank.
    const double blank = (metrics.height() - metrics.capHeight()) / 2 - 1;
    for (const MapLabel &label : scene.labels) {
        const QString text = wrapped(label.text);
        QRectF box = metrics.boundingRect(QRectF(0, 0, 400, 400), Qt::AlignCenter, text);
        box.moveCenter(viewport.toScreen(label.place.centre));
        const QRectF ink = box.adjusted(0, blank, 0, -blank);
        const auto places = placesAround(ink);
        const auto place = std::find_if(places.begin(), places.end(), [&](QPointF offset) {
            return isFree(ink.translated(offset), placed);
        });
        if (place == places.end() || !screen.intersects(box))
            continue;
        const double radius = label.place.radius * viewport.pixelsPerMetre();
        const bool fits = place == places.begin() && std::hypot(ink.width(), ink.height()) / 2 <= radius;
        placed.push_back(
            {box.translated(*place), ink.translated(*place), text, scene.colourOf(label.area), fits});
    }
    return placed;
}

/// A rim in the colour of the area, so that text that runs over its edge stays readable.
void drawHalo(QPainter &painter, const PlacedLabel &label, const QFontMetricsF &metrics)
{
    QPainterPath outline;
    double baseline = label.box.top() + metrics.ascent();
    for (const QString &line : label.text.split(QLatin1Char('\n'))) {
        const double x = label.box.center().x() - metrics.horizontalAdvance(line) / 2;
        outline.addText(QPointF(x, baseline), painter.font(), line);
        baseline += metrics.lineSpacing();
    }
    painter.strokePath(outline, QPen(label.fill, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace

void paintAreas(QPainter &painter, const MapScene &scene, const MapViewport &viewport, Outlines outlines)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // A cosmetic pen keeps to Qt's fast line path at every device pixel ratio.
    QPen pen(scene.colours.outline, outlines == Outlines::OneDevicePixel ? 0 : 0.8);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    const BoundarySet &boundaries = *scene.boundaries;
    const QRectF visible = viewport.mapRect();
    RingProjector projector(viewport, painter);
    for (size_t shape = 0; shape < boundaries.size(); ++shape) {
        if (!boundaries.hasShape(shape) || !touches(boundaries.boxes[shape], visible))
            continue;
        painter.setBrush(scene.colourOf(shape));
        for (size_t part = boundaries.areaStarts[shape]; part < boundaries.areaStarts[shape + 1]; ++part)
            drawPart(painter, boundaries, part, projector);
    }
    painter.restore();
}

void paintLabels(QPainter &painter, const MapScene &scene, const MapViewport &viewport)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(mapFont(11, QFont::DemiBold));
    const QFontMetricsF metrics(painter.font());
    for (const PlacedLabel &label : placeLabels(scene, viewport, metrics)) {
        if (!label.fits)
            drawHalo(painter, label, metrics);
        painter.setPen(readableOn(label.fill));
        painter.drawText(label.box, Qt::AlignCenter, label.text);
    }
    painter.restore();
}

void paintHighlight(QPainter &painter, const MapScene &scene, const MapViewport &viewport, size_t shape,
                    const QColor &colour, double width)
{
    const BoundarySet &boundaries = *scene.boundaries;
    if (!boundaries.hasShape(shape) || !touches(boundaries.boxes[shape], viewport.mapRect()))
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    RingProjector projector(viewport, painter);
    const QPainterPath path =
        pathOf(boundaries, boundaries.firstRing(shape), boundaries.lastRing(shape), projector);
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
    paintAreas(painter, scene, viewport, options.outlines);
    for (const size_t shape : options.selected)
        paintHighlight(painter, scene, viewport, shape, scene.colours.selected, 2.5);
    paintLabels(painter, scene, viewport);
    paintFurniture(painter, scene, layoutMap(scene, options.furniture, viewport.screen()));
}

} // namespace atlas
