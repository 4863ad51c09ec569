#include "core/index/method_text.h"

#include "core/index/text.h"

#include <QStringList>

namespace atlas {

namespace {

QString scaleText(const ScaleSettings &scale)
{
    const auto withRange = [&scale](const QString &name) {
        return Text::tr("%1 %2 to %3", "scale, low, high")
            .arg(name, QString::number(scale.low), QString::number(scale.high));
    };
    switch (scale.normalisation) {
    case Normalisation::MinMax:
        return withRange(Text::tr("min-max"));
    case Normalisation::PercentileRank:
        return Text::tr("percentile ranks");
    case Normalisation::Rank:
        return Text::tr("ranks");
    case Normalisation::Borda:
        return Text::tr("Borda scores");
    case Normalisation::TargetDistance:
        return Text::tr("distance to a target");
    case Normalisation::Goalposts:
        return withRange(Text::tr("goalposts"));
    case Normalisation::ReferenceDistance:
        return Text::tr("distance to %1").arg(scale.referenceArea);
    case Normalisation::ShareOfMaximum:
        return Text::tr("share of the maximum");
    case Normalisation::ZScore:
        break;
    }
    return scale.standardDeviation == StandardDeviation::Sample ? Text::tr("z-scores, sample SD")
                                                                : Text::tr("z-scores, population SD");
}

QString aggregationText(const IndexSettings &settings)
{
    if (!settings.aggregationOfLevel.empty())
        return Text::tr("means by level");
    switch (settings.aggregation) {
    case Aggregation::Geometric:
        return Text::tr("geometric mean");
    case Aggregation::Harmonic:
        return Text::tr("harmonic mean");
    case Aggregation::Copeland:
        return Text::tr("Copeland's method");
    case Aggregation::Arithmetic:
        break;
    }
    return {};
}

QString missingRuleText(MissingRule rule)
{
    switch (rule) {
    case MissingRule::LeaveOut:
        return Text::tr("incomplete areas left out");
    case MissingRule::Mean:
        return Text::tr("missing values filled with the mean");
    case MissingRule::Median:
        return Text::tr("missing values filled with the median");
    case MissingRule::GroupMean:
        return Text::tr("missing values filled with the mean of the group");
    case MissingRule::Available:
        break;
    }
    return {};
}

/// The cells that were filled in, where there are any.
QString filledText(const IndexResult &result)
{
    size_t count = 0;
    for (const size_t i : result.used)
        count += result.indicators[i].filled.size();
    return count == 0 ? QString() : Text::tr("%n filled in", nullptr, static_cast<int>(count));
}

QString outlierText(const IndexResult &result)
{
    int treated = 0;
    for (const size_t i : result.used)
        treated += result.indicators[i].treatment == Treatment::None ? 0 : 1;
    return treated == 0 ? QString() : Text::tr("outliers treated in %n indicator(s)", nullptr, treated);
}

QString weightText(const IndexSettings &settings, const IndexResult &result)
{
    if (settings.weighting == Weighting::PrincipalComponent)
        return Text::tr("weights by the first principal component");
    return result.isWeighted() ? Text::tr("weighted") : QString();
}

/// What is done to each indicator, in plain words.
QString plainScaleText(const Dataset &dataset, const ScaleSettings &scale)
{
    const QString low = QString::number(scale.low);
    const QString high = QString::number(scale.high);
    switch (scale.normalisation) {
    case Normalisation::ZScore:
        return Text::tr("each standardised over the areas");
    case Normalisation::MinMax:
        return Text::tr("each scaled from %1 at its least figure to %2 at its greatest").arg(low, high);
    case Normalisation::PercentileRank:
        return Text::tr("each turned into percentile ranks");
    case Normalisation::Rank:
        return Text::tr("each turned into ranks");
    case Normalisation::Borda:
        return Text::tr("each scored by the number of areas that do better");
    case Normalisation::TargetDistance:
        return Text::tr("each measured by how near it is to a target");
    case Normalisation::Goalposts:
        return Text::tr("each scaled from %1 to %2 between fixed goalposts").arg(low, high);
    case Normalisation::ReferenceDistance: {
        const auto area = dataset.findArea({scale.referenceArea});
        return Text::tr("each measured against %1")
            .arg(area ? dataset.areas[*area].name : scale.referenceArea);
    }
    case Normalisation::ShareOfMaximum:
        break;
    }
    return Text::tr("each taken as a share of its greatest figure");
}

QString plainWeightText(const IndexSettings &settings, const IndexResult &result)
{
    if (settings.weighting == Weighting::PrincipalComponent)
        return Text::tr("weighted by their first principal component");
    return result.isWeighted() ? Text::tr("weighted unequally") : Text::tr("weighted equally");
}

QString plainAggregationText(const IndexSettings &settings)
{
    if (!settings.aggregationOfLevel.empty())
        return Text::tr("combined by the mean chosen for each level");
    switch (settings.aggregation) {
    case Aggregation::Geometric:
        return Text::tr("combined by their geometric mean");
    case Aggregation::Harmonic:
        return Text::tr("combined by their harmonic mean");
    case Aggregation::Copeland:
        return Text::tr("compared for every pair of areas (Copeland's method)");
    case Aggregation::Arithmetic:
        break;
    }
    return Text::tr("averaged");
}

} // namespace

QString classRuleText(const ClassScheme &scheme)
{
    if (!scheme.breaks.empty())
        return Text::tr("own breaks");
    const QString name = scheme.classCount == 4 ? Text::tr("quartiles")
                                                : Text::tr("%1 quantile classes").arg(scheme.classCount);
    switch (scheme.rule) {
    case QuantileRule::Type5:
        return Text::tr("%1 (type 5)", "classes").arg(name);
    case QuantileRule::Type6:
        return Text::tr("%1 (type 6)", "classes").arg(name);
    case QuantileRule::Ntile:
        return Text::tr("%1 (NTILE)", "classes").arg(name);
    case QuantileRule::Type7:
        break;
    }
    return Text::tr("%1 (type 7)", "classes").arg(name);
}

QString methodText(const IndexSettings &settings, const IndexResult &result)
{
    QStringList parts = {scaleText(settings.scale),
                         outlierText(result),
                         missingRuleText(settings.scale.missing),
                         filledText(result),
                         aggregationText(settings),
                         result.tree && result.tree->isNested ? Text::tr("nested") : QString(),
                         weightText(settings, result)};
    if (settings.rankRule == RankRule::Average)
        parts << Text::tr("tied ranks averaged");
    if (settings.rankRule == RankRule::Dense)
        parts << Text::tr("dense ranks");
    parts.removeAll(QString());
    return parts.join(Text::tr(", ", "between parts of a method"));
}

QString plainMethodText(const Dataset &dataset, const IndexSettings &settings, const IndexResult &result,
                        const QLocale &locale)
{
    const auto count = static_cast<qsizetype>(result.used.size());
    if (count == 0)
        return Text::tr("No indicator is switched on");
    if (count == 1)
        return Text::tr("One indicator alone: %1").arg(dataset.indicator(result.used.front()).name);
    const bool isNested = result.tree && result.tree->isNested;
    QString text = Text::tr("%1 indicators, %2, %3 and %4%5", "count, scale, weights, combined how, nested")
                       .arg(locale.toString(count), plainScaleText(dataset, settings.scale),
                            plainWeightText(settings, result), plainAggregationText(settings),
                            isNested ? Text::tr(", first within each domain") : QString());
    QStringList remarks = {outlierText(result), missingRuleText(settings.scale.missing), filledText(result)};
    remarks.removeAll(QString());
    return remarks.isEmpty() ? text
                             : Text::tr("%1; %2", "method, remarks on it")
                                   .arg(text, remarks.join(Text::tr(", ", "between parts of a method")));
}

} // namespace atlas
