#pragma once

#include "core/common/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace atlas {

/// The last part of a path, as messages name a file; a built-in file (":/...") likewise.
QString fileNameOf(const QString &path);

/// The same error, its sentence begun with the name of the file at `path`.
Error inFile(const QString &path, const Error &error);

/// ".png, .svg or .pdf" for png, svg and pdf.
QString endingsText(const QStringList &endings);

/// Fails when a file that is to be written has none of these endings ("png", "svg"), case ignored. `what`
/// begins the message: "A map".
Result<Done> checkEnding(const QString &path, const QStringList &endings, const QString &what);

/// Fails when there is no regular, readable, non-empty file at `path`. `what` names its role in the
/// message, for example "The boundary file".
Result<Done> checkReadableFile(const QString &path, const QString &what);

/// All bytes of a file that checkReadableFile() accepts.
Result<QByteArray> readWholeFile(const QString &path, const QString &what);

} // namespace atlas
