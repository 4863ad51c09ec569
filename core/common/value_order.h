#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// The positions in `start`, which are positions of `values`, from the least value to the greatest and NaN
/// last. Equal values, and those that are NaN, keep the order that they have in `start`.
std::vector<uint32_t> orderByValue(std::span<const double> values, std::span<const uint32_t> start);

/// The same, starting from 0, 1, 2 ...
std::vector<uint32_t> orderByValue(std::span<const double> values);

/// The numbers among `values`, rising, without NaN.
std::vector<double> sortedNumbers(std::span<const double> values);

/// Of sorted numbers, so that it does not depend on the order of rows; NaN of none.
double meanOf(std::span<const double> sorted);

} // namespace atlas
