#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"

#include <QByteArray>
#include <QPointF>
#include <QRectF>

#include <span>

#include <ogr_spatialref.h>

#include <QString>

namespace atlas {

/// Fails when the system names a file by its path, before anything opens that.
Result<Done> checkNamesNoFile(const OGRSpatialReference &system);

/// Whether points are metres on the British National Grid already, by the file's coordinate system.
bool isNationalGrid(const OGRSpatialReference &system);

/// The same by the text of a .prj file, for the few spellings of it that nearly every such file has; it takes
/// no time, where PROJ takes 15 ms to start. False for any other text, which then needs a closer look.
bool isPlainlyNationalGrid(const QByteArray &prj);

/// A plane that points are projected to.
struct PlaneTarget
{
    OGRSpatialReference system;
    QString name; ///< for messages
    bool isNationalGrid = false;
};

/// Projects points in place from `system` to a plane in metres; see projectToNationalGrid(). In other planes
/// than the British National Grid a point may be half the globe away.
Result<Done> projectPoints(const OGRSpatialReference &system, const PlaneTarget &target,
                           std::span<QPointF> points, const QRectF &extent, Progress &progress);

/// Projects points in place from `system` (x east or longitude, y north or latitude) to the British
/// National Grid, EPSG:27700. `extent` is the box around them. One operation for all points; without the
/// OSTN15 grid the datum shift is good to about 4 m. Many points are interpolated on a grid of projected
/// ones where that is within half a millimetre of the exact projection. Fails when `system` names a file by
/// its path, when a point cannot be projected or lies more than 3,000 km away, or when it was cancelled,
/// which is looked at every few milliseconds. Reports progress from `progress.fraction()` to 1.
Result<Done> projectToNationalGrid(const OGRSpatialReference &system, std::span<QPointF> points,
                                   const QRectF &extent, Progress &progress);

} // namespace atlas
