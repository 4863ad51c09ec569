#include "core/boundaries/area_locator.h"

#include <boost/geometry/algorithms/within.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/register/point.hpp>
#include <boost/geometry/index/rtree.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <boost/range/iterator_range.hpp>

#include <iterator>
#include <utility>

// A ring is a slice of the flat point array, seen by Boost.Geometry without a copy.
using RingSlice = boost::iterator_range<const QPointF *>;

BOOST_GEOMETRY_REGISTER_POINT_2D_GET_SET(QPointF, double, boost::geometry::cs::cartesian, x, y, setX, setY)

namespace boost::geometry::traits {
template <>
struct tag<RingSlice>
{
    using type = ring_tag;
};
} // namespace boost::geometry::traits

namespace atlas {

namespace {

namespace bg = boost::geometry;
using Box = bg::model::box<QPointF>;
using Entry = std::pair<Box, size_t>;
using Tree = bg::index::rtree<Entry, bg::index::quadratic<16>>;

bool holds(const BoundarySet &boundaries, size_t area, QPointF point)
{
    bool inside = false;
    for (size_t ring = boundaries.firstRing(area); ring < boundaries.lastRing(area); ++ring) {
        const auto points = boundaries.ring(ring);
        if (bg::within(point, RingSlice(points.data(), points.data() + points.size())))
            inside = !inside;
    }
    return inside;
}

std::vector<Entry> entriesOf(const BoundarySet &boundaries)
{
    std::vector<Entry> entries;
    for (size_t area = 0; area < boundaries.size(); ++area) {
        const QRectF &box = boundaries.boxes[area];
        if (boundaries.hasShape(area))
            entries.emplace_back(Box(box.topLeft(), box.bottomRight()), area);
    }
    return entries;
}

} // namespace

struct AreaLocator::Index
{
    Tree tree;
};

AreaLocator::AreaLocator(std::shared_ptr<const BoundarySet> boundaries)
    : m_boundaries(std::move(boundaries)), m_index(new Index{Tree(entriesOf(*m_boundaries))})
{}

AreaLocator::~AreaLocator() = default;

std::optional<size_t> AreaLocator::areaAt(QPointF point) const
{
    std::optional<size_t> found;
    double smallest = 0;
    for (auto it = m_index->tree.qbegin(bg::index::intersects(point)); it != m_index->tree.qend(); ++it) {
        const QRectF &box = m_boundaries->boxes[it->second];
        const double size = box.width() * box.height();
        if ((!found || size < smallest) && holds(*m_boundaries, it->second, point)) {
            found = it->second;
            smallest = size;
        }
    }
    return found;
}

} // namespace atlas
