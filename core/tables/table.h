#pragma once

#include "core/common/direction.h"
#include "core/tables/table_cell.h"

#include <QString>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace atlas {

/// What is said of a column, and where its cells come from.
struct TableColumn
{
    /// Which figure of an area it holds.
    enum class Role {
        AreaCode,
        AreaName,
        Indicator,  ///< as measured
        Normalised, ///< an indicator on the common scale, higher being more disengaged
        Score,      ///< of the index
        Rank,       ///< by the index
        Class,      ///< of the score
        PublishedRank,
        NodeScore, ///< of a domain or a sub-index
        NodeRank,
        LowestRank, ///< the best that rounding allows
        HighestRank,
        DrawnLow,    ///< a rank that 5 % of the draws are at or better than
        DrawnMedian, ///< 50 %
        DrawnHigh,   ///< 95 %
        DrawnRange,  ///< the three in one
        ClassShare,  ///< the part of the draws with the area in a class
        Tried,       ///< the codes of the indicators whose value is tried
        Other,
    };
    /// What its cells are, missing ones aside.
    enum class Kind {
        Text,
        Number,
        Rank, ///< whole, or halves where tied ones are averaged
    };

    Role role = Role::Other;
    Kind kind = Kind::Number;
    size_t subject = 0; ///< position of the indicator, the node or the class (from 0) that it is about
    QString code;       ///< its name in files, which no other column of the table has
    QString name;       ///< for people; empty where the code has to do
    QString shortName;  ///< for narrow columns; empty where the name has to do
    QString head;       ///< name of the domain or the node that it stands under; empty for none
    QString unit;
    int decimals = 0;                   ///< of a number, for the eye
    std::optional<Direction> direction; ///< nothing where neither way is worse
    int classCount = 0;                 ///< how many classes its cells may be in; 0 for none
    bool isUsed = true;                 ///< false for an indicator that the index leaves out
    /// Makes a cell when it is asked for. What it is given is an entry of the table's order.
    std::function<TableCell(size_t)> cell = {};
};

/// A table of typed cells. Cells are made when asked for, so that a table of many rows costs little.
struct Table
{
    std::vector<TableColumn> columns;
    std::vector<size_t> order; ///< what each row is about: the position of its area, from the top

    size_t rowCount() const { return order.size(); }
    TableCell cell(size_t row, size_t column) const { return columns[column].cell(order[row]); }
};

/// 0, 1, 2 ...: rows in the order in which they are known.
std::vector<size_t> orderAsGiven(size_t rowCount);

/// A table of cells that are there already: rows[row][column], at least one for each column.
Table tableOfRows(std::vector<TableColumn> columns, std::vector<std::vector<TableCell>> rows);

} // namespace atlas
