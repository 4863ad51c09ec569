#pragma once

#include "core/boundaries/boundary_set.h"

#include <span>

class OGRGeometry;
class OGRPolygon;

namespace atlas {

/// Gathers polygons from GDAL into flat arrays, feature by feature.
class ShapeCollector
{
public:
    void reserve(size_t points) { m_points.reserve(points); }

    /// Adds the polygons of a geometry to the current feature, curves as short lines.
    /// False when the geometry holds no polygon.
    bool add(const OGRGeometry &geometry);
    void endFeature() { m_featureStarts.push_back(static_cast<uint32_t>(m_partStarts.size() - 1)); }

    std::span<QPointF> points() { return m_points; }

    /// Moves what was gathered into `boundaries`, whose area `i` is made of the features `members[i]`.
    void moveInto(BoundarySet &boundaries, const std::vector<std::vector<size_t>> &members);

private:
    void addPolygon(const OGRPolygon &polygon);
    void appendPart(BoundarySet &boundaries, size_t part) const;

    std::vector<QPointF> m_points;
    std::vector<uint32_t> m_ringStarts = {0};
    std::vector<uint32_t> m_partStarts = {0};
    std::vector<uint32_t> m_featureStarts = {0};
};

} // namespace atlas
