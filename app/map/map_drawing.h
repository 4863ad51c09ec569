#pragma once

#include "core/render/area_layers.h"
#include "core/render/map_labels.h"
#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <vector>

namespace atlas {

/// What takes time in drawing a view, and does not depend on colours.
struct MapDrawing
{
    MapViewport viewport; ///< in logical pixels
    double pixelRatio = 1;
    AreaLayers layers;
    std::vector<PlacedLabel> labels;
    bool hasDetail = false; ///< whether MapShapes::detail() was there to draw it

    bool isOf(const MapViewport &view, double ratio) const { return viewport == view && pixelRatio == ratio; }
};

/// From whatever thread. Throws std::bad_alloc when memory is short.
MapDrawing drawMap(const MapScene &scene, const MapViewport &viewport, double pixelRatio);

} // namespace atlas
