#pragma once

#include "core/common/result.h"

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QPainter;

namespace atlas {

enum class PictureFormat { Png, Svg, Pdf };

/// The extensions of pictures: "png", "svg", "pdf".
QStringList pictureEndings();

/// The format that a file name's extension asks for; nothing for any other.
std::optional<PictureFormat> pictureFormatOf(const QString &path);

/// The size of an exported picture.
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

/// Fails when the page is under 2 cm or the picture over 20,000 pixels a side or 200 megapixels.
Result<Done> checkExportSize(const ExportSize &size);

/// What a file is to show: one drawing for every format.
struct Picture
{
    QString title; ///< for the file's own description, as the next
    QString description;
    ExportSize size;
    QColor background;
    std::function<void(QPainter &)> paint; ///< in logical pixels
};

/// What a PNG holds. Null when memory is too short for the picture; throws std::bad_alloc when it is for what
/// is drawn.
QImage renderImage(const Picture &picture);

/// The whole file in memory. Fails when it is too large, or memory too short.
Result<QByteArray> renderPicture(const Picture &picture, PictureFormat format);

/// Writes it in the format of the path's extension, whole or not at all.
Result<Done> exportPicture(const Picture &picture, const QString &path);

} // namespace atlas
