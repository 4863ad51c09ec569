#pragma once

#include "core/common/area_code.h"

#include <QString>

#include <limits>
#include <map>
#include <optional>
#include <set>

namespace atlas {

/// The numbers from `from` to `to`, both included, as rounded for display: what is read is what is compared.
struct NumberSpan
{
    double from = -std::numeric_limits<double>::infinity();
    double to = std::numeric_limits<double>::infinity();

    bool operator==(const NumberSpan &) const = default;
};

/// Which areas the table shows: those that meet all of these. A part left empty asks for nothing.
struct TableFilter
{
    /// Of the variable on the map, 1 is least disengaged; 0 for areas that lack a value of the index.
    std::set<int> classes = {};
    std::map<QString, NumberSpan> spans =
        {}; ///< by the lasting name of the column; a missing number is in none
    std::optional<std::set<AreaCode>> areas = {}; ///< these alone
    QString name = {};                            ///< part of the area's name or code, in any case

    bool isEmpty() const { return classes.empty() && spans.empty() && !areas && name.isEmpty(); }
    bool operator==(const TableFilter &) const = default;
};

} // namespace atlas
