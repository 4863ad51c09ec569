#pragma once

#include "core/common/issue.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <cstdint>
#include <vector>

namespace atlas {

/// A table with more is no table of areas, and is not read.
inline constexpr qint64 mostGridCells = 50'000'000;
inline constexpr qint64 mostGridCharacters = 1 << 28;

/// The cells of one table of a file as the file shows them, before anything is taken for a header, a number
/// or a code. Rows may differ in length; a blank line is a row without cells, so that rows keep their
/// numbers. White space around a text and what has no width in it are gone. All texts stand in one array: a
/// million rows are common.
class Grid
{
public:
    QString file;         ///< name for messages
    QString sheet;        ///< the sheet, layer or table that was read; empty where the file is only one
    QStringList sheets;   ///< all that could be read instead, in the file's order, with the one that was
    QStringList facts;    ///< how the file was read, each a phrase for a person: "semicolons between cells"
    Issues issues;        ///< what had to be assumed or left out
    bool isTyped = false; ///< the file says itself what is a number: a workbook or a database, no text

    /// Adds a cell to the row that is being written. A number of a typed file is written in the C locale,
    /// with all its digits, and its sign of percentage where the file shows one: 0.064 shown as 6.4% is
    /// "6.4%".
    void addCell(QStringView text, bool isNumber = false);
    void endRow();
    void reserve(qsizetype characters, size_t cells);

    /// Cells from which something without width was taken, such as a zero-width space.
    int mendedCells() const { return m_mendedCells; }

    int rowCount() const { return static_cast<int>(m_rowStarts.size()) - 1; }
    /// Cells in the longest row.
    int width() const { return m_width; }
    /// Cells that the file gives for this row, empty ones counted.
    int cellCount(int row) const
    {
        return static_cast<int>(m_rowStarts[static_cast<size_t>(row) + 1]
                                - m_rowStarts[static_cast<size_t>(row)]);
    }
    /// Empty for a cell beyond the end of its row.
    QStringView cell(int row, int column) const;
    /// Whether the file itself holds a number there; always false for a text file.
    bool isNumber(int row, int column) const;
    /// Cells of the row that are not empty.
    int filledCells(int row) const;
    /// True when nothing is typed in the row.
    bool isBlank(int row) const;
    /// The number of row `row` as a spreadsheet counts it.
    static int spreadsheetRow(int row) { return row + 1; }

private:
    struct Cell
    {
        uint32_t end : 31; ///< where its text ends; it starts where the one before it ends
        uint32_t isNumber : 1;
    };

    QString m_texts;
    std::vector<Cell> m_cells;
    std::vector<uint32_t> m_rowStarts = {0};
    int m_width = 0;
    int m_mendedCells = 0;
};

} // namespace atlas
