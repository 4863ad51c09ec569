#pragma once

#include "core/tables/grid.h"

#include <QString>
#include <QStringView>

#include <cstdint>
#include <string_view>
#include <vector>

namespace atlas {

/// Cells of a worksheet as they come, those without a text left out. Rows and columns count from 0.
class SheetCells
{
public:
    void add(int row, int column, QStringView text, bool isNumber = false);
    /// A number, or another text of ASCII.
    void add(int row, int column, std::string_view ascii, bool isNumber);
    /// Cells that are shown as one, with the text of the first.
    void merge(int firstRow, int firstColumn, int lastRow, int lastColumn);
    void hideRow(int row) { m_hiddenRows.push_back(row); }
    void hideColumns(int first, int last) { m_hiddenColumns.push_back({first, last}); }
    /// A formula without a result.
    void addUncalculated(int row, int column) { m_uncalculated.add(row, column); }
    /// A formula whose result may have been put there for want of one.
    void addDoubtful(int row, int column) { m_doubtful.add(row, column); }

    /// True when they are more than a table of areas can be: 50 million cells with the empty ones between, or
    /// texts of half a gigabyte. What comes after that is left out.
    bool areTooMany() const { return m_areTooMany; }

    /// The cells in rows, merged ones filled, and a note of what is hidden or was never calculated. Rows with
    /// a text have cells up to the last column of the sheet.
    Grid takeGrid(const QString &file, const QString &sheet);

private:
    struct Cell
    {
        int row = 0;
        int column = 0;
        int start = 0; ///< of its text
        int length = 0;
        bool isNumber = false;
    };
    /// How many cells, and the first of them.
    struct Count
    {
        int cells = 0;
        int row = 0, column = 0;

        void add(int atRow, int atColumn)
        {
            if (cells++ == 0) {
                row = atRow;
                column = atColumn;
            }
        }
        QString first() const; ///< as a spreadsheet names it
    };
    struct Range
    {
        int firstRow = 0, firstColumn = 0, lastRow = 0, lastColumn = 0;
    };
    struct Columns
    {
        int first = 0, last = 0;
    };

    void addRange(int row, int column, qsizetype start, bool isNumber);
    void sort();
    void fillMerged();
    int hiddenRowCount() const;
    int hiddenColumnCount() const;
    void addNotes(Grid &grid) const;

    QString m_texts;
    std::vector<Cell> m_cells;
    std::vector<Range> m_merged;
    std::vector<int> m_hiddenRows;
    std::vector<Columns> m_hiddenColumns;
    Count m_uncalculated;
    Count m_doubtful;
    int m_rows = 0;  ///< up to the last with a cell
    int m_width = 0; ///< likewise
    bool m_isSorted = true;
    bool m_areTooMany = false;
};

} // namespace atlas
