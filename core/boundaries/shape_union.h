#pragma once

#include "core/boundaries/shape_collector.h"

#include <cstddef>
#include <span>

namespace atlas {

/// Unites the shapes of features that belong to one area where they overlap: what is covered twice would be a
/// hole in it. The first of them gets the whole, the others nothing. `areaOfFeature` says which area each
/// feature belongs to.
void uniteOverlaps(ShapeCollector &shapes, std::span<const size_t> areaOfFeature);

} // namespace atlas
