#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <utility>
#include <vector>

namespace atlas::test {

/// Writes a zip of these files (name in the zip, bytes) into the folder and returns its path; empty when that
/// failed.
QString writeZip(const QTemporaryDir &folder, const QString &name,
                 const std::vector<std::pair<QString, QByteArray>> &files);

/// The files of a folder that begin with `stem`, under these names in the zip: %1 stands for the name of
/// each.
std::vector<std::pair<QString, QByteArray>> filesForZip(const QTemporaryDir &folder, const QString &stem,
                                                        const QString &names = QStringLiteral("%1"));

/// Has the zip's directory say that the first file in it has so many bytes.
bool sayUnpackedSize(const QString &zip, quint32 bytes);

} // namespace atlas::test
