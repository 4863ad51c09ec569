#include "core/index/shown_variable.h"

#include "core/index/rank.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShownVariable)
};

/// The breaks for values that are turned to face "more disengaged". Turning makes a value equal to a break
/// the highest of its class; the next smaller bound keeps it with the smaller measured values.
std::vector<double> facingBounds(OwnBreaks breaks, Direction direction)
{
    std::vector<double> bounds(breaks.begin(), breaks.end());
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

Classification classesOf(std::span<const double> facing, Direction direction, int classCount,
                         OwnBreaks breaks)
{
    if (!breaks.empty())
        if (auto bounds = ClassBreaks::fromUpperBounds(facingBounds(breaks, direction)))
            return classify(facing, std::move(*bounds));
    return classifyByQuantiles(facing, classCount);
}

} // namespace

std::pair<double, double> ShownVariable::range(int classNumber) const
{
    const auto slot = static_cast<size_t>(classNumber - 1);
    const double low = sign(direction) * classification.lows[slot];
    const double high = sign(direction) * classification.highs[slot];
    return direction == Direction::HigherIsMoreDisengaged ? std::pair{low, high} : std::pair{high, low};
}

ShownVariable showIndex(const IndexResult &result, int classCount, OwnBreaks breaks)
{
    ShownVariable shown{.code = indexCode, .name = Text::tr("Disengagement index"), .decimals = 2};
    shown.values = result.scores;
    shown.classification = classesOf(result.scores, shown.direction, classCount, breaks);
    shown.ranks = result.ranks;
    return shown;
}

ShownVariable showIndicator(const Dataset &dataset, size_t indicator, int classCount, OwnBreaks breaks)
{
    const Indicator &about = dataset.indicator(indicator);
    ShownVariable shown{.code = about.code,
                        .name = about.name,
                        .unit = about.unit,
                        .decimals = about.decimals,
                        .direction = about.direction};
    shown.values = dataset.column(indicator);
    const std::vector<double> facing = facingValues(shown);
    shown.classification = classesOf(facing, about.direction, classCount, breaks);
    shown.ranks = competitionRanks(facing);
    return shown;
}

ShownVariable reclassified(const ShownVariable &shown, int classCount)
{
    ShownVariable result = shown;
    result.classification = classifyByQuantiles(facingValues(shown), classCount);
    return result;
}

ShownVariable showVariable(const Dataset &dataset, const IndexResult &result, const QString &code,
                           int classCount, OwnBreaks breaks)
{
    const auto indicator = code == indexCode ? std::nullopt : dataset.findIndicator(code);
    return indicator ? showIndicator(dataset, *indicator, classCount, breaks)
                     : showIndex(result, classCount, breaks);
}

QString classRuleText(int classCount, OwnBreaks breaks)
{
    if (!breaks.empty())
        return Text::tr("own breaks");
    return classCount == 4 ? Text::tr("quartiles (type 7)")
                           : Text::tr("%1 quantile classes (type 7)").arg(classCount);
}

QString methodText(const IndexSettings &settings, const IndexResult &result)
{
    const QString scale = settings.standardDeviation == StandardDeviation::Sample
                              ? Text::tr("z-scores, sample SD")
                              : Text::tr("z-scores, population SD");
    return result.isWeighted() ? Text::tr("%1, weighted").arg(scale) : scale;
}

} // namespace atlas
