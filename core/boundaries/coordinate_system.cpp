#include "core/boundaries/coordinate_system.h"

#include "core/boundaries/national_grid.h"
#include "core/boundaries/text.h"
#include "core/common/gdal_session.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

namespace atlas {

namespace {

constexpr int degreesCode = 4326;
constexpr int britishGridCode = 27700;
constexpr int irishGridCode = 29902;
constexpr int webMercatorCode = 3857;
constexpr int utmCode = 32630; ///< of the zone that most of Britain is in

bool isWithin(const QRectF &extent, double west, double south, double east, double north)
{
    return extent.left() >= west && extent.right() <= east && extent.top() >= south
           && extent.bottom() <= north;
}

double farthestIn(const QRectF &extent)
{
    return std::max({std::abs(extent.left()), std::abs(extent.right()), std::abs(extent.top()),
                     std::abs(extent.bottom())});
}

/// Metres of UTM zone 30N in Britain; Web Mercator has it further north and west.
bool isUtmOfBritain(const QRectF &extent)
{
    const bool isMercator = extent.top() > 6.38e6 && extent.right() < 210e3;
    return isWithin(extent, 150e3, 5.4e6, 900e3, 6.8e6) && !isMercator;
}

QRectF transposed(const QRectF &extent)
{
    return {extent.top(), extent.left(), extent.height(), extent.width()};
}

/// Whether numbers are latitudes before longitudes, in a file that states a system of degrees, or none.
bool areSwapped(const OGRSpatialReference *stated, const CoordinateNumbers &numbers)
{
    if (stated && !stated->IsGeographic())
        return false;
    const QRectF &extent = numbers.extent;
    const QRectF turned = transposed(extent);
    if (!mayBeDegrees(extent)) // without a system it may be a drawing
        return stated && isWithin(turned, -180, -90, 180, 90);
    if (!isWithin(turned, -9, 49, 2.7, 61.5))
        return false;
    // There is Britain with its axes swapped, and open sea, but for the Seychelles in the south.
    constexpr double seychelles = -3.5;
    return numbers.areBritish || numbers.areNorthernIrish || extent.bottom() > seychelles;
}

/// Whether a system has these numbers in Britain or about it. One that names a file is not looked at.
bool isAboutBritain(const OGRSpatialReference &stated, const QRectF &extent)
{
    if (!checkNamesNoFile(stated))
        return true;
    OGRSpatialReference from(stated);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference degrees;
    degrees.importFromEPSG(degreesCode);
    degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> transformation(
        OGRCreateCoordinateTransformation(&from, &degrees));
    double x = extent.center().x();
    double y = extent.center().y();
    const GdalMessages messages; // where it cannot be at all, PROJ says so
    if (!transformation || !transformation->Transform(1, &x, &y))
        return false;
    return x > -12 && x < 5 && y > 47 && y < 63;
}

/// The one that people use whose numbers look like these; nothing when none does.
/// `isMeantForBritain` says that the file is of Britain, by its codes or its system.
std::optional<int> plausibleCode(const CoordinateNumbers &numbers, bool isMeantForBritain)
{
    const QRectF &extent = numbers.extent;
    if (mayBeDegrees(extent))
        return degreesCode;
    if (numbers.areNorthernIrish && isWithin(extent, 170e3, 290e3, 380e3, 470e3))
        return irishGridCode;
    constexpr double leastOfMetres = 1000;
    if (farthestIn(extent) < leastOfMetres)
        return {};
    if (isWithin(extent, -100e3, -100e3, 800e3, 1350e3))
        return britishGridCode;
    if (isMeantForBritain && isUtmOfBritain(extent))
        return utmCode;
    constexpr double edgeOfMercator = 20037600;
    if (isWithin(extent, -edgeOfMercator, -edgeOfMercator, edgeOfMercator, edgeOfMercator))
        return webMercatorCode;
    return {};
}

OGRSpatialReference systemOf(int epsg)
{
    OGRSpatialReference system;
    system.importFromEPSG(epsg);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

QString textOf(int epsg)
{
    switch (epsg) {
    case degreesCode:
        return Text::tr("degrees (EPSG:4326)");
    case britishGridCode:
        return Text::tr("metres on the British National Grid (EPSG:27700)");
    case irishGridCode:
        return Text::tr("metres on the Irish Grid (EPSG:29902)");
    case utmCode:
        return Text::tr("metres of UTM zone 30N (EPSG:32630)");
    default:
        break;
    }
    return Text::tr("metres of Web Mercator (EPSG:3857)");
}

QString extentText(const QRectF &extent)
{
    const double farthest = farthestIn(extent);
    return QLocale::c().toString(farthest, 'f', farthest < 1000 ? 1 : 0);
}

bool isBritishGrid(const OGRSpatialReference &system)
{
    return QString::fromUtf8(system.GetAuthorityCode(nullptr)) == QString::number(britishGridCode);
}

/// What to say where the stated system and the numbers contradict each other; empty where they do not.
QString contradiction(const OGRSpatialReference &stated, const CoordinateNumbers &numbers)
{
    const QRectF &extent = numbers.extent;
    if (stated.IsGeographic())
        return mayBeDegrees(extent)
                   ? QString()
                   : Text::tr(
                         "The file says that its coordinate system is %1, in degrees, but its numbers go up "
                         "to %2")
                         .arg(systemText(stated), extentText(extent));
    const bool isProjected = stated.IsProjected() != 0;
    if (isProjected && mayBeDegrees(extent) && !numbers.areWhole)
        return Text::tr(
                   "The file says that its coordinate system is %1, in metres, but all its numbers are small "
                   "enough for degrees")
            .arg(systemText(stated));
    if (isBritishGrid(stated) && !mayBeDegrees(extent) && !mayBeNationalGrid(extent))
        return Text::tr(
                   "The file says that its coordinate system is %1, but its numbers are far outside of it")
            .arg(systemText(stated));
    if (isProjected && numbers.areBritish && !isAboutBritain(stated, extent))
        return Text::tr("The file says that its coordinate system is %1, but that would put areas with codes "
                        "of Great Britain elsewhere")
            .arg(systemText(stated));
    return {};
}

/// What to say where latitudes come first.
QString swapRemark()
{
    return Text::tr("The numbers give latitude before longitude; they are taken the other way round. "
                    "--crs EPSG:4326 takes them as they stand.");
}

} // namespace

Result<OGRSpatialReference> systemByCode(const QString &code)
{
    static const QRegularExpression epsg(QStringLiteral("^\\s*(epsg:)?(\\d{4,6})\\s*$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = epsg.match(code);
    const GdalMessages messages;
    OGRSpatialReference system;
    if (!match.hasMatch() || system.importFromEPSG(match.captured(2).toInt()) != OGRERR_NONE)
        return Error{
            Text::tr("\"%1\" is no coordinate system that is known. Write it as EPSG:27700, or look it "
                     "up on epsg.io.")
                .arg(code),
            messages.text()};
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

QString systemText(const OGRSpatialReference &system)
{
    const QString name = QString::fromUtf8(system.GetName());
    const char *authority = system.GetAuthorityName(nullptr);
    const char *code = system.GetAuthorityCode(nullptr);
    if (!authority || !code)
        return name.isEmpty() ? Text::tr("one without a name") : name;
    return QStringLiteral("%1 (%2:%3)").arg(name, QString::fromUtf8(authority), QString::fromUtf8(code));
}

bool mayBeDegrees(const QRectF &extent)
{
    constexpr double rounding = 1e-6;
    return isWithin(extent, -180 - rounding, -90 - rounding, 360 + rounding, 90 + rounding);
}

bool mayBeNationalGrid(const QRectF &extent)
{
    const bool isWebMercatorOfBritain = isWithin(extent, -1.3e6, 6.2e6, 0.4e6, 8.9e6);
    return !mayBeDegrees(extent) && !isWebMercatorOfBritain && !isUtmOfBritain(extent);
}

Result<TakenSystem> takenSystem(const OGRSpatialReference *stated, const CoordinateNumbers &numbers)
{
    if (areSwapped(stated, numbers)) {
        TakenSystem taken{stated ? *stated : systemOf(degreesCode), swapRemark(), true};
        taken.system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        return taken;
    }
    const QString contradicted = stated ? contradiction(*stated, numbers) : QString();
    if (stated && contradicted.isEmpty()) {
        TakenSystem taken{*stated, {}};
        taken.system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        return taken;
    }
    const auto plausible = plausibleCode(numbers, numbers.areBritish || (stated && isBritishGrid(*stated)));
    if (!plausible && stated)
        return Error{
            Text::tr("%1. Say which system it is with --crs EPSG:N, or export it again.").arg(contradicted),
            {}};
    const int code = plausible.value_or(britishGridCode);
    const QString remark =
        stated
            ? Text::tr("%1; they are taken as %2. --crs EPSG:N says otherwise.")
                  .arg(contradicted, textOf(code))
            : Text::tr("The file does not say which coordinate system it uses; its numbers are taken as %1. "
                       "--crs EPSG:N says otherwise.")
                  .arg(textOf(code));
    return TakenSystem{systemOf(code), remark};
}

} // namespace atlas
