#pragma once

#include "core/classification/class_breaks.h"
#include "core/classification/quantiles.h"

#include <optional>
#include <span>
#include <vector>

namespace atlas {

/// Values and the classes they fall in.
struct Classification
{
    std::optional<ClassBreaks> breaks; ///< nothing when the values cannot be cut (all equal, or none)
    std::vector<int> classes;          ///< one for each value: 1 lowest to k highest, 0 absent or not cut
    std::vector<int> counts;           ///< one for each class
    std::vector<double> lows;          ///< least value in each class; NaN when it is empty
    std::vector<double> highs;         ///< greatest value in each class; NaN when it is empty
    int absent = 0;                    ///< values that are NaN

    bool operator==(const Classification &) const = default;
};

Classification classify(std::span<const double> values, ClassBreaks breaks);

/// Cuts values into `k` classes of (nearly) equal count; see quantileBreaks().
Classification classifyByQuantiles(std::span<const double> values, int k,
                                   QuantileRule rule = QuantileRule::Type7);

} // namespace atlas
