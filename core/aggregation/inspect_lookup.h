#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/import/import_plan.h"
#include "core/import/inspect_file.h"
#include "core/tables/grid.h"

#include <optional>

namespace atlas {

/// What a table is if it is a lookup and holds no figures: codes of two kinds of areas, and beside them no
/// numbers but shares and counts. Nothing for any other table.
std::optional<FileInspection> inspectLookup(const Grid &grid);

/// inspectFile(), which takes lookups for what they are.
Result<FileInspection> inspectAnyFile(const QString &path, Progress &progress, const ImportPlan &wanted = {});

} // namespace atlas
