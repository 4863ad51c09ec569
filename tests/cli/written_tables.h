#pragma once

#include "core/common/text_table.h"

#include <QHash>
#include <QString>

namespace atlas::test {

inline TextTable tableOf(const QString &path)
{
    return readTextTable(path, "The table").value();
}

inline QString cell(const TextTable &table, size_t row, const QString &column)
{
    return table.rows[row][table.column(column)];
}

/// Values of a column by area code.
inline QHash<QString, QString> columnByCode(const TextTable &table, const QString &column)
{
    QHash<QString, QString> values;
    for (size_t row = 0; row < table.rows.size(); ++row)
        values.insert(cell(table, row, "area_code"), cell(table, row, column));
    return values;
}

} // namespace atlas::test
