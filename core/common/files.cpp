#include "core/common/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Files)
};

Error cannotWrite(const QString &path, const QString &reason)
{
    return Error{
        Text::tr("%1 could not be written. Check the disk space, or choose another folder.").arg(path),
        reason};
}

} // namespace

QString fileNameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

Result<Done> checkReadableFile(const QString &path, const QString &what)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{Text::tr("%1 %2 does not exist. Check the name and the folder.").arg(what, path), {}};
    if (info.isDir())
        return Error{Text::tr("%1 %2 is a folder. Name a file inside it.").arg(what, path), {}};
    if (!info.isReadable())
        return Error{Text::tr("%1 %2 may not be read. Ask its owner for permission.").arg(what, path), {}};
    if (info.size() == 0)
        return Error{Text::tr("%1 %2 is empty. Save it again from where it came from.").arg(what, path), {}};
    return Done{};
}

Result<QByteArray> readWholeFile(const QString &path, const QString &what)
{
    if (const auto readable = checkReadableFile(path, what); !readable)
        return readable.error();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            Text::tr("%1 %2 could not be opened. Close it in other programs and try again.").arg(what, path),
            file.errorString()};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{Text::tr("%1 %2 could not be read to its end. Copy it to this computer and try again.")
                         .arg(what, path),
                     file.errorString()};
    return bytes;
}

Result<Done> writeWholeFile(const QString &path, const QByteArray &bytes)
{
    const QFileInfo info(path);
    if (info.isDir())
        return Error{Text::tr("%1 is a folder. Give a file name inside it.").arg(path), {}};
    if (info.exists() && !info.isFile())
        return Error{Text::tr("%1 is not an ordinary file. Choose another name.").arg(path), {}};
    if (!info.absoluteDir().exists())
        return Error{
            Text::tr("The folder of %1 does not exist. Make it first, or choose another folder.").arg(path),
            {}};

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{Text::tr("%1 may not be written. Choose another folder, or close it in other programs.")
                         .arg(path),
                     file.errorString()};
    // QSaveFile::commit() does not notice when the last buffer finds no room.
    if (file.write(bytes) != bytes.size() || !file.flush())
        return cannotWrite(path, file.errorString());
    if (!file.commit())
        return cannotWrite(path, file.errorString());
    return Done{};
}

} // namespace atlas
