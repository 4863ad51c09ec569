#pragma once

#include "app/method/option_list.h"
#include "core/common/progress.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <QLocale>

#include <optional>
#include <span>
#include <vector>

namespace atlas {

/// What settings would do to the ranks.
struct RankEffect
{
    std::optional<Error> refusal = {}; ///< why they give no ranks at all
    int ranked = 0;                    ///< areas with a rank before and after; the rest is over those
    int moved = 0;
    QString remark = {};                 ///< the first on what they give; empty without any
    int lost = 0;                        ///< areas that have a rank before and none after
    std::optional<size_t> farthest = {}; ///< the area that moves most; the first of several
    double from = 0;                     ///< its rank before
    double to = 0;
};

/// Compares ranks, 0 for none, one for each area.
RankEffect rankEffect(std::span<const double> before, const IndexResult &after);

/// For each of the settings. Ends early, with fewer, when cancelled.
std::vector<RankEffect> rankEffects(const Dataset &dataset, std::span<const double> before,
                                    const std::vector<IndexSettings> &settings, Progress &progress);

/// "moves 7 of 39 ranks, Lancashire most: 10th to 13th".
OptionList::Effect effectText(const RankEffect &effect, const Dataset &dataset, const QLocale &locale);

} // namespace atlas
