#pragma once

#include "core/dataset/load_dataset.h"
#include "core/import/read_figures.h"
#include "core/indicators/indicator_metadata.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace atlas::test {

/// Figures of one indicator, "a": a header between commas, and rows.
inline IndicatorFile figuresOf(const QString &header, const QList<QStringList> &rows)
{
    TextTable table{.file = "data.csv", .header = header.split(',')};
    table.rows.assign(rows.begin(), rows.end());
    const IndicatorMetadata metadata{.indicators = {{.code = "a", .name = "A", .shortName = "A"}}};
    return readIndicators(table, &metadata).value();
}

/// All that a dataset has to say, a line for each issue.
inline QString remarksOf(const Dataset &dataset)
{
    QStringList lines;
    for (const Issue &issue : dataset.issues)
        lines << issueLine(issue);
    return lines.join('\n');
}

} // namespace atlas::test
