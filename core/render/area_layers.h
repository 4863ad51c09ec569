#pragma once

#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QColor>
#include <QImage>

#include <vector>

namespace atlas {

/// The areas of a view as pixels that know nothing of colours yet: which area is where, and the lines between
/// areas, drawn smooth. A change of colours is then a look-up for each pixel, however many areas there are.
struct AreaLayers
{
    QImage areas; ///< RGB32 whose low 24 bits are the area, or the number of areas where there is none
    QImage lines; ///< on nothing, in the colour and strength that they are seen in
};

/// Draws the layers of a view on all cores. The viewport's pixels are those of the layers; `lineWidth` is in
/// pixels. The same for any number of threads. Throws std::bad_alloc when memory is short.
AreaLayers drawAreaLayers(const MapShapes &shapes, const MapViewport &viewport, const QColor &lineColour,
                          double lineWidth);

/// Paints the layers in the colours of a scene, on its background. Throws std::bad_alloc when memory is
/// short.
QImage colourAreaLayers(const AreaLayers &layers, const MapScene &scene);
/// The same into a picture that was made before, whose memory is used again when it has the size.
void colourAreaLayers(const AreaLayers &layers, const MapScene &scene, QImage &image);

/// A line around areas that are chosen, and a casing around the line, on nothing: one line around those that
/// touch. Its cost does not grow with the number of areas. `pixelRatio` scales the widths. Throws
/// std::bad_alloc when memory is short.
QImage outlineAreas(const AreaLayers &layers, size_t areaCount, const std::vector<size_t> &chosen,
                    const QColor &line, const QColor &casing, double pixelRatio);

} // namespace atlas
