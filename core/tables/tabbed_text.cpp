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
            cells << pasted(shownText(column, column.cell(row), locale));
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace atlas
