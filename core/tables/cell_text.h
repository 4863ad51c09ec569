#pragma once

#include "core/tables/table.h"

#include <QLocale>
#include <QString>
#include <QStringList>

namespace atlas {

/// For files: a number as written by exactNumber(), a range by its middle; empty for a missing cell.
QString fileText(const TableCell &cell);

/// For display: rounded as the column says, with an en dash for a missing number, "(3.1)" for one filled in,
/// "3.1?" for one tried, and "3–6" for a range.
QString shownText(const TableColumn &column, const TableCell &cell, const QLocale &locale);

/// Whether a column says how far a figure has changed; for display its numbers have a sign.
bool isChange(const TableColumn &column);

/// For display: the short name as header, with its unit if that is short: "NEET 16-18 (%)".
QString shownHeader(const TableColumn &column);

/// Codes in one cell, separated by a space. A code that contains a space or begins with a quotation mark is
/// put in quotation marks, with those inside it doubled, as in CSV.
QString codeList(const QStringList &codes);

} // namespace atlas
