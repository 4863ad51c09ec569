#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <span>
#include <vector>

namespace atlas {

/// Areas by rank, then by name; areas without a rank last.
std::vector<size_t> orderByRank(const Dataset &dataset, std::span<const double> ranks);
std::vector<size_t> orderByRank(const Dataset &dataset, const IndexResult &result);

} // namespace atlas
