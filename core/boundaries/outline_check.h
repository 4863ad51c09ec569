#pragma once

#include "core/boundaries/shape_collector.h"

#include <cstddef>
#include <vector>

namespace atlas {

/// The features whose outlines cross themselves or each other, or have fewer than three corners. They are
/// drawn as they are: what is inside of an odd number of rings is filled. None where there are more than
/// 100,000 points, of which the look at all would take longer than reading them.
std::vector<size_t> flawedFeatures(const ShapeCollector &shapes);

} // namespace atlas
