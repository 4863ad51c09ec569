#include "core/tables/write_table.h"

#include "core/common/files.h"
#include "core/common/number_text.h"
#include "core/common/output_files.h"
#include "core/common/text_table.h"
#include "core/tables/cell_text.h"
#include "core/tables/text.h"

#include <QByteArrayList>

#include <vector>

namespace atlas {

namespace {

/// Numbers need no quotation marks, and most cells are numbers.
QByteArray csvCellOf(const TableCell &cell)
{
    const auto *number = std::get_if<double>(&cell.content);
    return number ? exactNumber(*number).toLatin1() : csvCell(fileText(cell));
}

Result<QByteArray> csvOf(const Table &table)
{
    QByteArrayList cells;
    for (const TableColumn &column : table.columns)
        cells << csvCell(column.code);
    QByteArray bytes = csvLine(cells);
    for (const size_t row : table.order) {
        cells.clear();
        for (const TableColumn &column : table.columns)
            cells << csvCellOf(column.cell(row));
        bytes += csvLine(cells);
    }
    return bytes;
}

struct Format
{
    QString ending;
    Result<QByteArray> (*write)(const Table &);
};

const std::vector<Format> &formats()
{
    static const std::vector<Format> all = {{QStringLiteral("csv"), &csvOf}};
    return all;
}

} // namespace

QStringList tableEndings()
{
    QStringList endings;
    for (const Format &format : formats())
        endings << format.ending;
    return endings;
}

Result<QByteArray> tableBytes(const Table &table, const QString &path)
{
    for (const Format &format : formats())
        if (path.endsWith(QLatin1Char('.') + format.ending, Qt::CaseInsensitive))
            return format.write(table);
    return checkEnding(path, tableEndings(), Text::tr("The table")).error();
}

Result<Done> writeTable(const Table &table, const QString &path)
{
    const auto bytes = tableBytes(table, path);
    return bytes ? writeWholeFile(path, *bytes) : bytes.error();
}

} // namespace atlas
