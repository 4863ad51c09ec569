#include "core/boundaries/area_locator.h"

#include "core/boundaries/ring_pieces.h"
#include "core/boundaries/ring_slice.h"

#include <boost/geometry/algorithms/intersects.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/segment.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

namespace bg = boost::geometry;
using Box = bg::model::box<QPointF>;
using Entry = std::pair<Box, size_t>;
using Tree = bg::index::rtree<Entry, bg::index::quadratic<16>>;

std::vector<Entry> entriesOf(const BoundarySet &boundaries, const RingPieces &pieces)
{
    std::vector<Entry> entries;
    entries.reserve(boundaries.size());
    for (size_t area = 0; area < boundaries.size(); ++area) {
        const RingPieces::Bounds bounds = pieces.boundsOf(area);
        if (bounds.west <= bounds.east)
            entries.emplace_back(Box({bounds.west, bounds.south}, {bounds.east, bounds.north}), area);
    }
    return entries;
}

/// Whether an edge of the area runs through the box.
bool hasEdgeIn(const BoundarySet &boundaries, size_t area, const Box &box)
{
    // Most edges are far from the box, which four comparisons tell.
    const auto isBeside = [&box](const QPointF &a, const QPointF &b) {
        return std::max(a.x(), b.x()) < box.min_corner().x() || std::min(a.x(), b.x()) > box.max_corner().x()
               || std::max(a.y(), b.y()) < box.min_corner().y()
               || std::min(a.y(), b.y()) > box.max_corner().y();
    };
    for (size_t ring = boundaries.firstRing(area); ring < boundaries.lastRing(area); ++ring) {
        const auto points = boundaries.ring(ring);
        for (size_t i = 1; i < points.size(); ++i)
            if (!isBeside(points[i - 1], points[i])
                && bg::intersects(bg::model::referring_segment<const QPointF>(points[i - 1], points[i]), box))
                return true;
    }
    return false;
}

} // namespace

struct AreaLocator::Index
{
    explicit Index(const BoundarySet &boundaries)
        : pieces(boundaries), tree(entriesOf(boundaries, pieces)) // from a range, the tree is packed
    {}

    RingPieces pieces;
    Tree tree;
};

AreaLocator::AreaLocator(std::shared_ptr<const BoundarySet> boundaries)
    : m_boundaries(std::move(boundaries)), m_index(new Index(*m_boundaries))
{}

AreaLocator::~AreaLocator() = default;

std::optional<size_t> AreaLocator::areaAt(QPointF point) const
{
    std::optional<size_t> found;
    double smallest = 0;
    for (auto it = m_index->tree.qbegin(bg::index::intersects(point)); it != m_index->tree.qend(); ++it) {
        const size_t area = it->second;
        const QRectF &box = m_boundaries->boxes[area];
        const double size = box.width() * box.height();
        const bool isBetter = !found || size < smallest || (size == smallest && area < *found);
        if (isBetter && m_index->pieces.holds(area, point)) {
            found = area;
            smallest = size;
        }
    }
    return found;
}

std::vector<size_t> AreaLocator::areasAt(QPointF point) const
{
    std::vector<size_t> areas;
    for (auto it = m_index->tree.qbegin(bg::index::intersects(point)); it != m_index->tree.qend(); ++it)
        if (m_index->pieces.holds(it->second, point))
            areas.push_back(it->second);
    const auto sizeOf = [this](size_t area) {
        return m_boundaries->boxes[area].width() * m_boundaries->boxes[area].height();
    };
    std::sort(areas.begin(), areas.end(),
              [&sizeOf](size_t a, size_t b) { return std::pair(sizeOf(a), a) < std::pair(sizeOf(b), b); });
    return areas;
}

std::vector<size_t> AreaLocator::areasIn(const QRectF &box) const
{
    // One look at each box takes a fifth of a millisecond for 33,000, however many are found and in order;
    // the tree is quicker only where there are few.
    std::vector<size_t> areas;
    for (size_t area = 0; area < m_boundaries->size(); ++area) {
        const QRectF &own = m_boundaries->boxes[area];
        if (m_boundaries->hasShape(area) && own.left() <= box.right() && box.left() <= own.right()
            && own.top() <= box.bottom() && box.top() <= own.bottom())
            areas.push_back(area);
    }
    return areas;
}

std::vector<size_t> AreaLocator::areasTouching(const QRectF &box) const
{
    const Box rectangle(box.topLeft(), box.bottomRight());
    std::vector<size_t> areas;
    for (auto it = m_index->tree.qbegin(bg::index::intersects(rectangle)); it != m_index->tree.qend(); ++it) {
        const size_t area = it->second;
        const QRectF &own = m_boundaries->boxes[area];
        const bool isWithin = own.left() >= box.left() && own.right() <= box.right() && own.top() >= box.top()
                              && own.bottom() <= box.bottom();
        if (isWithin || hasEdgeIn(*m_boundaries, area, rectangle)
            || m_index->pieces.holds(area, box.center()))
            areas.push_back(area);
    }
    std::sort(areas.begin(), areas.end());
    return areas;
}

} // namespace atlas
