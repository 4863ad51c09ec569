#pragma once

#include "core/common/issue.h"
#include "core/common/progress.h"
#include "core/common/result.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

#include <vector>

namespace atlas {

/// A table as it was typed: a header and rows of text. Every row has as many cells as the header; a blank
/// line between rows is a row of empty cells, so that rows keep their numbers.
struct TextTable
{
    QString file; ///< name for messages
    QStringList header;
    std::vector<QStringList> rows;
    Issues issues; ///< what had to be assumed to read it

    /// Position of the first column with this header, case ignored; -1 when there is none.
    int column(const QString &name) const;
    /// True when nothing is typed in row `index`.
    bool isBlank(size_t index) const;

    /// Row `index` as a spreadsheet counts it (the header is row 1).
    static int spreadsheetRow(size_t index) { return static_cast<int>(index) + 2; }
};

/// Names for more columns of a table that has `taken`, case ignored: those wanted, and where one is taken
/// already the first that is free of NAME_2, NAME_3 ...
QStringList freeColumnNames(const QStringList &taken, const QStringList &wanted);

/// Reads a CSV file (comma, semicolon or tab; UTF-8, UTF-16 with a byte order mark, or Windows-1252).
/// Cells beyond the header's last column are left out with an issue. `what` names the file's role in
/// messages. Fails when the file is missing, empty, not text, has a quotation mark that is never closed,
/// names two columns alike, or has no row below its header.
Result<TextTable> readTextTable(const QString &path, const QString &what);
/// The same for bytes that are there already; `path` is where they come from.
Result<TextTable> readTextTable(const QByteArray &bytes, const QString &path, const QString &what);

/// The cells of a line with commas between them, in quotation marks where one holds a comma.
QStringList splitCells(const QString &line);

/// A cell of CSV in UTF-8: in quotation marks where it must be.
QByteArray csvCell(const QString &text);
/// A line of such cells with its end.
QByteArray csvLine(const QByteArrayList &cells);

/// CSV in UTF-8, quoted where needed, lines ended by a line feed, in the order given.
QByteArray writeTextTable(const TextTable &table);

} // namespace atlas
