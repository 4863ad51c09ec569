#include "app/map/map_drawing.h"

namespace atlas {

MapDrawing drawMap(const MapScene &scene, const MapViewport &viewport, double pixelRatio)
{
    constexpr double oneDevicePixel = 1;
    const bool hasDetail = scene.shapes->detail() != nullptr;
    return {.viewport = viewport,
            .pixelRatio = pixelRatio,
            .layers = drawAreaLayers(*scene.shapes, viewport.refined(pixelRatio), scene.colours.outline,
                                     oneDevicePixel),
            .labels = placeLabels(scene, viewport),
            .hasDetail = hasDetail};
}

} // namespace atlas
