#include "core/classification/classify.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

Classification uncut(std::span<const double> values)
{
    Classification result;
    result.classes.assign(values.size(), 0);
    result.absent =
        static_cast<int>(std::count_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }));
    return result;
}

} // namespace

Classification classify(std::span<const double> values, ClassBreaks breaks)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const auto k = static_cast<size_t>(breaks.count());
    Classification result = uncut(values);
    result.counts.assign(k, 0);
    result.lows.assign(k, none);
    result.highs.assign(k, none);
    for (size_t i = 0; i < values.size(); ++i) {
        const int c = breaks.classOf(values[i]);
        result.classes[i] = c;
        if (c == 0)
            continue;
        const auto slot = static_cast<size_t>(c - 1);
        ++result.counts[slot];
        if (!(result.lows[slot] <= values[i])) // also when there is none yet
            result.lows[slot] = values[i];
        if (!(result.highs[slot] >= values[i]))
            result.highs[slot] = values[i];
    }
    result.breaks = std::move(breaks);
    return result;
}

Classification classifyByQuantiles(std::span<const double> values, int k, QuantileRule rule)
{
    auto breaks = quantileBreaks(values, k, rule);
    return breaks ? classify(values, std::move(*breaks)) : uncut(values);
}

} // namespace atlas
