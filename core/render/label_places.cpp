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

bool meet(const QLineF &a, const QLineF &b)
{
    return a.intersects(b, nullptr) == QLineF::BoundedIntersection;
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
      m_lines(room.lines), m_smallest(room.isOnPage ? 9 : 10)
{}

QRectF LabelPlaces::onMap(const QRectF &box) const
{
    return QRectF(m_viewport.toMap(box.topLeft()), m_viewport.toMap(box.bottomRight())).normalized();
}

bool LabelPlaces::isFree(const QRectF &ink) const
{
    return m_page.contains(ink)
           && std::none_of(m_taken.begin(), m_taken.end(),
                           [&ink](const QRectF &other) { return other.intersects(ink); })
           && std::none_of(m_lines.begin(), m_lines.end(),
                           [&ink](const QLineF &line) { return crosses(line, ink); })
           && std::none_of(m_placed.begin(), m_placed.end(), [&ink](const PlacedLabel &other) {
                  return other.ink.intersects(ink) || (other.leader && crosses(*other.leader, ink));
              });
}

bool LabelPlaces::isFree(const QLineF &leader) const
{
    return std::none_of(m_taken.begin(), m_taken.end(),
                        [&leader](const QRectF &other) { return crosses(leader, other); })
           && std::none_of(m_lines.begin(), m_lines.end(),
                           [&leader](const QLineF &line) { return meet(leader, line); })
           && std::none_of(m_placed.begin(), m_placed.end(), [&leader](const PlacedLabel &other) {
                  return crosses(leader, other.ink) || (other.leader && meet(leader, *other.leader));
              });
}

bool LabelPlaces::isClearOfPieces(const Place &place) const
{
    const QRectF ink = grown(place.ink, gapToLabel);
    return m_page.contains(ink)
           && std::none_of(
               m_taken.begin(), m_taken.end(),
               [&](const QRectF &other) { return other.intersects(ink) || crosses(place.leader, other); })
           && std::none_of(m_lines.begin(), m_lines.end(), [&](const QLineF &line) {
                  return crosses(line, ink) || meet(place.leader, line);
              });
}

std::vector<size_t> LabelPlaces::labelsInTheWay(const Place &place) const
{
    constexpr size_t most = 2;
    const QRectF ink = grown(place.ink, gapToLabel);
    std::vector<size_t> inTheWay;
    for (const PlacedLabel &other : m_placed) {
        const bool isClear =
            !other.ink.intersects(ink) && !crosses(place.leader, other.ink)
            && (!other.leader || (!crosses(*other.leader, ink) && !meet(place.leader, *other.leader)));
        if (isClear)
            continue;
        inTheWay.push_back(other.area);
        if (inTheWay.size() == most)
            break;
    }
    return inTheWay;
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
        if (text.pixels < m_smallest)
            continue;
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

void LabelPlaces::visitBeside(const LabelledArea &area, const LabelText &text, double longest, double least,
                              const std::function<double(const Place &)> &visit) const
{
    constexpr int directions = 64;
    constexpr double shortest = 8;
    constexpr double step = 5;
    for (double distance = shortest; distance <= longest && distance + text.worse < least; distance += step)
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
            if (cost < least && leader.length() <= longest)
                least = visit({middle, ink, leader, cost});
        }
}

namespace {

PlacedLabel labelBeside(QPointF middle, const QLineF &leader, const LabelText &text, size_t area)
{
    PlacedLabel label = labelAt(middle, text, area);
    label.fits = false;
    label.leader = leader;
    return label;
}

} // namespace

std::optional<PlacedLabel> LabelPlaces::placeBeside(const LabelledArea &area, double longest) const
{
    std::optional<PlacedLabel> best;
    double least = 1e9;
    for (const LabelText &text : area.texts) {
        if (text.pixels < m_smallest)
            continue;
        visitBeside(area, text, longest, least, [&](const Place &place) {
            if (isFree(grown(place.ink, gapToLabel)) && isFree(place.leader) && liesInTheSea(place.ink)) {
                best = labelBeside(place.middle, place.leader, text, area.area);
                least = place.cost;
            }
            return least;
        });
    }
    return best;
}

std::vector<ContestedPlace> LabelPlaces::contestedPlaces(const LabelledArea &area, double longest) const
{
    constexpr double any = 1e9;
    std::vector<ContestedPlace> best;
    for (const LabelText &text : area.texts) {
        if (text.pixels < m_smallest)
            continue;
        visitBeside(area, text, longest, any, [&](const Place &place) {
            if (!isClearOfPieces(place))
                return any;
            const std::vector<size_t> inTheWay = labelsInTheWay(place);
            if (inTheWay.size() != 1)
                return any;
            const auto known = std::find_if(best.begin(), best.end(), [&](const ContestedPlace &other) {
                return other.holder == inTheWay.front();
            });
            if ((known != best.end() && known->cost <= place.cost) || !liesInTheSea(place.ink))
                return any;
            ContestedPlace found{labelBeside(place.middle, place.leader, text, area.area), inTheWay.front(),
                                 place.cost};
            if (known == best.end())
                best.push_back(std::move(found));
            else
                *known = std::move(found);
            return any;
        });
    }
    std::stable_sort(best.begin(), best.end(),
                     [](const ContestedPlace &a, const ContestedPlace &b) { return a.cost < b.cost; });
    return best;
}

bool LabelPlaces::isFree(const PlacedLabel &label) const
{
    return isFree(grown(label.ink, gapToLabel)) && (!label.leader || isFree(*label.leader));
}

void LabelPlaces::drop(const PlacedLabel &label)
{
    std::erase_if(m_placed, [&label](const PlacedLabel &other) { return other.area == label.area; });
}

void LabelPlaces::take(const PlacedLabel &label)
{
    m_placed.push_back(label);
}

} // namespace atlas
