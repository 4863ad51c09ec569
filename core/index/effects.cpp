#include "core/index/effects.h"

#include "core/common/number_text.h"
#include "core/index/trace.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

/// A member's effect on the score of its node; by weight and distance where the node has no exact parts.
double effectOf(const TraceStep &step)
{
    return std::isnan(step.contribution) ? step.weight * (step.value - step.reference) : step.contribution;
}

void addEffects(std::vector<IndicatorEffect> &effects, const Dataset &dataset, const IndexResult &result,
                size_t node, size_t area, double weight)
{
    for (const TraceStep &step : traceNode(result, RankRule::Minimum, node, area).steps) {
        if (std::isnan(step.value))
            continue;
        const size_t position = step.member.position;
        if (step.member.kind == IndexMember::Kind::Node)
            addEffects(effects, dataset, result, position, area, weight * step.weight);
        else if (!dataset.cells[position][area].isMissing())
            effects.push_back(
                {position, isAtMean(dataset, result, position, area) ? 0 : weight * effectOf(step)});
    }
}

} // namespace

bool isAtMean(const Dataset &dataset, const IndexResult &result, size_t indicator, size_t area)
{
    const double value = dataset.cells[indicator][area].number;
    if (std::isnan(value))
        return false;
    const Normalised &all = result.indicators[indicator];
    constexpr double noise = 1e-9;
    if (std::abs(value - all.mean) <= noise * all.standardDeviation)
        return true;
    // Decimals that are too few to tell the areas apart say nothing about the mean either.
    const int decimals = dataset.indicator(indicator).decimals;
    if (all.standardDeviation < 0.5 * std::pow(10.0, -decimals))
        return false;
    const QLocale c = QLocale::c();
    return roundedNumber(value, decimals, c) == roundedNumber(all.mean, decimals, c);
}

double distanceFromMean(const Dataset &dataset, const IndexResult &result, size_t indicator, size_t area)
{
    const Normalised &normalised = result.indicators[indicator];
    return isAtMean(dataset, result, indicator, area) ? 0 : normalised.values[area] - normalised.centre;
}

std::vector<IndicatorEffect> indicatorEffects(const Dataset &dataset, const IndexResult &result, size_t node,
                                              size_t area)
{
    std::vector<IndicatorEffect> effects;
    addEffects(effects, dataset, result, node, area, 1);
    std::stable_sort(effects.begin(), effects.end(),
                     [](const IndicatorEffect &a, const IndicatorEffect &b) { return a.amount > b.amount; });
    return effects;
}

} // namespace atlas
