// The cells of a table in any container: what is read can be asked for, row by row. The first byte chooses
// the ending of the file; for a workbook the rest is its sheet.

#include "tests/fuzz/checks.h"
#include "tests/support/made_files.h"
#include "tests/support/made_workbook.h"

#include "core/tables/read_grid.h"

#include <QTemporaryDir>

using namespace atlas;
using namespace atlas::test;

namespace {

QString writeTable(const QTemporaryDir &folder, int kind, const QByteArray &bytes)
{
    switch (kind) {
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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QTemporaryDir folder;
    if (size < 2)
        return 0;
    const QString path =
        writeTable(folder, static_cast<uint8_t>(data[0] - '0') % 5, bytesOf(data + 1, size - 1));
    mustHold(!path.isEmpty(), "there is room for a file");
    Progress progress;
    const auto grid = readGrid(path, QStringLiteral("The indicator file"), {}, progress);
    if (grid)
        mustBeWhole(*grid);
    else
        mustBeShowable(grid.error());
    return 0;
}
