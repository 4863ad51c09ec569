#pragma once

#include "core/common/issue.h"
#include "core/common/progress.h"
#include "core/common/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

#include <vector>

namespace atlas {

/// A table as typed: a header and rows of text. Every row has as many cells as the header; a blank line
/// between rows is a row of empty cells, so that rows keep their numbers.
struct TextTable
{
    QString file; ///< name for messages
    QStringList header;
    std::vector<QStringList> rows;
    Issues issues; ///< assumptions made in reading it

    /// Position of the first column with this header, ignoring case; -1 if there is none.
    int column(const QString &name) const;
    /// True when nothing is typed in row `index`.
    bool isBlank(size_t index) const;

    /// The spreadsheet number of row `index` (the header is row 1).
    static int spreadsheetRow(size_t index) { return static_cast<int>(index) + 2; }
};

/// Names for further columns of a table that already has `taken`, ignoring case: those wanted or, if one is
/// taken, the first free of NAME_2, NAME_3 ...
QStringList freeColumnNames(const QStringList &taken, const QStringList &wanted);

/// Reads a CSV file (comma, semicolon or tab; UTF-8, UTF-16 with a byte order mark, or Windows-1252). Cells
/// beyond the header's last column are left out and reported as an issue. `what` names the file's role in
/// messages. Fails if the file is missing, empty or not text, leaves a quotation mark open, has two columns
/// of the same name, or has no row below its header.
Result<TextTable> readTextTable(const QString &path, const QString &what);
/// The same for bytes already read; `path` is where they come from.
Result<TextTable> readTextTable(const QByteArray &bytes, const QString &path, const QString &what);

/// The comma-separated cells of a line; a cell that contains a comma is in quotation marks.
QStringList splitCells(const QString &line);

/// A CSV cell in UTF-8, with quotation marks if needed.
QByteArray csvCell(const QString &text);
/// A line of such cells, with its line ending.
QByteArray csvLine(const QByteArrayList &cells);

/// CSV in UTF-8, quoted where needed, with line feeds, in the given order.
QByteArray writeTextTable(const TextTable &table);

} // namespace atlas
