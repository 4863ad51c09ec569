#pragma once

#include "core/render/map_layout.h"
#include "core/render/map_scene.h"

#include <vector>

class QPainter;
class QRectF;

namespace atlas {

// The strip below the legend of a map: all values as ticks over a bar of the classes.

/// The strip of all values below the legend, and the gap before it; with a line for the names of areas.
double stripHeight(const MapScene &scene, bool hasNames);
/// Draws it below the legend's box.
void paintStrip(QPainter &painter, const MapScene &scene, const QRectF &legend);
/// Marks areas on the strip of all values, and names those there is room for.
void paintStripMarks(QPainter &painter, const MapScene &scene, const MapLayout &layout,
                     const std::vector<size_t> &areas);

} // namespace atlas
