#include "core/render/area_layers.h"

#include "core/common/parallel.h"
#include "core/render/map_painter.h"

#include <QPainter>

#include <algorithm>
#include <functional>
#include <new>
#include <vector>

namespace atlas {

namespace {

QImage newImage(const QSize &size, QImage::Format format)
{
    QImage image(size, format);
    if (image.isNull() && !size.isEmpty())
        throw std::bad_alloc();
    return image;
}

/// Rows of an image, seen as an image of their own.
struct Band
{
    int top = 0;
    int height = 0;

    QImage of(QImage &image, uchar *bits) const
    {
        return {bits + top * image.bytesPerLine(), image.width(), height, image.bytesPerLine(),
                image.format()};
    }
};

/// Cuts always the same bands, so that the picture does not depend on the number of threads.
void forEachBand(int height, const std::function<void(Band)> &work)
{
    constexpr int bands = 8;
    inParallel(bands, [&](size_t i) {
        const int top = height * static_cast<int>(i) / bands;
        const int bottom = height * (static_cast<int>(i) + 1) / bands;
        if (bottom > top)
            work({top, bottom - top});
    });
}

/// The colour of each area, as pixels; then the background's.
std::vector<QRgb> pixelsOf(const MapScene &scene)
{
    std::vector<QRgb> ofClass;
    for (const QColor &colour : scene.classColours)
        ofClass.push_back(colour.rgb());
    std::vector<QRgb> pixels;
    pixels.reserve(scene.classes.size() + 1);
    for (const int c : scene.classes)
        pixels.push_back(ofClass[static_cast<size_t>(c)]);
    pixels.push_back(scene.colours.background.rgb());
    return pixels;
}

/// One byte for each pixel, row by row.
class PixelMask
{
public:
    explicit PixelMask(const QSize &size)
        : m_width(static_cast<size_t>(size.width())), m_bytes(m_width * static_cast<size_t>(size.height()))
    {}

