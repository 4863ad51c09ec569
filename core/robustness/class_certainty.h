#pragma once

#include "core/robustness/monte_carlo.h"

#include <span>
#include <vector>

namespace atlas {

/// Whether an area's class holds when figures, weights or methods are others.
enum class ClassCertainty {
    None,    ///< there is no class
    Open,    ///< less than likely
    Likely,  ///< in at least 66 % of the draws
    Certain, ///< in at least 95 % of the draws
};

/// Shares of draws, in the words of Mastrandrea et al. (2010), "Guidance Note for Lead Authors of the IPCC
/// Fifth Assessment Report on Consistent Treatment of Uncertainties", table 1: "likely" is 66 % or more. The
/// 95 % are those of the band of ranks.
inline constexpr double likelyShare = 0.66;
inline constexpr double certainShare = 0.95;

/// `classes` are those that the draws were made for, one for each area.
std::vector<ClassCertainty> classCertainty(const RankUncertainty &uncertainty, std::span<const int> classes);

} // namespace atlas
