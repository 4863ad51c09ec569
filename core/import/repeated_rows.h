#pragma once

#include "core/import/import_plan.h"
#include "core/tables/grid.h"

#include <cstdint>
#include <vector>

namespace atlas {

/// Rows of a table that have the same texts in some columns, its keys.
class RepeatedRows
{
public:
    /// The grid is looked at again when a column is asked about.
    RepeatedRows(const Grid &grid, std::vector<int> rows, const std::vector<int> &keyColumns);

    /// Whether half of the keys or more have several rows; a few that do are slips.
    bool areUsual() const;
    /// How many keys have several rows.
    size_t repeatedKeys() const { return m_repeated; }
    /// Whether the rows of one key have different texts in a column, for half or more of the keys with
    /// several rows.
    bool areToldApartBy(int column) const;

private:
    const Grid &m_grid;
    std::vector<int> m_rows;
    std::vector<uint32_t> m_keys;   ///< which key each row has
    std::vector<uint32_t> m_counts; ///< how many rows each key has
    size_t m_repeated = 0;          ///< keys with several rows
};

/// Where the columns stand whose texts together tell which figure of which area a row holds: the codes, else
/// the names, the level, the period and the indicator.
std::vector<int> keyPositions(const std::vector<PlannedColumn> &columns);

} // namespace atlas
