#pragma once

#include "core/classification/classify.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <QString>

#include <span>
#include <vector>

namespace atlas {

/// One variable as a map or a table column shows it: the index or an indicator, cut into classes that face
/// the same way, whatever the indicator's direction.
struct ShownVariable
{
    QString code; ///< "index", or the indicator's code
    QString name;
    QString unit;
    int decimals = 2;
    Direction direction = Direction::HigherIsMoreDisengaged;
    std::vector<double> values;    ///< as measured, one for each area; NaN where missing
    Classification classification; ///< class 1 is least disengaged; its lows and highs are sign * value
    std::vector<int> ranks;        ///< 1 is most disengaged; 0 where missing

    /// Least and greatest value as measured in a class (1 to k): {low, high}; NaN when it is empty.
    std::pair<double, double> range(int classNumber) const;
};

inline const QString indexCode = QStringLiteral("index");

/// Own breaks are class bounds in rising order, as measured. A value equal to a break goes with the smaller
/// measured values, whatever the indicator's direction: the breaks 5, 10 make the classes "to 5", "over 5 to
/// 10" and "over 10". Without own breaks there are `classCount` quantile classes.
using OwnBreaks = std::span<const double>;

ShownVariable showIndex(const IndexResult &result, int classCount, OwnBreaks breaks = {});
ShownVariable showIndicator(const Dataset &dataset, size_t indicator, int classCount, OwnBreaks breaks = {});

/// The same variable in so many quantile classes.
ShownVariable reclassified(const ShownVariable &shown, int classCount);

/// The variable with this code; the index when `code` is "index" or the dataset has no such indicator.
ShownVariable showVariable(const Dataset &dataset, const IndexResult &result, const QString &code,
                           int classCount, OwnBreaks breaks = {});

/// How classes were cut, in words: "quartiles (type 7)", or "own breaks".
QString classRuleText(int classCount, OwnBreaks breaks = {});

/// How scores were made, in words: "z-scores, sample SD"; "z-scores, sample SD, weighted" where weights
/// differ.
QString methodText(const IndexSettings &settings, const IndexResult &result);

} // namespace atlas
