#pragma once

#include "core/common/result.h"
#include "core/render/cell_format.h"
#include "core/render/picture_file.h"
#include "core/tables/html_text.h"
#include "core/tables/table.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace atlas {

/// What a colour of the cells means.
struct SheetKeyEntry
{
    CellFormat format;
    QString meaning;
};

/// A table as it is put before people: pasted, printed, or as a picture.
struct TableSheet
{
    Table table;
    QLocale locale;
    QString title;
    /// Colours and mark of a cell; none for cells without.
    std::function<CellFormat(const TableColumn &, const TableCell &)> formatOf = {};
    std::vector<SheetKeyEntry> key = {};
    QStringList notes = {}; ///< source, method
    size_t benchmarks = 0;  ///< so many rows at the top are no areas, but what these are compared with
    QString leftOut = {};   ///< that rows have been left out, which every form of the table says; or empty
};

/// The key to cells in these classes, from the most to the least disengaged, in formats by class (those of
/// cellFormat()).
std::vector<SheetKeyEntry> keyToClasses(const std::vector<CellFormat> &formats, const ClassScheme &scheme);

/// The sheet as an HTML fragment, see htmlTable(): the table with its key. Title and notes are left out,
/// since a spreadsheet would put them into its cells.
QString htmlOf(const TableSheet &sheet);

/// The sheet as one picture on white, as large as its contents, at 300 dots an inch. Fails where it has more
/// than 200 rows. The picture keeps the sheet.
Result<Picture> pictureOf(const TableSheet &sheet);

} // namespace atlas
