#include "core/tables/tabbed_text.h"

#include "core/tables/cell_text.h"

#include <QStringList>

namespace atlas {

namespace {

/// A hyphen for the minus sign, so that spreadsheets see a number; no tabs or line breaks inside a cell.
QString pasted(const QString &shown)
{
    return QString(shown).replace(QChar(0x2212), QLatin1Char('-')).simplified();
}

/// A value filled in has square brackets: spreadsheets take "(3.1)" for a negative number.
QString pastedCell(const TableColumn &column, const TableCell &cell, const QLocale &locale)
{
    QString text = pasted(shownText(column, cell, locale));
    const auto *missing = std::get_if<MissingCell>(&cell.content);
    if (missing && missing->filling)
        text.replace(QLatin1Char('('), QLatin1Char('[')).replace(QLatin1Char(')'), QLatin1Char(']'));
    return text;
}

} // namespace

QString tabbedText(const Table &table, const QLocale &locale)
{
    QStringList cells;
    for (const TableColumn &column : table.columns)
        cells << pasted(shownHeader(column));
    QString text = cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const size_t row : table.order) {
        cells.clear();
        for (const TableColumn &column : table.columns)
            cells << pastedCell(column, column.cell(row), locale);
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace atlas
