#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/robustness/rounding_band.h"

#include <vector>

namespace atlas {

/// Whether the figures as printed can be behind the order in which two neighbours were published.
enum class OrderVerdict {
    Same,         ///< their scores stand in that order, or are level
    Explained,    ///< they stand the other way round, and rounding of the printed values can explain it
    Unexplained,  ///< no rounding can; see roundingShortfall()
    Open,         ///< they stand the other way round, and the method has no exact band; draws may tell
    Incomparable, ///< an indicator is left out, values are tried, or one of the two had a value missing
};

/// Two areas with one published rank after the other, and none between.
struct PublishedOrder
{
    size_t above = 0; ///< the one with the better rank
    size_t below = 0;
    OrderVerdict verdict = OrderVerdict::Same;

    bool operator==(const PublishedOrder &) const = default;
};

/// How published ranks compare with those of the index, over the areas that have both.
struct PublishedRanks
{
    int compared = 0;
    int equal = 0;
    double largestShift = 0; ///< in places; a half where tied ranks are averaged
    double correlation = 0;  ///< Spearman's; NaN when fewer than two areas have both
    /// From the best rank: each area with all those of the next rank that there is.
    std::vector<PublishedOrder> orders;

    std::vector<PublishedOrder> with(OrderVerdict verdict) const;
};

PublishedRanks comparePublishedRanks(const Dataset &dataset, const IndexResult &result,
                                     const RoundingBand &band);

} // namespace atlas
