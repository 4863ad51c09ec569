#pragma once

#include "core/aggregation/lookup.h"
#include "core/import/read_figures.h"
#include "core/indicators/indicator_table.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace atlas::test {

/// Lines of cells between commas; cells hold no commas.
inline Grid gridOfLines(const QString &file, const QStringList &lines)
{
    Grid grid;
    grid.file = file;
    for (const QString &line : lines) {
        for (const QString &cell : line.split(','))
            grid.addCell(cell);
        grid.endRow();
    }
    return grid;
}

/// "A>X 0.5": the pairs of a lookup, one word for each; what the share is behind "*".
inline QString pairsText(const Lookup &lookup)
{
    QStringList pairs;
    for (const LookupPair &pair : lookup.pairs) {
        const QString smaller = pair.smaller.isEmpty() ? pair.smallerName : pair.smaller.text;
        const QString larger = pair.larger.isEmpty() ? pair.largerName : pair.larger.text;
        pairs << smaller + '>' + larger + (pair.share == 1 ? QString() : '*' + QString::number(pair.share));
    }
    return pairs.join(' ');
}

/// Rows of smaller areas A, B ... with numbers in columns of those names; a cell that is no number is
/// missing.
inline IndicatorTable tableOfColumns(const QStringList &columns, const QList<QStringList> &rows)
{
    IndicatorTable table{.file = "figures.csv"};
    for (const QString &column : columns)
        table.metadata.indicators.push_back({.code = column, .name = column, .shortName = column});
    int number = 2;
    for (const QStringList &cells : rows) {
        IndicatorRow row{.code = {cells[0]}, .row = number++};
        for (const QString &cell : cells.mid(1))
            row.cells.push_back(parseCell(cell));
        table.rows.push_back(row);
    }
    return table;
}

} // namespace atlas::test
