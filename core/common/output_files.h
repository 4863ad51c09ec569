#pragma once

#include "core/common/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace atlas {

/// A file that is to be written, and all that it is to hold.
struct OutputFile
{
    QString path;
    QByteArray bytes;
};

/// Writes all of the files, or leaves what was there: bytes go to temporary files beside them, which take
/// their places only when every byte of every file is on disk. A link is followed. Temporary files that an
/// earlier process left behind when it was killed are cleared away. A kill between two of the last steps can
/// leave some files new and others old; whoever needs them to fit together checks that when reading them.
/// Fails when a folder is missing or not writable, when the disk is full, or when a path is that of a folder
/// or a device.
Result<Done> writeWholeFiles(const std::vector<OutputFile> &files);

/// The same for one file.
Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes);

/// The first of `outputs` that is also one of `inputs`, by whatever name or link; nothing when none is.
std::optional<QString> findOverwritten(const QStringList &outputs, const QStringList &inputs);

} // namespace atlas
