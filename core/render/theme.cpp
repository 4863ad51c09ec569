#include "core/render/theme.h"

#include <QFontDatabase>
#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

double linear(float channel)
{
    const double c = channel;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
           + 0.0722 * linear(colour.blueF());
}

} // namespace

MapColours mapColours(Theme theme)
{
    if (theme == Theme::Dark)
        return {.background = QColor(0x1e, 0x1d, 0x24),
                .ink = QColor(0xf2, 0xf0, 0xf6),
                .faintInk = QColor(0xb4, 0xb0, 0xbf),
                .outline = QColor(0x98, 0x94, 0xa8), // 3:1 from the background and the darkest class
                .missing = QColor(0x5c, 0x5b, 0x63),
                .hover = QColor(0xff, 0xff, 0xff),
                .selected = QColor(0xff, 0xc2, 0x33)};
    return {.background = QColor(0xff, 0xff, 0xff),
            .ink = QColor(0x21, 0x1b, 0x2b),
            .faintInk = QColor(0x5d, 0x58, 0x68),
            .outline = QColor(0xff, 0xff, 0xff),
            .missing = QColor(0xd5, 0xd5, 0xd5),
            .hover = QColor(0x14, 0x10, 0x1a),
            .selected = QColor(0xe0, 0x6c, 0x00)};
}

QColor raisingColour()
{
    return {0xb3, 0x53, 0x1f};
}

QColor loweringColour()
{
    return {0x4a, 0x8f, 0x8f};
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + share * (to - from)));
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor readableOn(const QColor &background)
{
    const QColor black(0x10, 0x10, 0x14);
    const QColor white(Qt::white);
    const QColor ink = contrastRatio(black, background) >= contrastRatio(white, background) ? black : white;
    return contrastRatio(ink, background) >= 4.5 ? ink : QColor(Qt::black);
}

QString preferredFamily()
{
    const QStringList installed = QFontDatabase::families();
    for (const char *family : {"Open Sans", "Noto Sans", "Segoe UI"})
        if (installed.contains(QLatin1String(family)))
            return QLatin1String(family);
    return {};
}

QFont mapFont(int pixels, QFont::Weight weight)
{
    static const QString family = preferredFamily();
    QFont font = family.isEmpty() ? QGuiApplication::font() : QFont(family);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

} // namespace atlas
