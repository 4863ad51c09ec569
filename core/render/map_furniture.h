#pragma once

#include "core/render/map_layout.h"
#include "core/render/map_scene.h"

class QPainter;

namespace atlas {

/// Sizes of the pieces around a map, in logical pixels, so that they can be laid out.
double columnWidth(const MapScene &scene);
double titleHeight(const MapScene &scene, double width);
double legendHeight(const MapScene &scene);
double sourceHeight(const MapScene &scene, double width);
double keyEntryWidth(const MapScene &scene);
double keyLineHeight();

/// Draws title, legend, source line, key and notice where the layout has them.
void paintFurniture(QPainter &painter, const MapScene &scene, const MapLayout &layout);

} // namespace atlas
