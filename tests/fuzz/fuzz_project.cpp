// A project file: what is read, written and read again is the same.

#include "tests/fuzz/checks.h"

#include "core/project/project_file.h"

#include <cmath>

using namespace atlas;
using namespace atlas::test;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString path = QStringLiteral("/home/ann/work/atlas.json");
    auto project = readProject(bytesOf(data, size), path);
    if (!project) {
        mustBeShowable(project.error());
        return 0;
    }
    for (const TriedValue &tried : project->method.choices.tried)
        mustHold(std::isfinite(tried.value), "a value that is tried is finite");
    if (!project->scenarios)
        project->scenarios.emplace(); // files of version 1 had no place for them; what is written has
    const auto again = readProject(writeProject(*project, QStringLiteral("/home/ann/work")), path);
    mustHold(again.ok(), "a project that was written can be read");
    mustHold(*again == *project, "a project that was written reads back");
    return 0;
}
