#pragma once

#include "core/index/index_settings.h"

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// Skewness and excess kurtosis of a sample, type 2 of Joanes and Gill (1998, "Comparing measures of sample
/// skewness and kurtosis"), as spreadsheets give them. NaN is skipped; NaN for fewer than 3 (4) numbers, and
/// when all are equal.
double skewness(std::span<const double> values);
double kurtosis(std::span<const double> values);

/// |skewness| above 2 and kurtosis above 3.5: a few values stand so far out that they rule the scale
/// (Groeneveld and Meeden 1984; OECD 2008, "Handbook on Constructing Composite Indicators").
bool hasOutliers(std::span<const double> values);

enum class Treatment { None, Winsorised, Logged };

/// What was done about outliers.
struct Treated
{
    std::vector<double> values; ///< NaN where there was none
    Treatment treatment = Treatment::None;
    std::vector<uint32_t> changed; ///< positions of the values that were brought in; rising
};

/// Brings the values farthest out, on the side of the skew, in to the next one, until there are no outliers
/// by hasOutliers() or `most` values have been changed.
Treated winsorise(std::span<const double> values, size_t most = 5);

/// ln(x - least + (greatest - least) / 100), which is defined for every value.
Treated takeLogarithms(std::span<const double> values);

/// Applies a rule. Every rule leaves values alone that have no outliers.
Treated treatOutliers(std::span<const double> values, OutlierRule rule);

/// The positions without a value that `rule` fills, and the values with them filled. `groups` holds a number
/// for each position; a negative one is never filled. MissingRule::GroupMean leaves gaps where no position of
/// the group has a value.
struct Filled
{
    std::vector<double> values;
    std::vector<uint32_t> filled; ///< rising
};
Filled fillMissing(std::span<const double> values, MissingRule rule, std::span<const int> groups);

} // namespace atlas
