#include "core/tables/table.h"

#include <memory>
#include <numeric>
#include <utility>

namespace atlas {

std::vector<size_t> orderAsGiven(size_t rowCount)
{
    std::vector<size_t> order(rowCount);
    std::iota(order.begin(), order.end(), size_t(0));
    return order;
}

Table tableOfRows(std::vector<TableColumn> columns, std::vector<std::vector<TableCell>> rows)
{
    Table table{std::move(columns), orderAsGiven(rows.size())};
    const auto cells = std::make_shared<const std::vector<std::vector<TableCell>>>(std::move(rows));
    for (size_t column = 0; column < table.columns.size(); ++column)
        table.columns[column].cell = [cells, column](size_t row) { return (*cells)[row][column]; };
    return table;
}

bool showsItsClass(const TableColumn &column)
{
    return column.role != TableColumn::Role::Rank && column.role != TableColumn::Role::NodeRank;
}

} // namespace atlas
