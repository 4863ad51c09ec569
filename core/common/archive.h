#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

/// A file inside of a zip.
struct ArchiveMember
{
    QString name;    ///< with its folders: "shapes/areas.shp"
    qint64 size = 0; ///< bytes when unpacked, as the zip says
    QString path;    ///< what GDAL opens it by, below /vsizip/

    /// Without the folders.
    QString fileName() const;
    /// True for a zip inside of the zip.
    bool isZip() const;
    bool operator==(const ArchiveMember &) const = default;
};

/// Whether a file begins as a zip does. A workbook (.xlsx, .ods) and a KMZ do too.
bool isZip(const QString &path);

/// The files of a zip in its order, without folders and without what systems leave in zips for themselves.
/// Fails when the file may not be read, is damaged, has no files, is a bomb (more than 200 times its own size
/// and more than a gigabyte unpacked), or holds nothing but zips. `what` names the role of the file in the
/// message.
Result<std::vector<ArchiveMember>> listArchive(const QString &path, const QString &what);

/// The bytes of a member, of which there may be `most`. Fails when it is empty, encrypted, damaged, holds
/// more than the zip says, or when it was cancelled. `zip` is the path of the zip, for messages.
Result<QByteArray> readMember(const QString &zip, const ArchiveMember &member, qint64 most,
                              Progress &progress);

/// Writes these members into `folder`, each by its own name without folders, in `names` if given. Fails as
/// readMember() does, and when there is no room for them.
Result<Done> unpackMembers(const QString &zip, const std::vector<ArchiveMember> &members,
                           const QString &folder, const QStringList &names, Progress &progress);

} // namespace atlas
