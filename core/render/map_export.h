#pragma once

#include "core/common/result.h"
#include "core/render/map_painter.h"
#include "core/render/map_scene.h"
#include "core/render/picture_file.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <vector>

namespace atlas {

struct MapExport
{
    ExportSize size;
    MapFurniture furniture;
    std::vector<size_t> selected; ///< shapes to outline
};

/// The pieces of a page. Nobody can zoom into it, so that it says what has no label; it has room for the
/// names of selected areas only where there are any.
MapFurniture furnitureOf(const MapExport &what);

/// The drawing of a map, all areas in sight. Refers to both, which must outlive it.
Picture pictureOf(const MapScene &scene, const MapExport &what);

/// What the page has no room for, in one sentence that says what to do; empty when everything is shown.
QString leftOutText(const MapScene &scene, const MapExport &what);

/// The map as a picture, all areas in sight: what a PNG holds, and what a preview shows. Null when memory is
/// too short for the picture; throws std::bad_alloc when it is for what is drawn.
QImage renderMapImage(const MapScene &scene, const MapExport &what);

/// The whole file in memory. Fails when it is too large, or memory too short.
Result<QByteArray> renderMap(const MapScene &scene, const MapExport &what, PictureFormat format);

/// Writes the map in the format of the path's extension, whole or not at all.
Result<Done> exportMap(const MapScene &scene, const MapExport &what, const QString &path);

} // namespace atlas
