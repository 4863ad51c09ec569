#include "core/render/map_labels.h"

#include "core/common/plain_text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {

namespace {

QFont labelFont()
{
    return mapFont(11, QFont::DemiBold);
}

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

/// An area that may get a label, and where.
struct Candidate
{
    size_t area = 0;
    LabelPoint place;
};

/// Areas in sight that are not much smaller than a line of text, the roomiest first.
std::vector<Candidate> candidates(const MapScene &scene, const MapViewport &viewport,
                                  const QFontMetricsF &metrics)
{
    const double smallest = metrics.capHeight() / viewport.pixelsPerMetre();
    const double margin = 2 * metrics.height();
    const QRectF sight = viewport.mapRect(margin);
    std::vector<Candidate> result;
    for (size_t area = 0; area < scene.labels.size(); ++area) {
        const QRectF &box = scene.boundaries().boxes[area];
        if (!scene.boundaries().hasShape(area) || std::min(box.width(), box.height()) < smallest
            || !box.intersects(sight))
            continue;
        const LabelPoint place = scene.shapes->labelPoint(area);
        if (sight.contains(place.centre))
            result.push_back({area, place});
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Candidate &a, const Candidate &b) { return a.place.radius > b.place.radius; });
    return result;
}

void drawHalo(QPainter &painter, const PlacedLabel &label, const QColor &fill)
{
    const QFontMetricsF metrics(painter.font());
    QPainterPath outline;
    double baseline = label.box.top() + metrics.ascent();
    for (const QString &line : label.text.split(QLatin1Char('\n'))) {
        const double x = label.box.center().x() - metrics.horizontalAdvance(line) / 2;
        outline.addText(QPointF(x, baseline), painter.font(), line);
        baseline += metrics.lineSpacing();
    }
    painter.strokePath(outline, QPen(fill, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace

std::vector<PlacedLabel> placeLabels(const MapScene &scene, const MapViewport &viewport)
{
    if (scene.labels.empty())
        return {};
    const QFontMetricsF metrics(labelFont());
    std::vector<PlacedLabel> placed;
    const QRectF screen(QPointF(0, 0), viewport.screen());
    // Above and below capitals and figures a line is blank.
    const double blank = (metrics.height() - metrics.capHeight()) / 2 - 1;
    // Among many, a label that runs over its area is taken for another's.
    constexpr size_t many = 100;
    const std::vector<Candidate> inSight = candidates(scene, viewport, metrics);
    const bool onlyFitting = inSight.size() > many;
    for (const Candidate &label : inSight) {
        const QString text = wrapped(plainLine(scene.labels[label.area]));
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
        if (onlyFitting && !fits)
            continue;
        placed.push_back({box.translated(*place), ink.translated(*place), text, label.area, fits});
    }
    return placed;
}

LabelColours coloursOf(const PlacedLabel &label, const MapScene &scene)
{
    return {scene.inkOf(label.area), label.fits ? QColor() : scene.colourOf(label.area)};
}

void paintLabel(QPainter &painter, const PlacedLabel &label, const LabelColours &colours)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(labelFont());
    if (colours.halo.isValid())
        drawHalo(painter, label, colours.halo);
    painter.setPen(colours.ink);
    painter.drawText(label.box, Qt::AlignCenter, label.text);
    painter.restore();
}

void paintLabels(QPainter &painter, const MapScene &scene, const std::vector<PlacedLabel> &labels)
{
    for (const PlacedLabel &label : labels)
        paintLabel(painter, label, coloursOf(label, scene));
}

} // namespace atlas
