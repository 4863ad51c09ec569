#include "core/render/colour_vision.h"

#include "core/common/parallel.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace atlas {

namespace {

using Channels = std::array<double, 3>;
using Matrix = std::array<Channels, 3>;

constexpr int levels = 256;
constexpr Channels luminance = {0.2126, 0.7152, 0.0722};

double linearOf(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double encoded(double linear)
{
    const double inRange = std::clamp(linear, 0.0, 1.0);
    return inRange <= 0.0031308 ? 12.92 * inRange : 1.055 * std::pow(inRange, 1 / 2.4) - 0.055;
}

Channels linearOf(const QColor &colour)
{
    return {linearOf(colour.redF()), linearOf(colour.greenF()), linearOf(colour.blueF())};
}

double product(const Channels &row, const Channels &colour)
{
    return row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2];
}

int level(double linear)
{
    return static_cast<int>(std::lround(encoded(linear) * (levels - 1)));
}

/// Levels of a channel as linear light, and back.
struct Curves
{
    std::array<float, levels> linear;
    std::array<uchar, 16384> levelOf;

    uchar encode(float light) const
    {
        constexpr auto last = static_cast<float>(std::tuple_size_v<decltype(levelOf)> - 1);
        return levelOf[static_cast<size_t>(std::clamp(light * last + 0.5F, 0.0F, last))];
    }
};

const Curves &curves()
{
    static const Curves made = [] {
        Curves all{};
        for (int i = 0; i < levels; ++i)
            all.linear[static_cast<size_t>(i)] = static_cast<float>(linearOf(i / (levels - 1.0)));
        for (size_t i = 0; i < all.levelOf.size(); ++i)
            all.levelOf[i] = static_cast<uchar>(
                level(static_cast<double>(i) / static_cast<double>(all.levelOf.size() - 1)));
        return all;
    }();
    return made;
}

void seeRow(const QRgb *from, QRgb *to, int width, const std::array<std::array<float, 3>, 3> &rows)
{
    const Curves &curve = curves();
    for (int x = 0; x < width; ++x) {
        const QRgb pixel = from[x];
        if (x > 0 && pixel == from[x - 1]) { // most of a map and of a table is
            to[x] = to[x - 1];
            continue;
        }
        const float red = curve.linear[static_cast<size_t>(qRed(pixel))];
        const float green = curve.linear[static_cast<size_t>(qGreen(pixel))];
        const float blue = curve.linear[static_cast<size_t>(qBlue(pixel))];
        const auto channel = [&](size_t row) {
            return curve.encode(rows[row][0] * red + rows[row][1] * green + rows[row][2] * blue);
        };
        to[x] = qRgba(channel(0), channel(1), channel(2), qAlpha(pixel));
    }
}

Channels labOf(const QColor &colour)
{
    constexpr Matrix toXyz = {{{0.4124564, 0.3575761, 0.1804375},
                               {0.2126729, 0.7151522, 0.0721750},
                               {0.0193339, 0.1191920, 0.9503041}}};
    constexpr Channels daylight = {0.95047, 1, 1.08883};
    const Channels linear = linearOf(colour);
    Channels root{};
    for (size_t i = 0; i < root.size(); ++i) {
        const double share = product(toXyz[i], linear) / daylight[i];
        root[i] = share > 216.0 / 24389 ? std::cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }
    return {116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])};
}

} // namespace

std::array<std::array<double, 3>, 3> visionMatrix(Vision vision)
{
    switch (vision) {
    case Vision::Deuteranopia:
        return {{{0.367322, 0.860646, -0.227968},
                 {0.280085, 0.672501, 0.047413},
                 {-0.011820, 0.042940, 0.968881}}};
    case Vision::Protanopia:
        return {{{0.152286, 1.052583, -0.204868},
                 {0.114503, 0.786281, 0.099216},
                 {-0.003882, -0.048116, 1.051998}}};
    case Vision::Tritanopia:
        return {{{1.255528, -0.076749, -0.178779},
                 {-0.078411, 0.930809, 0.147602},
                 {0.004733, 0.691367, 0.303900}}};
    case Vision::Greyscale:
        return {luminance, luminance, luminance};
    case Vision::Full:
        break;
    }
    return {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
}

QColor seenAs(const QColor &colour, Vision vision)
{
    if (vision == Vision::Full || !colour.isValid())
        return colour;
    const Matrix matrix = visionMatrix(vision);
    const Channels linear = linearOf(colour);
    return {level(product(matrix[0], linear)), level(product(matrix[1], linear)),
            level(product(matrix[2], linear)), colour.alpha()};
}

QImage seenAs(const QImage &image, Vision vision)
{
    if (vision == Vision::Full || image.isNull())
        return image;
    const QImage::Format format = image.hasAlphaChannel() ? QImage::Format_ARGB32 : QImage::Format_RGB32;
    const QImage from = image.convertToFormat(format);
    QImage seen(from.size(), format);
    if (from.isNull() || seen.isNull())
        return {};
    const Matrix matrix = visionMatrix(vision);
    std::array<std::array<float, 3>, 3> rows{};
    for (size_t i = 0; i < rows.size(); ++i)
        std::transform(matrix[i].begin(), matrix[i].end(), rows[i].begin(),
                       [](double factor) { return static_cast<float>(factor); });
    curves(); // made before threads ask for them
    constexpr int band = 64;
    uchar *bits = seen.bits();
    inParallel(static_cast<size_t>((seen.height() + band - 1) / band), [&](size_t number) {
        const int first = static_cast<int>(number) * band;
        for (int y = first; y < std::min(first + band, seen.height()); ++y)
            seeRow(reinterpret_cast<const QRgb *>(from.constScanLine(y)),
                   reinterpret_cast<QRgb *>(bits + y * seen.bytesPerLine()), seen.width(), rows);
    });
    seen.setDevicePixelRatio(image.devicePixelRatio());
    return seen;
}

double colourDifference(const QColor &a, const QColor &b)
{
    const Channels first = labOf(a);
    const Channels second = labOf(b);
    return std::hypot(first[0] - second[0], first[1] - second[1], first[2] - second[2]);
}

bool isSafeForColourBlind(std::span<const QColor> colours)
{
    constexpr double enough = 7;
    for (const Vision vision : {Vision::Deuteranopia, Vision::Protanopia, Vision::Tritanopia}) {
        std::vector<QColor> seen;
        for (const QColor &colour : colours)
            seen.push_back(seenAs(colour, vision));
        for (size_t i = 0; i < seen.size(); ++i)
            for (size_t j = i + 1; j < seen.size(); ++j)
                if (colourDifference(seen[i], seen[j]) < enough)
                    return false;
    }
    return true;
}

} // namespace atlas
