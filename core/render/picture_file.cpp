#include "core/render/picture_file.h"

#include "core/common/output_files.h"
#include "core/common/plain_text.h"
#include "core/render/text.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>
#include <new>

namespace atlas {

namespace {

constexpr double unitsPerInch = 96;
constexpr double millimetresPerInch = 25.4;

QString programName()
{
    return QStringLiteral("Disengagement Atlas ") + QCoreApplication::applicationVersion();
}

bool writePng(QBuffer &buffer, const Picture &picture)
{
    QImage image = renderImage(picture);
    if (image.isNull())
        throw std::bad_alloc();
    image.setText(QStringLiteral("Title"), plainLine(picture.title));
    image.setText(QStringLiteral("Description"), plainText(picture.description));
    image.setText(QStringLiteral("Software"), programName());
    constexpr int quick = 75; // a map of plain colours gets hardly smaller with more effort
    return image.save(&buffer, "PNG", quick);
}

/// Gives an SVG its title and description, and drops whatever else an XML reader would stop at.
void describe(QByteArray &svg, const Picture &picture)
{
    dropForbidden(svg);
    const QString words =
        QStringLiteral("\n<title>%1</title>\n<desc>%2</desc>")
            .arg(plainLine(picture.title).toHtmlEscaped(), plainText(picture.description).toHtmlEscaped());
    svg.insert(svg.indexOf('>', svg.indexOf("<svg")) + 1, words.toUtf8());
}

bool writeSvg(QBuffer &buffer, const Picture &picture)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(unitsPerInch));
    svg.setSize(picture.size.page().toSize());
    svg.setViewBox(QRectF(QPointF(0, 0), picture.size.logical));
    svg.setTitle({}); // Qt 6.4 writes them as they are, & and < too
    svg.setDescription({});
    QPainter painter(&svg);
    picture.paint(painter);
    if (!painter.end())
        return false;
    describe(buffer.buffer(), picture);
    return true;
}

bool writePdf(QBuffer &buffer, const Picture &picture)
{
    QPdfWriter pdf(&buffer);
    constexpr int resolution = 1200;
    pdf.setResolution(resolution);
    pdf.setPageSize(
        QPageSize(picture.size.page() / unitsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(plainLine(picture.title));
    pdf.setCreator(programName());
    QPainter painter(&pdf);
    const double scale = resolution / unitsPerInch * picture.size.enlarged;
    painter.scale(scale, scale);
    picture.paint(painter);
    return painter.end();
}

/// Takes out when a PDF was made, so that the same picture is the same file. Blanks stand in its place, since
/// the file says at which byte each of its objects begins.
void dropTimeStamp(QByteArray &pdf)
{
    const qsizetype start = pdf.indexOf("/CreationDate (D:");
    const qsizetype end = pdf.indexOf(')', start);
    if (start >= 0 && end > start)
        std::fill(pdf.begin() + start, pdf.begin() + end + 1, ' ');
}

} // namespace

QStringList pictureEndings()
{
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

std::optional<PictureFormat> pictureFormatOf(const QString &path)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    if (extension == QLatin1String("png"))
        return PictureFormat::Png;
    if (extension == QLatin1String("svg"))
        return PictureFormat::Svg;
    if (extension == QLatin1String("pdf"))
        return PictureFormat::Pdf;
    return {};
}

ExportSize ExportSize::fromPixels(int width, int height)
{
    constexpr double drawnHigh = 800;
    const double enlarged = std::max(1.0, std::min(width, height) / drawnHigh);
    return {QSizeF(width, height) / enlarged, enlarged, enlarged};
}

ExportSize ExportSize::fromMillimetres(double width, double height, double dpi)
{
    return {QSizeF(width, height) / millimetresPerInch * unitsPerInch, dpi / unitsPerInch};
}

QSize ExportSize::pixels() const
{
    return {static_cast<int>(std::lround(logical.width() * pixelsPerUnit)),
            static_cast<int>(std::lround(logical.height() * pixelsPerUnit))};
}

Result<Done> checkExportSize(const ExportSize &size)
{
    constexpr double smallest = 75; // 2 cm
    constexpr double largestSide = 20000;
    constexpr double largestArea = 2.0e8;
    const double width = size.logical.width() * size.pixelsPerUnit;
    const double height = size.logical.height() * size.pixelsPerUnit;
    if (!(size.logical.width() >= smallest && size.logical.height() >= smallest && size.pixelsPerUnit > 0))
        return Error{Text::tr("The picture would be too small to be read. Make it at least 80 pixels or 2 cm "
                              "wide and high."),
                     {}};
    if (!(width <= largestSide && height <= largestSide && width * height <= largestArea))
        return Error{
            Text::tr(
                "The picture would be too large. Keep it under 20,000 pixels a side and 200 megapixels."),
            {}};
    return Done{};
}

QImage renderImage(const Picture &picture)
{
    QImage image(picture.size.pixels(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDotsPerMeterX(static_cast<int>(std::lround(picture.size.pixelsPerUnit * unitsPerInch / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(picture.background);
    QPainter painter(&image);
    painter.scale(picture.size.pixelsPerUnit, picture.size.pixelsPerUnit);
    picture.paint(painter);
    return image;
}

Result<QByteArray> renderPicture(const Picture &picture, PictureFormat format)
{
    if (const auto fits = checkExportSize(picture.size); !fits)
        return fits.error();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    try {
        const bool written = format == PictureFormat::Png   ? writePng(buffer, picture)
                             : format == PictureFormat::Svg ? writeSvg(buffer, picture)
                                                            : writePdf(buffer, picture);
        if (written && format == PictureFormat::Pdf)
            dropTimeStamp(bytes);
        if (written)
            return bytes;
    } catch (const std::bad_alloc &) {
        return Error{Text::tr("There is too little memory to draw the picture. Choose a smaller size, or "
                              "close other programs."),
                     {}};
    }
    return Error{Text::tr("The picture could not be drawn. Choose a smaller size."), {}};
}

Result<Done> exportPicture(const Picture &picture, const QString &path)
{
    const auto format = pictureFormatOf(path);
    if (!format)
        return Error{
            Text::tr("%1 does not say which format the picture should have. End its name in .png, .svg or "
                     ".pdf.")
                .arg(path),
            {}};
    const auto bytes = renderPicture(picture, *format);
    if (!bytes)
        return bytes.error();
    return writeWholeFile(path, *bytes);
}

} // namespace atlas
