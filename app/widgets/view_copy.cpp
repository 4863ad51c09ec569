#include "app/widgets/view_copy.h"

#include "app/widgets/copying.h"

#include <QBrush>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace atlas {

namespace {

/// Rows and columns of the model, as they stand.
struct Block
{
    std::vector<int> rows;
    std::vector<int> columns;
};

Block blockOf(const QTableView &view, ViewRows which)
{
    const QAbstractItemModel &model = *view.model();
    std::set<int> rows;
    std::set<int> columns;
    if (which == ViewRows::Selected && view.selectionModel())
        for (const QItemSelectionRange &range : view.selectionModel()->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                rows.insert(row);
            for (int column = range.left(); column <= range.right(); ++column)
                columns.insert(column);
        }
    const bool isAll = rows.empty();
    Block block;
    for (int row = 0; row < model.rowCount(); ++row)
        if (!view.isRowHidden(row) && (isAll || rows.count(row) > 0))
            block.rows.push_back(row);
    for (int place = 0; place < model.columnCount(); ++place) {
        const int column = view.horizontalHeader()->logicalIndex(place);
        if (!view.isColumnHidden(column) && (isAll || column == 0 || columns.count(column) > 0))
            block.columns.push_back(column);
    }
    return block;
}

/// A number and its decimals, where the text reads as one in the locale.
std::optional<std::pair<double, int>> numberIn(QString text, const QLocale &locale)
{
    bool isNumber = false;
    const double value = locale.toDouble(text.replace(QChar(0x2212), QLatin1Char('-')), &isNumber);
    if (!isNumber)
        return {};
    const qsizetype point = text.indexOf(locale.decimalPoint());
    return std::pair{value, point < 0 ? 0 : static_cast<int>(text.size() - point - 1)};
}

class SheetMaker
{
public:
    SheetMaker(const QTableView &view, Block block) : m_view(view), m_block(std::move(block)) {}

    TableSheet make()
    {
        std::vector<TableColumn> columns;
        std::vector<std::vector<TableCell>> rows(m_block.rows.size());
        for (const int column : m_block.columns) {
            TableColumn about{.kind = isText(column) ? TableColumn::Kind::Text : TableColumn::Kind::Number,
                              .name = m_view.model()->headerData(column, Qt::Horizontal).toString()};
            m_isFirstNumber = true;
            for (size_t row = 0; row < rows.size(); ++row)
                rows[row].push_back(cellOf(m_view.model()->index(m_block.rows[row], column), about));
            columns.push_back(std::move(about));
        }
        TableSheet sheet{.table = tableOfRows(std::move(columns), std::move(rows)),
                         .locale = m_view.locale(),
                         .title = m_view.accessibleName()};
        if (m_formats.size() > 1)
            sheet.formatOf = [formats = m_formats](const TableColumn &, const TableCell &cell) {
                return formats[static_cast<size_t>(cell.classNumber)];
            };
        return sheet;
    }

private:
    bool isText(int column) const
    {
        if (m_block.rows.empty())
            return true;
        const auto alignment =
            m_view.model()->index(m_block.rows.front(), column).data(Qt::TextAlignmentRole).toInt();
        return !(alignment & Qt::AlignRight);
    }

    /// A number where the column has decimals like it, else the text as it stands.
    TableCell cellOf(const QModelIndex &index, TableColumn &column)
    {
        const QString text = index.data().toString();
        const auto number =
            column.kind == TableColumn::Kind::Number ? numberIn(text, m_view.locale()) : std::nullopt;
        TableCell cell = textCell(text);
        if (number && (m_isFirstNumber || number->second == column.decimals)) {
            cell = numberCell(number->first);
            column.decimals = number->second;
            m_isFirstNumber = false;
        }
        cell.classNumber = formatOf(index);
        return cell;
    }

    int formatOf(const QModelIndex &index)
    {
        const QVariant background = index.data(Qt::BackgroundRole);
        if (!background.isValid())
            return 0;
        const CellFormat format{
            background.value<QBrush>().color(), index.data(Qt::ForegroundRole).value<QBrush>().color(), {}};
        const auto known = std::find(m_formats.begin(), m_formats.end(), format);
        if (known != m_formats.end())
            return static_cast<int>(known - m_formats.begin());
        m_formats.push_back(format);
        return static_cast<int>(m_formats.size()) - 1;
    }

    const QTableView &m_view;
    Block m_block;
    std::vector<CellFormat> m_formats = {CellFormat()};
    bool m_isFirstNumber = true; ///< of the column
};

} // namespace

TableSheet sheetOf(const QTableView &view, ViewRows rows)
{
    return SheetMaker(view, blockOf(view, rows)).make();
}

void makeCopyable(QTableView &view)
{
    new Copying(view, [&view]() -> Result<Copyable> {
        return Copyable{.sheet = sheetOf(view, ViewRows::Selected)};
    }); // owned by the view
}

} // namespace atlas
