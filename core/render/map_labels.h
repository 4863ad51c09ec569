#pragma once

#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QColor>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace atlas {

/// A label that has found its place, in pixels of the viewport.
struct PlacedLabel
{
    QRectF box;
    QRectF ink; ///< the part of the box that is not blank
    QString text;
    size_t area = 0;
    bool fits = true; ///< inside its area
};

/// Finds places for the labels of the areas in sight. The roomiest areas come first; a label that would cover
/// an earlier one moves a little aside, or is left out. Where many areas are in sight, only labels that fit
/// into theirs are kept.
std::vector<PlacedLabel> placeLabels(const MapScene &scene, const MapViewport &viewport);

struct LabelColours
{
    QColor ink;
    QColor halo; ///< invalid where none is needed

    bool operator==(const LabelColours &) const = default;
};

/// Readable on the area. A label that runs over its area's edge has a rim in the colour of the area.
LabelColours coloursOf(const PlacedLabel &label, const MapScene &scene);
void paintLabel(QPainter &painter, const PlacedLabel &label, const LabelColours &colours);
void paintLabels(QPainter &painter, const MapScene &scene, const std::vector<PlacedLabel> &labels);

} // namespace atlas
