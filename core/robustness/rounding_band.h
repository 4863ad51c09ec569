#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// A best and a worst rank; both 0 for an area without a rank.
struct RankBand
{
    int low = 0;
    int high = 0;

    bool operator==(const RankBand &) const = default;
};

/// How far the number behind a printed value may be from it: half a unit of the last decimal that any of
/// these values has, 0.05 for a column such as 4.7, 4, 3.9. Nine decimals count at most. NaN is skipped; 0
/// when nothing is left.
double halfUnit(std::span<const double> printed);

/// How far the numbers behind the values of a dataset may be from them; the same whatever the index is made
/// of. Where values have been divided, it is the value before that has been rounded; its denominator counts
/// as exact, and so does a value that is tried.
class HalfUnits
{
public:
    explicit HalfUnits(const Dataset &dataset);

    /// 0 where nothing is known to have been rounded.
    double of(size_t indicator, size_t area) const
    {
        const std::vector<double> &own = m_ofAreas[indicator];
        return own.empty() ? m_ofIndicator[indicator] : own[area];
    }

private:
    std::vector<double> m_ofIndicator;          ///< the same for all areas
    std::vector<std::vector<double>> m_ofAreas; ///< where it is not the same; else empty
};

/// Whether scores move in proportion to the values, which an exact band needs: arithmetic means of scales
/// that are neither ranks nor held between ends, without outliers treated.
bool isLinear(const IndexResult &result);

/// What the rounding of printed values leaves open. What fixes the scales (means, standard deviations, ends)
/// is held at that of the printed values. All NaN and 0 where the index is not linear.
struct RoundingBand
{
    std::vector<double> reach;   ///< how far the score of each area may be from the computed one
    std::vector<RankBand> ranks; ///< exact: each end is reached by some values that round to those printed
};

RoundingBand roundingBand(const IndexResult &result, const HalfUnits &halfUnits);

/// What is missing in score for `above` to be level with `below` when everything is rounded in its favour;
/// 0 or less where rounding can explain that it ranks above. Both areas need a score.
double roundingShortfall(const IndexResult &result, const RoundingBand &band, size_t above, size_t below);

/// How many draws of an index can be made in minutes: as many as anybody likes, but with Copeland's method,
/// which compares every area with every other. May be none.
int mostDraws(const IndexResult &result);
Error tooManyDraws(const IndexResult &result, int draws);

/// Two areas, of which the first may come out above the second.
struct AreaOrder
{
    size_t above = 0;
    size_t below = 0;

    bool operator==(const AreaOrder &) const = default;
};

/// What was seen in draws of values that round to those printed.
struct RoundingDraws
{
    /// What the command line draws, and the window unless there are very many areas.
    static constexpr int usualDraws = 10000;
    static constexpr uint64_t usualSeed = 1;

    int draws = 0;
    uint64_t seed = 0;
    std::vector<RankBand> ranks;
    std::vector<AreaOrder> ordersSeen; ///< of those asked for, the ones that came out at least once

    bool hasSeen(const AreaOrder &order) const;
};

/// Draws each value anywhere within half a unit, means and standard deviations made anew, and looks at the
/// ranks, and at whether areas come out level or in the orders given. The same seed gives the same for any
/// number of threads. Reports progress from 0 to 1; fails when it is cancelled, when there are more than
/// mostDraws(), or when memory is short.
Result<RoundingDraws> drawRoundingBand(const Dataset &dataset, const IndexSettings &settings, int draws,
                                       uint64_t seed, Progress &progress,
                                       std::span<const AreaOrder> orders = {});

} // namespace atlas
