#pragma once

#include "core/tables/grid.h"

#include <QString>
#include <QStringList>

namespace atlas::test {

/// Rows by bars, cells by commas, "#" behind what the file holds as a number. Empty cells at the end of a row
/// are left out.
inline QString gridText(const Grid &grid)
{
    QStringList rows;
    for (int row = 0; row < grid.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < grid.cellCount(row); ++column)
            cells << grid.cell(row, column).toString() + (grid.isNumber(row, column) ? "#" : "");
        while (!cells.isEmpty() && cells.back().isEmpty())
            cells.pop_back();
        rows << cells.join(",");
    }
    return rows.join("|");
}

} // namespace atlas::test
