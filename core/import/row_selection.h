#pragma once

#include "core/import/import_plan.h"
#include "core/indicators/indicator_table.h"
#include "core/tables/grid.h"

#include <QStringView>

#include <vector>

namespace atlas {

/// The rows of a grid that a plan reads.
struct RowSelection
{
    std::vector<int> rows;
    Issues issues;                   ///< rows that are not used and why, each kind once
    std::vector<LeftOutRow> leftOut; ///< notes, and rows with another number of cells than the heads
};

/// The rows of data of the plan's period and level, countries and regions whatever the level, and of the
/// total where filters part the people counted; not blank ones, notes at the end, or rows with another number
/// of cells than the heads, which are named.
RowSelection selectRows(const Grid &grid, const FiguresPlan &plan);

/// The first text of a row.
QString firstText(const Grid &grid, int row);

/// Whether a text is what official tables call all the people counted: "Total", "Persons", "All pupils".
bool isTotalText(QStringView text);

} // namespace atlas
