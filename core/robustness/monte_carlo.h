#pragma once

#include "core/classification/classify.h"
#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"
#include "core/robustness/assumptions.h"

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// How a run is to be made; the same gives the same, for any number of threads.
struct DrawSettings
{
    static constexpr int mostDraws = 10000000;

    Assumptions assumptions;
    int draws = 10000;
    uint64_t seed = 1;

    bool operator==(const DrawSettings &) const = default;
};

/// The ranks that each area had in many draws (OECD 2008, "Handbook on Constructing Composite Indicators",
/// section 8: uncertainty analysis). Ranks count from the best of ties.
struct RankUncertainty
{
    DrawSettings settings;
    std::vector<int>
        low; ///< for each area, a rank that 5 % of the draws are at or better than; 0 without a rank
    std::vector<int> median; ///< 50 %
    std::vector<int> high;   ///< 95 %
    /// classShares[c - 1][area]: in how many of the draws it is in class c, 0 to 1. Classes hold as many
    /// areas as they do without draws.
    std::vector<std::vector<double>> classShares;

    /// The class that most draws put an area in, and the share of those; 0 without a rank.
    std::pair<int, double> likeliestClass(size_t area) const;
};

/// `classes` are those of the index, one for each area. Reports progress from 0 to 1. Fails when it is
/// cancelled, when there are no ranks to draw, or when memory is short for so many draws.
Result<RankUncertainty> drawRanks(const Dataset &dataset, const IndexSettings &settings,
                                  std::span<const int> classes, const DrawSettings &how, Progress &progress);

} // namespace atlas
