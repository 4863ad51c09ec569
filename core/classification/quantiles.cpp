#include "core/classification/quantiles.h"

#include "core/common/value_order.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas {

namespace {

/// Counted from 0, not before the first value and not after the last.
double positionOf(double p, double n, QuantileRule rule)
{
    switch (rule) {
    case QuantileRule::Type5:
        return std::clamp(n * p - 0.5, 0.0, n - 1);
    case QuantileRule::Type6:
        return std::clamp((n + 1) * p - 1, 0.0, n - 1);
    case QuantileRule::Type7:
    case QuantileRule::Ntile:
        break;
    }
    return (n - 1) * p;
}

/// The greatest value below the `classesAbove` highest classes of k.
double ntileBound(std::span<const double> sorted, size_t classesAbove, size_t k)
{
    const size_t larger = sorted.size() % k;
    const size_t above = classesAbove * (sorted.size() / k) + std::min(classesAbove, larger);
    return above < sorted.size() ? sorted[sorted.size() - 1 - above] : sorted.front();
}

} // namespace

double quantile(std::span<const double> sorted, double p, QuantileRule rule)
{
    const double position = positionOf(p, static_cast<double>(sorted.size()), rule);
    const auto below = static_cast<size_t>(position);
    const double share = position - static_cast<double>(below);
    if (share == 0.0 || below + 1 == sorted.size())
        return sorted[below];
    return sorted[below] + share * (sorted[below + 1] - sorted[below]);
}

Result<ClassBreaks> quantileBreaks(std::span<const double> values, int k, QuantileRule rule)
{
    if (k < 2)
        return Error{QCoreApplication::translate("Quantiles", "Ask for at least two classes."), {}};
    const std::vector<double> sorted = sortedNumbers(values);
    if (sorted.empty() || sorted.front() == sorted.back())
        return Error{QCoreApplication::translate("Quantiles",
                                                 "The values are all equal or missing, so they cannot be "
                                                 "cut into classes."),
                     {}};
    std::vector<double> bounds;
    for (int i = 1; i < k; ++i)
        bounds.push_back(rule == QuantileRule::Ntile
                             ? ntileBound(sorted, static_cast<size_t>(k - i), static_cast<size_t>(k))
                             : quantile(sorted, static_cast<double>(i) / k, rule));
    return ClassBreaks::fromUpperBounds(std::move(bounds));
}

} // namespace atlas
