#include "core/boundaries/map_projection.h"

#include "core/boundaries/date_line.h"
#include "core/boundaries/national_grid.h"
#include "core/boundaries/text.h"
#include "core/common/gdal_session.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>

namespace atlas {

namespace {

constexpr double halfTurn = 180;

/// Where the shapes are in degrees; nothing when they cannot be there.
std::optional<GlobeExtent> onTheGlobe(const OGRSpatialReference &system, const ShapeCollector &shapes)
{
    if (system.IsGeographic())
        return globeExtent(shapes);
    OGRSpatialReference from(system);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference degrees;
    degrees.importFromEPSG(4326);
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> transformation(
        OGRCreateCoordinateTransformation(&from, &degrees));
    const QRectF box = shapes.extent();
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    constexpr int pointsOnAnEdge = 21;
    if (!transformation
        || !transformation->TransformBounds(box.left(), box.top(), box.right(), box.bottom(), &west, &south,
                                            &east, &north, pointsOnAnEdge))
        return {};
    constexpr double wholeTurn = 360;
    return GlobeExtent{west, east < west ? east + wholeTurn - west : east - west, south, north};
}

bool isInBritain(const GlobeExtent &extent)
{
    return extent.west >= -11 && extent.west + extent.width <= 2.7 && extent.south >= 49
           && extent.north <= 61.6;
}

MapProjection utmZone(const GlobeExtent &extent)
{
    constexpr double widthOfZone = 6;
    constexpr int north = 32600;
    constexpr int south = 32700;
    double middle = extent.middle();
    if (middle >= 180)
        middle -= 360;
    const int zone = std::clamp(static_cast<int>(std::floor((middle + 180) / widthOfZone)) + 1, 1, 60);
    const bool isNorth = extent.south + extent.north >= 0;
    const int code = (isNorth ? north : south) + zone;
    return {Text::tr("UTM zone %1 (EPSG:%2)")
                .arg(QString::number(zone) + QLatin1Char(isNorth ? 'N' : 'S'))
                .arg(code),
            QStringLiteral("EPSG:%1").arg(code)};
}

QString degreesText(int degrees, const QString &positive, const QString &negative)
{
    return QStringLiteral("%1\u00B0\u00A0%2").arg(std::abs(degrees)).arg(degrees < 0 ? negative : positive);
}

MapProjection equalAreaAround(const GlobeExtent &extent)
{
    auto longitude = static_cast<int>(std::lround(extent.middle()));
    if (longitude > 180)
        longitude -= 360;
    const auto latitude = static_cast<int>(std::lround((extent.south + extent.north) / 2));
    return {Text::tr("Lambert azimuthal equal-area projection around %1 %2")
                .arg(degreesText(latitude, Text::tr("N"), Text::tr("S")),
                     degreesText(longitude, Text::tr("E"), Text::tr("W"))),
            QStringLiteral("+proj=laea +lat_0=%1 +lon_0=%2 +datum=WGS84 +units=m +no_defs")
                .arg(latitude)
                .arg(longitude)};
}

MapProjection equalEarth()
{
    return {Text::tr("Equal Earth projection"),
            QStringLiteral("+proj=eqearth +lon_0=0 +over +datum=WGS84 +units=m +no_defs")};
}

bool isEqualEarth(const MapProjection &projection)
{
    return projection.definition.startsWith(QLatin1String("+proj=eqearth"));
}

MapProjection suitable(const GlobeExtent &extent)
{
    constexpr double widestForZone = 9;
    constexpr double tallestForZone = 20;
    constexpr double widestForContinent = 160;
    constexpr double mostPolar = 80;
    if (isInBritain(extent))
        return {};
    if (extent.width <= widestForZone && extent.north - extent.south <= tallestForZone
        && extent.south > -mostPolar && extent.north < mostPolar)
        return utmZone(extent);
    return extent.width <= widestForContinent ? equalAreaAround(extent) : equalEarth();
}

Result<MapProjection> projectionByCode(const QString &code)
{
    const auto system = systemByCode(code);
    if (!system)
        return system.error();
    constexpr double rounding = 1e-9;
    if (!system->IsProjected() || std::abs(system->GetLinearUnits() - 1) > rounding)
        return Error{
            Text::tr("%1 is no projection in metres. Choose one that is, such as EPSG:27700 or EPSG:3035.")
                .arg(systemText(*system)),
            {}};
    const QString authority = QString::fromUtf8(system->GetAuthorityCode(nullptr));
    const MapProjection national;
    if (national.definition.endsWith(QLatin1Char(':') + authority))
        return national;
    return MapProjection{systemText(*system), QStringLiteral("EPSG:") + authority};
}

/// The longitude in the middle of a projection.
double centralMeridian(const OGRSpatialReference &plane)
{
    const double meridian = plane.GetNormProjParm(SRS_PP_CENTRAL_MERIDIAN, 0);
    return plane.GetNormProjParm(SRS_PP_LONGITUDE_OF_CENTER, meridian);
}

/// Whether two places beside each other across this meridian are far apart in the plane, as at the edges of a
/// map of the world.
bool hasSeamAt(const OGRSpatialReference &plane, double meridian, double latitude)
{
    OGRSpatialReference degrees;
    degrees.importFromEPSG(4326);
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference to(plane);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> transformation(
        OGRCreateCoordinateTransformation(&degrees, &to));
    constexpr double beside = 0.001;
    std::array<double, 2> x = {meridian - beside, meridian + beside};
    std::array<double, 2> y = {latitude, latitude};
    constexpr double farApart = 1.0e6;
    return transformation && transformation->Transform(2, x.data(), y.data())
           && std::hypot(x[1] - x[0], y[1] - y[0]) > farApart;
}

/// Cuts shapes where the plane is cut, if it is cut anywhere, and puts all in one turn of the globe.
void cutAtSeam(const OGRSpatialReference &plane, ShapeCollector &shapes)
{
    const double middle = centralMeridian(plane);
    const QRectF box = shapes.extent();
    if (!hasSeamAt(plane, middle + halfTurn, std::clamp(box.center().y(), -60.0, 60.0))) {
        turnTowards(shapes, globeExtent(shapes).middle());
        return;
    }
    for (QPointF &point : shapes.points())
        point.rx() -= middle;
    shapes.updateBoxes();
    cutAtDateLine(shapes);
    constexpr double edge = halfTurn - 1e-7; // a centimetre inside, so that it stays on its side
    for (QPointF &point : shapes.points())
        point.setX(std::clamp(point.x(), -edge, edge) + middle);
    shapes.updateBoxes();
}

} // namespace

Result<MapProjection> chooseProjection(const OGRSpatialReference &system, const ShapeCollector &shapes,
                                       const QString &wanted)
{
    const GdalMessages messages;
    if (!wanted.isEmpty())
        return projectionByCode(wanted);
    if (isNationalGrid(system))
        return MapProjection();
    if (const auto sound = checkNamesNoFile(system); !sound)
        return sound.error();
    const auto extent = onTheGlobe(system, shapes);
    if (!extent)
        return Error{
            Text::tr("The boundaries have no place on the globe in their coordinate system, %1. Say which "
                     "it is with --crs EPSG:N, or export them again.")
                .arg(systemText(system)),
            messages.text()};
    return suitable(*extent);
}

Result<Done> projectShapes(const OGRSpatialReference &system, const MapProjection &projection,
                           ShapeCollector &shapes, Progress &progress)
{
    OGRSpatialReference plane;
    const GdalMessages messages;
    if (plane.SetFromUserInput(projection.definition.toUtf8().constData()) != OGRERR_NONE)
        return Error{Text::tr("%1 is not known to PROJ. Choose another projection.").arg(projection.name),
                     messages.text()};
    if (system.IsGeographic() && !projection.isNationalGrid()) {
        if (isEqualEarth(projection))
            cutAtDateLine(shapes);
        else if (projection.definition.startsWith(QLatin1String("EPSG:")))
            cutAtSeam(plane, shapes);
        else
            turnTowards(shapes, globeExtent(shapes).middle());
    }
    auto projected = projectPoints(system, {plane, projection.name, projection.isNationalGrid()},
                                   shapes.points(), shapes.extent(), progress);
    if (projected)
        shapes.updateBoxes();
    return projected;
}

} // namespace atlas
