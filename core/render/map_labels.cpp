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
double longestLeader(size_t areasInSight, const QSizeF &screen, bool isOnPage)
{
    constexpr size_t many = 100; // many lines are a thicket
    constexpr double amongMany = 48;
    const double ofTheScreen = isOnPage ? 0.5 : 0.4;
    const double longest = isOnPage ? 380 : 300;
    if (areasInSight > many)
        return amongMany;
    return std::min(longest, ofTheScreen * std::max(screen.width(), screen.height()));
}

/// An area, and the label that it has got.
struct Labelled
{
    LabelledArea area;
    std::optional<PlacedLabel> label = {};
};

/// The areas that have no room for their labels, from the indices of `areas`, each with a label in the sea
/// where there is one. Those near the sea first, or lines from farther in would take their places.
void placeCrowded(std::vector<Labelled> &areas, const std::vector<size_t> &crowded, LabelPlaces &places,
                  double longest)
{
    std::vector<std::pair<size_t, PlacedLabel>> alone; // where each would stand if there were no others
    for (const size_t i : crowded)
        if (auto label = places.placeBeside(areas[i].area, longest))
            alone.emplace_back(i, *std::move(label));
    std::stable_sort(alone.begin(), alone.end(), [](const auto &a, const auto &b) {
        return a.second.leader->length() < b.second.leader->length();
    });
    for (const auto &[i, label] : alone) {
        areas[i].label =
            places.isFree(label) ? std::optional(label) : places.placeBeside(areas[i].area, longest);
        if (areas[i].label)
            places.take(*areas[i].label);
    }
}

/// Finds a place for a label by giving another one a different place. Returns whether there is one.
bool makeRoom(Labelled &area, std::vector<Labelled> &others, LabelPlaces &places, double longest)
{
    for (const ContestedPlace &contested : places.contestedPlaces(area.area, longest)) {
        const auto holder = std::find_if(others.begin(), others.end(), [&contested](const Labelled &other) {
            return other.area.area == contested.holder;
        });
        const PlacedLabel before = *holder->label;
        places.drop(before);
        places.take(contested.label);
        auto moved = before.leader ? std::nullopt : places.placeOn(holder->area);
        if (!moved)
            moved = places.placeBeside(holder->area, longest);
        if (moved) {
            places.take(*moved);
            holder->label = std::move(moved);
            area.label = contested.label;
            return true;
        }
        places.drop(contested.label);
        places.take(before);
    }
    return false;
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
    LabelPlaces places(scene, viewport, land, room);
    std::vector<Labelled> areas;
    std::vector<size_t> crowded;
    for (const Candidate &candidate : candidates(scene, viewport)) {
        areas.push_back({{.area = candidate.area,
                          .box = viewport.toScreen(scene.boundaries().boxes[candidate.area]),
                          .place = viewport.toScreen(candidate.place.centre),
                          .texts = labelTexts(plainLine(scene.labels[candidate.area]))}});
        Labelled &own = areas.back();
        own.label = places.placeOn(own.area);
        if (own.label)
            places.take(*own.label);
        else if (!isElsewhere(candidate.place.centre, room))
            crowded.push_back(areas.size() - 1);
    }
    const double longest = longestLeader(areas.size(), viewport.screen(), room.isOnPage);
    placeCrowded(areas, crowded, places, longest);
    constexpr size_t few = 100;
    bool hasMoved = room.isOnPage && areas.size() <= few;
    while (std::exchange(hasMoved, false))
        for (const size_t i : crowded)
            if (!areas[i].label)
                hasMoved |= makeRoom(areas[i], areas, places, longest);
    std::vector<PlacedLabel> placed;
    for (Labelled &area : areas)
        if (area.label)
            placed.push_back(*std::move(area.label));
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
