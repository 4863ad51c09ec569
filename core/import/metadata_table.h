#pragma once

#include "core/tables/grid.h"

#include <QString>

#include <optional>

namespace atlas {

/// Whether a table describes indicators: it has a head iCode.
bool isMetadata(const Grid &grid);

/// Of the sheets of a workbook the one that describes the indicators of the one that was read, as COINr's
/// iMeta does; empty for none.
QString metadataSheet(const Grid &grid);

/// Two columns of codes of areas that a row joins.
struct LookupHeads
{
    QString smaller; ///< the column with more different codes
    QString larger;
};

/// Whether a table says which areas are part of which, and holds no figures but the counts and shares that
/// go with that: the heads of its codes. Nothing for any other.
std::optional<LookupHeads> lookupHeads(const Grid &grid);

} // namespace atlas
