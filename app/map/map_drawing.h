#pragma once

#include "core/render/area_layers.h"
#include "core/render/map_insets.h"
#include "core/render/map_labels.h"
#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QImage>

#include <vector>

class QPainter;

namespace atlas {

/// A label and its picture.
struct DrawnLabel
{
    PlacedLabel label;
    QImage picture;  ///< on nothing
    QPointF topLeft; ///< of the picture, from the middle of the label's box
    LabelColours colours;
};

/// What stands over a map, as far as labels and insets have to know.
struct MapSurroundings
{
    std::vector<QRectF> taken = {}; ///< by the legend and other pieces, in logical pixels
    bool isWhole = false;           ///< whether all areas are in sight: there are no insets otherwise

    bool operator==(const MapSurroundings &) const = default;
};

/// A view of the map, drawn: first what does not depend on colours, then the pictures in colour.
struct MapDrawing
{
    MapViewport viewport; ///< in logical pixels
    double pixelRatio = 1;
    bool hasDetail = false;  ///< whether MapShapes::detail() was there to draw it
    bool hasLabels = false;  ///< false when labels had to wait
    double milliseconds = 0; ///< that it took to draw
    AreaLayers layers;

    QImage areas;
    std::vector<DrawnLabel> labels;
    MapSurroundings surroundings;
    std::vector<MapInset> insets;
    std::vector<MapDrawing> ofInsets; ///< one for each

    bool isOf(const MapViewport &view, double ratio) const { return viewport == view && pixelRatio == ratio; }
};

/// Paints a drawing's pictures in the colours of a scene with the same shapes and labels.
void colourDrawing(MapDrawing &drawing, const MapScene &scene);

/// Whether labels have to wait: their places take time, and areas alone are better than nothing.
enum class Haste { No, Yes };

/// From whatever thread, as colourDrawing() is. Throw std::bad_alloc when memory is short. The memory of a
/// `used` picture of the same size is used again.
MapDrawing drawMap(const MapScene &scene, const MapViewport &viewport, double pixelRatio,
                   Haste haste = Haste::No, QImage used = {}, const MapSurroundings &surroundings = {});

} // namespace atlas
