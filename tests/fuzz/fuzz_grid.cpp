// The cells of a table in any container: what is read can be asked for, row by row. The first byte chooses
// the ending of the file; for a workbook the rest is its sheet, or with a letter the shared text (s) or the
// properties of an XLSX (w). After an n follows a number format.

#include "tests/fuzz/checks.h"
#include "tests/support/made_files.h"
#include "tests/support/made_workbook.h"

#include "core/tables/number_format.h"
#include "core/tables/read_grid.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

namespace {

QString writeTable(const QTemporaryDir &folder, char kind, const QByteArray &bytes)
{
    const QByteArray sheet =
        "<sheetData><row><c t=\"s\"><v>0</v></c><c s=\"2\"><v>42434</v></c></row></sheetData>";
    if (kind == 's')
        return writeXlsx(folder, QStringLiteral("table.xlsx"), {{"Data", sheet}}, {bytes});
    if (kind == 'w')
        return writeXlsx(folder, QStringLiteral("table.xlsx"), {{"Data", sheet}}, {"<t>shared</t>"}, bytes);
    switch (static_cast<uint8_t>(kind - '0') % 5) {
    case 0:
        return writeBytes(folder, QStringLiteral("table.csv"), bytes);
    case 1:
        return writeBytes(folder, QStringLiteral("table.sqlite"), bytes);
    case 2:
        return writeBytes(folder, QStringLiteral("table.zip"), bytes);
    case 3:
        return writeXlsx(folder, QStringLiteral("table.xlsx"), {{"Data", bytes}}, {"<t>shared</t>"});
    default:
        return writeOds(folder, QStringLiteral("table.ods"), {{"Data", bytes}});
    }
}

void mustBeWhole(const Grid &grid)
{
    mustBeShowable(grid.issues);
    for (int row = 0; row < grid.rowCount(); ++row) {
        mustHold(grid.cellCount(row) >= 0 && grid.cellCount(row) <= grid.width(),
                 "no row is wider than the grid");
        mustHold(grid.cell(row, grid.cellCount(row)).isEmpty(), "there is nothing beyond the end of a row");
        for (int column = 0; column < grid.cellCount(row); ++column) {
            const QStringView cell = grid.cell(row, column);
            mustHold(cell == cell.trimmed(), "no space stands around a cell");
            mustHold(!grid.isNumber(row, column) || grid.isTyped, "only a typed file has numbers");
        }
    }
}

/// Every number has one section of a format, and what that shows is no more than the format says.
void checkFormat(const QString &text)
{
    const NumberFormat format(text);
    for (const double number : {-1e300, -12.5, 0.0, 0.5, 3.0, 1e6, 1e300}) {
        const FormatSection &section = format.sectionFor(number);
        mustHold(section.thousands >= 0 && section.thousands <= text.size(), "commas scale, one by one");
        mustHold(section.text.size() <= text.size(), "no text is longer than the format");
        mustHold(section.as != ShownAs::Text || !section.text.isEmpty(),
                 "a text in place of a number says something");
        mustHold(!shortestNumber(number, -3 * std::min(section.thousands, 50)).empty(),
                 "a scaled number is a number");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    if (size < 2)
        return 0;
    const auto kind = static_cast<char>(data[0]);
    if (kind == 'n') {
        checkFormat(QString::fromUtf8(bytesOf(data + 1, size - 1)));
        return 0;
    }
    const QString path = writeTable(folder, kind, bytesOf(data + 1, size - 1));
    mustHold(!path.isEmpty(), "there is room for a file");
    Progress progress;
    const auto grid = readGrid(path, QStringLiteral("The indicator file"), {}, progress);
    if (grid)
        mustBeWhole(*grid);
    else
        mustBeShowable(grid.error());
    return 0;
}
