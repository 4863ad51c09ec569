#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/boundaries/coordinate_system.h"
#include "core/boundaries/shape_collector.h"
#include "core/common/progress.h"
#include "core/common/result.h"

#include <ogr_spatialref.h>

namespace atlas {

/// The projection that suits shapes in this system: the British National Grid for Britain and Ireland, a UTM
/// zone for other areas up to 9 degrees wide, Lambert's azimuthal equal-area one for continents, Equal Earth
/// for the world. `wanted` names another ("EPSG:3035"), empty when none is wished for. Fails when that is no
/// projection in metres, or when the shapes have no place on the globe.
Result<MapProjection> chooseProjection(const OGRSpatialReference &system, const ShapeCollector &shapes,
                                       const QString &wanted);

/// Projects shapes from `system` to the plane, cut where the plane is: opposite to the middle of a map of the
/// world. Fails as
/// projectToNationalGrid() does.
Result<Done> projectShapes(const OGRSpatialReference &system, const MapProjection &projection,
                           ShapeCollector &shapes, Progress &progress);

} // namespace atlas
