#include "core/classification/quantiles.h"

#include "core/common/value_order.h"

#include <QCoreApplication>

namespace atlas {

double quantile(std::span<const double> sorted, double p)
{
    const double position = static_cast<double>(sorted.size() - 1) * p;
    const auto below = static_cast<size_t>(position);
    const double share = position - static_cast<double>(below);
    if (share == 0.0 || below + 1 == sorted.size())
        return sorted[below];
    return sorted[below] + share * (sorted[below + 1] - sorted[below]);
}

Result<ClassBreaks> quantileBreaks(std::span<const double> values, int k)
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
        bounds.push_back(quantile(sorted, static_cast<double>(i) / k));
    return ClassBreaks::fromUpperBounds(std::move(bounds));
}

} // namespace atlas
