#include "core/render/colour_scale.h"

#include "core/render/published_scales.h"
#include "core/render/theme.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace atlas {

namespace {

constexpr int fewestBrewer = 3; // classes

struct NamedScale
{
    ScaleAbout about;
    std::vector<QColor> anchors = {};           ///< of a scale without steps
    std::vector<std::vector<QColor>> sets = {}; ///< of one with steps, for 3, 4 ... classes
};

std::vector<QColor> coloursIn(const char *text)
{
    std::vector<QColor> colours;
    for (const QString &code : QString::fromLatin1(text).split(QLatin1Char(' ')))
        colours.emplace_back(QLatin1Char('#') + code);
    return colours;
}

// Each step is at least 1.5 times as dark as the one before it, so that the classes stay apart in grey print.
void addOwn(std::vector<NamedScale> &all)
{
    const auto add = [&all](const char *name, const char *colours) {
        all.push_back({{QLatin1String(name)}, coloursIn(colours)});
    };
    add("purples", "ddd1ee b093d3 7c52ae 47207a");
    add("blues", "dce9f6 8fbce0 3c80bd 0b3f78");
    add("greens", "dff0e0 97ca9d 418f58 0b4c2c");
    add("oranges", "fce8d0 f5b06a d06a1b 7c2f04");
    add("greys", "eeeeee b5b5b5 777777 2f2f2f");
}

void addBrewer(std::vector<NamedScale> &all, std::span<const PublishedScale> scales, ScaleKind kind)
{
    for (const PublishedScale &scale : scales) {
        NamedScale named{{QLatin1String(scale.name), kind, ScaleFamily::ColorBrewer}};
        for (const char *set : scale.sets)
            if (set)
                named.sets.push_back(coloursIn(set));
        all.push_back(std::move(named));
    }
}

const std::vector<NamedScale> &scales()
{
    static const std::vector<NamedScale> all = [] {
        std::vector<NamedScale> made;
        addOwn(made);
        for (const SmoothScale &scale : smoothScales())
            made.push_back({{QLatin1String(scale.name), ScaleKind::Sequential, ScaleFamily::Viridis},
                            coloursIn(scale.colours)});
        addBrewer(made, brewerScales(), ScaleKind::Sequential);
        addBrewer(made, divergingBrewerScales(), ScaleKind::Diverging);
        return made;
    }();
    return all;
}

const NamedScale *findScale(const QString &name)
{
    const auto found = std::find_if(scales().begin(), scales().end(),
                                    [&name](const NamedScale &scale) { return name == scale.about.name; });
    return found == scales().end() ? nullptr : &*found;
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

const std::vector<ScaleAbout> &colourScales()
{
    static const std::vector<ScaleAbout> all = [] {
        std::vector<ScaleAbout> about;
        for (const NamedScale &scale : scales())
            about.push_back(scale.about);
        return about;
    }();
    return all;
}

QStringList colourScaleNames()
{
    QStringList names;
    for (const ScaleAbout &scale : colourScales())
        names << scale.name;
    return names;
}

bool isDefinedFor(const QString &name, int k)
{
    const NamedScale *scale = findScale(name);
    return scale
           && (scale->sets.empty() || (k >= fewestBrewer && k < fewestBrewer + int(scale->sets.size())));
}

std::vector<QColor> colourScale(const QString &name, int k)
{
    const NamedScale *found = findScale(name);
    const NamedScale &scale = found ? *found : scales().front();
    if (scale.sets.empty())
        return spread(scale.anchors, k);
    const auto nearest = std::clamp(k - fewestBrewer, 0, static_cast<int>(scale.sets.size()) - 1);
    const std::vector<QColor> &set = scale.sets[static_cast<size_t>(nearest)];
    return set.size() == static_cast<size_t>(k) ? set : spread(set, k);
}

bool printsInGrey(std::span<const QColor> colours)
{
    constexpr double enough = 1.3;
    for (size_t i = 1; i < colours.size(); ++i) {
        const bool isDarker = contrastRatio(colours[i], Qt::black) < contrastRatio(colours[i - 1], Qt::black);
        if (!isDarker || contrastRatio(colours[i], colours[i - 1]) < enough)
            return false;
    }
    return true;
}

QColor lineBetween(std::span<const QColor> colours, const QColor &background, const QColor &line)
{
    const auto isLost = [&](const QColor &colour, double enough) {
        return contrastRatio(colour, background) < enough && contrastRatio(colour, line) < enough;
    };
    constexpr double seenOnWhite = 1.3;
    constexpr double seenInTheDark = 3;
    const bool isDark = contrastRatio(background, Qt::black) < contrastRatio(line, Qt::black);
    if (isDark) {
        const auto darkest =
            std::min_element(colours.begin(), colours.end(), [](const auto &a, const auto &b) {
                return contrastRatio(a, Qt::black) < contrastRatio(b, Qt::black);
            });
        return isLost(*darkest, seenInTheDark) ? QColor(0xd8, 0xd5, 0xe2) : line;
    }
    const bool isAnyLost = std::any_of(colours.begin(), colours.end(),
                                       [&](const QColor &colour) { return isLost(colour, seenOnWhite); });
    return isAnyLost ? QColor(0x8c, 0x88, 0x94) : line;
}

std::vector<QColor> tableColours(int k)
{
    return spread({QColor(0xc9, 0xe9, 0xc0), QColor(0x2b, 0x7a, 0x46), QColor(0xff, 0xe0, 0x66),
                   QColor(0xbf, 0x26, 0x2d)},
                  k);
}

} // namespace atlas
