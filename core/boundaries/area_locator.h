#pragma once

#include "core/boundaries/boundary_set.h"

#include <memory>
#include <optional>

namespace atlas {

/// Answers "which area is here". A packed R-tree over the areas' boxes, then an exact test of the rings.
class AreaLocator
{
public:
    explicit AreaLocator(std::shared_ptr<const BoundarySet> boundaries);
    ~AreaLocator();

    /// The area that holds this point (British National Grid, metres): inside an odd number of its rings.
    /// Where areas overlap, the one with the smallest box. Nothing outside every area.
    std::optional<size_t> areaAt(QPointF point) const;

private:
    struct Index;
    std::shared_ptr<const BoundarySet> m_boundaries;
    std::unique_ptr<const Index> m_index;
};

} // namespace atlas
