#pragma once

#include "core/tables/table.h"

#include <QLocale>
#include <QString>

namespace atlas {

/// The table as it is shown, for pasting into a spreadsheet: a header and a line for each row, with tabs
/// between the cells and a line feed at every end. Numbers are rounded for the eye; files have them exact.
QString tabbedText(const Table &table, const QLocale &locale);

} // namespace atlas
