#pragma once

#include "core/tables/table.h"

#include <QLocale>
#include <QString>
#include <QStringList>

namespace atlas {

/// For files: a number as exactNumber() writes it, of a range the middle; empty for what is missing.
QString fileText(const TableCell &cell);

/// For the eye: rounded as the column says, with an en dash for a missing number, "(3.1)" for one that was
/// filled in, "3.1?" for one that is tried, and "3–6" for a range.
QString shownText(const TableColumn &column, const TableCell &cell, const QLocale &locale);

/// The header for the eye: "NEET 16-18 (%)", the short name, with its unit where that is short.
QString shownHeader(const TableColumn &column);

/// Codes in one cell, with one blank between two. A code that has a blank itself, or begins with a quotation
/// mark, is put in quotation marks, and those inside it are doubled, as in CSV.
QString codeList(const QStringList &codes);

} // namespace atlas
