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
/// indicator in use (its normalised value; higher is more disengaged), score, rank, class (1 least
/// disengaged), published_rank where the data give one, and what_if where values are tried: the codes of
/// those of the row. Missing is an empty cell. Numbers read back
/// exactly; C locale. Rows are the areas in `order`; own breaks are scores.
TextTable indexTable(const Dataset &dataset, const IndexResult &result, const ClassScheme &scheme,
                     std::span<const size_t> order);

/// A result and how its scores are cut into classes.
struct ComparedResult
{
    const IndexResult *result = nullptr;
    ClassScheme scheme = 4;
};

/// Two results of the same dataset side by side, in the order of the first: area_code, area_name, score_a,
/// rank_a, class_a, score_b, rank_b, class_b, and rank_shift, which is rank_b less rank_a.
TextTable comparisonTable(const Dataset &dataset, const ComparedResult &a, const ComparedResult &b);

/// Adds score_CODE and rank_CODE of each domain and sub-index to a table whose rows are the areas in `order`.
void addNodes(TextTable &table, const IndexResult &result, RankRule rankRule, std::span<const size_t> order);

} // namespace atlas
