#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"
#include "core/robustness/assumptions.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace atlas {

/// How much of the variance of an output one of its inputs explains.
struct SobolIndex
{
    double first = 0;      ///< by itself; NaN where the output does not vary
    double firstError = 0; ///< standard error of that, from the samples
    double total = 0;      ///< with all that it does together with others
    double totalError = 0;
};

/// Sobol's indices of independent inputs, each a stream of random numbers, by the estimators of Saltelli et
/// al. (2010, "Variance based sensitivity analysis of model output"): with y of two samples A and B, and of A
/// with one input taken from B,
///   first = mean(yB (yAB - yA)) / V,   total = mean((yA - yAB)^2) / 2V,   V = variance of yA and yB
///   together.
/// Calls `output` samples * (inputs + 2) times, from several threads, with one stream for each input.
/// Reports progress from 0 to 1; fails when it is cancelled.
Result<std::vector<SobolIndex>> sobolIndices(size_t inputs, int samples, uint64_t seed,
                                             const std::function<double(std::span<const uint64_t>)> &output,
                                             Progress &progress);

/// What ranks depend on most.
struct RankSensitivity
{
    struct Entry
    {
        Assumption assumption = Assumption::Rounding;
        SobolIndex index;
    };
    std::vector<Entry> entries; ///< of the assumptions that vary
    int samples = 0;
    uint64_t seed = 0;
};

/// The indices of the assumptions that vary on the mean rank shift: the mean over areas of how many places
/// the rank of a draw is from that of the index.
Result<RankSensitivity> rankSensitivity(const Dataset &dataset, const IndexSettings &settings,
                                        const Assumptions &assumptions, int samples, uint64_t seed,
                                        Progress &progress);

/// What becomes of the ranks without one of the indicators in use.
struct LeftOut
{
    size_t indicator = 0;
    std::vector<double> shifts; ///< for each area, its rank without less that with it; NaN without either
    double meanShift = 0;       ///< mean distance, in places
    double largestShift = 0;
};
/// One for each indicator in use, in their order; none when there is but one.
std::vector<LeftOut> leaveOneOut(const Dataset &dataset, const IndexSettings &settings);

} // namespace atlas
