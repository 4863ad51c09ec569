#pragma once

#include "core/tables/table.h"

#include <QLocale>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace atlas {

/// The colours of a cell as 0xrrggbb; nothing for none of its own.
struct HtmlColours
{
    std::optional<uint32_t> background;
    std::optional<uint32_t> text;

    bool operator==(const HtmlColours &) const = default;
};

/// What a colour of the cells means.
struct HtmlKeyEntry
{
    HtmlColours colours;
    QString meaning;
};

/// What an HTML table has besides its cells.
struct HtmlOptions
{
    /// Of a cell; none for cells without colours. Called from several threads at once, as the columns' cells
    /// are.
    std::function<HtmlColours(const TableColumn &, const TableCell &)> coloursOf = {};
    QString caption = {};               ///< above the table; empty for none
    std::vector<HtmlKeyEntry> key = {}; ///< below it
    QStringList notes = {};             ///< below that, a line each
};

/// The table as displayed, as an HTML fragment that word processors and spreadsheets read: the table with a
/// band of domains, if any, and a row of heads; key and notes as a paragraph each. Everything is said by
/// attributes and inline styles, since that is all that some of them read. Figures are those on display, with
/// a hyphen for the minus sign; the exact ones go along for LibreOffice Calc. What is no plain number (a
/// value filled in, a range, a name that looks like a formula) is marked as text, so that no spreadsheet
/// makes a number or a date of it.
QString htmlTable(const Table &table, const QLocale &locale, const HtmlOptions &options = {});

/// A document of its own around fragments.
QString htmlDocument(const QString &title, const QString &body);

} // namespace atlas
