#include "core/boundaries/label_point.h"

#include "core/boundaries/ring_slice.h"

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace atlas {

namespace {

struct DestroyGeometry
{
    GEOSContextHandle_t handle;
    void operator()(GEOSGeometry *geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using OwnedGeometry = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

/// One GEOS context for a run over many areas; its objects die before it.
class Geos
{
public:
    Geos() : m_handle(GEOS_init_r()) {}
    ~Geos() { GEOS_finish_r(m_handle); }
    Geos(const Geos &) = delete;
    Geos &operator=(const Geos &) = delete;

    OwnedGeometry own(GEOSGeometry *geometry) const { return {geometry, DestroyGeometry{m_handle}}; }

    GEOSGeometry *ring(std::span<const QPointF> points) const
    {
        GEOSCoordSequence *sequence =
            GEOSCoordSeq_copyFromBuffer_r(m_handle, reinterpret_cast<const double *>(points.data()),
                                          static_cast<unsigned>(points.size()), 0, 0);
        return sequence ? GEOSGeom_createLinearRing_r(m_handle, sequence) : nullptr;
    }

    GEOSGeometry *polygon(const BoundarySet &boundaries, size_t part) const
    {
        GEOSGeometry *outside = ring(boundaries.ring(boundaries.partStarts[part]));
        if (!outside)
            return nullptr;
        std::vector<GEOSGeometry *> holes;
        for (size_t r = boundaries.partStarts[part] + 1; r < boundaries.partStarts[part + 1]; ++r)
            if (GEOSGeometry *hole = ring(boundaries.ring(r)))
                holes.push_back(hole);
        return GEOSGeom_createPolygon_r(m_handle, outside, holes.data(), static_cast<unsigned>(holes.size()));
    }

    LabelPoint inscribedCircle(const GEOSGeometry *polygon, double tolerance) const
    {
        const OwnedGeometry radiusLine = own(GEOSMaximumInscribedCircle_r(m_handle, polygon, tolerance));
        if (!radiusLine)
            return {};
        LabelPoint label;
        const OwnedGeometry centre = own(GEOSGeomGetStartPoint_r(m_handle, radiusLine.get()));
        double x = 0;
        double y = 0;
        GEOSGeomGetX_r(m_handle, centre.get(), &x);
        GEOSGeomGetY_r(m_handle, centre.get(), &y);
        GEOSLength_r(m_handle, radiusLine.get(), &label.radius);
        label.centre = {x, y};
        return label;
    }

    /// Any point inside, with its distance from the edge.
    LabelPoint pointInside(const GEOSGeometry *polygon) const
    {
        const OwnedGeometry point = own(GEOSPointOnSurface_r(m_handle, polygon));
        if (!point || GEOSisEmpty_r(m_handle, point.get()) != 0)
            return {};
        LabelPoint label;
        double x = 0;
        double y = 0;
        GEOSGeomGetX_r(m_handle, point.get(), &x);
        GEOSGeomGetY_r(m_handle, point.get(), &y);
        const OwnedGeometry edge = own(GEOSBoundary_r(m_handle, polygon));
        if (edge)
            GEOSDistance_r(m_handle, edge.get(), point.get(), &label.radius);
        label.centre = {x, y};
        return label;
    }

private:
    GEOSContextHandle_t m_handle;
};

/// Square metres, holes left out.
double surfaceOf(const BoundarySet &boundaries, size_t part)
{
    const auto ringSurface = [&boundaries](size_t ring) {
        return std::abs(boost::geometry::area(ringSlice(boundaries.ring(ring))));
    };
    const size_t outside = boundaries.partStarts[part];
    double surface = outside < boundaries.partStarts[part + 1] ? ringSurface(outside) : 0;
    for (size_t hole = outside + 1; hole < boundaries.partStarts[part + 1]; ++hole)
        surface -= ringSurface(hole);
    return surface;
}

/// Length of the diagonal of the box around a part.
double diagonalOf(const BoundarySet &boundaries, size_t part)
{
    const auto points = boundaries.ring(boundaries.partStarts[part]);
    const auto [west, east] = std::minmax_element(
        points.begin(), points.end(), [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); });
    const auto [south, north] = std::minmax_element(
        points.begin(), points.end(), [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); });
    return std::hypot(east->x() - west->x(), north->y() - south->y());
}

LabelPoint labelPoint(const Geos &geos, const BoundarySet &boundaries, size_t area)
{
    if (!boundaries.hasShape(area))
        return {};
    size_t largest = boundaries.areaStarts[area];
    double surface = 0;
    for (size_t part = largest; part < boundaries.areaStarts[area + 1]; ++part)
        if (const double size = surfaceOf(boundaries, part); size > surface) {
            largest = part;
            surface = size;
        }
    const LabelPoint middle{boundaries.boxes[area].center(), 0};
    if (!(surface > 0) || !std::isfinite(surface))
        return middle;
    const OwnedGeometry polygon = geos.own(geos.polygon(boundaries, largest));
    if (!polygon) // GEOS can make nothing of it, but it is there
        return middle;
    // GEOS starts with squares as wide as the shape is narrow: of a sliver, there would be millions.
    constexpr double mostSquares = 1e4;
    const double diagonal = diagonalOf(boundaries, largest);
    const bool isSliver = !(surface / diagonal >= diagonal / mostSquares);
    const LabelPoint label = isSliver ? geos.pointInside(polygon.get())
                                      : geos.inscribedCircle(polygon.get(), std::sqrt(surface) / 50);
    return label.radius > 0 ? label : middle; // a shape that crosses itself has no inscribed circle
}

} // namespace

LabelPoint labelPoint(const BoundarySet &boundaries, size_t area)
{
    return labelPoint(Geos(), boundaries, area);
}

std::vector<LabelPoint> labelPoints(const BoundarySet &boundaries)
{
    const Geos geos;
    std::vector<LabelPoint> labels;
    labels.reserve(boundaries.size());
    for (size_t area = 0; area < boundaries.size(); ++area)
        labels.push_back(labelPoint(geos, boundaries, area));
    return labels;
}

LabelPoints::LabelPoints(std::shared_ptr<const BoundarySet> boundaries)
    : m_boundaries(std::move(boundaries)), m_known(m_boundaries->size())
{}

LabelPoint LabelPoints::at(size_t area) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_known[area])
            return *m_known[area];
    }
    // Two threads that ask for the same at once both work it out, to the same result.
    const LabelPoint label = labelPoint(*m_boundaries, area);
    const std::lock_guard lock(m_mutex);
    m_known[area] = label;
    return label;
}

} // namespace atlas
