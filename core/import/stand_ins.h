#pragma once

#include <span>
#include <vector>

namespace atlas {

/// Numbers of a column that stand where there is no value, as databases write -99 or 9999: they have such
/// digits and stand apart from all other numbers, by more than these differ among themselves, or as the only
/// negative ones. The smallest first; NaN is skipped.
std::vector<double> standInsAmong(std::span<const double> numbers);

/// Whether a number has the digits of one: -9, -99 ... -99999, 999 ... 999999.
bool mayStandIn(double number);

} // namespace atlas
