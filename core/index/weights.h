#pragma once

#include "core/common/result.h"

#include <span>
#include <vector>

namespace atlas {

/// Weights from the first principal component of the correlations between columns (OECD 2008, "Handbook on
/// Constructing Composite Indicators", section 6.1): its loadings, which give the weighted mean of the
/// standardised columns that varies most. They sum to 1. Rows with a value missing in any column are left
/// out. Fails when fewer than three rows are left, a column does not vary in them, or a loading is not above
/// zero: the columns then do not all point the same way, and have no common component to weight them by.
Result<std::vector<double>> principalComponentWeights(std::span<const std::span<const double>> columns);

/// Shares in per cent, one for each member, that sum to 100: member `changed` becomes `share`, those locked
/// stay, and the others share the rest in the ratio that they had. A share that the locked ones leave no room
/// for becomes what they do leave.
std::vector<double> rebalanced(std::vector<double> shares, const std::vector<bool> &locked, size_t changed,
                               double share);

} // namespace atlas
