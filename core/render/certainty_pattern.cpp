#include "core/render/certainty_pattern.h"

#include "core/index/figure_text.h"
#include "core/render/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace atlas {

namespace {

constexpr double lineDistance = 7; ///< along a row, in logical pixels

/// Lines rise to the right where x + y is a multiple of the distance, and fall where x - y is.
enum class Slant { Rising, Falling };

std::span<const Slant> slantsOf(ClassCertainty certainty)
{
    static constexpr std::array both = {Slant::Rising, Slant::Falling};
    switch (certainty) {
    case ClassCertainty::Likely:
        return std::span(both).first(1);
    case ClassCertainty::Open:
        return both;
    case ClassCertainty::None:
    case ClassCertainty::Certain:
        break;
    }
    return {};
}

/// So much of the second colour on the first.
QColor mixed(const QColor &first, const QColor &second, float share)
{
    const auto between = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(between(first.redF(), second.redF()), between(first.greenF(), second.greenF()),
                            between(first.blueF(), second.blueF()));
}

/// Places along each line, by the line's number, where it meets an edge of the rings.
using Crossings = std::map<int, std::vector<double>>;

void addCrossings(Crossings &crossings, QPointF from, QPointF to, Slant slant)
{
    const auto across = [slant](QPointF p) { return slant == Slant::Rising ? p.x() + p.y() : p.x() - p.y(); };
    const auto along = [slant](QPointF p) { return slant == Slant::Rising ? p.x() - p.y() : p.x() + p.y(); };
    const double a = across(from) / lineDistance;
    const double b = across(to) / lineDistance;
    // Half open, so that a corner on a line counts once.
    const auto first = static_cast<int>(std::ceil(std::min(a, b)));
    const auto last = static_cast<int>(std::ceil(std::max(a, b)));
    for (int line = first; line < last; ++line)
        crossings[line].push_back(along(from) + (along(to) - along(from)) * (line - a) / (b - a));
}

QPointF placeOf(int line, double along, Slant slant)
{
    const double across = line * lineDistance;
    return slant == Slant::Rising ? QPointF((across + along) / 2, (across - along) / 2)
                                  : QPointF((across + along) / 2, (along - across) / 2);
}

} // namespace

void addCertainty(MapScene &scene, std::span<const ClassCertainty> certainty, const DrawSettings &draws,
                  const QLocale &locale)
{
    scene.certainty.assign(certainty.begin(),
                           certainty.begin() + static_cast<ptrdiff_t>(scene.classes.size()));
    const std::pair<ClassCertainty, QString> words[] = {{ClassCertainty::Certain, Text::tr("class certain")},
                                                        {ClassCertainty::Likely, Text::tr("class likely")},
                                                        {ClassCertainty::Open, Text::tr("class open")}};
    for (const auto &[kind, text] : words) {
        int count = 0;
        for (size_t shape = 0; shape < scene.certainty.size(); ++shape)
            count += scene.boundaries().hasShape(shape) && scene.certainty[shape] == kind ? 1 : 0;
        scene.legend.push_back({.colour = mixed(scene.colours.background, scene.colours.ink, 0.1F),
                                .mark = {},
                                .range = text,
                                .count = areaCountText(count, locale),
                                .note = {},
                                .certainty = kind});
    }
    scene.rule += QStringLiteral("; ")
                  + Text::tr("certain: same class in %1 of %2 draws (seed %3), likely: in %4")
                        .arg(shareText(certainShare, 0, locale), locale.toString(draws.draws),
                             QString::number(draws.seed), shareText(likelyShare, 0, locale));
}

QColor patternColour(const QColor &fill, const QColor &ink)
{
    return mixed(fill, ink, 0.6F);
}

void paintPattern(ClassCertainty certainty, QRgb colour, double scale, int y, int32_t begin, int32_t end,
                  QRgb *row)
{
    const auto distance = std::max(2, static_cast<int>(std::lround(lineDistance * scale)));
    const auto width = std::max(1, static_cast<int>(std::lround(scale)));
    for (const Slant slant : slantsOf(certainty)) {
        const int phase = (slant == Slant::Rising ? distance - y % distance : y) % distance;
        for (int32_t x = begin - (begin + distance - phase) % distance; x < end; x += distance)
            std::fill(row + std::max(x, begin), row + std::max(begin, std::min(x + width, end)), colour);
    }
}

QPainterPath patternLines(ClassCertainty certainty, std::span<const std::span<const QPointF>> rings)
{
    QPainterPath path;
    for (const Slant slant : slantsOf(certainty)) {
        Crossings crossings;
        for (const std::span<const QPointF> ring : rings)
            for (size_t i = 0; i < ring.size(); ++i)
                addCrossings(crossings, ring[i], ring[(i + 1) % ring.size()], slant);
        for (auto &[line, places] : crossings) {
            std::sort(places.begin(), places.end());
            for (size_t i = 0; i + 1 < places.size(); i += 2) {
                path.moveTo(placeOf(line, places[i], slant));
                path.lineTo(placeOf(line, places[i + 1], slant));
            }
        }
    }
    return path;
}

} // namespace atlas
