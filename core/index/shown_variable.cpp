#include "core/index/shown_variable.h"

#include "core/index/rank.h"
#include "core/index/text.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

/// The breaks for values that are turned to face "more disengaged". Turning makes a value equal to a break
/// the highest of its class; the next smaller bound keeps it with the smaller measured values.
std::vector<double> facingBounds(std::vector<double> bounds, Direction direction)
{
    if (direction == Direction::HigherIsMoreDisengaged)
        return bounds;
    std::reverse(bounds.begin(), bounds.end());
    for (double &bound : bounds)
        bound = std::nextafter(-bound, -std::numeric_limits<double>::infinity());
    return bounds;
}

/// Turned so that higher is more disengaged.
std::vector<double> facingValues(const ShownVariable &shown)
{
    std::vector<double> facing = shown.values;
    std::transform(facing.begin(), facing.end(), facing.begin(),
                   [turn = sign(shown.direction)](double value) { return turn * value; });
    return facing;
}

Classification classesOf(std::span<const double> facing, Direction direction, const ClassScheme &scheme)
{
    if (!scheme.breaks.empty())
        if (auto bounds = ClassBreaks::fromUpperBounds(facingBounds(scheme.breaks, direction)))
            return classify(facing, std::move(*bounds));
    return classifyByQuantiles(facing, scheme.classCount, scheme.rule);
}

} // namespace

std::pair<double, double> ShownVariable::range(int classNumber) const
{
    const auto slot = static_cast<size_t>(classNumber - 1);
    const double low = sign(direction) * classification.lows[slot];
    const double high = sign(direction) * classification.highs[slot];
    return direction == Direction::HigherIsMoreDisengaged ? std::pair{low, high} : std::pair{high, low};
}

ShownVariable showIndex(const IndexResult &result, const ClassScheme &scheme)
{
    ShownVariable shown{.code = indexCode, .name = Text::tr("Disengagement index"), .decimals = 2};
    shown.values = result.scores;
    shown.classification = classesOf(result.scores, shown.direction, scheme);
    shown.ranks = result.ranks;
    return shown;
}

ShownVariable showNode(const IndexResult &result, size_t node, RankRule rankRule, const ClassScheme &scheme)
{
    const IndexNode &about = result.tree->nodes[node];
    ShownVariable shown{.code = about.code, .name = about.name, .decimals = 2};
    shown.values = nodeScores(result, node);
    shown.classification = classesOf(shown.values, shown.direction, scheme);
    shown.ranks = rankScores(shown.values, rankRule);
    return shown;
}

ShownVariable showIndicator(const Dataset &dataset, size_t indicator, const ClassScheme &scheme)
{
    const Indicator &about = dataset.indicator(indicator);
    ShownVariable shown{.code = about.code,
                        .name = about.name,
                        .unit = about.unit,
                        .decimals = about.decimals,
                        .direction = about.direction};
    shown.values = dataset.column(indicator);
    const std::vector<double> facing = facingValues(shown);
    shown.classification = classesOf(facing, about.direction, scheme);
    shown.ranks = rankScores(facing);
    return shown;
}

ShownVariable reclassified(const ShownVariable &shown, const ClassScheme &scheme)
{
    ShownVariable result = shown;
    result.classification = classesOf(facingValues(shown), shown.direction, scheme);
    return result;
}

bool canShow(const Dataset &dataset, const IndexResult &result, const QString &code)
{
    return dataset.findIndicator(code) || result.tree->find(code);
}

ShownVariable showVariable(const Dataset &dataset, const IndexResult &result, RankRule rankRule,
                           const QString &code, const ClassScheme &scheme)
{
    if (const auto indicator = dataset.findIndicator(code))
        return showIndicator(dataset, *indicator, scheme);
    const size_t node = result.tree->find(code).value_or(result.tree->root());
    return node == result.tree->root() ? showIndex(result, scheme) : showNode(result, node, rankRule, scheme);
}

} // namespace atlas
