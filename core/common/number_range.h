#pragma once

#include <cmath>
#include <limits>

namespace atlas {

/// Stands where there is no number.
inline constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// The numbers that can be computed with: 0, and those from 1e-60 to 1e60 in size. Sums of a million of their
/// fourth powers stay finite, and fourth powers of the least difference between two of them stay above zero,
/// so no mean, deviation or kurtosis overflows or vanishes. No measured quantity is beyond them.
inline constexpr double smallestNumber = 1e-60;
inline constexpr double largestNumber = 1e60;

inline bool isComputable(double number)
{
    const double size = std::abs(number);
    return size == 0 || (size >= smallestNumber && size <= largestNumber);
}

/// Whether a number can fix a scale: a deviation of computable numbers may be smaller than all of them.
inline bool isComputableScale(double number)
{
    constexpr double smallestDeviation = 1e-90;
    const double size = std::abs(number);
    return size == 0 || (size >= smallestDeviation && size <= largestNumber);
}

} // namespace atlas
