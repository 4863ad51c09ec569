#include "core/render/map_export.h"

#include "core/common/files.h"
#include "core/common/memory.h"

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

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapExport)
};

constexpr double unitsPerInch = 96;
constexpr double millimetresPerInch = 25.4;

void paintPage(QPainter &painter, const MapScene &scene, const MapExport &what)
{
    const MapLayout layout = layoutMap(scene, what.furniture, what.size.logical);
    const MapViewport viewport = fittingViewport(scene, layout, what.size.logical);
    paintMap(painter, scene, viewport,
             {.furniture = what.furniture, .lineWidth = 0.8, .selected = what.selected});
}

QString programName()
{
    return QStringLiteral("Disengagement Atlas ") + QCoreApplication::applicationVersion();
}

QString description(const MapScene &scene)
{
    return scene.rule + QStringLiteral(". ") + scene.source;
}

bool writePng(QBuffer &buffer, const MapScene &scene, const MapExport &what)
{
    QImage image = renderMapImage(scene, what);
    if (image.isNull())
        throw std::bad_alloc();
    image.setText(QStringLiteral("Title"), scene.title);
    image.setText(QStringLiteral("Description"), description(scene));
    image.setText(QStringLiteral("Software"), programName());
    constexpr int quick = 75; // a map of plain colours gets hardly smaller with more effort
    return image.save(&buffer, "PNG", quick);
}

bool writeSvg(QBuffer &buffer, const MapScene &scene, const MapExport &what)
{
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(unitsPerInch));
    svg.setSize(what.size.page().toSize());
    svg.setViewBox(QRectF(QPointF(0, 0), what.size.logical));
    svg.setTitle(scene.title);
    svg.setDescription(description(scene));
    QPainter painter(&svg);
    paintPage(painter, scene, what);
    return painter.end();
}

bool writePdf(QBuffer &buffer, const MapScene &scene, const MapExport &what)
{
    QPdfWriter pdf(&buffer);
    constexpr int resolution = 1200;
    pdf.setResolution(resolution);
    pdf.setPageSize(QPageSize(what.size.page() / unitsPerInch, QPageSize::Inch, {}, QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(scene.title);
    pdf.setCreator(programName());
    QPainter painter(&pdf);
    const double scale = resolution / unitsPerInch * what.size.enlarged;
    painter.scale(scale, scale);
    paintPage(painter, scene, what);
    return painter.end();
}

} // namespace

std::optional<MapFormat> mapFormatOf(const QString &path)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    if (extension == QLatin1String("png"))
        return MapFormat::Png;
    if (extension == QLatin1String("svg"))
        return MapFormat::Svg;
    if (extension == QLatin1String("pdf"))
        return MapFormat::Pdf;
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
        return Error{
            Text::tr("The map is too small to be read. Make it at least 80 pixels or 2 cm wide and high."),
            {}};
    if (!(width <= largestSide && height <= largestSide && width * height <= largestArea))
        return Error{
            Text::tr(
                "The picture would be too large. Keep it under 20,000 pixels a side and 200 megapixels."),
            {}};
    return Done{};
}

QString leftOutText(const MapScene &scene, const MapExport &what)
{
    const MapFurniture missing =
        leftOut(scene, what.furniture, layoutMap(scene, what.furniture, what.size.logical));
    QStringList pieces;
    if (missing.key)
        pieces << Text::tr("the list of areas");
    if (missing.source)
        pieces << Text::tr("the source");
    if (missing.title)
        pieces << Text::tr("the title");
    if (missing.legend)
        pieces << Text::tr("the legend");
    if (pieces.isEmpty())
        return {};
    if (pieces.size() == 1 && missing.key)
        return Text::tr(
            "The page is too small for the list of areas; make it larger or switch the list off.");
    const QString last = pieces.takeLast();
    const QString all =
        pieces.isEmpty() ? last : Text::tr("%1 and %2").arg(pieces.join(QStringLiteral(", ")), last);
    return Text::tr("The page is too small for %1; make it larger or leave out what is not needed.").arg(all);
}

QImage renderMapImage(const MapScene &scene, const MapExport &what)
{
    QImage image(what.size.pixels(), QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDotsPerMeterX(static_cast<int>(std::lround(what.size.pixelsPerUnit * unitsPerInch / 0.0254)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    image.fill(scene.colours.background);
    QPainter painter(&image);
    painter.scale(what.size.pixelsPerUnit, what.size.pixelsPerUnit);
    paintPage(painter, scene, what);
    return image;
}

Result<QByteArray> renderMap(const MapScene &scene, const MapExport &what, MapFormat format)
{
    if (const auto fits = checkExportSize(what.size); !fits)
        return fits.error();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    try {
        requireMemory();
        const bool written = format == MapFormat::Png   ? writePng(buffer, scene, what)
                             : format == MapFormat::Svg ? writeSvg(buffer, scene, what)
                                                        : writePdf(buffer, scene, what);
        if (written)
            return bytes;
    } catch (const std::bad_alloc &) {
        return Error{Text::tr("There is too little memory to draw the map. Choose a smaller size, or close "
                              "other programs."),
                     {}};
    }
    return Error{Text::tr("The map could not be drawn. Choose a smaller size."), {}};
}

Result<Done> exportMap(const MapScene &scene, const MapExport &what, const QString &path)
{
    const auto format = mapFormatOf(path);
    if (!format)
        return Error{
            Text::tr("%1 does not say which format the map should have. End its name in .png, .svg or .pdf.")
                .arg(path),
            {}};
    scene.shapes->findDetail();
    const auto bytes = renderMap(scene, what, *format);
    if (!bytes)
        return bytes.error();
    return writeWholeFile(path, *bytes);
}

} // namespace atlas
