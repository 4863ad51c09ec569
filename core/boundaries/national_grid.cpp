#include "core/boundaries/national_grid.h"

#include "core/common/gdal_session.h"

#include <QCoreApplication>

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

namespace atlas {

namespace {

Error cannotProject(const QString &details)
{
    return Error{QCoreApplication::translate("NationalGrid",
                                             "The boundaries lie outside the British National Grid. "
                                             "Check their coordinate system, or export them in EPSG:27700."),
                 details};
}

} // namespace

bool isNationalGrid(const OGRSpatialReference &system)
{
    OGRSpatialReference grid;
    grid.importFromEPSG(27700);
    const char *const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT",
                                   nullptr};
    return system.IsSame(&grid, options) != 0;
}

Result<Done> projectToNationalGrid(const OGRSpatialReference &system, std::span<QPointF> points)
{
    const GdalMessages messages;
    OGRSpatialReference from(system);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference grid;
    grid.importFromEPSG(27700);
    grid.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRCoordinateTransformationOptions options;
    options.SetAreaOfInterest(-9.0, 49.75, 2.01, 61.01);
    const std::unique_ptr<OGRCoordinateTransformation> transformation(
        OGRCreateCoordinateTransformation(&from, &grid, options));
    if (!transformation)
        return cannotProject(messages.text());

    std::vector<double> x(points.size());
    std::vector<double> y(points.size());
    for (size_t i = 0; i < points.size(); ++i) {
        x[i] = points[i].x();
        y[i] = points[i].y();
    }
    constexpr double farthest = 3.0e6;
    if (!transformation->Transform(static_cast<int>(points.size()), x.data(), y.data(), nullptr, nullptr))
        return cannotProject(messages.text());
    for (size_t i = 0; i < points.size(); ++i) {
        points[i] = {x[i], y[i]};
        if (!(std::abs(x[i]) < farthest && std::abs(y[i]) < farthest))
            return cannotProject(messages.text());
    }
    return Done{};
}

bool looksLikeDegrees(std::span<const QPointF> points)
{
    return std::all_of(points.begin(), points.end(), [](const QPointF &point) {
        return std::abs(point.x()) <= 180.0 && std::abs(point.y()) <= 90.0;
    });
}

} // namespace atlas
