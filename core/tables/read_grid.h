#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/tables/grid.h"

#include <QString>

namespace atlas {

/// Which table of a file is read.
struct GridOptions
{
    QString
        sheet; ///< a sheet, layer, table or member of a zip; empty for the one that looks most like figures

    bool operator==(const GridOptions &) const = default;
};

/// Reads the cells of a table: CSV (comma, semicolon, tab; UTF-8, UTF-16, Windows-1252). `what` names the
/// file's role in messages. Fails if the file is missing, empty or no table, if it changes meanwhile, or when
/// it was cancelled.
Result<Grid> readGrid(const QString &path, const QString &what, const GridOptions &options,
                      Progress &progress);

} // namespace atlas
