#include "core/index/shown_variable.h"

#include "core/index/rank.h"

#include <QCoreApplication>

#include <algorithm>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ShownVariable)
};

} // namespace

std::pair<double, double> ShownVariable::range(int classNumber) const
{
    const auto slot = static_cast<size_t>(classNumber - 1);
    const double low = sign(direction) * classification.lows[slot];
    const double high = sign(direction) * classification.highs[slot];
    return direction == Direction::HigherIsMoreDisengaged ? std::pair{low, high} : std::pair{high, low};
}

ShownVariable showIndex(const IndexResult &result, int classCount)
{
    ShownVariable shown{.code = indexCode, .name = Text::tr("Disengagement index"), .decimals = 2};
    shown.values = result.scores;
    shown.classification = classifyByQuantiles(result.scores, classCount);
    shown.ranks = result.ranks;
    return shown;
}

ShownVariable showIndicator(const Dataset &dataset, size_t indicator, int classCount)
{
    const Indicator &about = dataset.indicator(indicator);
    ShownVariable shown{.code = about.code,
                        .name = about.name,
                        .unit = about.unit,
                        .decimals = about.decimals,
                        .direction = about.direction};
    shown.values = dataset.column(indicator);
    std::vector<double> facing = shown.values;
    std::transform(facing.begin(), facing.end(), facing.begin(),
                   [turn = sign(about.direction)](double value) { return turn * value; });
    shown.classification = classifyByQuantiles(facing, classCount);
    shown.ranks = competitionRanks(facing);
    return shown;
}

ShownVariable showVariable(const Dataset &dataset, const IndexResult &result, const QString &code,
                           int classCount)
{
    const auto indicator = code == indexCode ? std::nullopt : dataset.findIndicator(code);
    return indicator ? showIndicator(dataset, *indicator, classCount) : showIndex(result, classCount);
}

QString classRuleText(int classCount)
{
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
