#pragma once

#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QRectF>
#include <QSizeF>

namespace atlas {

/// What stands around a map besides the areas.
struct MapFurniture
{
    bool title = true;
    bool legend = true;
    bool source = true;
    bool key = false; ///< the names that the numbers on the map stand for

    bool operator==(const MapFurniture &) const = default;
};

/// Where each piece stands on a page or in a window, in logical pixels. Pieces that are not shown are empty.
struct MapLayout
{
    QRectF title; ///< title and, below it, the rule
    QRectF legend;
    QRectF source;
    QRectF key;
    int keyColumns = 0;
    QRectF map; ///< where the areas are fitted
};

/// Arranges the pieces so that the areas are drawn as large as possible: title and legend beside the map,
/// above it, or in a corner where no area is; the key beside or below it. When all areas are in sight, no
/// piece covers an area or another piece. On a small page what has no room is left out: the key first, then
/// the source, the title and the legend.
MapLayout layoutMap(const MapScene &scene, const MapFurniture &furniture, const QSizeF &size);

/// The pieces that were asked for and that the layout has no room for.
MapFurniture leftOut(const MapScene &scene, const MapFurniture &asked, const MapLayout &layout);

/// All areas inside the layout's map rectangle.
MapViewport fittingViewport(const MapScene &scene, const MapLayout &layout, const QSizeF &size);

} // namespace atlas
