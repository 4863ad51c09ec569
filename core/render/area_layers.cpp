#include "core/render/area_layers.h"

#include "core/common/parallel.h"
#include "core/render/certainty_pattern.h"
#include "core/render/map_painter.h"
#include "core/render/new_image.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>

namespace atlas {

namespace {

/// Bands that a core can keep close at hand while it draws them.
int bandHeightFor(int width)
{
    constexpr int pixelsInBand = 150000;
    constexpr int fewest = 16;
    return std::max(fewest, pixelsInBand / std::max(1, width));
}

/// Calls `work` with the first row and the row after the last of bands that cover `height` rows.
void inBands(int height, int bandHeight, const std::function<void(int, int)> &work)
{
    inParallel(static_cast<size_t>((height + bandHeight - 1) / bandHeight), [&](size_t band) {
        const int top = static_cast<int>(band) * bandHeight;
        work(top, std::min(height, top + bandHeight));
    });
}

/// The first of these pixels that is not `number`.
const QRgb *endOfRun(const QRgb *pixel, const QRgb *last, QRgb number)
{
    constexpr size_t pairsAtOnce = 8;
    const uint64_t numbers = uint64_t(number) << 32 | number;
    std::array<uint64_t, pairsAtOnce> pairs{};
    for (; last - pixel >= ptrdiff_t(2 * pairsAtOnce); pixel += 2 * pairsAtOnce) {
        std::memcpy(pairs.data(), pixel, sizeof pairs);
        uint64_t difference = 0;
        for (const uint64_t pair : pairs)
            difference |= pair ^ numbers;
        if (difference != 0)
            break;
    }
    return std::find_if(pixel, last, [number](QRgb other) { return other != number; });
}

/// Finds runs of equal pixels.
void readRuns(const QImage &numbers, AreaLayers::Band &band)
{
    band.rowStarts.reserve(static_cast<size_t>(numbers.height()) + 1);
    for (int y = 0; y < numbers.height(); ++y) {
        band.rowStarts.push_back(static_cast<uint32_t>(band.runs.size()));
        const auto *first = reinterpret_cast<const QRgb *>(numbers.constScanLine(y));
        const auto *last = first + numbers.width();
        for (const auto *pixel = first; pixel != last;) {
            const QRgb number = *pixel;
            pixel = endOfRun(pixel, last, number);
            band.runs.push_back({number & RGB_MASK, static_cast<int32_t>(pixel - first)});
        }
    }
    band.rowStarts.push_back(static_cast<uint32_t>(band.runs.size()));
    band.runs.shrink_to_fit();
}

/// Calls `work` with the first column, the column after the last, and the area of each run.
template <typename Work>
void forEachRun(std::span<const AreaRun> runs, const Work &work)
{
    int32_t begin = 0;
    for (const AreaRun &run : runs) {
        work(begin, run.end, run.area);
        begin = run.end;
    }
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

/// The colour of a pattern on each class.
std::vector<QRgb> patternPixels(const MapScene &scene)
{
    std::vector<QRgb> pixels;
    pixels.reserve(scene.classColours.size());
    for (size_t c = 0; c < scene.classColours.size(); ++c)
        pixels.push_back(patternColour(scene.classColours[c], scene.classInks[c]).rgb());
    return pixels;
}

/// All four channels times `share` of 255, rounded.
QRgb times(QRgb pixel, uint share)
{
    const auto two = [share](uint channels) {
        const uint product = (channels & 0xff00ffU) * share;
        return (product + ((product >> 8) & 0xff00ffU) + 0x800080U) >> 8 & 0xff00ffU;
    };
    return two(pixel) | two(pixel >> 8) << 8;
}

/// Lays a line of one colour over a row of pixels.
class LineBlender
{
public:
    explicit LineBlender(const QColor &colour)
    {
        for (uint share = 0; share < m_lines.size(); ++share)
            m_lines[share] = times(colour.rgb(), share);
    }

    void blend(const uchar *cover, QRgb *pixels, int width) const
    {
        constexpr int atOnce = 8;
        int x = 0;
        for (; x + atOnce <= width; x += atOnce) {
            uint64_t any = 0;
            std::memcpy(&any, cover + x, sizeof any);
            if (any != 0)
                blendEach(cover, pixels, x, x + atOnce);
        }
        blendEach(cover, pixels, x, width);
    }

private:
    void blendEach(const uchar *cover, QRgb *pixels, int first, int last) const
    {
        for (int x = first; x < last; ++x)
            pixels[x] = m_lines[cover[x]] + times(pixels[x], 255U - cover[x]);
    }

    std::array<QRgb, 256> m_lines{}; ///< the colour, by how much of it there is
};

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
    const int bandHeight = bandHeightFor(size.width());
    inBands(size.height(), bandHeight, [&](int top, int bottom) {
        for (int y = top; y < bottom; ++y)
            spreadAlongRow(mask.row(y), wide.row(y), mask.width(), radius);
    });
    PixelMask result(size);
    inBands(size.height(), bandHeight, [&](int top, int bottom) {
        for (int y = top; y < bottom; ++y) {
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

AreaLayers drawAreaLayers(const MapShapes &shapes, const MapViewport &viewport, double lineWidth)
{
    const QSize size = viewport.screen().toSize();
    const int bandHeight = bandHeightFor(size.width());
    AreaLayers layers{.size = size, .lines = newImage(size, QImage::Format_Alpha8)};
    layers.bands.resize(static_cast<size_t>((size.height() + bandHeight - 1) / bandHeight));
    // Without detail there are many more points; a coarser grid keeps the first picture quick.
    const ViewShapes view =
        projectShapes(shapes, viewport, shapes.detail() ? screenTolerance : 2 * screenTolerance);
    uchar *lines = layers.lines.bits();
    inBands(size.height(), bandHeight, [&](int top, int bottom) {
        QImage paper = newImage({size.width(), bottom - top}, QImage::Format_RGB32);
        paper.fill(QColor::fromRgb(static_cast<QRgb>(shapes.boundaries().size())));
        {
            QPainter fills(&paper);
            fills.translate(0, -top);
            paintFills(fills, view, top, bottom,
                       [](size_t area) { return QColor::fromRgb(static_cast<QRgb>(area)); });
        }
        AreaLayers::Band &band = layers.bands[static_cast<size_t>(top / bandHeight)];
        band.top = top;
        readRuns(paper, band);

        paper.reinterpretAsFormat(QImage::Format_ARGB32_Premultiplied);
        paper.fill(Qt::transparent);
        {
            QPainter painter(&paper);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.translate(0, -top);
            paintOutlines(painter, view, top, bottom, Qt::black,
                          lineWidth > 1 ? lineWidth : 0); // a cosmetic pen keeps to Qt's fast line path
        }
        for (int y = top; y < bottom; ++y) {
            const auto *pixel = reinterpret_cast<const QRgb *>(paper.constScanLine(y - top));
            std::transform(pixel, pixel + size.width(), lines + y * layers.lines.bytesPerLine(),
                           [](QRgb p) { return static_cast<uchar>(qAlpha(p)); });
        }
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
    const std::vector<QRgb> patterns = patternPixels(scene);
    const LineBlender lines(scene.colours.outline);
    if (image.size() != layers.size || image.format() != QImage::Format_RGB32 || !image.isDetached())
        image = newImage(layers.size, QImage::Format_RGB32);
    image.setDevicePixelRatio(1);
    uchar *bits = image.bits();
    inParallel(layers.bands.size(), [&](size_t number) {
        const AreaLayers::Band &band = layers.bands[number];
        for (int y = band.top; y < band.top + band.height(); ++y) {
            auto *row = reinterpret_cast<QRgb *>(bits + y * image.bytesPerLine());
            forEachRun(band.row(y), [&](int32_t begin, int32_t end, uint32_t area) {
                std::fill(row + begin, row + end, pixels[area]);
                if (area < scene.certainty.size())
                    paintPattern(scene.certainty[area], patterns[static_cast<size_t>(scene.classes[area])],
                                 layers.scale, y, begin, end, row);
            });
            lines.blend(layers.lines.constScanLine(y), row, image.width());
        }
    });
}

QImage outlineAreas(const AreaLayers &layers, size_t areaCount, const std::vector<size_t> &chosen,
                    const QColor &line, const QColor &casing, double pixelRatio)
{
    const QSize size = layers.size;
    std::vector<uchar> kinds(areaCount + 1, isOther);
    for (const size_t area : chosen)
        kinds[area] = isChosen;
    PixelMask mask(size);
    inParallel(layers.bands.size(), [&](size_t number) {
        const AreaLayers::Band &band = layers.bands[number];
        for (int y = band.top; y < band.top + band.height(); ++y)
            forEachRun(band.row(y), [&](int32_t begin, int32_t end, uint32_t area) {
                std::fill(mask.row(y) + begin, mask.row(y) + end, kinds[area]);
            });
    });
    const int lineRadius = std::max(1, qRound(pixelRatio));
    const PixelMask narrow = spread(mask, size, lineRadius);
    const PixelMask wide = spread(mask, size, 2 * lineRadius);
    QImage image = newImage(size, QImage::Format_ARGB32_Premultiplied);
    uchar *bits = image.bits();
    inBands(size.height(), bandHeightFor(size.width()), [&](int top, int bottom) {
        for (int y = top; y < bottom; ++y) {
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
