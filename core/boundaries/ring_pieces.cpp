#include "core/boundaries/ring_pieces.h"

#include "core/boundaries/ring_slice.h"
#include "core/common/parallel.h"

#include <boost/geometry/strategies/cartesian/point_in_poly_winding.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace atlas {

namespace {

using Winding = boost::geometry::strategy::within::cartesian_winding<>;

/// With fewer points, closing one included, boost::geometry::within() takes a ring for empty.
constexpr uint32_t leastPointsInARing = 4;

RingPieces::Bounds boundsOfPoints(std::span<const QPointF> points)
{
    RingPieces::Bounds bounds;
    for (const QPointF &point : points) {
        bounds.west = std::min(bounds.west, point.x());
        bounds.south = std::min(bounds.south, point.y());
        bounds.east = std::max(bounds.east, point.x());
        bounds.north = std::max(bounds.north, point.y());
    }
    return bounds;
}

/// Boost takes coordinates for equal that differ by no more than rounding, so a box must be that much wider.
RingPieces::Bounds widened(const RingPieces::Bounds &bounds)
{
    constexpr double few = 4 * std::numeric_limits<double>::epsilon();
    const auto reach = [](double coordinate) { return few * std::max(1.0, std::abs(coordinate)); };
    return {bounds.west - reach(bounds.west), bounds.south - reach(bounds.south),
            bounds.east + reach(bounds.east), bounds.north + reach(bounds.north)};
}

RingPieces::Bounds united(const RingPieces::Bounds &a, const RingPieces::Bounds &b)
{
    return {std::min(a.west, b.west), std::min(a.south, b.south), std::max(a.east, b.east),
            std::max(a.north, b.north)};
}

/// Whether a ray from the point to the south meets the box.
bool isBelow(const RingPieces::Bounds &bounds, QPointF point)
{
    return bounds.west <= point.x() && point.x() <= bounds.east && bounds.south <= point.y();
}

} // namespace

RingPieces::RingPieces(const BoundarySet &boundaries) : m_boundaries(boundaries), m_bounds(1)
{
    m_pieceStarts.reserve(boundaries.size() + 1);
    for (size_t area = 0; area < boundaries.size(); ++area)
        m_pieceStarts.push_back(m_pieceStarts.back() + countPieces(area));
    m_pieces.resize(m_pieceStarts.back());
    m_bounds[0].resize(m_pieces.size());
    constexpr size_t areasInABlock = 256;
    inParallel((boundaries.size() + areasInABlock - 1) / areasInABlock, [&](size_t block) {
        const size_t end = std::min(boundaries.size(), (block + 1) * areasInABlock);
        for (size_t area = block * areasInABlock; area < end; ++area)
            cutArea(area);
    });
    addGroups();
}

size_t RingPieces::countPieces(size_t area) const
{
    size_t count = 0;
    for (size_t ring = m_boundaries.firstRing(area); ring < m_boundaries.lastRing(area); ++ring)
        if (const size_t points = m_boundaries.ring(ring).size(); points >= leastPointsInARing)
            count += (points - 1 + edgesInAPiece - 1) / edgesInAPiece;
    return count;
}

void RingPieces::cutArea(size_t area)
{
    using Place = std::pair<double, uint32_t>; // a ring, and how far west it starts
    std::vector<Place> rings;
    rings.reserve(m_boundaries.lastRing(area) - m_boundaries.firstRing(area));
    for (size_t ring = m_boundaries.firstRing(area); ring < m_boundaries.lastRing(area); ++ring)
        if (const auto points = m_boundaries.ring(ring); points.size() >= leastPointsInARing)
            rings.emplace_back(points.front().x(), static_cast<uint32_t>(ring));
    // Of a thousand islands the neighbours come together, so that groups of them have small boxes.
    if (rings.size() > groupSize)
        std::sort(rings.begin(), rings.end());
    size_t piece = m_pieceStarts[area];
    for (const Place &place : rings)
        piece = cutRing(place.second, piece);
}

/// Writes the pieces of a ring from `piece` on; the place after them.
size_t RingPieces::cutRing(uint32_t ring, size_t piece)
{
    const std::span<const QPointF> points = m_boundaries.ring(ring);
    for (size_t first = 0; first + 1 < points.size(); first += edgesInAPiece) {
        const size_t count = std::min<size_t>(edgesInAPiece + 1, points.size() - first);
        m_pieces[piece] = {static_cast<uint32_t>(m_boundaries.ringStarts[ring] + first), ring};
        m_bounds[0][piece] = widened(boundsOfPoints(points.subspan(first, count)));
        ++piece;
    }
    return piece;
}

void RingPieces::addGroups()
{
    while (m_bounds.back().size() > groupSize) {
        const std::vector<Bounds> &members = m_bounds.back();
        std::vector<Bounds> groups((members.size() + groupSize - 1) / groupSize);
        for (size_t i = 0; i < members.size(); ++i)
            groups[i / groupSize] = united(groups[i / groupSize], members[i]);
        m_bounds.push_back(std::move(groups));
    }
}

RingPieces::Bounds RingPieces::boundsOf(size_t area) const
{
    Bounds bounds;
    for (size_t piece = m_pieceStarts[area]; piece < m_pieceStarts[area + 1]; ++piece)
        bounds = united(bounds, m_bounds[0][piece]);
    return bounds;
}

/// The first of the pieces [piece, last) that is below the point; `last` when there is none. Whole groups
/// that are not below it are passed over at once.
size_t RingPieces::nextBelow(size_t piece, size_t last, QPointF point) const
{
    while (piece < last) {
        size_t level = 0;
        size_t width = 1;
        while (level + 1 < m_bounds.size() && piece % (width * groupSize) == 0
               && piece + width * groupSize <= last) {
            ++level;
            width *= groupSize;
        }
        while (level > 0 && isBelow(m_bounds[level][piece / width], point)) {
            --level;
            width /= groupSize;
        }
        if (level == 0 && isBelow(m_bounds[0][piece], point))
            return piece;
        piece += width;
    }
    return last;
}

bool RingPieces::holds(size_t area, QPointF point) const
{
    bool inside = false;
    const size_t last = m_pieceStarts[area + 1];
    size_t piece = nextBelow(m_pieceStarts[area], last, point);
    while (piece < last) {
        const uint32_t ring = m_pieces[piece].ring;
        const QPointF *points = m_boundaries.points.data();
        Winding::state_type state;
        bool isUndecided = true;
        for (; piece < last && m_pieces[piece].ring == ring; piece = nextBelow(piece + 1, last, point)) {
            const uint32_t first = m_pieces[piece].firstPoint;
            const uint32_t end = std::min(first + edgesInAPiece, m_boundaries.ringStarts[ring + 1] - 1);
            for (uint32_t i = first; i < end && isUndecided; ++i)
                isUndecided = Winding::apply(point, points[i], points[i + 1], state);
        }
        if (Winding::result(state) > 0)
            inside = !inside;
    }
    return inside;
}

} // namespace atlas
