#include "core/boundaries/label_point.h"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>

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

    double area(const GEOSGeometry *polygon) const
    {
        double result = 0;
        GEOSArea_r(m_handle, polygon, &result);
        return result;
    }

private:
    GEOSContextHandle_t m_handle;
};

LabelPoint labelPoint(const Geos &geos, const BoundarySet &boundaries, size_t area)
{
    OwnedGeometry largest = geos.own(nullptr);
    double largestArea = 0;
    for (size_t part = boundaries.areaStarts[area]; part < boundaries.areaStarts[area + 1]; ++part) {
        OwnedGeometry polygon = geos.own(geos.polygon(boundaries, part));
        const double size = polygon ? geos.area(polygon.get()) : 0;
        if (size > largestArea) {
            largestArea = size;
            largest = std::move(polygon);
        }
    }
    if (!largest && !boundaries.hasShape(area))
        return {};
    if (!largest) // GEOS can make nothing of it, but it is there
        return {boundaries.boxes[area].center(), 0};
    LabelPoint label = geos.inscribedCircle(largest.get(), std::sqrt(largestArea) / 50);
    if (label.radius == 0) // a shape that crosses itself has no inscribed circle
        label.centre = boundaries.boxes[area].center();
    return label;
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

} // namespace atlas
