#include "core/render/label_places.h"

#include "core/render/ring_clip.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace atlas {

namespace {

constexpr double gapToLabel = 2;
constexpr double gapToLand = 2;
constexpr double gapToEdge = 3;

QRectF grown(const QRectF &box, double by)
{
    return box.adjusted(-by, -by, by, by);
}

QRectF around(QPointF middle, const QSizeF &size)
{
    return {middle - QPointF(size.width() / 2, size.height() / 2), size};
}

/// Steps away from a place, the nearest first.
const std::vector<QPointF> &stepsAway()
{
    static const std::vector<QPointF> steps = [] {
        constexpr int most = 12;
        constexpr double step = 4; // pixels
        std::vector<QPointF> all;
        for (int y = -most; y <= most; ++y)
            for (int x = -most; x <= most; ++x)
                all.emplace_back(x * step, y * step);
        std::stable_sort(all.begin(), all.end(), [](QPointF a, QPointF b) {
            return QPointF::dotProduct(a, a) < QPointF::dotProduct(b, b);
        });
        return all;
    }();
    return steps;
}

bool crosses(const QLineF &line, const QRectF &box)
{
    bool inside = false;
    clipSegment(line.p1(), line.p2(), box, [&inside](QPointF, QPointF) { inside = true; });
    return inside;
}

/// The middle of that side of the box which is nearest.
QPointF nearestSide(const QRectF &box, QPointF from)
{
    const std::array sides = {QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()),
                              QPointF(box.center().x(), box.top()), QPointF(box.center().x(), box.bottom())};
    return *std::min_element(sides.begin(), sides.end(), [from](QPointF a, QPointF b) {
        return QLineF(from, a).length() < QLineF(from, b).length();
    });
}

PlacedLabel labelAt(QPointF middle, const LabelText &text, size_t area)
{
    PlacedLabel label{.box = around(middle, text.box),
                      .ink = around(middle, text.ink),
                      .lines = text.lines,
                      .text = text.text,
                      .area = area,
                      .pixels = text.pixels};
    for (QRectF &line : label.lines)
        line.translate(middle);
    return label;
}

} // namespace

LabelPlaces::LabelPlaces(const MapScene &scene, const MapViewport &viewport, const LandRaster &land,
                         const LabelRoom &room)
    : m_scene(scene), m_viewport(viewport), m_land(land),
      m_page(grown(QRectF(QPointF(0, 0), viewport.screen()), -gapToEdge)), m_taken(room.taken),
      m_leaders(room.lines)
{}

QRectF LabelPlaces::onMap(const QRectF &box) const
{
    return QRectF(m_viewport.toMap(box.topLeft()), m_viewport.toMap(box.bottomRight())).normalized();
}

bool LabelPlaces::isFree(const QRectF &ink) const
{
    const auto meets = [&ink](const QRectF &other) { return other.intersects(ink); };
    return m_page.contains(ink) && std::none_of(m_taken.begin(), m_taken.end(), meets)
           && std::none_of(m_inks.begin(), m_inks.end(), meets)
           && std::none_of(m_leaders.begin(), m_leaders.end(),
                           [&ink](const QLineF &leader) { return crosses(leader, ink); });
}

bool LabelPlaces::isFree(const QLineF &leader) const
{
    const auto meets = [&leader](const QRectF &other) { return crosses(leader, other); };
    return std::none_of(m_taken.begin(), m_taken.end(), meets)
           && std::none_of(m_inks.begin(), m_inks.end(), meets)
           && std::none_of(m_leaders.begin(), m_leaders.end(), [&leader](const QLineF &other) {
                  return leader.intersects(other, nullptr) == QLineF::BoundedIntersection;
              });
}

/// Of all lines together.
LandRaster::Cover LabelPlaces::coverOf(QPointF middle, const LabelText &text, size_t area) const
{
    LandRaster::Cover whole;
    for (const QRectF &line : text.lines) {
        const LandRaster::Cover own = m_land.coverOf(line.translated(middle), area);
        whole.cells += own.cells;
        whole.own += own.own;
        whole.other = own.other;
        if (whole.other)
            break;
    }
    return whole;
}

