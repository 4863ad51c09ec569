#pragma once

#include "core/aggregation/lookup.h"
#include "core/import/column_facts.h"
#include "core/tables/grid.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace atlas {

/// One column of keys, or two: the code and the name of the same area.
struct KeyColumns
{
    std::optional<int> code;
    std::optional<int> name;
};

/// The columns that hold areas of one kind: several where a row has room for several areas.
struct AreaKind
{
    QString word; ///< what their heads have in common: "lep"
    std::vector<KeyColumns> columns;
};

/// Where a lookup says what.
struct LookupColumns
{
    AreaKind smaller;
    AreaKind larger;
    std::optional<int> share;
    bool isPercent = false;  ///< shares are in per cent
    bool hasFiner = false;   ///< the file has columns of areas still smaller: pairs repeat
    QStringList otherLarger; ///< kinds that might have been meant as well
    DataRows rows;
};

/// Tells the columns of a lookup; see readLookup(). Fails where it cannot.
Result<LookupColumns> findLookupColumns(const Grid &grid, const LookupWanted &wanted);

} // namespace atlas
