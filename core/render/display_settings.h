#pragma once

#include "core/index/shown_variable.h"

#include <QString>

#include <vector>

namespace atlas {

enum class Labels { None, Number, Name };

/// Every choice that changes looks and no figure.
struct DisplaySettings
{
    QString shown = indexCode; ///< the variable on the map: "index", or the code of a node or an indicator
    int classCount = 4;        ///< 2 to 9
    /// Own class bounds of the variable on the map, see ClassScheme; none for quantiles.
    std::vector<double> breaks = {};
    QuantileRule quantileRule = QuantileRule::Type7;
    QString palette = QStringLiteral("purples");
    Labels labels = Labels::Number;
    bool classMarks = true;  ///< Q1 to Q4 in the table's cells
    bool nodeScores = false; ///< score and rank of every domain in the table, not only of the one shown
    bool certainty = true; ///< a pattern on the map for classes that draws leave open, where there are draws

    /// The classes of the variable on the map, and those of every other.
    ClassScheme scheme() const { return {classCount, breaks, quantileRule}; }
    ClassScheme otherScheme() const { return {classCount, {}, quantileRule}; }
    void setScheme(const ClassScheme &scheme)
    {
        classCount = scheme.classCount;
        breaks = scheme.breaks;
        quantileRule = scheme.rule;
    }

    bool operator==(const DisplaySettings &) const = default;
};

} // namespace atlas
