#pragma once

#include "core/common/text_table.h"
#include "core/tables/cell_text.h"

namespace atlas::test {

/// What a file of the table would say.
inline TextTable textsOf(const Table &table)
{
    TextTable texts;
    for (const TableColumn &column : table.columns)
        texts.header << column.code;
    for (size_t row = 0; row < table.rowCount(); ++row) {
        QStringList &cells = texts.rows.emplace_back();
        for (size_t column = 0; column < table.columns.size(); ++column)
            cells << fileText(table.cell(row, column));
    }
    return texts;
}

} // namespace atlas::test
