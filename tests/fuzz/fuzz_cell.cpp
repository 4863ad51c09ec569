// A cell of an indicator table: a finite number with the marker typed after it, or what was typed instead.

#include "tests/fuzz/checks.h"

#include "core/common/number_text.h"
#include "core/indicators/cell_value.h"

#include <cmath>

using namespace atlas;
using namespace atlas::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(bytesOf(data, size));
    const CellValue cell = parseCell(text);
    if (cell.isMissing()) {
        mustHold(std::isnan(cell.number), "what is missing has no number");
        mustHold(cell.typed == text.trimmed(), "what was typed is kept");
        mustHold(!missingText(cell).isEmpty(), "there are words for what is missing");
        return 0;
    }
    mustHold(std::isfinite(cell.number), "a number is finite");
    mustHold(text.trimmed().endsWith(cell.typed), "a marker was typed after its number");
    mustHold(missingText(cell).isEmpty(), "a number is not missing");
    mustHold(parseCell(exactNumber(cell.number)).number == cell.number,
             "a number that was written reads back");
    return 0;
}