    uchar *row(int y) { return m_bytes.data() + static_cast<size_t>(y) * m_width; }
    const uchar *row(int y) const { return m_bytes.data() + static_cast<size_t>(y) * m_width; }
    int width() const { return static_cast<int>(m_width); }
    int height() const { return m_width == 0 ? 0 : static_cast<int>(m_bytes.size() / m_width); }

private:
    size_t m_width;
    std::vector<uchar> m_bytes;
};

/// Adds up the masks of all pixels at most `radius` columns away.
void spreadAlongRow(const uchar *from, uchar *to, int width, int radius)
{
    for (int x = 0; x < width; ++x)
        to[x] = from[x];
    for (int step = 1; step <= radius; ++step) {
        for (int x = 0; x < width - step; ++x)
            to[x] |= from[x + step];
        for (int x = step; x < width; ++x)
            to[x] |= from[x - step];
    }
}

/// Adds up the masks of all pixels at most `radius` columns and rows away.
PixelMask spread(const PixelMask &mask, const QSize &size, int radius)
{
    PixelMask wide(size);
    forEachBand(size.height(), [&](Band band) {
        for (int y = band.top; y < band.top + band.height; ++y)
            spreadAlongRow(mask.row(y), wide.row(y), mask.width(), radius);
    });
    PixelMask result(size);
    forEachBand(size.height(), [&](Band band) {
        for (int y = band.top; y < band.top + band.height; ++y) {
            uchar *to = result.row(y);
            for (int near = std::max(0, y - radius); near <= std::min(size.height() - 1, y + radius);
                 ++near) {
                const uchar *from = wide.row(near);
                for (int x = 0; x < size.width(); ++x)
                    to[x] |= from[x];
            }
        }
    });
    return result;
}

constexpr uchar isChosen = 1;
constexpr uchar isOther = 2;
constexpr uchar isEdge = isChosen | isOther;

} // namespace

AreaLayers drawAreaLayers(const MapShapes &shapes, const MapViewport &viewport, const QColor &lineColour,
                          double lineWidth)
{
    const QSize size = viewport.screen().toSize();
    AreaLayers layers{newImage(size, QImage::Format_RGB32),
                      newImage(size, QImage::Format_ARGB32_Premultiplied)};
    // Without detail there are many more points; a coarser grid keeps the first picture quick.
    const ViewShapes view =
        projectShapes(shapes, viewport, shapes.detail() ? screenTolerance : 2 * screenTolerance);
    const auto nothing = static_cast<uint>(shapes.boundaries().size());
    uchar *areas = layers.areas.bits();
    uchar *lines = layers.lines.bits();
    forEachBand(size.height(), [&](Band band) {
        QImage part = band.of(layers.areas, areas);
        part.fill(nothing);
        QPainter fills(&part);
        fills.translate(0, -band.top);
        paintFills(fills, view, band.top, band.top + band.height,
                   [](size_t area) { return QColor::fromRgb(static_cast<QRgb>(area)); });
    });
    forEachBand(size.height(), [&](Band band) {
        QImage part = band.of(layers.lines, lines);
        part.fill(Qt::transparent);
        QPainter painter(&part);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(0, -band.top);
        paintOutlines(painter, view, band.top, band.top + band.height, lineColour,
                      lineWidth > 1 ? lineWidth : 0); // a cosmetic pen keeps to Qt's fast line path
    });
    return layers;
}

QImage colourAreaLayers(const AreaLayers &layers, const MapScene &scene)
{
    QImage image;
    colourAreaLayers(layers, scene, image);
    return image;
}

void colourAreaLayers(const AreaLayers &layers, const MapScene &scene, QImage &image)
{
    const std::vector<QRgb> pixels = pixelsOf(scene);
    if (image.size() != layers.areas.size() || image.format() != QImage::Format_RGB32 || !image.isDetached())
        image = newImage(layers.areas.size(), QImage::Format_RGB32);
    image.setDevicePixelRatio(1);
    uchar *bits = image.bits();
    forEachBand(image.height(), [&](Band band) {
        for (int y = band.top; y < band.top + band.height; ++y) {
            const auto *area = reinterpret_cast<const QRgb *>(layers.areas.constScanLine(y));
            auto *pixel = reinterpret_cast<QRgb *>(bits + y * image.bytesPerLine());
            std::transform(area, area + image.width(), pixel,
                           [&pixels](QRgb number) { return pixels[number & 0xffffffU]; });
        }
        QImage part = band.of(image, bits);
        QPainter painter(&part);
        painter.drawImage(0, -band.top, layers.lines);
    });
}

QImage outlineAreas(const AreaLayers &layers, size_t areaCount, const std::vector<size_t> &chosen,
                    const QColor &line, const QColor &casing, double pixelRatio)
{
    const QSize size = layers.areas.size();
    std::vector<uchar> kinds(areaCount + 1, isOther);
    for (const size_t area : chosen)
        kinds[area] = isChosen;
    PixelMask mask(size);
    forEachBand(size.height(), [&](Band band) {
        for (int y = band.top; y < band.top + band.height; ++y) {
            const auto *area = reinterpret_cast<const QRgb *>(layers.areas.constScanLine(y));
            std::transform(area, area + size.width(), mask.row(y),
                           [&kinds](QRgb number) { return kinds[number & 0xffffffU]; });
        }
    });
    const int lineRadius = std::max(1, qRound(pixelRatio));
    const PixelMask narrow = spread(mask, size, lineRadius);
    const PixelMask wide = spread(mask, size, 2 * lineRadius);
    QImage image = newImage(size, QImage::Format_ARGB32_Premultiplied);
    uchar *bits = image.bits();
    forEachBand(size.height(), [&](Band band) {
        for (int y = band.top; y < band.top + band.height; ++y) {
            auto *pixel = reinterpret_cast<QRgb *>(bits + y * image.bytesPerLine());
            for (int x = 0; x < size.width(); ++x)
                pixel[x] = narrow.row(y)[x] == isEdge ? line.rgb()
                           : wide.row(y)[x] == isEdge ? casing.rgb()
                                                      : 0;
        }
    });
    return image;
}

} // namespace atlas
