#pragma once

#include "core/common/result.h"
#include "core/render/map_painter.h"
#include "core/render/map_scene.h"

#include <QByteArray>
#include <QImage>
#include <QSizeF>
#include <QString>

#include <optional>

namespace atlas {

enum class MapFormat { Png, Svg, Pdf };

/// The format that a file name's extension asks for; nothing for any other.
std::optional<MapFormat> mapFormatOf(const QString &path);

/// The size of an exported map.
struct ExportSize
{
    QSizeF logical;           ///< page in logical pixels: what text sizes relate to
    double pixelsPerUnit = 1; ///< device pixels in a logical pixel, for PNG
    double enlarged = 1;      ///< how much larger than 1/96 inch a logical pixel is on paper, for SVG and PDF

    /// A picture of so many pixels. Text grows with a large picture, as if it were drawn 800 pixels high
    /// and enlarged.
    static ExportSize fromPixels(int width, int height);
    static ExportSize fromMillimetres(double width, double height, double dpi);

    QSize pixels() const;
    /// Of an SVG or PDF, in 1/96 inch.
    QSizeF page() const { return logical * enlarged; }
    bool operator==(const ExportSize &) const = default;
};

struct MapExport
{
    ExportSize size;
    MapFurniture furniture;
    std::vector<size_t> selected; ///< shapes to outline
};

/// Fails when the page is under 2 cm or the picture over 20,000 pixels a side or 200 megapixels.
Result<Done> checkExportSize(const ExportSize &size);

/// What the page has no room for, in one sentence that says what to do; empty when everything is shown.
QString leftOutText(const MapScene &scene, const MapExport &what);

/// The map as a picture, all areas in sight: what a PNG holds, and what a preview shows. Null when memory is
/// too short for the picture; throws std::bad_alloc when it is for what is drawn.
QImage renderMapImage(const MapScene &scene, const MapExport &what);

/// The whole file in memory. Fails when it is too large, or memory too short.
Result<QByteArray> renderMap(const MapScene &scene, const MapExport &what, MapFormat format);

/// Writes the map in the format of the path's extension, whole or not at all.
Result<Done> exportMap(const MapScene &scene, const MapExport &what, const QString &path);

} // namespace atlas
