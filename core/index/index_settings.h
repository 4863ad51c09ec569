#pragma once

#include <QString>

#include <map>
#include <optional>
#include <set>

namespace atlas {

enum class StandardDeviation {
    Sample,     ///< divides by n - 1
    Population, ///< divides by n
};

/// How an indicator is put on the common scale; normalise() gives the formulas.
enum class Normalisation {
    ZScore,
    MinMax,
    PercentileRank,
    Rank,
    Borda,
    TargetDistance,
    Goalposts,
    ReferenceDistance,
    ShareOfMaximum,
};

/// The two values that a scale is fixed by: mean and standard deviation (z-score), least and greatest
/// (min-max), low and high (goalposts), start and target (distance to a target), start and reference value
/// (distance to a reference area), 0 and greatest (share of the maximum). As measured.
struct ReferenceValues
{
    double first = 0;
    double second = 1;

    bool operator==(const ReferenceValues &) const = default;
};

/// What a cell without a value counts as.
enum class MissingRule {
    Available, ///< nothing: the area is scored on the values it has
    LeaveOut,  ///< nothing, and the area has no score
    Mean,      ///< the mean of the indicator
    Median,
    GroupMean, ///< the mean of the indicator over the areas of the same group
};

/// What is done about values far from all others; see treatOutliers().
enum class OutlierRule {
    Keep,
    Treat,     ///< winsorise, and take logarithms where that does not do
    Winsorise, ///< bring the most extreme values in to the next one
    Log,       ///< take logarithms
};

/// Every choice on the way from measured values to the common scale.
struct ScaleSettings
{
    Normalisation normalisation = Normalisation::ZScore;
    StandardDeviation standardDeviation = StandardDeviation::Sample;
    double low = 0; ///< the ends of the scale of MinMax and Goalposts
    double high = 1;
    std::map<QString, ReferenceValues> references; ///< by indicator code, in place of those of the data
    QString referenceArea;                         ///< area code, for ReferenceDistance
    MissingRule missing = MissingRule::Available;
    QString groupColumn; ///< code of the column that groups areas; the first when empty
    OutlierRule outliers = OutlierRule::Keep;
    std::map<QString, OutlierRule> outliersOf; ///< by indicator code, in place of the rule for all

    bool operator==(const ScaleSettings &) const = default;
};

/// What a score is made of.
enum class Levels {
    AsGiven, ///< Nested where the metadata has a level between the domains and the index, else Flat
    Flat,    ///< every indicator below it, at once
    Nested,  ///< its members only, which are scored before
};

enum class Weighting {
    Given,              ///< the weights of the metadata
    Equal,              ///< one for each member of a node
    PrincipalComponent, ///< the first principal component of the members; see principalComponentWeights()
};

enum class Aggregation { Arithmetic, Geometric, Harmonic, Copeland };

/// What areas with equal scores share.
enum class RankRule {
    Minimum, ///< the best of their ranks: 1, 2, 2, 4
    Average, ///< the mean of their ranks: 1, 2.5, 2.5, 4
    Dense,   ///< one rank, and none is left out: 1, 2, 2, 3
};

/// Every choice on the way from measured values to scores and ranks.
struct IndexSettings
{
    std::set<QString> excluded;        ///< codes of the indicators that are switched off
    std::map<QString, double> weights; ///< own weights by code of an indicator or a node, before all others
    ScaleSettings scale = {};
    Levels levels = Levels::AsGiven;
    Weighting weighting = Weighting::Given;
    Aggregation aggregation = Aggregation::Arithmetic;
    std::map<int, Aggregation>
        aggregationOfLevel; ///< by level of a node, from 2; in place of the one for all
    double threshold = 0;   ///< 0 to 1: least share of a node's members with a value; fewer give no score
    RankRule rankRule = RankRule::Minimum;

    bool uses(const QString &indicatorCode) const { return !excluded.contains(indicatorCode); }
    bool operator==(const IndexSettings &) const = default;
};

} // namespace atlas
