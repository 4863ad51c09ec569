#pragma once

#include "core/common/text_table.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"

#include <span>

namespace atlas {

/// Areas by rank, then by name; areas without a rank last.
std::vector<size_t> orderByRank(const Dataset &dataset, std::span<const double> ranks);
std::vector<size_t> orderByRank(const Dataset &dataset, const IndexResult &result);

/// The codes of the indicators whose value of an area is tried and not of the data, one blank between two.
QString triedValues(const Dataset &dataset, size_t area);

/// The table that is exported: area_code, area_name, the raw value of every indicator, z_CODE for each
/// indicator in use (its normalised value; higher is more disengaged), score, rank, class (1 least
/// disengaged), published_rank where the data give one, and what_if where values are tried: the codes of
/// those of the row. Missing is an empty cell. Numbers read back
/// exactly; C locale. Rows are the areas in `order`; own breaks are scores.
TextTable indexTable(const Dataset &dataset, const IndexResult &result, const ClassScheme &scheme,
                     std::span<const size_t> order);

/// Adds score_CODE and rank_CODE of each domain and sub-index to a table whose rows are the areas in `order`.
void addNodes(TextTable &table, const IndexResult &result, RankRule rankRule, std::span<const size_t> order);

} // namespace atlas
