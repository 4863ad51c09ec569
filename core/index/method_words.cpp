#include "core/index/method_words.h"

namespace atlas {

const Words<Normalisation> &normalisationWords()
{
    static const Words<Normalisation> words = {
        {QStringLiteral("zscore"), Normalisation::ZScore},
        {QStringLiteral("minmax"), Normalisation::MinMax},
        {QStringLiteral("percentile"), Normalisation::PercentileRank},
        {QStringLiteral("rank"), Normalisation::Rank},
        {QStringLiteral("borda"), Normalisation::Borda},
        {QStringLiteral("target"), Normalisation::TargetDistance},
        {QStringLiteral("goalposts"), Normalisation::Goalposts},
        {QStringLiteral("reference"), Normalisation::ReferenceDistance},
        {QStringLiteral("share"), Normalisation::ShareOfMaximum},
    };
    return words;
}

const Words<StandardDeviation> &standardDeviationWords()
{
    static const Words<StandardDeviation> words = {
        {QStringLiteral("sample"), StandardDeviation::Sample},
        {QStringLiteral("population"), StandardDeviation::Population},
    };
    return words;
}

const Words<MissingRule> &missingRuleWords()
{
    static const Words<MissingRule> words = {
        {QStringLiteral("available"), MissingRule::Available},
        {QStringLiteral("leave-out"), MissingRule::LeaveOut},
        {QStringLiteral("mean"), MissingRule::Mean},
        {QStringLiteral("median"), MissingRule::Median},
        {QStringLiteral("group-mean"), MissingRule::GroupMean},
    };
    return words;
}

const Words<OutlierRule> &outlierRuleWords()
{
    static const Words<OutlierRule> words = {
        {QStringLiteral("keep"), OutlierRule::Keep},
        {QStringLiteral("treat"), OutlierRule::Treat},
        {QStringLiteral("winsorise"), OutlierRule::Winsorise},
        {QStringLiteral("log"), OutlierRule::Log},
    };
    return words;
}

const Words<Levels> &levelsWords()
{
    static const Words<Levels> words = {
        {QStringLiteral("given"), Levels::AsGiven},
        {QStringLiteral("flat"), Levels::Flat},
        {QStringLiteral("nested"), Levels::Nested},
    };
    return words;
}

const Words<Weighting> &weightingWords()
{
    static const Words<Weighting> words = {
        {QStringLiteral("given"), Weighting::Given},
        {QStringLiteral("equal"), Weighting::Equal},
        {QStringLiteral("pca"), Weighting::PrincipalComponent},
    };
    return words;
}

const Words<Aggregation> &aggregationWords()
{
    static const Words<Aggregation> words = {
        {QStringLiteral("arithmetic"), Aggregation::Arithmetic},
        {QStringLiteral("geometric"), Aggregation::Geometric},
        {QStringLiteral("harmonic"), Aggregation::Harmonic},
        {QStringLiteral("copeland"), Aggregation::Copeland},
    };
    return words;
}

const Words<RankRule> &rankRuleWords()
{
    static const Words<RankRule> words = {
        {QStringLiteral("min"), RankRule::Minimum},
        {QStringLiteral("average"), RankRule::Average},
        {QStringLiteral("dense"), RankRule::Dense},
    };
    return words;
}

const Words<QuantileRule> &quantileRuleWords()
{
    static const Words<QuantileRule> words = {
        {QStringLiteral("7"), QuantileRule::Type7},
        {QStringLiteral("6"), QuantileRule::Type6},
        {QStringLiteral("5"), QuantileRule::Type5},
        {QStringLiteral("ntile"), QuantileRule::Ntile},
    };
    return words;
}

} // namespace atlas
