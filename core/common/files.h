#pragma once

#include "core/common/result.h"

#include <QByteArray>
#include <QString>

namespace atlas {

/// The last part of a path, as messages name a file; a built-in file (":/...") likewise.
QString fileNameOf(const QString &path);

/// Fails when there is no regular, readable, non-empty file at `path`. `what` names its role in the
/// message, for example "The boundary file".
Result<Done> checkReadableFile(const QString &path, const QString &what);

/// All bytes of a file that checkReadableFile() accepts.
Result<QByteArray> readWholeFile(const QString &path, const QString &what);

/// Writes the whole file or leaves what was there: bytes go to a file beside it, which takes its place
/// only when all of them are on disk. Fails when the folder is missing or not writable, when the disk
/// is full, or when `path` is a directory or a device.
Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes);

} // namespace atlas
