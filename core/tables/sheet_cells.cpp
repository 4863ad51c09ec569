#include "core/tables/sheet_cells.h"

#include "core/tables/text.h"

#include <algorithm>
#include <tuple>

namespace atlas {

namespace {

constexpr int mostRows = 1 << 20, mostColumns = 1 << 14; // of any spreadsheet

} // namespace

void SheetCells::add(int row, int column, QStringView text, bool isNumber)
{
    const qsizetype start = m_texts.size();
    if (!m_areTooMany)
        m_texts.append(text);
    addRange(row, column, start, isNumber);
}

void SheetCells::add(int row, int column, std::string_view ascii, bool isNumber)
{
    const qsizetype start = m_texts.size();
    if (!m_areTooMany)
        m_texts.append(QLatin1String(ascii.data(), static_cast<qsizetype>(ascii.size())));
    addRange(row, column, start, isNumber);
}

void SheetCells::addRange(int row, int column, qsizetype start, bool isNumber)
{
    if (m_areTooMany || m_texts.size() == start || row < 0 || column < 0 || row >= mostRows
        || column >= mostColumns)
        return;
    const Cell cell{row, column, static_cast<int>(start), static_cast<int>(m_texts.size() - start), isNumber};
    if (!m_cells.empty())
        m_isSorted =
            m_isSorted && std::tie(m_cells.back().row, m_cells.back().column) < std::tie(row, column);
    m_cells.push_back(cell);
    m_rows = std::max(m_rows, row + 1);
    m_width = std::max(m_width, column + 1);
    m_areTooMany = m_texts.size() > mostGridCharacters || qint64(m_cells.size()) > mostGridCells;
}

void SheetCells::merge(int firstRow, int firstColumn, int lastRow, int lastColumn)
{
    constexpr size_t mostMerges = 1 << 18;
    const bool isRange =
        firstRow >= 0 && firstColumn >= 0 && lastRow >= firstRow && lastColumn >= firstColumn;
    if (isRange && m_merged.size() < mostMerges)
        m_merged.push_back({firstRow, firstColumn, lastRow, lastColumn});
}

void SheetCells::sort()
{
    if (m_isSorted)
        return;
    const auto place = [](const Cell &cell) { return std::tie(cell.row, cell.column); };
    std::stable_sort(m_cells.begin(), m_cells.end(),
                     [&](const Cell &a, const Cell &b) { return place(a) < place(b); });
    m_cells.erase(std::unique(m_cells.begin(), m_cells.end(),
                              [&](const Cell &a, const Cell &b) { return place(a) == place(b); }),
                  m_cells.end());
    m_isSorted = true;
}

void SheetCells::fillMerged()
{
    constexpr size_t most = 1 << 22;
    std::vector<Cell> filled;
    for (const Range &range : m_merged) {
        const auto first = std::lower_bound(
            m_cells.begin(), m_cells.end(), range, [](const Cell &cell, const Range &wanted) {
                return std::tie(cell.row, cell.column) < std::tie(wanted.firstRow, wanted.firstColumn);
            });
        if (first == m_cells.end() || first->row != range.firstRow || first->column != range.firstColumn)
            continue;
        // No further than there are cells: a title may be merged over all columns that there can be.
        for (int row = range.firstRow; row <= std::min(range.lastRow, m_rows - 1); ++row)
            for (int column = range.firstColumn;
                 column <= std::min(range.lastColumn, m_width - 1) && filled.size() < most; ++column) {
                filled.push_back(*first);
                filled.back().row = row;
                filled.back().column = column;
            }
    }
    if (filled.empty())
        return;
    m_cells.insert(m_cells.end(), filled.begin(), filled.end()); // what a cell has of its own comes first
    m_isSorted = false;
    sort();
}

QString SheetCells::Count::first() const
{
    constexpr int letters = 26;
    QString name;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / letters)
        name.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % letters)));
    return name + QString::number(row + 1);
}

int SheetCells::hiddenRowCount() const
{
    return static_cast<int>(
        std::count_if(m_hiddenRows.begin(), m_hiddenRows.end(), [this](int row) { return row < m_rows; }));
}

int SheetCells::hiddenColumnCount() const
{
    int count = 0;
    for (const Columns &columns : m_hiddenColumns)
        count += std::max(0, std::min(columns.last, m_width - 1) - std::max(columns.first, 0) + 1);
    return count;
}

void SheetCells::addNotes(Grid &grid) const
{
    const auto note = [&grid](Severity severity, const QString &text) {
        grid.issues.push_back({severity, text, grid.file});
    };
    if (const int rows = hiddenRowCount(); rows > 0)
        note(Severity::Note,
             Text::tr("%n row(s) of the sheet %1 are hidden and were read with the others.", nullptr, rows)
                 .arg(grid.sheet));
    if (const int columns = hiddenColumnCount(); columns > 0)
        note(Severity::Note,
             Text::tr("%n column(s) of the sheet %1 are hidden and were read with the others.", nullptr,
                      columns)
                 .arg(grid.sheet));
    if (m_uncalculated.cells > 0)
        note(Severity::Warning,
             Text::tr("%n cell(s) of the sheet %1 hold a formula without a result and are empty here, the "
                      "first in %2. Open the workbook in a spreadsheet program and save it.",
                      nullptr, m_uncalculated.cells)
                 .arg(grid.sheet, m_uncalculated.first()));
    if (m_doubtful.cells > 0)
        note(Severity::Warning,
             Text::tr("%n formula(s) of the sheet %1 have the result 0 in a workbook that was not calculated "
                      "when it was written, the first in %2. Open the workbook in a spreadsheet program and "
                      "save it.",
                      nullptr, m_doubtful.cells)
                 .arg(grid.sheet, m_doubtful.first()));
}

Grid SheetCells::takeGrid(const QString &file, const QString &sheet)
{
    sort();
    fillMerged();
    Grid grid;
    grid.file = file;
    grid.sheet = sheet;
    grid.isTyped = true;
    addNotes(grid);
    grid.reserve(m_texts.size(), m_cells.size());
    int row = 0, column = 0;
    qint64 count = 0;
    const auto finishRow = [&] {
        for (; column > 0 && column < m_width; ++column)
            grid.addCell({});
        count += column;
        grid.endRow();
        ++row;
        column = 0;
    };
    for (const Cell &cell : m_cells) {
        while (row < cell.row)
            finishRow();
        for (; column < cell.column; ++column)
            grid.addCell({});
        grid.addCell(QStringView(m_texts).mid(cell.start, cell.length), cell.isNumber);
        ++column;
        if (count > mostGridCells) {
            m_areTooMany = true;
            break;
        }
    }
    if (column > 0)
        finishRow();
    m_texts.clear();
    m_cells.clear();
    return grid;
}

} // namespace atlas
