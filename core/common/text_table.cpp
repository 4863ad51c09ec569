#include "core/common/text_table.h"

#include "core/common/csv_text.h"
#include "core/common/files.h"
#include "core/common/gdal_session.h"
#include "core/common/text.h"

#include <QSet>

#include <cpl_conv.h>
#include <cpl_string.h>

#include <algorithm>
#include <memory>

namespace atlas {

namespace {

/// A cell without the spaces around it, and without a byte order mark, which stands where files were joined.
QString cellText(QStringView cell)
{
    QStringView text = cell.trimmed();
    while (text.startsWith(QChar(QChar::ByteOrderMark)))
        text = text.mid(1).trimmed();
    return text.toString();
}

std::vector<QStringList> splitRows(const QByteArray &utf8, char separator)
{
    std::vector<QStringList> rows;
    for (CsvRows csv(utf8, separator); csv.next();) {
        QStringList cells;
        cells.reserve(csv.cellCount());
        for (int i = 0; i < csv.cellCount(); ++i)
            cells << cellText(csv.cell(i));
        rows.push_back(std::move(cells));
    }
    return rows;
}

/// The header with a name for every column.
QStringList namedColumns(QStringList header)
{
    while (!header.isEmpty() && header.back().isEmpty())
        header.pop_back();
    for (int i = 0; i < header.size(); ++i)
        if (header[i].isEmpty())
            header[i] = Text::tr("column %1").arg(i + 1);
    return header;
}

/// The first header that another column has too, case ignored; empty when all differ.
QString repeatedHeader(const QStringList &header)
{
    QSet<QString> names;
    for (const QString &name : header) {
        if (names.contains(name.toCaseFolded()))
            return name;
        names.insert(name.toCaseFolded());
    }
    return {};
}

/// Gives a row as many cells as the header has.
void fitToHeader(TextTable &table, size_t index)
{
    QStringList &row = table.rows[index];
    const QStringList beyond = row.mid(table.header.size());
    row.resize(table.header.size());
    if (std::any_of(beyond.begin(), beyond.end(), [](const QString &cell) { return !cell.isEmpty(); }))
        table.issues.push_back(
            {Severity::Warning,
             Text::tr("The row has more cells than the header; what stands beyond the last "
                      "column is left out. Put text that holds commas in quotation marks."),
             table.file, TextTable::spreadsheetRow(index)});
}

} // namespace

int TextTable::column(const QString &name) const
{
    for (int i = 0; i < header.size(); ++i)
        if (header[i].compare(name, Qt::CaseInsensitive) == 0)
            return i;
    return -1;
}

bool TextTable::isBlank(size_t index) const
{
    return std::all_of(rows[index].begin(), rows[index].end(),
                       [](const QString &cell) { return cell.isEmpty(); });
}

QStringList freeColumnNames(const QStringList &taken, const QStringList &wanted)
{
    QSet<QString> names;
    for (const QString &name : taken)
        names.insert(name.toCaseFolded());
    QStringList free;
    for (const QString &name : wanted) {
        QString candidate = name;
        for (int number = 2; names.contains(candidate.toCaseFolded()); ++number)
            candidate = name + QLatin1Char('_') + QString::number(number);
        names.insert(candidate.toCaseFolded());
        free << candidate;
    }
    return free;
}

Result<TextTable> readTextTable(const QString &path, const QString &what)
{
    const auto bytes = readWholeFile(path, what);
    return bytes ? readTextTable(*bytes, path, what) : bytes.error();
}

Result<TextTable> readTextTable(const QByteArray &bytes, const QString &path, const QString &what)
{
    const GdalMessages messages;
    auto text = readCsvText(bytes, path, what);
    if (!text)
        return text.error();
    TextTable table{.file = fileNameOf(path),
                    .rows = splitRows(text->utf8, text->separator),
                    .issues = std::move(text->issues)};
    if (table.rows.empty() || table.isBlank(0))
        return Error{Text::tr("%1 %2 has no header. Name the columns in its first line.").arg(what, path),
                     messages.text()};

    table.header = namedColumns(table.rows.front());
    table.rows.erase(table.rows.begin());
    if (const QString repeated = repeatedHeader(table.header); !repeated.isEmpty())
        return Error{
            Text::tr("%1 %2 has two columns named %3. Rename one of them.").arg(what, path, repeated), {}};
    for (size_t i = 0; i < table.rows.size(); ++i)
        fitToHeader(table, i);
    while (!table.rows.empty() && table.isBlank(table.rows.size() - 1))
        table.rows.pop_back();
    if (table.rows.empty())
        return Error{Text::tr("%1 %2 has a header but no rows. Add one row for each area.").arg(what, path),
                     {}};
    return table;
}

QStringList splitCells(const QString &line)
{
    const std::vector<QStringList> rows = splitRows(line.toUtf8(), ',');
    return rows.empty() ? QStringList() : rows.front();
}

QByteArray csvCell(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const std::unique_ptr<char, decltype(&CPLFree)> escaped(
        CPLEscapeString(utf8.constData(), static_cast<int>(utf8.size()), CPLES_CSV), &CPLFree);
    return {escaped.get()};
}

QByteArray csvLine(const QByteArrayList &cells)
{
    const QByteArray line = cells.join(',');
    return (line.isEmpty() ? QByteArray("\"\"") : line) + '\n'; // a blank line would be no row
}

QByteArray writeTextTable(const TextTable &table)
{
    const auto lineOf = [](const QStringList &row) {
        QByteArrayList cells;
        for (const QString &cell : row)
            cells << csvCell(cell);
        return csvLine(cells);
    };
    QByteArray bytes = lineOf(table.header);
    for (QStringList row : table.rows) {
        row.resize(table.header.size());
        bytes += lineOf(row);
    }
    return bytes;
}

} // namespace atlas
