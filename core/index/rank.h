#pragma once

#include <span>
#include <vector>

namespace atlas {

/// Standard competition ranks ("1, 2, 2, 4"): 1 for the highest score, ties share the better rank.
/// 0 for NaN, which is absence.
std::vector<int> competitionRanks(std::span<const double> scores);

} // namespace atlas
