#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/tables/grid.h"

#include <QString>

namespace atlas {

/// Reads a table or view: the names of its columns are the first row; shapes and other columns of bytes are
/// left out. `what` names its role in messages. Fails when the name is wrong, when the server does not answer
/// or has no such table, when it is too large, or when it was cancelled.
Result<Grid> readPostgresGrid(const QString &name, const QString &what, Progress &progress);

} // namespace atlas
