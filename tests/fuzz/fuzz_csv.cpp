// A table of text: every row has as many cells as the header, and what is written reads back.

#include "tests/fuzz/checks.h"

#include "core/common/text_table.h"

#include <algorithm>

using namespace atlas;
using namespace atlas::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString what = QStringLiteral("The indicator file");
    const auto table = readTextTable(bytesOf(data, size), QStringLiteral("table.csv"), what);
    if (!table) {
        mustBeShowable(table.error());
        return 0;
    }
    mustBeShowable(table->issues);
    mustHold(!table->header.isEmpty() && !table->rows.empty(), "a table has a header and rows");
    mustHold(!table->header.contains(QString()), "every column has a name");
    mustHold(std::all_of(table->rows.begin(), table->rows.end(),
                         [&](const QStringList &row) { return row.size() == table->header.size(); }),
             "a row has as many cells as the header");

    const auto again = readTextTable(writeTextTable(*table), QStringLiteral("again.csv"), what);
    mustHold(again.ok(), "a table that was written can be read");
    mustHold(again->header == table->header, "a header that was written reads back");
    mustHold(again->rows == table->rows, "rows that were written read back");
    mustHold(again->issues.empty(), "nothing has to be assumed of a table that was written");
    return 0;
}
