#pragma once

#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QColor>
#include <QLineF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace atlas {

class LandRaster;

/// A label that has found its place, in pixels of the viewport.
struct PlacedLabel
{
    QRectF box;
    QRectF ink;                ///< the part of the box that is not blank
    std::vector<QRectF> lines; ///< the parts of it with the lines of the text
    QString text;
    size_t area = 0;
    int pixels = 0;               ///< size of the letters
    bool fits = true;             ///< wholly inside its area
    std::optional<QLineF> leader; ///< from a point inside the area to the label, where it stands apart

    /// What is drawn of it: box and leader.
    QRectF extent() const;
};

/// What labels have to keep clear of, and what they need not say.
struct LabelRoom
{
    std::vector<QRectF> taken = {};     ///< in pixels of the viewport: legend, title, insets
    std::vector<QLineF> lines = {};     ///< that no label may lie on
    std::vector<QRectF> elsewhere = {}; ///< parts of the map (metres) that are shown larger elsewhere
    /// Whether the map is drawn to be printed: letters may be smaller, lines longer, and the search takes its
    /// time, since nobody can zoom in and nobody waits.
    bool isOnPage = false;
};

/// Finds places for the labels of the areas in sight. A label lies on its own area or beside it in the sea,
/// with its middle on the area, and on no other area; or else it stands in the sea not far off, and a line
/// joins it to its area; or else it is left out. Where many areas are in sight, or where they are shown
/// larger elsewhere, lines are short or none. The roomiest areas come first; no label covers another, or
/// another's line. Places do not depend on what else is in sight as long as nothing is in the way, so that
/// labels stay where they are when the map is moved. Throws std::bad_alloc when memory is short.
std::vector<PlacedLabel> placeLabels(const MapScene &scene, const MapViewport &viewport,
                                     const LabelRoom &room = {});
/// The same, where the raster of the view is at hand.
std::vector<PlacedLabel> placeLabels(const MapScene &scene, const MapViewport &viewport,
                                     const LabelRoom &room, const LandRaster &land);

struct LabelColours
{
    QColor ink;
    QColor halo; ///< invalid where none is needed

    bool operator==(const LabelColours &) const = default;
};

/// Readable on the area, or beside it. A label that runs over its area's edge has a rim in the colour of the
/// area; one that stands apart, in that of the background.
LabelColours coloursOf(const PlacedLabel &label, const MapScene &scene);
void paintLabel(QPainter &painter, const PlacedLabel &label, const LabelColours &colours);
void paintLabels(QPainter &painter, const MapScene &scene, const std::vector<PlacedLabel> &labels);

} // namespace atlas
