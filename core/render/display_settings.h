#pragma once

#include "core/index/shown_variable.h"

#include <QString>

#include <vector>

namespace atlas {

enum class Labels { None, Number, Name };

/// Every choice that changes looks and no figure.
struct DisplaySettings
{
    QString shown = indexCode; ///< the variable on the map: "index" or an indicator's code
    int classCount = 4;        ///< 2 to 9
    /// Own class bounds of the variable on the map, classCount - 1 of them, see OwnBreaks; none for
    /// quantiles.
    std::vector<double> breaks = {};
    QString palette = QStringLiteral("purples");
    Labels labels = Labels::Number;
    bool classMarks = true; ///< Q1 to Q4 in the table's cells

    bool operator==(const DisplaySettings &) const = default;
};

} // namespace atlas
