// Unsaved work that a window left behind: what is read, written and read again is the same, from any folder.

#include "tests/fuzz/checks.h"

#include "core/project/recovery_file.h"

using namespace atlas;
using namespace atlas::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    auto work = readUnsavedWork(bytesOf(data, size), QStringLiteral("/home/ann/recovery/work.unsaved"));
    if (!work) {
        mustBeShowable(work.error());
        return 0;
    }
    mustHold(work->keptAt.isValid(), "the time at which work was kept is known");
    if (!work->project.scenarios)
        work->project.scenarios.emplace(); // files of version 1 had no place for them; what is written has
    const auto again = readUnsavedWork(writeUnsavedWork(*work), QStringLiteral("/elsewhere/work.unsaved"));
    mustHold(again.ok(), "work that was written can be read");
    mustHold(again->project == work->project, "work that was written reads back");
    mustHold(again->projectPath == work->projectPath, "so does where it would be saved");
    return 0;
}
