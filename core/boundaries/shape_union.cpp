#include "core/boundaries/shape_union.h"

#include <ogr_geometry.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace atlas {

namespace {

/// Whether two of these boxes have more than an edge in common.
bool doOverlap(const ShapeCollector &shapes, const std::vector<size_t> &features)
{
    constexpr size_t mostCompared = 200;
    if (features.size() > mostCompared)
        return true;
    for (size_t i = 0; i < features.size(); ++i)
        for (size_t j = 0; j < i; ++j)
            if (!shapes.boxOf(features[i]).intersected(shapes.boxOf(features[j])).isEmpty())
                return true;
    return false;
}

/// Adds the polygons of a shape; what repairing it left of lines and points is nothing to draw.
void addPolygons(const OGRGeometry &shape, OGRMultiPolygon &all)
{
    if (wkbFlatten(shape.getGeometryType()) == wkbPolygon)
        all.addGeometry(&shape);
    else if (OGR_GT_IsSubClassOf(wkbFlatten(shape.getGeometryType()), wkbGeometryCollection))
        for (const OGRGeometry *member : *shape.toGeometryCollection())
            addPolygons(*member, all);
}

std::unique_ptr<OGRGeometry> united(const ShapeCollector &shapes, const std::vector<size_t> &features)
{
    OGRMultiPolygon all;
    for (const size_t feature : features) {
        std::unique_ptr<OGRGeometry> shape = shapes.geometryOf(feature);
        if (!shape->IsValid())
            shape.reset(shape->MakeValid());
        if (shape)
            addPolygons(*shape, all);
    }
    return std::unique_ptr<OGRGeometry>(all.UnionCascaded());
}

} // namespace

void uniteOverlaps(ShapeCollector &shapes, std::span<const size_t> areaOfFeature)
{
    std::vector<size_t> seen; // how many features each area has
    for (const size_t area : areaOfFeature) {
        seen.resize(std::max(seen.size(), area + 1));
        ++seen[area];
    }
    std::map<size_t, std::vector<size_t>> features;
    for (size_t feature = 0; feature < areaOfFeature.size(); ++feature)
        if (seen[areaOfFeature[feature]] > 1)
            features[areaOfFeature[feature]].push_back(feature);
    std::map<size_t, std::unique_ptr<OGRGeometry>> changed;
    for (const auto &area : features) {
        if (!doOverlap(shapes, area.second))
            continue;
        auto whole = united(shapes, area.second);
        if (!whole || whole->IsEmpty())
            continue;
        for (const size_t feature : area.second)
            changed[feature] = nullptr;
        changed[area.second.front()] = std::move(whole);
    }
    shapes.changeFeatures(changed);
}

} // namespace atlas
