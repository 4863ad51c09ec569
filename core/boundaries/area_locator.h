#pragma once

#include "core/boundaries/boundary_set.h"

#include <memory>
#include <optional>
#include <vector>

namespace atlas {

/// Answers "which area is here" and "which areas are in this rectangle". Safe from several threads at once.
/// A packed R-tree over the areas' boxes finds the few that may hold a point. Their rings are cut into short
/// pieces with a box each, so that only edges near the point's meridian are looked at.
class AreaLocator
{
public:
    explicit AreaLocator(std::shared_ptr<const BoundarySet> boundaries);
    ~AreaLocator();

    /// The area that holds this point (British National Grid, metres): inside an odd number of its rings, as
    /// boost::geometry::within() says of each. Where areas overlap, the one with the smallest box, and of
    /// equal ones the first. Nothing outside every area.
    std::optional<size_t> areaAt(QPointF point) const;
    /// All areas that hold it, in that order.
    std::vector<size_t> areasAt(QPointF point) const;

    /// The areas whose box touches this rectangle (top() is its south edge), in rising order.
    std::vector<size_t> areasIn(const QRectF &box) const;
    /// The areas of which some part is in this rectangle or on its edge, in rising order.
    std::vector<size_t> areasTouching(const QRectF &box) const;

private:
    struct Index;
    std::shared_ptr<const BoundarySet> m_boundaries;
    std::unique_ptr<const Index> m_index;
};

} // namespace atlas
