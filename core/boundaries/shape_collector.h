#pragma once

#include "core/boundaries/boundary_set.h"

#include <cstdint>
#include <functional>
#include <future>
#include <limits>
#include <map>
#include <memory>
#include <span>

class OGRGeometry;
class OGRPolygon;

namespace atlas {

/// Gathers polygons from GDAL into flat arrays, feature by feature.
class ShapeCollector
{
public:
    /// As many points as a BoundarySet can count.
    static constexpr size_t mostPoints = std::numeric_limits<uint32_t>::max();

    ShapeCollector() = default;
    explicit ShapeCollector(size_t capacity) : m_capacity(capacity) {}

    /// Makes room for so many points.
    void reserve(size_t points);

    /// Adds the polygons of a geometry to the current feature, curves as short lines.
    /// False when the geometry holds no polygon.
    bool add(const OGRGeometry &geometry);
    void endFeature();

    /// True when a polygon was left out because its points would have been too many.
    bool isOverfull() const { return m_isOverfull; }
    /// True when every coordinate is a finite number.
    bool isFinite() const { return m_isFinite; }
    /// Box around all points; empty when there are none.
    QRectF extent() const;

    std::span<QPointF> points() { return m_points; }
    size_t pointCount() const { return m_points.size(); }
    size_t featureCount() const { return m_featureStarts.size() - 1; }
    size_t ringCount() const { return m_ringStarts.size() - 1; }
    std::span<const QPointF> ring(size_t index) const
    {
        return std::span(m_points).subspan(m_ringStarts[index],
                                           m_ringStarts[index + 1] - m_ringStarts[index]);
    }

    /// Gives other polygons for the rings of a part, or null to leave it as it is.
    using ChangePart = std::function<std::unique_ptr<OGRGeometry>(std::span<const std::span<const QPointF>>)>;
    /// Puts what `change` gives in place of each part.
    void changeParts(const ChangePart &change);
    /// Puts these in place of the features' shapes; null for none.
    void changeFeatures(const std::map<size_t, std::unique_ptr<OGRGeometry>> &changed);
    std::unique_ptr<OGRGeometry> geometryOf(size_t feature) const;
    QRectF boxOf(size_t feature) const { return m_bounds[feature].box(); }

    /// Makes x of what was y, and y of what was x.
    void swapAxes();

    /// Takes the boxes anew after points() were changed.
    void updateBoxes();

    /// Moves what was gathered into `boundaries`, whose areas are there already: `areaOfFeature` says which
    /// of them each feature belongs to.
    void moveInto(BoundarySet &boundaries, std::span<const size_t> areaOfFeature);

private:
    /// Least and greatest coordinates; the other way round when there are no points.
    struct Bounds
    {
        QPointF low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
        QPointF high{-low};

        void add(std::span<const QPointF> points);
        void add(const Bounds &other);
        QRectF box() const;
    };

    void fetchAhead();
    void addPolygon(const OGRPolygon &polygon);
    void appendPart(BoundarySet &boundaries, size_t part) const;
    void copyPart(const ShapeCollector &from, size_t part);

    size_t m_capacity = mostPoints;
    bool m_isOverfull = false;
    bool m_isFinite = true;
    std::vector<QPointF> m_points;
    size_t m_fetched = 0; ///< for so many of them memory has been fetched, or is being
    std::future<void> m_pages;
    std::vector<uint32_t> m_ringStarts = {0};
    std::vector<uint32_t> m_partStarts = {0};
    std::vector<uint32_t> m_featureStarts = {0};
    std::vector<Bounds> m_bounds = {Bounds{}}; ///< one for each feature, and for the current one
};

} // namespace atlas
