#pragma once

#include "core/boundaries/boundary_set.h"

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace atlas {

/// Where a label fits best: the centre and radius (metres) of the largest circle inside an area.
struct LabelPoint
{
    QPointF centre;
    double radius = 0; ///< 0 when the area has no shape, or one with no inside

    bool operator==(const LabelPoint &) const = default;
};

/// The pole of inaccessibility of the area's largest part (GEOS's maximum inscribed circle), exact to
/// a fiftieth of the part's size. Of a sliver, ten thousand times as long as it is wide, any point inside; of
/// a part whose surface is not a number that can be worked with, the middle of the area's box with radius 0.
LabelPoint labelPoint(const BoundarySet &boundaries, size_t area);

/// One for each area.
std::vector<LabelPoint> labelPoints(const BoundarySet &boundaries);

/// Label points that are worked out when they are first asked for, and kept. Safe from several threads at
/// once; none waits while another works one out.
class LabelPoints
{
public:
    explicit LabelPoints(std::shared_ptr<const BoundarySet> boundaries);

    size_t size() const { return m_boundaries->size(); }
    /// The same as labelPoint() of the area.
    LabelPoint at(size_t area) const;

private:
    std::shared_ptr<const BoundarySet> m_boundaries;
    mutable std::mutex m_mutex; ///< guards m_known
    mutable std::vector<std::optional<LabelPoint>> m_known;
};

} // namespace atlas
