#pragma once

#include "core/classification/class_scheme.h"
#include "core/classification/classify.h"
#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"

#include <QString>

#include <vector>

namespace atlas {

/// One variable as a map or a table column shows it: the index, a node of it, or an indicator, cut into
/// classes that face the same way, whatever the indicator's direction.
struct ShownVariable
{
    QString code; ///< "index", or the code of the node or the indicator
    QString name;
    QString unit;
    int decimals = 2;
    Direction direction = Direction::HigherIsMoreDisengaged;
    std::vector<double> values;    ///< as measured, one for each area; NaN where missing
    Classification classification; ///< class 1 is least disengaged; its lows and highs are sign * value
    std::vector<double> ranks;     ///< 1 is most disengaged; 0 where missing

    /// Least and greatest value as measured in a class (1 to k): {low, high}; NaN when it is empty.
    std::pair<double, double> range(int classNumber) const;
};

inline const QString indexCode = QStringLiteral("index");

ShownVariable showIndex(const IndexResult &result, const ClassScheme &scheme);
/// A domain or a sub-index, by its position in the result's tree.
ShownVariable showNode(const IndexResult &result, size_t node, RankRule rankRule, const ClassScheme &scheme);
ShownVariable showIndicator(const Dataset &dataset, size_t indicator, const ClassScheme &scheme);

/// The same variable in other classes.
ShownVariable reclassified(const ShownVariable &shown, const ClassScheme &scheme);

/// Whether there is a variable with this code.
bool canShow(const Dataset &dataset, const IndexResult &result, const QString &code);

/// The variable with this code; the index when there is none.
ShownVariable showVariable(const Dataset &dataset, const IndexResult &result, RankRule rankRule,
                           const QString &code, const ClassScheme &scheme);

} // namespace atlas
