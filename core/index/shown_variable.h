#pragma once

#include "core/classification/classify.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <QString>

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

/// The index, when `code` is empty or "index".
ShownVariable showIndex(const IndexResult &result, int classCount);
ShownVariable showIndicator(const Dataset &dataset, size_t indicator, int classCount);

/// The variable with this code; the index when the dataset has no such indicator.
ShownVariable showVariable(const Dataset &dataset, const IndexResult &result, const QString &code,
                           int classCount);

/// How classes were cut, in words: "quartiles (type 7)".
QString classRuleText(int classCount);

/// How scores were made, in words: "z-scores, sample SD"; "z-scores, sample SD, weighted" where weights
/// differ.
QString methodText(const IndexSettings &settings, const IndexResult &result);

} // namespace atlas
