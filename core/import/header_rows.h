#pragma once

#include "core/import/import_plan.h"
#include "core/tables/grid.h"

namespace atlas {

/// Where the heads of a table stand, and what they say.
struct HeaderRows
{
    int row = 0;         ///< the first of them in the grid; the data follow the last
    int count = 1;       ///< 2 or 3 where rows of heads over several columns stand above
    QStringList headers; ///< one for each column up to the last that has one: never empty, never twice
    Issues issues;       ///< heads that had to be made up or told apart
};

/// Finds the heads of a table: the first row that fills about as many cells as the rows below it, past
/// titles, notes and blank lines above; two or three rows are
/// one where heads span columns. `plan` may say where they
/// are. A column without a head is called by its place, and one whose head is taken gets "_2".
HeaderRows findHeaderRows(const Grid &grid, const ImportPlan &plan);

} // namespace atlas
