#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace atlas {

/// The boundary files of a zip, in a folder of their own.
struct UnpackedBoundaries
{
    std::unique_ptr<QTemporaryDir> folder; ///< goes with all that is in it
    QStringList paths;                     ///< of the files to open, in the zip's order, at least one
};

/// Whether a file or folder may hold boundaries, by the ending of its name.
bool mayBeBoundaries(const QString &name);

/// Whether a folder is a geodatabase: it holds the tables of one.
bool isGeodatabase(const QString &path);

/// Unpacks whatever in a zip (or a KMZ) may be boundaries, with all its parts. Fails as listArchive() does,
/// when there is no such file, or when it would take more than 8 GB.
Result<UnpackedBoundaries> unpackBoundaries(const QString &zip, Progress &progress);

} // namespace atlas
