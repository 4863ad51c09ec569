#pragma once

#include "core/common/result.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>

namespace atlas {

/// A copy of a database that is open elsewhere or was left open, in a folder of its own.
struct PrivateCopy
{
    std::unique_ptr<QTemporaryDir> folder; ///< goes with all that is in it
    QString path;
};

/// Whether SQLite would write beside this file to read it: it keeps a write-ahead log, or has a log or a
/// journal left over. False for every file that is no SQLite database.
bool needsPrivateCopy(const QString &path);

/// Copies the database with its log, index of the log and journal, so that all that was committed is read and
/// the originals stay as they are. Fails when there is no room for it.
Result<PrivateCopy> makePrivateCopy(const QString &path);

} // namespace atlas
