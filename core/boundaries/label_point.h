#pragma once

#include "core/boundaries/boundary_set.h"

namespace atlas {

/// Where a label fits best: the centre and radius (metres) of the largest circle inside an area.
struct LabelPoint
{
    QPointF centre;
    double radius = 0; ///< 0 when the area has no shape, or one with no inside

    bool operator==(const LabelPoint &) const = default;
};

/// The pole of inaccessibility of the area's largest part (GEOS's maximum inscribed circle), exact to
/// a fiftieth of the part's size.
LabelPoint labelPoint(const BoundarySet &boundaries, size_t area);

/// One for each area.
std::vector<LabelPoint> labelPoints(const BoundarySet &boundaries);

} // namespace atlas
