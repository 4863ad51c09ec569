#include "core/render/colour_scale.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

struct NamedScale
{
    const char *name;
    std::vector<QColor> anchors;
};

// Each step is at least 1.5 times as dark as the one before it, so that the classes stay apart in grey print.
const std::vector<NamedScale> &scales()
{
    static const std::vector<NamedScale> all = {
        {"purples",
         {QColor(0xdd, 0xd1, 0xee), QColor(0xb0, 0x93, 0xd3), QColor(0x7c, 0x52, 0xae),
          QColor(0x47, 0x20, 0x7a)}},
        {"blues",
         {QColor(0xdc, 0xe9, 0xf6), QColor(0x8f, 0xbc, 0xe0), QColor(0x3c, 0x80, 0xbd),
          QColor(0x0b, 0x3f, 0x78)}},
        {"greens",
         {QColor(0xdf, 0xf0, 0xe0), QColor(0x97, 0xca, 0x9d), QColor(0x41, 0x8f, 0x58),
          QColor(0x0b, 0x4c, 0x2c)}},
        {"oranges",
         {QColor(0xfc, 0xe8, 0xd0), QColor(0xf5, 0xb0, 0x6a), QColor(0xd0, 0x6a, 0x1b),
          QColor(0x7c, 0x2f, 0x04)}},
        {"greys",
         {QColor(0xee, 0xee, 0xee), QColor(0xb5, 0xb5, 0xb5), QColor(0x77, 0x77, 0x77),
          QColor(0x2f, 0x2f, 0x2f)}},
    };
    return all;
}

QColor between(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int from, int to) {
        return static_cast<int>(std::lround(from + share * (to - from)));
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

std::vector<QColor> spread(const std::vector<QColor> &anchors, int k)
{
    std::vector<QColor> colours;
    const auto last = static_cast<double>(anchors.size() - 1);
    for (int i = 0; i < k; ++i) {
        const double position = k == 1 ? last : last * i / (k - 1);
        const auto below = std::min(static_cast<size_t>(position), anchors.size() - 2);
        colours.push_back(between(anchors[below], anchors[below + 1], position - static_cast<double>(below)));
    }
    return colours;
}

} // namespace

QStringList colourScaleNames()
{
    QStringList names;
    for (const NamedScale &scale : scales())
        names << QLatin1String(scale.name);
    return names;
}

std::vector<QColor> colourScale(const QString &name, int k)
{
    const auto found = std::find_if(scales().begin(), scales().end(), [&name](const NamedScale &scale) {
        return name == QLatin1String(scale.name);
    });
    return spread((found == scales().end() ? scales().front() : *found).anchors, k);
}

std::vector<QColor> tableColours(int k)
{
    return spread({QColor(0xc9, 0xe9, 0xc0), QColor(0x2b, 0x7a, 0x46), QColor(0xff, 0xe0, 0x66),
                   QColor(0xbf, 0x26, 0x2d)},
                  k);
}

} // namespace atlas
