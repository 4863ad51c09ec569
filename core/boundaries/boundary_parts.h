#pragma once

#include "core/common/result.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace atlas {

/// Formats that are several files, which stand beside each other.
struct PartsOfFormat
{
    QString main;      ///< ending of the file that is opened: "shp"
    QStringList parts; ///< endings of the others
};

/// The format that a path with this ending belongs to; null for a format of one file.
const PartsOfFormat *formatOfParts(const QString &path);

/// The file beside `path` with this ending instead of its own, whatever the case of its name; empty when
/// there is none.
QString fileBeside(const QString &path, const QString &ending);

/// Fails when a part of a file that is several is a device or a pipe, or may not be read.
Result<Done> checkParts(const QString &path);

/// Whether GDAL finds all parts that there are: their names are equal to the letter, their endings in one
/// case.
bool areNamedAlike(const QString &path);

/// A file and its parts, brought together under names that GDAL finds.
struct LinkedParts
{
    std::unique_ptr<QTemporaryDir> folder; ///< goes with the links in it
    QString path;
};

/// Links a file and its parts into a folder of its own. Fails when there is no room for it.
Result<LinkedParts> linkParts(const QString &path);

} // namespace atlas
