#pragma once

#include "core/index/index_settings.h"

#include <span>
#include <vector>

namespace atlas {

/// Ranks of scores: 1 for the highest, ties by the rule; halves occur with RankRule::Average only.
/// 0 for NaN, which is absence.
std::vector<double> rankScores(std::span<const double> scores, RankRule rule = RankRule::Minimum);

/// The rank of one of them, as rankScores() gives it, without ranking the others.
double rankOf(std::span<const double> scores, size_t area, RankRule rule = RankRule::Minimum);

/// Spearman's rank correlation of two columns without NaN, equal values sharing the mean of their places
/// (Spearman 1904, "The Proof and Measurement of Association between Two Things"); NaN for fewer than two
/// rows, or where all values of a column are equal.
double rankCorrelation(std::span<const double> first, std::span<const double> second);

} // namespace atlas
