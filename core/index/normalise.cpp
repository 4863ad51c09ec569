#include "core/index/normalise.h"

#include "core/common/value_order.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

bool allEqual(std::span<const double> present)
{
    return std::all_of(present.begin(), present.end(), [&](double v) { return v == present.front(); });
}

double meanOf(std::span<const double> present)
{
    double sum = 0;
    for (const double value : present)
        sum += value;
    return sum / static_cast<double>(present.size());
}

double deviationOf(std::span<const double> present, double mean, StandardDeviation kind)
{
    double squares = 0;
    for (const double value : present)
        squares += (value - mean) * (value - mean);
    const auto divisor =
        static_cast<double>(present.size()) - (kind == StandardDeviation::Sample ? 1.0 : 0.0);
    return std::sqrt(squares / divisor);
}

} // namespace

Normalised zScores(std::span<const double> values, Direction direction, StandardDeviation kind)
{
    // Sorted, so that the sums do not depend on the order of rows.
    const std::vector<double> present = sortedNumbers(values);

    Normalised result{absent, absent, std::vector<double>(values.size(), absent)};
    if (present.empty())
        return result;
    // The mean of equal numbers can differ from them in the last bit; their deviation is zero all the same.
    result.mean = allEqual(present) ? present.front() : meanOf(present);
    if (present.size() >= 2)
        result.standardDeviation = allEqual(present) ? 0.0 : deviationOf(present, result.mean, kind);
    if (!result.isUsable())
        return result;
    for (size_t i = 0; i < values.size(); ++i)
        result.values[i] = sign(direction) * (values[i] - result.mean) / result.standardDeviation;
    for (const double end : {present.front(), present.back()})
        result.greatest = std::fmax(result.greatest, std::abs(end - result.mean) / result.standardDeviation);
    return result;
}

} // namespace atlas
