#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/tables/grid.h"

#include <QByteArray>
#include <QString>

namespace atlas {

/// The cells of a CSV file, as bytes. `path` is where they come from and `what` names the file's role in
/// messages. Fails when they are no text, leave a quotation mark open, are too many, or when it was
/// cancelled.
Result<Grid> readTextGrid(const QByteArray &bytes, const QString &path, const QString &what,
                          Progress &progress);

} // namespace atlas
