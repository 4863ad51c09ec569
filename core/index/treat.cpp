#include "core/index/treat.h"

#include "core/classification/quantiles.h"
#include "core/common/number_range.h"
#include "core/common/value_order.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace atlas {

namespace {

/// Mean of the deviations to the power 2, 3 or 4, of sorted numbers.
struct Moments
{
    explicit Moments(std::span<const double> values)
        : sorted(sortedNumbers(values)), n(static_cast<double>(sorted.size())), mean(meanOf(sorted))
    {}
    double central(int power) const
    {
        double sum = 0;
        for (const double value : sorted)
            sum += std::pow(value - mean, power);
        return sum / n;
    }
    bool spread() const { return !sorted.empty() && sorted.front() != sorted.back(); }

    std::vector<double> sorted;
    double n = 0;
    double mean = 0;
};

/// What each position would be filled with.
std::vector<double> fillings(std::span<const double> values, MissingRule rule, std::span<const int> groups)
{
    const std::vector<double> sorted = sortedNumbers(values);
    if (rule == MissingRule::Mean)
        return std::vector(values.size(), meanOf(sorted));
    if (rule == MissingRule::Median)
        return std::vector(values.size(), sorted.empty() ? absent : quantile(sorted, 0.5));
    std::map<int, std::vector<double>> members;
    for (size_t i = 0; i < values.size(); ++i)
        members[groups[i]].push_back(values[i]);
    std::map<int, double> means;
    for (const auto &[group, numbers] : members)
        means[group] = meanOf(sortedNumbers(numbers));
    std::vector<double> all(values.size(), absent);
    for (size_t i = 0; i < values.size(); ++i)
        all[i] = means[groups[i]];
    return all;
}

/// Whether `value` is at or beyond `end`, on the side that `end` is.
bool isBeyond(double value, double end, bool upwards)
{
    return upwards ? value >= end : value <= end;
}

/// The most extreme value that is not yet at `end`.
double nextInwards(std::span<const double> values, double end, bool upwards)
{
    double next = absent;
    for (const double value : values)
        if (!std::isnan(value) && !isBeyond(value, end, upwards)
            && (std::isnan(next) || (upwards ? value > next : value < next)))
            next = value;
    return next;
}

} // namespace

double skewness(std::span<const double> values)
{
    const Moments moments(values);
    if (moments.n < 3 || !moments.spread())
        return absent;
    const double n = moments.n;
    const double plain = moments.central(3) / std::pow(moments.central(2), 1.5);
    return plain * std::sqrt(n * (n - 1)) / (n - 2);
}

double kurtosis(std::span<const double> values)
{
    const Moments moments(values);
    if (moments.n < 4 || !moments.spread())
        return absent;
    const double n = moments.n;
    const double excess = moments.central(4) / std::pow(moments.central(2), 2) - 3;
    return ((n + 1) * excess + 6) * (n - 1) / ((n - 2) * (n - 3));
}

bool hasOutliers(std::span<const double> values)
{
    return std::abs(skewness(values)) > 2 && kurtosis(values) > 3.5;
}

Treated winsorise(std::span<const double> values, size_t most)
{
    Treated result{.values = {values.begin(), values.end()}};
    std::vector<bool> isChanged(values.size(), false);
    while (hasOutliers(result.values)) {
        const bool upwards = skewness(result.values) > 0;
        const std::vector<double> sorted = sortedNumbers(result.values);
        const double end = upwards ? sorted.back() : sorted.front();
        const double next = nextInwards(result.values, end, upwards);
        std::vector<bool> wouldChange = isChanged;
        for (size_t i = 0; i < values.size(); ++i)
            wouldChange[i] = wouldChange[i] || isBeyond(result.values[i], end, upwards);
        if (static_cast<size_t>(std::count(wouldChange.begin(), wouldChange.end(), true)) > most)
            break;
        isChanged = std::move(wouldChange);
        for (double &value : result.values)
            if (isBeyond(value, end, upwards))
                value = next;
    }
    for (size_t i = 0; i < values.size(); ++i)
        if (isChanged[i])
            result.changed.push_back(static_cast<uint32_t>(i));
    if (!result.changed.empty())
        result.treatment = Treatment::Winsorised;
    return result;
}

Treated takeLogarithms(std::span<const double> values)
{
    Treated result{.values = {values.begin(), values.end()}, .treatment = Treatment::Logged};
    const std::vector<double> sorted = sortedNumbers(values);
    if (sorted.empty() || sorted.front() == sorted.back())
        return {.values = {values.begin(), values.end()}};
    const double least = sorted.front();
    const double shift = (sorted.back() - least) / 100;
    for (double &value : result.values)
        value = std::log(value - least + shift);
    return result;
}

Treated treatOutliers(std::span<const double> values, OutlierRule rule)
{
    if (rule == OutlierRule::Keep || !hasOutliers(values))
        return {.values = {values.begin(), values.end()}};
    if (rule == OutlierRule::Log)
        return takeLogarithms(values);
    Treated winsorised = winsorise(values);
    const bool isDone = rule == OutlierRule::Winsorise || !hasOutliers(winsorised.values);
    return isDone ? winsorised : takeLogarithms(values);
}

Filled fillMissing(std::span<const double> values, MissingRule rule, std::span<const int> groups)
{
    Filled result{.values = {values.begin(), values.end()}, .filled = {}};
    if (rule == MissingRule::Available || rule == MissingRule::LeaveOut)
        return result;
    const std::vector<double> filling = fillings(values, rule, groups);
    for (size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]) || std::isnan(filling[i]) || groups[i] < 0)
            continue;
        result.values[i] = filling[i];
        result.filled.push_back(static_cast<uint32_t>(i));
    }
    return result;
}

} // namespace atlas
