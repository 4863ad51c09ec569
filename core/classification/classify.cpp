#include "core/classification/classify.h"

#include "core/classification/quantiles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

Classification classifyByQuantiles(std::span<const double> values, int k)
{
    Classification result;
    result.classes.assign(values.size(), 0);
    result.absent =
        static_cast<int>(std::count_if(values.begin(), values.end(), [](double v) { return std::isnan(v); }));
    auto breaks = quantileBreaks(values, k);
    if (!breaks)
        return result;

    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    result.counts.assign(static_cast<size_t>(k), 0);
    result.lows.assign(static_cast<size_t>(k), none);
    result.highs.assign(static_cast<size_t>(k), none);
    for (size_t i = 0; i < values.size(); ++i) {
        const int c = breaks->classOf(values[i]);
        result.classes[i] = c;
        if (c == 0)
            continue;
        const auto slot = static_cast<size_t>(c - 1);
        ++result.counts[slot];
        result.lows[slot] = std::fmin(result.lows[slot], values[i]);
        result.highs[slot] = std::fmax(result.highs[slot], values[i]);
    }
    result.breaks = std::move(*breaks);
    return result;
}

} // namespace atlas
