#pragma once

#include "core/import/plan_figures.h"
#include "core/indicators/indicator_table.h"
#include "core/tables/grid.h"

#include <vector>

namespace atlas {

/// The rows of a grid that a plan reads.
struct RowSelection
{
    std::vector<int> rows;
    Issues issues;                   ///< rows that are not used and why, each kind once
    std::vector<LeftOutRow> leftOut; ///< notes, and rows with another number of cells than the heads
    /// Filters of which a person has to choose a value, as areas have several rows that they tell apart.
    std::vector<PeopleFilter> asked;
};

/// The rows of data of the plan's period and level, countries and regions whatever the level, and those that
/// the filters let; not blank ones, notes at the end, or rows with another number
/// of cells than the heads, which are named.
RowSelection selectRows(const Grid &grid, const PlannedFigures &planned);

/// The first text of a row.
QString firstText(const Grid &grid, int row);

} // namespace atlas
