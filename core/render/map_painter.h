#pragma once

#include "core/render/map_layout.h"
#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <optional>
#include <vector>

class QPainter;

namespace atlas {

/// How outlines between areas are drawn.
enum class Outlines {
    OneDevicePixel, ///< crisp and quick, for screens
    Scaled,         ///< three quarters of a logical pixel, for paper
};

/// What is drawn on top of the areas, and how.
struct MapPaintOptions
{
    MapFurniture furniture;
    Outlines outlines = Outlines::OneDevicePixel;
    std::vector<size_t> selected; ///< shapes to outline
};

/// Draws a whole map: background, areas, labels, selection, then title, legend, source and key.
/// The one way to draw a map, on a screen, a picture or a page. The painter's unit is a logical pixel;
/// `viewport.screen()` is the size of the map in it.
void paintMap(QPainter &painter, const MapScene &scene, const MapViewport &viewport,
              const MapPaintOptions &options);

/// The layers of paintMap(), for a window that keeps some of them.
void paintAreas(QPainter &painter, const MapScene &scene, const MapViewport &viewport, Outlines outlines);
void paintLabels(QPainter &painter, const MapScene &scene, const MapViewport &viewport);
void paintHighlight(QPainter &painter, const MapScene &scene, const MapViewport &viewport, size_t shape,
                    const QColor &colour, double width);

} // namespace atlas