bool LabelPlaces::liesOnAreaAlone(const PlacedLabel &label) const
{
    const AreaLocator &locator = m_scene.shapes->locator();
    const std::vector<size_t> middle =
        locator.areasTouching(QRectF(m_viewport.toMap(label.ink.center()), QSizeF(0, 0)));
    if (middle != std::vector<size_t>{label.area})
        return false;
    for (const QRectF &line : label.lines) {
        const std::vector<size_t> touched = locator.areasTouching(onMap(line));
        if (touched.size() > 1 || (touched.size() == 1 && touched.front() != label.area))
            return false;
    }
    return true;
}

bool LabelPlaces::liesInTheSea(const QRectF &ink) const
{
    return m_scene.shapes->locator().areasTouching(onMap(ink)).empty();
}

std::optional<PlacedLabel> LabelPlaces::placeOn(const LabelledArea &area) const
{
    constexpr double leastOnArea = 0.35; // of the label
    constexpr double worseInTheSea = 30; // pixels, where all of it hung over
    const double farthest =
        std::hypot(std::max(area.place.x() - area.box.left(), area.box.right() - area.place.x()),
                   std::max(area.place.y() - area.box.top(), area.box.bottom() - area.place.y()));
    std::optional<PlacedLabel> best;
    double least = 1e9;
    for (const LabelText &text : area.texts) {
        const double surface = text.ink.width() * text.ink.height();
        for (const QPointF step : stepsAway()) {
            const double away = std::hypot(step.x(), step.y());
            const double distance = away + text.worse;
            if (distance >= least || away > farthest)
                break;
            const QPointF middle = area.place + step;
            const QRectF ink = around(middle, text.ink);
            const QRectF over = ink & area.box;
            if (over.width() * over.height() < leastOnArea * surface || !m_land.isOf(middle, area.area))
                continue;
            const LandRaster::Cover cover = coverOf(middle, text, area.area);
            if (cover.other || cover.own < leastOnArea * cover.cells)
                continue;
            const double share = double(cover.own) / cover.cells;
            const double cost = distance + worseInTheSea * (1 - share);
            if (cost >= least || !isFree(ink))
                continue;
            PlacedLabel label = labelAt(middle, text, area.area);
            if (!liesOnAreaAlone(label))
                continue;
            best = std::move(label);
            best->fits = cover.own == cover.cells;
            least = cost;
        }
    }
    return best;
}

std::optional<PlacedLabel> LabelPlaces::placeBeside(const LabelledArea &area, double longest) const
{
    constexpr int directions = 32;
    constexpr double shortest = 8;
    constexpr double step = 5;
    std::optional<PlacedLabel> best;
    double least = 1e9;
    for (const LabelText &text : area.texts) {
        if (text.pixels < area.texts.front().pixels)
            continue; // the sea has room for the larger letters
        for (double distance = shortest; distance <= longest && distance + text.worse < least;
             distance += step)
            for (int i = 0; i < directions; ++i) {
                const double angle = 2 * std::numbers::pi * i / directions;
                const QPointF towards(std::cos(angle), std::sin(angle));
                const double inBox = std::min(text.ink.width() / 2 / std::max(1e-9, std::abs(towards.x())),
                                              text.ink.height() / 2 / std::max(1e-9, std::abs(towards.y())));
                const QPointF middle = area.place + towards * (distance + inBox);
                const QRectF ink = around(middle, text.ink);
                if (!m_page.contains(ink) || !m_land.isSea(QRectF(middle, QSizeF(1, 1)))
                    || !m_land.isSea(grown(ink, gapToLand)))
                    continue;
                const QLineF leader(area.place, nearestSide(grown(ink, 1), area.place));
                const double cost = leader.length() + text.worse;
                if (cost >= least || leader.length() > longest || !isFree(grown(ink, gapToLabel))
                    || !isFree(leader) || !liesInTheSea(ink))
                    continue;
                best = labelAt(middle, text, area.area);
                best->fits = false;
                best->leader = leader;
                least = cost;
            }
    }
    return best;
}

bool LabelPlaces::isFree(const PlacedLabel &label) const
{
    return isFree(grown(label.ink, gapToLabel)) && (!label.leader || isFree(*label.leader));
}

void LabelPlaces::take(const PlacedLabel &label)
{
    m_inks.push_back(label.ink);
    if (label.leader)
        m_leaders.push_back(*label.leader);
}

} // namespace atlas
