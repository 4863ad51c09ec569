#include "core/boundaries/outline_check.h"

#include <ogr_geometry.h>

#include <memory>

namespace atlas {

std::vector<size_t> flawedFeatures(const ShapeCollector &shapes)
{
    constexpr size_t mostPoints = 100000;
    std::vector<size_t> flawed;
    if (shapes.pointCount() > mostPoints)
        return flawed;
    for (size_t feature = 0; feature < shapes.featureCount(); ++feature) {
        const std::unique_ptr<OGRGeometry> shape = shapes.geometryOf(feature);
        if (!shape->IsEmpty() && !shape->IsValid())
            flawed.push_back(feature);
    }
    return flawed;
}

} // namespace atlas
