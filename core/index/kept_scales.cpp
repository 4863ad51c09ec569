#include "core/index/kept_scales.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace atlas {

namespace {

/// The greatest value as measured in the classes from the first to this one, where low values are worse: a
/// bound goes with the smaller measured values, which are in the higher classes.
double boundBelow(const ShownVariable &shown, size_t upperBound)
{
    const std::vector<double> &lows = shown.classification.lows;
    for (size_t place = upperBound + 1; place < lows.size(); ++place)
        if (!std::isnan(lows[place]))
            return -lows[place];
    return -shown.classification.breaks->upperBounds()[upperBound];
}

} // namespace

std::vector<double> boundsOf(const ShownVariable &shown)
{
    if (!shown.classification.breaks)
        return {};
    const auto upper = shown.classification.breaks->upperBounds();
    std::vector<double> bounds(upper.begin(), upper.end());
    if (shown.direction == Direction::LowerIsMoreDisengaged) {
        for (size_t i = 0; i < bounds.size(); ++i)
            bounds[i] = boundBelow(shown, i);
        std::reverse(bounds.begin(), bounds.end());
    }
    for (size_t i = 1; i < bounds.size(); ++i) // between equal bounds there is a class without areas
        if (bounds[i] <= bounds[i - 1])
            bounds[i] = std::nextafter(bounds[i - 1], std::numeric_limits<double>::infinity());
    return bounds;
}

bool keepsScales(const Choices &choices, const Dataset &dataset, const IndexResult &result,
                 const ShownVariable &shown)
{
    const bool keepsAll = std::all_of(result.used.begin(), result.used.end(), [&](size_t indicator) {
        return !result.indicators[indicator].reference
               || choices.index.scale.references.contains(dataset.indicator(indicator).code);
    });
    return keepsAll && (!choices.scheme.breaks.empty() || !shown.classification.breaks);
}

Choices withKeptScales(Choices choices, const Dataset &dataset, const IndexResult &result,
                       const ShownVariable &shown)
{
    for (size_t indicator = 0; indicator < result.indicators.size(); ++indicator)
        if (const auto &reference = result.indicators[indicator].reference;
            reference && result.indicators[indicator].isUsable())
            choices.index.scale.references.insert({dataset.indicator(indicator).code, *reference});
    if (choices.scheme.breaks.empty())
        choices.scheme.breaks = boundsOf(shown);
    return choices;
}

Choices withoutKeptScales(Choices choices)
{
    choices.index.scale.references.clear();
    choices.scheme.breaks.clear();
    return choices;
}

} // namespace atlas
