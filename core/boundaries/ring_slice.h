#pragma once

#include <QPointF>

#include <boost/geometry/core/access.hpp>
#include <boost/geometry/core/coordinate_dimension.hpp>
#include <boost/geometry/core/coordinate_system.hpp>
#include <boost/geometry/core/coordinate_type.hpp>
#include <boost/geometry/core/cs.hpp>
#include <boost/geometry/core/tag.hpp>
#include <boost/geometry/core/tags.hpp>
#include <boost/geometry/geometries/register/point.hpp>
#include <boost/range/iterator_range.hpp>

#include <span>

namespace atlas {

/// A ring as a slice of the flat point array, seen by Boost.Geometry without a copy.
using RingSlice = boost::iterator_range<const QPointF *>;

inline RingSlice ringSlice(std::span<const QPointF> points)
{
    return {points.data(), points.data() + points.size()};
}

} // namespace atlas

BOOST_GEOMETRY_REGISTER_POINT_2D_GET_SET(QPointF, double, boost::geometry::cs::cartesian, x, y, setX, setY)

namespace boost::geometry::traits {
template <>
struct tag<atlas::RingSlice>
{
    using type = ring_tag;
};
} // namespace boost::geometry::traits
