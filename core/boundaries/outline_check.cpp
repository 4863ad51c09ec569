#include "core/boundaries/outline_check.h"

#include "core/boundaries/text.h"
#include "core/common/gdal_session.h"

#include <ogr_geometry.h>

#include <memory>

namespace atlas {

namespace {

std::unique_ptr<OGRPolygon> partOf(const BoundarySet &boundaries, size_t part)
{
    auto polygon = std::make_unique<OGRPolygon>();
    for (size_t number = boundaries.partStarts[part]; number < boundaries.partStarts[part + 1]; ++number) {
        auto ring = std::make_unique<OGRLinearRing>();
        const auto points = boundaries.ring(number);
        ring->setNumPoints(static_cast<int>(points.size()), false);
        for (size_t i = 0; i < points.size(); ++i)
            ring->setPoint(static_cast<int>(i), points[i].x(), points[i].y());
        polygon->addRingDirectly(ring.release());
    }
    return polygon;
}

bool isFlawed(const BoundarySet &boundaries, size_t area)
{
    for (size_t part = boundaries.areaStarts[area]; part < boundaries.areaStarts[area + 1]; ++part)
        if (const auto polygon = partOf(boundaries, part); !polygon->IsEmpty() && !polygon->IsValid())
            return true;
    return false;
}

} // namespace

std::vector<size_t> flawedFeatures(const ShapeCollector &shapes)
{
    std::vector<size_t> flawed;
    if (shapes.pointCount() > mostPointsChecked)
        return flawed;
    for (size_t feature = 0; feature < shapes.featureCount(); ++feature) {
        const std::unique_ptr<OGRGeometry> shape = shapes.geometryOf(feature);
        if (!shape->IsEmpty() && !shape->IsValid())
            flawed.push_back(feature);
    }
    return flawed;
}

std::vector<size_t> flawedAreas(const BoundarySet &boundaries, const Progress &progress)
{
    std::vector<size_t> flawed;
    if (boundaries.points.size() <= mostPointsChecked)
        return flawed;
    const GdalMessages messages; // which name every flaw
    for (size_t area = 0; area < boundaries.size() && !progress.isCancelled(); ++area)
        if (isFlawed(boundaries, area))
            flawed.push_back(area);
    return flawed;
}

std::optional<Issue> outlineRemark(QStringList names, const QString &file)
{
    constexpr int most = 6;
    names.removeDuplicates();
    const auto count = static_cast<int>(names.size());
    if (count == 0)
        return {};
    if (count > most)
        names = names.first(most) << QStringLiteral("\u2026");
    return Issue{Severity::Note,
                 Text::tr("The outlines of %n area(s) cross themselves or are too short, and are drawn as "
                          "they are: %1.",
                          nullptr, count)
                     .arg(names.join(QStringLiteral(", "))),
                 file};
}

std::optional<Issue> outlineRemark(const std::vector<size_t> &areas, const BoundarySet &boundaries)
{
    QStringList names;
    for (const size_t area : areas)
        names << boundaries.areas[area].name;
    return outlineRemark(names, boundaries.file);
}

} // namespace atlas
