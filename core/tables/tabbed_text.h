#pragma once

#include "core/tables/table.h"

#include <QLocale>
#include <QString>

namespace atlas {

/// The table as displayed, for pasting into a spreadsheet: a header and a line for each row, with tabs
/// between cells and a line feed after every line. Numbers are rounded for display; files have them exact. A
/// value filled in has square brackets.
QString tabbedText(const Table &table, const QLocale &locale);

} // namespace atlas
