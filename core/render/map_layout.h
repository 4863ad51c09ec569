#pragma once

#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace atlas {

/// What stands around a map besides the areas.
struct MapFurniture
{
    bool title = true;
    bool legend = true;
    bool source = true;
    bool key = false;        ///< the names that the numbers on the map stand for
    bool stripNames = true;  ///< room above the strip of all values for the names of selected areas
    bool unlabelled = false; ///< with the source: how many areas there was no room to label

    bool operator==(const MapFurniture &) const = default;
};

/// Some entries of the key, one below the other.
struct KeyColumn
{
    QRectF box;
    size_t first = 0; ///< entry of MapScene::key
    size_t last = 0;  ///< the entry after the last

    bool operator==(const KeyColumn &) const = default;
};

/// Where each piece stands on a page or in a window, in logical pixels. Pieces that are not shown are empty.
struct MapLayout
{
    QRectF title; ///< title and sub-title
    QRectF legend;
    QRectF source; ///< method, sources and licence
    std::vector<KeyColumn> key;
    QRectF map;            ///< where the areas are fitted
    bool hasStrip = false; ///< whether the legend ends with the strip of all values

    bool operator==(const MapLayout &) const = default;
};

/// What the pieces cover, and a little around each, for whatever else is put on the map.
std::vector<QRectF> takenBy(const MapLayout &layout);

/// Arranges the pieces so that the areas are drawn as large as possible: title and legend beside the map,
/// above it, or in a corner where no area is; the key beside or below it, or in columns around the areas,
/// wherever there is room. When all areas are in sight, no piece covers an area or another piece. On a small
/// page what has no room is left out: the strip below the legend first, then the key, the source, the title
/// and the legend.
MapLayout layoutMap(const MapScene &scene, const MapFurniture &furniture, const QSizeF &size);

/// The pieces that were asked for and that the layout has no room for.
MapFurniture leftOut(const MapScene &scene, const MapFurniture &asked, const MapLayout &layout);

/// All areas inside the layout's map rectangle.
MapViewport fittingViewport(const MapScene &scene, const MapLayout &layout, const QSizeF &size);

} // namespace atlas
