#pragma once

#include "core/classification/class_breaks.h"

#include <span>

namespace atlas {

/// Where a quantile stands among n sorted values (Hyndman and Fan 1996, "Sample Quantiles in Statistical
/// Packages"), counted from 1; between two of them it is on the line that joins them.
enum class QuantileRule {
    Type5, ///< n p + 1/2; Hazen, as in GeoDa
    Type6, ///< (n + 1) p; Weibull
    Type7, ///< 1 + (n - 1) p; as in spreadsheets
    Ntile, ///< no line: classes of equal count from the highest down, the first ones larger; as in databases
};

/// Quantile of type 5, 6 or 7. `sorted` holds at least one number, rising, without NaN; 0 <= p <= 1.
double quantile(std::span<const double> sorted, double p, QuantileRule rule = QuantileRule::Type7);

/// Breaks at the quantiles 1/k, 2/k ... NaN is absent and skipped. The order of values does not matter; equal
/// values are never parted, also where classes of equal count would. Fails when k < 2, or when fewer than two
/// different values are left.
Result<ClassBreaks> quantileBreaks(std::span<const double> values, int k,
                                   QuantileRule rule = QuantileRule::Type7);

} // namespace atlas
