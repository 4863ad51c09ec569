#include "app/state/document.h"
#include "app/table/area_sort_model.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/sheet_of_table.h"
#include "app/widgets/copying.h"
#include "core/tables/tabbed_text.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

// What is copied, printed and exported of the table.

namespace atlas {

TableSheet AreaTableView::sheetOf(std::vector<size_t> areas, const std::vector<int> &columns) const
{
    Table table = m_model->tableOf(std::move(areas));
    const std::vector<TableColumn> all = std::exchange(table.columns, {});
    for (const int column : columns)
        table.columns.push_back(all[static_cast<size_t>(column)]);
    return makeTableSheet(m_document.now(), std::move(table), m_model->formats(), m_model->locale());
}

/// All rows in sight, with what they are compared with, and what has been left out.
TableSheet AreaTableView::wholeSheet(const std::vector<int> &columns) const
{
    TableSheet sheet = sheetOf(areasInSight(), columns);
    addBenchmarks(sheet, columns);
    sheet.leftOut = filterText();
    if (!sheet.leftOut.isEmpty())
        sheet.notes.prepend(sheet.leftOut);
    return sheet;
}

TableSheet AreaTableView::sheet() const
{
    return wholeSheet(columnsInSight());
}

QString AreaTableView::filterText() const
{
    const int all = m_model->rowCount();
    const int shown = m_order->rowCount();
    return all == shown ? QString()
                        : tr("Filtered: %1 of %2 areas.")
                              .arg(m_model->locale().toString(shown), m_model->locale().toString(all));
}

/// As rows above the others, numbered on from the areas.
void AreaTableView::addBenchmarks(TableSheet &sheet, const std::vector<int> &columns) const
{
    if (!m_document.now().dataset() || !m_document.now().looks().benchmarks)
        return;
    const auto rows = std::make_shared<const std::vector<BenchmarkRow>>(m_model->benchmarks().rows);
    const size_t areas = m_document.now().dataset()->areas.size();
    for (size_t i = 0; i < columns.size(); ++i) {
        const auto position = static_cast<size_t>(columns[i]);
        const bool isName = columns[i] == AreaTableModel::nameColumn;
        auto &cell = sheet.table.columns[i].cell;
        cell = [given = cell, rows, areas, position, isName](size_t area) {
            if (area < areas)
                return given(area);
            const BenchmarkRow &row = (*rows)[area - areas];
            const double value = row.values[position];
            return isName ? textCell(row.name) : std::isnan(value) ? textCell({}) : numberCell(value);
        };
    }
    std::vector<size_t> order;
    for (size_t i = 0; i < rows->size(); ++i)
        order.push_back(areas + i);
    order.insert(order.end(), sheet.table.order.begin(), sheet.table.order.end());
    sheet.table.order = std::move(order);
    sheet.benchmarks = rows->size();
}

QString AreaTableView::selectedText() const
{
    const std::vector<size_t> areas = selectedAreas();
    return areas.empty() ? QString() : tabbedText(sheetOf(areas, columnsInSight()).table, m_model->locale());
}

/// Where no row is selected, all of them are copied.
void AreaTableView::offerCopies()
{
    const auto make = [this](const std::vector<int> &columns) -> Result<Copyable> {
        if (!m_document.now().dataset())
            return Error{tr("There is no table to copy."), {}};
        const std::vector<size_t> areas = selectedAreas();
        return Copyable{.sheet = areas.empty() ? wholeSheet(columns) : sheetOf(areas, columns)};
    };
    auto *copying = new Copying(*this, [this, make] {
        const std::vector<int> block = blockColumns();
        return make(block.empty() ? columnsInSight() : block);
    }); // owned by this
    copying->offer(QStringLiteral("copyColumn"), tr("Copy co&lumn"),
                   tr("Copy the names and the column of the current cell"), [this, make] {
                       const int column = std::max(0, currentIndex().column());
                       return make(column == AreaTableModel::nameColumn
                                       ? std::vector{column}
                                       : std::vector{AreaTableModel::nameColumn, column});
                   });
}

} // namespace atlas
