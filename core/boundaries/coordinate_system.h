#pragma once

#include "core/common/result.h"

#include <QRectF>
#include <QString>

#include <ogr_spatialref.h>

namespace atlas {

/// The coordinate system that the numbers of a file are taken in.
struct TakenSystem
{
    OGRSpatialReference system; ///< x east or longitude, y north or latitude
    QString remark;             ///< what there is to say of it; empty when the file says it and it is so
    bool isSwapped = false;     ///< the file gives latitude or north first, longitude or east after
};

/// A coordinate system by a text such as "EPSG:27700". Fails when PROJ knows none of that name.
Result<OGRSpatialReference> systemByCode(const QString &code);

/// What a person calls a system: "OSGB36 / British National Grid (EPSG:27700)".
QString systemText(const OGRSpatialReference &system);

/// The numbers of a file, as far as they tell its system.
struct CoordinateNumbers
{
    QRectF extent;
    bool areWhole = false;         ///< as those of a drawing are; degrees never are
    bool areNorthernIrish = false; ///< all areas have codes of Northern Ireland
    bool areBritish = false;       ///< all areas have codes of Great Britain
};

/// The system that the file states (null for none) if the numbers and the areas' codes allow it, or the
/// plausible one of degrees, the British National Grid, the Irish Grid, Web Mercator and Britain's UTM zone.
/// Latitudes before longitudes are noticed where no area can be where they would be otherwise. Fails when the
/// numbers fit nothing.
Result<TakenSystem> takenSystem(const OGRSpatialReference *stated, const CoordinateNumbers &numbers);

/// True when the extent is one of metres on the British National Grid, in Britain or somewhere about.
bool mayBeNationalGrid(const QRectF &extent);

/// True when every point of the extent may be longitude and latitude in degrees.
bool mayBeDegrees(const QRectF &extent);

} // namespace atlas
