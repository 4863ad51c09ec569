#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"

#include <QByteArray>
#include <QPointF>
#include <QRectF>

#include <span>

class OGRSpatialReference;

namespace atlas {

/// Whether points are metres on the British National Grid already, by the file's coordinate system.
bool isNationalGrid(const OGRSpatialReference &system);

/// The same by the text of a .prj file, for the few spellings of it that nearly every such file has; it takes
/// no time, where PROJ takes 15 ms to start. False for any other text, which then needs a closer look.
bool isPlainlyNationalGrid(const QByteArray &prj);

/// Projects points in place from `system` (x east or longitude, y north or latitude) to the British
/// National Grid, EPSG:27700. `extent` is the box around them. One operation for all points; without the
/// OSTN15 grid the datum shift is good to about 4 m. Many points are interpolated on a grid of projected
/// ones where that is within half a millimetre of the exact projection. Fails when `system` names a file by
/// its path, when a point cannot be projected or lies more than 3,000 km away, or when it was cancelled,
/// which is looked at every few milliseconds. Reports progress from `progress.fraction()` to 1.
Result<Done> projectToNationalGrid(const OGRSpatialReference &system, std::span<QPointF> points,
                                   const QRectF &extent, Progress &progress);

/// True when every point of the extent may be longitude and latitude in degrees.
bool looksLikeDegrees(const QRectF &extent);

} // namespace atlas
