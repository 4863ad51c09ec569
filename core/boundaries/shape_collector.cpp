#include "core/boundaries/shape_collector.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <memory>

namespace atlas {

namespace {

QRectF boxOf(std::span<const QPointF> points)
{
    if (points.empty())
        return {};
    QPointF low = points.front();
    QPointF high = low;
    for (const QPointF &point : points) {
        low = {std::min(low.x(), point.x()), std::min(low.y(), point.y())};
        high = {std::max(high.x(), point.x()), std::max(high.y(), point.y())};
    }
    return {low, high};
}

std::span<const QPointF> pointsOf(const BoundarySet &boundaries, size_t area)
{
    const uint32_t first = boundaries.ringStarts[boundaries.firstRing(area)];
    return {boundaries.points.data() + first, boundaries.ringStarts[boundaries.lastRing(area)] - first};
}

} // namespace

bool ShapeCollector::add(const OGRGeometry &geometry)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPolygon:
    case wkbTriangle:
        addPolygon(*geometry.toPolygon());
        return true;
    case wkbMultiPolygon:
    case wkbGeometryCollection: {
        bool any = false;
        for (const OGRGeometry *member : *geometry.toGeometryCollection())
            any = add(*member) || any;
        return any;
    }
    case wkbCurvePolygon:
    case wkbMultiSurface: {
        const std::unique_ptr<OGRGeometry> linear(geometry.getLinearGeometry());
        return linear && add(*linear);
    }
    default:
        return false;
    }
}

void ShapeCollector::addPolygon(const OGRPolygon &polygon)
{
    if (polygon.IsEmpty())
        return;
    static_assert(sizeof(QPointF) == 2 * sizeof(double), "points are read in place");
    for (const OGRLinearRing *ring : polygon) {
        const size_t start = m_points.size();
        m_points.resize(start + static_cast<size_t>(ring->getNumPoints()));
        auto *xy = reinterpret_cast<double *>(m_points.data() + start);
        ring->getPoints(xy, sizeof(QPointF), xy + 1, sizeof(QPointF));
        if (m_points.size() > start && m_points[start] != m_points.back())
            m_points.push_back(m_points[start]);
        m_ringStarts.push_back(static_cast<uint32_t>(m_points.size()));
    }
    m_partStarts.push_back(static_cast<uint32_t>(m_ringStarts.size() - 1));
}

void ShapeCollector::appendPart(BoundarySet &boundaries, size_t part) const
{
    for (uint32_t ring = m_partStarts[part]; ring < m_partStarts[part + 1]; ++ring) {
        boundaries.points.insert(boundaries.points.end(), m_points.begin() + m_ringStarts[ring],
                                 m_points.begin() + m_ringStarts[ring + 1]);
        boundaries.ringStarts.push_back(static_cast<uint32_t>(boundaries.points.size()));
    }
    boundaries.partStarts.push_back(static_cast<uint32_t>(boundaries.ringStarts.size() - 1));
}

void ShapeCollector::moveInto(BoundarySet &boundaries, const std::vector<std::vector<size_t>> &members)
{
    if (members.size() + 1 == m_featureStarts.size()) {
        boundaries.points = std::move(m_points);
        boundaries.ringStarts = std::move(m_ringStarts);
        boundaries.partStarts = std::move(m_partStarts);
        boundaries.areaStarts = std::move(m_featureStarts);
    } else {
        for (const std::vector<size_t> &features : members) {
            for (const size_t feature : features)
                for (uint32_t part = m_featureStarts[feature]; part < m_featureStarts[feature + 1]; ++part)
                    appendPart(boundaries, part);
            boundaries.areaStarts.push_back(static_cast<uint32_t>(boundaries.partStarts.size() - 1));
        }
    }
    for (size_t area = 0; area < members.size(); ++area)
        boundaries.boxes.push_back(boxOf(pointsOf(boundaries, area)));
}

} // namespace atlas
