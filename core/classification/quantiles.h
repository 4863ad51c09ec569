#pragma once

#include "core/classification/class_breaks.h"

#include <span>

namespace atlas {

/// Quantile of type 7 (Hyndman and Fan 1996, "Sample Quantiles in Statistical Packages"), the rule of
/// spreadsheets: linear between the order statistics around position 1 + (n - 1) p.
/// `sorted` holds at least one number, rising, without NaN; 0 <= p <= 1.
double quantile(std::span<const double> sorted, double p);

/// Breaks at the quantiles 1/k, 2/k ... (type 7). NaN is absent and skipped. The order of values does not
/// matter. Fails when k < 2, or when fewer than two different values are left.
Result<ClassBreaks> quantileBreaks(std::span<const double> values, int k);

} // namespace atlas
