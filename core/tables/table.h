#pragma once

#include "core/common/direction.h"
#include "core/tables/table_cell.h"

#include <QString>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace atlas {

/// The description of a column, and the source of its cells.
struct TableColumn
{
    /// Which of an area's figures it holds.
    enum class Role {
        AreaCode,
        AreaName,
        Indicator,  ///< as measured
        Normalised, ///< an indicator on the common scale; higher is more disengaged
        Score,      ///< of the index
        Rank,       ///< by the index
        Class,      ///< of the score
        PublishedRank,
        NodeScore, ///< of a domain or a sub-index
        NodeRank,
        LowestRank, ///< the best that rounding allows
        HighestRank,
        DrawnLow,    ///< 5 % of the draws put the area at this rank or better
        DrawnMedian, ///< 50 %
        DrawnHigh,   ///< 95 %
        DrawnRange,  ///< all three in one
        ClassShare,  ///< the share of draws with the area in a class
        Symbol,      ///< what was typed for an indicator where it has no value, or after its value
        Tried,       ///< the codes of the indicators with a tried value
        Change,      ///< of an indicator since another period
        People,      ///< young people, or how many of them an indicator affects
        Other,
    };
    /// What its cells contain, apart from missing ones.
    enum class Kind {
        Text,
        Number,
        Rank, ///< whole numbers, or halves if ties are averaged
    };

    Role role = Role::Other;
    Kind kind = Kind::Number;
    size_t subject = 0; ///< position of the indicator, node or class (from 0) it is about
    QString code;       ///< its name in files, unique in the table
    QString name;       ///< for display; empty if the code has to do
    QString shortName;  ///< for narrow columns; empty if the name has to do
    QString head;       ///< name of the domain or node above it; empty for none
    QString unit;
    int decimals = 0;                   ///< of a number, for display
    std::optional<Direction> direction; ///< nothing if neither way is worse
    int classCount = 0;                 ///< the number of classes its cells may be in; 0 for none
    bool isUsed = true;                 ///< false for an indicator that the index leaves out
    /// Makes a cell on demand. The argument is an entry of the table's order.
    std::function<TableCell(size_t)> cell = {};
};

/// A table of typed cells. Cells are made on demand, so that a long table costs little.
struct Table
{
    std::vector<TableColumn> columns;
    std::vector<size_t> order; ///< for each row, from the top, the position of its area

    size_t rowCount() const { return order.size(); }
    TableCell cell(size_t row, size_t column) const { return columns[column].cell(order[row]); }
};

/// 0, 1, 2 ...: rows in their original order.
std::vector<size_t> orderAsGiven(size_t rowCount);

/// A table of existing cells: rows[row][column], at least one for each column.
Table tableOfRows(std::vector<TableColumn> columns, std::vector<std::vector<TableCell>> rows);

/// Whether cells are coloured and marked by their class: ranks repeat what the score beside them says, and
/// the class stands once.
bool showsItsClass(const TableColumn &column);

} // namespace atlas
