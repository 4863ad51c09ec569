#pragma once

#include "core/index/index_settings.h"

#include <span>
#include <vector>

namespace atlas {

/// Ranks of scores: 1 for the highest, ties by the rule; halves occur with RankRule::Average only.
/// 0 for NaN, which is absence.
std::vector<double> rankScores(std::span<const double> scores, RankRule rule = RankRule::Minimum);

} // namespace atlas
