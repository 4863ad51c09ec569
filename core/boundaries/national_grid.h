#pragma once

#include "core/common/result.h"

#include <QPointF>

#include <span>

class OGRSpatialReference;

namespace atlas {

/// Whether points are metres on the British National Grid already, by the file's coordinate system.
bool isNationalGrid(const OGRSpatialReference &system);

/// Projects points in place from `system` (x east or longitude, y north or latitude) to the British
/// National Grid, EPSG:27700. One operation for all points; without the OSTN15 grid the datum shift is
/// good to about 4 m. Fails when a point cannot be projected or lies more than 3,000 km away.
Result<Done> projectToNationalGrid(const OGRSpatialReference &system, std::span<QPointF> points);

/// True when all points may be longitude and latitude in degrees.
bool looksLikeDegrees(std::span<const QPointF> points);

} // namespace atlas
