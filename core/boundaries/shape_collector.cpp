#include "core/boundaries/shape_collector.h"

#include "core/common/memory.h"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

namespace atlas {

namespace {

/// Kept in registers while points go by.
struct Extremes
{
    double west;
    double south;
    double east;
    double north;

    void add(const QPointF &point)
    {
        west = std::min(west, point.x());
        south = std::min(south, point.y());
        east = std::max(east, point.x());
        north = std::max(north, point.y());
    }
};

/// Looks at all of them, which is faster than to stop at the first that is not.
bool areFinite(std::span<const QPointF> points)
{
    size_t others = 0;
    for (const QPointF &point : points)
        others += (std::isfinite(point.x()) ? 0U : 1U) + (std::isfinite(point.y()) ? 0U : 1U);
    return others == 0;
}

} // namespace

void ShapeCollector::reserve(size_t points)
{
    m_points.reserve(points);
}

void ShapeCollector::Bounds::add(std::span<const QPointF> points)
{
    // In two halves: each step waits for the one before it, so two can go side by side.
    Extremes even{low.x(), low.y(), high.x(), high.y()};
    Extremes odd = even;
    size_t i = 0;
    for (; i + 1 < points.size(); i += 2) {
        even.add(points[i]);
        odd.add(points[i + 1]);
    }
    if (i < points.size())
        even.add(points[i]);
    low = {std::min(even.west, odd.west), std::min(even.south, odd.south)};
    high = {std::max(even.east, odd.east), std::max(even.north, odd.north)};
}

void ShapeCollector::Bounds::add(const Bounds &other)
{
    low = {std::min(low.x(), other.low.x()), std::min(low.y(), other.low.y())};
    high = {std::max(high.x(), other.high.x()), std::max(high.y(), other.high.y())};
}

QRectF ShapeCollector::Bounds::box() const
{
    return low.x() <= high.x() ? QRectF(low, high) : QRectF();
}

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

/// A stretch at a time, so that no more is taken than is needed: how many points there will be is a guess.
void ShapeCollector::fetchAhead()
{
    constexpr size_t stretch = (size_t(8) << 20) / sizeof(QPointF);
    const size_t end = std::min(m_fetched + stretch, m_points.capacity());
    if (m_points.capacity() < 2 * stretch || m_points.size() + stretch / 2 < m_fetched || end <= m_fetched)
        return;
    m_pages = fetchPages(m_points.data() + m_fetched, (end - m_fetched) * sizeof(QPointF));
    m_fetched = end;
}

void ShapeCollector::addPolygon(const OGRPolygon &polygon)
{
    if (!polygon.getExteriorRing() || polygon.getExteriorRing()->IsEmpty())
        return;
    static_assert(sizeof(QPointF) == 2 * sizeof(double), "points are read in place");
    for (const OGRLinearRing *ring : polygon) {
        const size_t start = m_points.size();
        const auto count = static_cast<size_t>(ring->getNumPoints());
        if (m_isOverfull || count + 1 > m_capacity - start) {
            m_isOverfull = true;
            return;
        }
        if (start + count > m_points.capacity())
            m_fetched = start + count; // of the memory that they will be moved to
        fetchAhead();
        m_points.resize(start + count);
        auto *xy = reinterpret_cast<double *>(m_points.data() + start);
        ring->getPoints(xy, sizeof(QPointF), xy + 1, sizeof(QPointF));
        const std::span<const QPointF> points = std::span(m_points).subspan(start);
        m_bounds.back().add(points);
        m_isFinite = m_isFinite && areFinite(points);
        // Not with QPointF's ==, which takes points for equal that are near.
        if (count > 0 && (points.front().x() != points.back().x() || points.front().y() != points.back().y()))
            m_points.push_back(m_points[start]);
        m_ringStarts.push_back(static_cast<uint32_t>(m_points.size()));
    }
    m_partStarts.push_back(static_cast<uint32_t>(m_ringStarts.size() - 1));
}

void ShapeCollector::endFeature()
{
    m_featureStarts.push_back(static_cast<uint32_t>(m_partStarts.size() - 1));
    m_bounds.emplace_back();
}

QRectF ShapeCollector::extent() const
{
    Bounds all;
    for (const Bounds &bounds : m_bounds)
        all.add(bounds);
    return all.box();
}

void ShapeCollector::swapAxes()
{
    for (QPointF &point : m_points)
        point = {point.y(), point.x()};
    updateBoxes();
}

void ShapeCollector::updateBoxes()
{
    for (size_t feature = 0; feature + 1 < m_featureStarts.size(); ++feature) {
        const uint32_t first = m_ringStarts[m_partStarts[m_featureStarts[feature]]];
        const uint32_t last = m_ringStarts[m_partStarts[m_featureStarts[feature + 1]]];
        m_bounds[feature] = {};
        m_bounds[feature].add(std::span(m_points).subspan(first, last - first));
    }
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

void ShapeCollector::copyPart(const ShapeCollector &from, size_t part)
{
    for (uint32_t index = from.m_partStarts[part]; index < from.m_partStarts[part + 1]; ++index) {
        const std::span<const QPointF> points = from.ring(index);
        m_points.insert(m_points.end(), points.begin(), points.end());
        m_bounds.back().add(points);
        m_ringStarts.push_back(static_cast<uint32_t>(m_points.size()));
    }
    m_partStarts.push_back(static_cast<uint32_t>(m_ringStarts.size() - 1));
}

void ShapeCollector::changeParts(const ChangePart &change)
{
    std::vector<std::pair<size_t, std::unique_ptr<OGRGeometry>>> changed;
    std::vector<std::span<const QPointF>> rings;
    for (size_t part = 0; part + 1 < m_partStarts.size(); ++part) {
        rings.clear();
        for (uint32_t index = m_partStarts[part]; index < m_partStarts[part + 1]; ++index)
            rings.push_back(ring(index));
        if (auto geometry = change(rings))
            changed.emplace_back(part, std::move(geometry));
    }
    if (changed.empty())
        return;
    ShapeCollector other(m_capacity);
    auto next = changed.begin();
    for (size_t feature = 0; feature + 1 < m_featureStarts.size(); ++feature) {
        for (size_t part = m_featureStarts[feature]; part < m_featureStarts[feature + 1]; ++part) {
            if (next != changed.end() && next->first == part)
                other.add(*(next++)->second);
            else
                other.copyPart(*this, part);
        }
        other.endFeature();
    }
    *this = std::move(other);
}

void ShapeCollector::changeFeatures(const std::map<size_t, std::unique_ptr<OGRGeometry>> &changed)
{
    if (changed.empty())
        return;
    ShapeCollector other(m_capacity);
    for (size_t feature = 0; feature + 1 < m_featureStarts.size(); ++feature) {
        if (const auto found = changed.find(feature); found == changed.end())
            for (size_t part = m_featureStarts[feature]; part < m_featureStarts[feature + 1]; ++part)
                other.copyPart(*this, part);
        else if (found->second)
            other.add(*found->second);
        other.endFeature();
    }
    *this = std::move(other);
}

std::unique_ptr<OGRGeometry> ShapeCollector::geometryOf(size_t feature) const
{
    auto shape = std::make_unique<OGRMultiPolygon>();
    for (size_t part = m_featureStarts[feature]; part < m_featureStarts[feature + 1]; ++part) {
        auto polygon = std::make_unique<OGRPolygon>();
        for (uint32_t index = m_partStarts[part]; index < m_partStarts[part + 1]; ++index) {
            auto ownRing = std::make_unique<OGRLinearRing>();
            for (const QPointF &point : ring(index))
                ownRing->addPoint(point.x(), point.y());
            polygon->addRingDirectly(ownRing.release());
        }
        shape->addGeometryDirectly(polygon.release());
    }
    return shape;
}

void ShapeCollector::moveInto(BoundarySet &boundaries, std::span<const size_t> areaOfFeature)
{
    std::vector<Bounds> bounds(boundaries.size());
    for (size_t feature = 0; feature < areaOfFeature.size(); ++feature)
        bounds[areaOfFeature[feature]].add(m_bounds[feature]);
    boundaries.boxes.reserve(bounds.size());
    for (const Bounds &each : bounds)
        boundaries.boxes.push_back(each.box());

    if (boundaries.size() == areaOfFeature.size()) {
        boundaries.points = std::move(m_points);
        boundaries.ringStarts = std::move(m_ringStarts);
        boundaries.partStarts = std::move(m_partStarts);
        boundaries.areaStarts = std::move(m_featureStarts);
        return;
    }
    std::vector<size_t> features(areaOfFeature.size());
    std::iota(features.begin(), features.end(), size_t(0));
    std::stable_sort(features.begin(), features.end(),
                     [&](size_t a, size_t b) { return areaOfFeature[a] < areaOfFeature[b]; });
    boundaries.points.reserve(m_points.size());
    for (size_t i = 0; i < features.size(); ++i) {
        for (uint32_t part = m_featureStarts[features[i]]; part < m_featureStarts[features[i] + 1]; ++part)
            appendPart(boundaries, part);
        if (i + 1 == features.size() || areaOfFeature[features[i + 1]] != areaOfFeature[features[i]])
            boundaries.areaStarts.push_back(static_cast<uint32_t>(boundaries.partStarts.size() - 1));
    }
}

} // namespace atlas
