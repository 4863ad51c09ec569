#pragma once

#include "core/classification/class_scheme.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/tables/table.h"

#include <memory>
#include <vector>

namespace atlas {

/// A result and how its scores are cut into classes.
struct ComparedResult
{
    const IndexResult *result = nullptr;
    ClassScheme scheme = 4;
};

/// What two results of the same dataset make of its areas.
struct RankComparison
{
    std::vector<int> firstClasses;  ///< for each area; 0 where it has none
    std::vector<int> secondClasses; ///< the same of the second
    std::vector<double> shifts;     ///< rank by the second less rank by the first; NaN where one is missing
    int compared = 0;               ///< areas with both ranks; the rest is over those
    int onlyOne = 0;                ///< areas with one of them only
    int moved = 0;                  ///< with another rank
    int otherClass = 0;             ///< in another class
    double largestShift = 0;        ///< in places, 0 or more
    double correlation = 0;         ///< of the ranks, Spearman's; NaN as rankCorrelation() says
};

RankComparison compareRanks(const ComparedResult &first, const ComparedResult &second);

/// Both side by side, in the order of the first: area_code, area_name, score_a, rank_a, class_a, score_b,
/// rank_b, class_b, rank_shift, and what_if where values are tried.
Table comparisonTable(const std::shared_ptr<const Dataset> &dataset, const ComparedResult &first,
                      const ComparedResult &second);

} // namespace atlas
