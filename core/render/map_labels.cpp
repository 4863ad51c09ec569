#include "core/render/map_labels.h"

#include "core/common/plain_text.h"
#include "core/render/label_places.h"
#include "core/render/label_text.h"
#include "core/render/land_raster.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>
#include <vector>

namespace atlas {

namespace {

constexpr double dotRadius = 1.75;

/// Where an area would have its label.
struct Candidate
{
    size_t area = 0;
    LabelPoint place;
};

bool isElsewhere(QPointF place, const LabelRoom &room)
{
    return std::any_of(room.elsewhere.begin(), room.elsewhere.end(),
                       [place](const QRectF &part) { return part.contains(place); });
}

/// Areas in sight that are not much smaller than a figure, the roomiest first.
std::vector<Candidate> candidates(const MapScene &scene, const MapViewport &viewport)
{
    constexpr double smallestPixels = 5;
    const double smallest = smallestPixels / viewport.pixelsPerMetre();
    const QRectF sight = viewport.mapRect();
    std::vector<Candidate> result;
    for (size_t area = 0; area < scene.labels.size(); ++area) {
        const QRectF &box = scene.boundaries().boxes[area];
        if (!scene.boundaries().hasShape(area) || std::min(box.width(), box.height()) < smallest
            || !box.intersects(sight))
            continue;
        const LabelPoint place = scene.shapes->labelPoint(area);
        if (place.radius > 0 && sight.contains(place.centre))
            result.push_back({area, place});
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Candidate &a, const Candidate &b) { return a.place.radius > b.place.radius; });
    return result;
}

/// How long a line between an area and its label may be, in pixels.
double longestLeader(size_t areasInSight, const QSizeF &screen)
{
    constexpr size_t many = 100; // many lines are a thicket
    constexpr double amongMany = 48;
    constexpr double ofTheScreen = 0.4;
    constexpr double longest = 300;
    if (areasInSight > many)
        return amongMany;
    return std::min(longest, ofTheScreen * std::max(screen.width(), screen.height()));
}

/// An area that has no room for its label, which of the candidates it is, and where its label would stand if
/// there were no others like it.
struct Crowded
{
    size_t candidate = 0;
    LabelledArea area;
    std::optional<PlacedLabel> alone = {};
};

/// Those near the sea first, or lines from farther in would take their places.
void placeCrowded(std::vector<Crowded> &areas, LabelPlaces &places, double longest,
                  std::vector<std::optional<PlacedLabel>> &found)
{
    for (Crowded &crowded : areas)
        crowded.alone = places.placeBeside(crowded.area, longest);
    std::erase_if(areas, [](const Crowded &crowded) { return !crowded.alone; });
    std::stable_sort(areas.begin(), areas.end(), [](const Crowded &a, const Crowded &b) {
        return a.alone->leader->length() < b.alone->leader->length();
    });
    for (const Crowded &crowded : areas) {
        std::optional<PlacedLabel> &label = found[crowded.candidate];
        label = places.isFree(*crowded.alone) ? crowded.alone : places.placeBeside(crowded.area, longest);
        if (label)
            places.take(*label);
    }
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

void drawLeader(QPainter &painter, const QLineF &leader, const LabelColours &colours)
{
    painter.setPen(QPen(colours.halo, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(leader);
    painter.setBrush(colours.ink);
    painter.setPen(QPen(colours.halo, 1));
    painter.drawEllipse(leader.p1(), dotRadius + 0.5, dotRadius + 0.5);
    painter.setPen(QPen(colours.ink, 1, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(leader);
    painter.setBrush(Qt::NoBrush);
}

} // namespace

QRectF PlacedLabel::extent() const
{
    constexpr double rim = dotRadius + 1;
    if (!leader)
        return box;
    return box | QRectF(leader->p1(), leader->p2()).normalized().adjusted(-rim, -rim, rim, rim);
}

std::vector<PlacedLabel> placeLabels(const MapScene &scene, const MapViewport &viewport,
                                     const LabelRoom &room)
{
    if (scene.labels.empty())
        return {};
    return placeLabels(scene, viewport, room, LandRaster(*scene.shapes, viewport));
}

std::vector<PlacedLabel> placeLabels(const MapScene &scene, const MapViewport &viewport,
                                     const LabelRoom &room, const LandRaster &land)
{
    const std::vector<Candidate> inSight = candidates(scene, viewport);
    LabelPlaces places(scene, viewport, land, room);
    std::vector<std::optional<PlacedLabel>> found(inSight.size());
    std::vector<Crowded> left;
    for (size_t i = 0; i < inSight.size(); ++i) {
        const size_t area = inSight[i].area;
        LabelledArea labelled{.area = area,
                              .box = viewport.toScreen(scene.boundaries().boxes[area]),
                              .place = viewport.toScreen(inSight[i].place.centre),
                              .texts = labelTexts(plainLine(scene.labels[area]))};
        found[i] = places.placeOn(labelled);
        if (found[i])
            places.take(*found[i]);
        else if (!isElsewhere(inSight[i].place.centre, room))
            left.push_back({i, std::move(labelled)});
    }
    placeCrowded(left, places, longestLeader(inSight.size(), viewport.screen()), found);
    std::vector<PlacedLabel> placed;
    for (std::optional<PlacedLabel> &label : found)
        if (label)
            placed.push_back(std::move(*label));
    return placed;
}

LabelColours coloursOf(const PlacedLabel &label, const MapScene &scene)
{
    if (label.leader)
        return {scene.colours.ink, scene.colours.background};
    const ClassCertainty certainty = scene.certaintyOf(label.area);
    const bool isPlain = certainty == ClassCertainty::None || certainty == ClassCertainty::Certain;
    return {scene.inkOf(label.area), label.fits && isPlain ? QColor() : scene.colourOf(label.area)};
}

void paintLabel(QPainter &painter, const PlacedLabel &label, const LabelColours &colours)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (label.leader)
        drawLeader(painter, *label.leader, colours);
    painter.setFont(labelFont(label.pixels));
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
