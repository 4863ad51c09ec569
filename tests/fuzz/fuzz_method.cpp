// A method file: what is read, written and read again is the same.

#include "tests/fuzz/checks.h"

#include "core/project/method_file.h"

using namespace atlas;
using namespace atlas::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto method = readMethod(bytesOf(data, size), QStringLiteral("table.method.json"));
    if (!method) {
        mustBeShowable(method.error());
        return 0;
    }
    const auto again = readMethod(writeMethod(*method), QStringLiteral("again.method.json"));
    mustHold(again.ok(), "a method that was written can be read");
    mustHold(*again == *method, "a method that was written reads back");
    return 0;
}
