#pragma once

#include "core/render/map_layout.h"
#include "core/render/map_scene.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

class QPainter;

namespace atlas {

// Sizes of the pieces around a map, in logical pixels, so that they can be laid out.

double columnWidth(const MapScene &scene);
double titleHeight(const MapScene &scene, double width);
double legendHeight(const MapScene &scene);
/// Also where the line says of how many areas there is no label.
double sourceHeight(const MapScene &scene, double width, bool saysUnlabelled = false);
/// Of the widest entry of the key in one line.
double keyEntryWidth(const MapScene &scene);
double keyLineHeight();
/// The heights of all entries in a column of this width: long names take several lines.
std::vector<double> keyEntryHeights(const MapScene &scene, double width);

/// The method, exactly, and the sources: what stands below the map. Begins with how many areas have no label,
/// where there are any.
QString notesText(const MapScene &scene, int unlabelled = 0);

/// The class whose line of the legend is at a place; nothing elsewhere.
std::optional<int> legendClassAt(const MapScene &scene, const MapLayout &layout, QPointF place);

/// Draws title, legend, source line, key and notice where the layout has them.
void paintFurniture(QPainter &painter, const MapScene &scene, const MapLayout &layout, int unlabelled = 0);

} // namespace atlas
