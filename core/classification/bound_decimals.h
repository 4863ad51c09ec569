#pragma once

#include <span>
#include <utility>

namespace atlas {

/// How many decimals the bounds of classes need, so that a reader can tell one class from another: none where
/// all values are whole numbers; else at least the `usual` ones, and as many more as it takes until no two
/// classes begin or end with the same digits and none that spans different values looks like a single one.
/// Where one is usual, a second is spent if it parts the end of a class from the beginning of the next.
/// `ranges` are the least and the greatest value in each class, NaN where it is empty.
int boundDecimals(std::span<const std::pair<double, double>> ranges, std::span<const double> values,
                  int usual);

} // namespace atlas
