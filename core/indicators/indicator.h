#pragma once

#include "core/common/direction.h"
#include "core/common/number_range.h"

#include <QString>

#include <vector>

namespace atlas {

/// Whether a number can be a weight: above zero, and one to compute with.
inline bool isWeight(double number)
{
    return isComputable(number) && number > 0;
}

/// One measured variable and where it comes from. Texts may be empty where the metadata gives none.
struct Indicator
{
    QString code;
    QString name;
    QString shortName;   ///< for narrow columns; the name when the metadata gives none
    QString domain;      ///< code of its parent in the index hierarchy; empty when there is none
    QString denominator; ///< code of the column that its values have been divided by; empty for none
    Direction direction = Direction::HigherIsMoreDisengaged;
    double weight = 1.0; ///< beside the others; see isWeight()
    QString unit;
    int decimals = 1; ///< for the eye; never used to compute
    QString period;
    QString source;
    QString sourceUrl;
    QString description;

    bool operator==(const Indicator &) const = default;
};

/// A parent in the index hierarchy: a domain, which groups indicators, a sub-index, which groups domains, or
/// the index.
struct Aggregate
{
    QString code;
    QString name;
    QString parent;    ///< code of the one above it; empty when there is none
    double weight = 1; ///< beside the others of its parent; see isWeight()

    bool operator==(const Aggregate &) const = default;
};

/// What the metadata says: indicators and aggregates in the order given. Parents make no circles.
struct IndicatorMetadata
{
    std::vector<Indicator> indicators;
    std::vector<Aggregate> aggregates;
    std::vector<QString> otherColumns; ///< columns of the data that are not indicators (groups, denominators)

    /// The aggregates that are the parent of an indicator.
    std::vector<Aggregate> domains() const;
    /// Whether any indicator has a denominator.
    bool hasDenominators() const;

    bool operator==(const IndicatorMetadata &) const = default;
};

} // namespace atlas
