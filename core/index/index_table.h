#pragma once

#include "core/common/text_table.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"

#include <span>

namespace atlas {

/// Areas by rank, then by name; areas without a rank last.
std::vector<size_t> orderByRank(const Dataset &dataset, const IndexResult &result);

/// The table that is exported: area_code, area_name, the raw value of every indicator, z_CODE for each
/// indicator in use (higher is more disengaged), score, rank, class (1 least disengaged), and published_rank
/// where the data give one. Missing is an empty cell. Numbers read back exactly; C locale.
/// Rows are the areas in `order`; own breaks are scores.
TextTable indexTable(const Dataset &dataset, const IndexResult &result, int classCount,
                     std::span<const size_t> order, OwnBreaks breaks = {});

} // namespace atlas
