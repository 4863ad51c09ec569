#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/tables/grid.h"

#include <QString>

namespace atlas {

/// Whether a file begins as an SQLite database does; a GeoPackage is one.
bool isSqlite(const QString &path);

/// Reads the table or view of this name, whatever its case, or, without a name, the table with most figures:
/// the names of its columns are the first row. Shapes and other columns of bytes are left out, and so are the
/// tables in which SQLite and GeoPackage keep their own. The file and what stands beside it stay as they are.
/// Fails when the file is damaged, when there is no such table, when the table takes too much memory or gives
/// no row for `patience` milliseconds, or when it was cancelled.
Result<Grid> readSqliteGrid(const QString &path, const QString &what, const QString &table,
                            Progress &progress, qint64 patience = 10'000);

} // namespace atlas
