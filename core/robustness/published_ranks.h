#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/robustness/rounding_band.h"

#include <utility>
#include <vector>

namespace atlas {

/// How published ranks compare with those of the index, over the areas that have both.
struct PublishedRanks
{
    int compared = 0;
    int equal = 0;
    double largestShift = 0; ///< in places; a half where tied ranks are averaged
    double correlation = 0;  ///< Spearman's; NaN when fewer than two areas have both
    /// Neighbours in the published order, the better one first, whose order no rounding of the printed values
    /// can explain; see roundingShortfall(). Where an indicator is left out, values are tried, or one of the
    /// two has a value missing, that explains it, and there is no such pair.
    std::vector<std::pair<size_t, size_t>> unexplained;
    /// Neighbours in the published order, the better one first, whose scores stand the other way round and
    /// which rounding can explain.
    std::vector<std::pair<size_t, size_t>> explained;
};

PublishedRanks comparePublishedRanks(const Dataset &dataset, const IndexResult &result,
                                     const RoundingBand &band);

} // namespace atlas
