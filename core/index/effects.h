#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <vector>

namespace atlas {

/// What one indicator does to the score of an area.
struct IndicatorEffect
{
    size_t indicator = 0;
    double amount = 0; ///< above zero where it pushes the score up; exactly 0 where the area is at the mean
};

/// Whether the value of an area and the mean of the indicator are the same figure when both are printed with
/// the indicator's decimals; where those are too few to tell areas apart, whether they are equal. Such a
/// value neither pushes up nor holds down. False for a missing value.
bool isAtMean(const Dataset &dataset, const IndexResult &result, size_t indicator, size_t area);

/// How far an area's value is from the mean of all areas, on the common scale; 0 where isAtMean(), NaN where
/// the value is missing.
double distanceFromMean(const Dataset &dataset, const IndexResult &result, size_t indicator, size_t area);

/// The effect of each indicator in use below a node that the area has a measured value of, greatest amount
/// first; values that were filled in explain nothing.
/// Where a level of the index has no exact parts (Copeland's method), a value counts by its weight and its
/// distance from the mean.
std::vector<IndicatorEffect> indicatorEffects(const Dataset &dataset, const IndexResult &result, size_t node,
                                              size_t area);

} // namespace atlas
