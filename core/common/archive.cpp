#include "core/common/archive.h"

#include "core/common/files.h"
#include "core/common/gdal_session.h"
#include "core/common/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>

#include <cpl_vsi.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <memory>

namespace atlas {

namespace {

struct CloseDirectory
{
    void operator()(VSIDIR *directory) const { VSICloseDir(directory); }
};

struct CloseFile
{
    void operator()(VSILFILE *file) const { VSIFCloseL(file); }
};

using OpenFile = std::unique_ptr<VSILFILE, CloseFile>;

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

/// A name in braces may hold whatever it likes, ".zip" in the middle too.
QString vsiPath(const QString &path)
{
    return QStringLiteral("/vsizip/{%1}").arg(QFileInfo(path).absoluteFilePath());
}

/// Thumbnails, forks and lists that Windows and macOS add, which nobody who made the zip knows of.
bool isLeftBySystem(const QString &name)
{
    const QString file = name.section(QLatin1Char('/'), -1);
    return name.startsWith(QLatin1String("__MACOSX/")) || file.startsWith(QLatin1String("._"))
           || file == QLatin1String(".DS_Store")
           || file.compare(QLatin1String("Thumbs.db"), Qt::CaseInsensitive) == 0
           || file.compare(QLatin1String("desktop.ini"), Qt::CaseInsensitive) == 0;
}

/// Deflate makes at most a thousand of one, and of real data twenty. Small zips of much air do no harm.
bool isBomb(qint64 packed, double unpacked)
{
    constexpr double harmless = 1 << 30;
    constexpr double mostForOne = 200;
    return unpacked > harmless && unpacked > mostForOne * static_cast<double>(packed);
}

Error inZip(const QString &zip, const ArchiveMember &member, const QString &sentence,
            const QString &details = {})
{
    return {sentence.arg(member.name, fileNameOf(zip)), details};
}

std::vector<ArchiveMember> membersOf(const QString &root, QStringList &zips)
{
    std::vector<ArchiveMember> members;
    const std::unique_ptr<VSIDIR, CloseDirectory> directory(
        VSIOpenDir(root.toUtf8().constData(), -1, nullptr));
    while (const VSIDIREntry *entry = directory ? VSIGetNextDirEntry(directory.get()) : nullptr) {
        const QString name = QString::fromUtf8(entry->pszName);
        if (VSI_ISDIR(entry->nMode) || name.endsWith(QLatin1Char('/')) || isLeftBySystem(name))
            continue;
        members.push_back({name, static_cast<qint64>(entry->nSize), root + QLatin1Char('/') + name});
        if (members.back().isZip())
            zips << name;
    }
    return members;
}

using TakeBytes = std::function<bool(const QByteArray &)>;

/// Hands a member on piece by piece.
Result<Done> readPieces(const QString &zip, const ArchiveMember &member, Progress &progress,
                        const TakeBytes &take)
{
    if (member.size == 0)
        return inZip(zip, member, Text::tr("%1 in %2 is empty. Make the zip again from the files."));
    const GdalMessages messages;
    const auto damaged = [&] {
        return inZip(zip, member,
                     Text::tr("%1 in %2 is encrypted or damaged. Ask for the zip without a password, or "
                              "unpack it and open the file inside."),
                     messages.text());
    };
    const OpenFile file(VSIFOpenL(member.path.toUtf8().constData(), "rb"));
    if (!file)
        return damaged();
    constexpr qsizetype pieceSize = 1 << 20;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    qint64 done = 0;
    for (;;) {
        if (progress.isCancelled())
            return Error{Text::tr("Opening %1 was cancelled.").arg(fileNameOf(zip)), {}};
        const auto count = static_cast<qint64>(VSIFReadL(piece.data(), 1, size_t(pieceSize), file.get()));
        done += count;
        if (done > member.size)
            return inZip(zip, member,
                         Text::tr("%1 in %2 is larger than the zip says. Unpack it, and open the file "
                                  "inside if you trust where it came from."));
        piece.truncate(count);
        if (count > 0 && !take(piece))
            return Error{
                Text::tr("There is no room to unpack %1. Free some disk space.").arg(fileNameOf(zip)), {}};
        if (count < pieceSize)
            break;
    }
    if (done < member.size || messages.hasErrors())
        return damaged();
    return Done{};
}

} // namespace

QString ArchiveMember::fileName() const
{
    return name.section(QLatin1Char('/'), -1);
}

bool ArchiveMember::isZip() const
{
    return name.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
}

bool isZip(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return false;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(4);
    return start == QByteArray("PK\3\4", 4) || start == QByteArray("PK\5\6", 4);
}

Result<std::vector<ArchiveMember>> listArchive(const QString &path, const QString &what)
{
    if (const auto readable = checkReadableFile(path, what); !readable)
        return readable.error();
    registerFormats();
    const GdalMessages messages;
    QStringList zips;
    std::vector<ArchiveMember> members = membersOf(vsiPath(path), zips);
    if (members.empty())
        return Error{
            Text::tr("%1 %2 is a zip that has no files in it or is damaged. Copy it again from where "
                     "it came from.")
                .arg(what, path),
            messages.text()};
    double unpacked = 0;
    for (const ArchiveMember &member : members)
        unpacked += static_cast<double>(member.size);
    if (isBomb(QFileInfo(path).size(), unpacked))
        return Error{Text::tr("%1 %2 would unpack to %3, far more than a zip of real data does, and was not "
                              "opened.")
                         .arg(what, path, sizeText(static_cast<qint64>(std::min(unpacked, 9e18)))),
                     {}};
    if (zips.size() == static_cast<qsizetype>(members.size()))
        return Error{
            Text::tr("%1 %2 holds another zip, %3. Unpack it first, and open the zip or the files inside.")
                .arg(what, path, zips.first()),
            {}};
    return members;
}

Result<QByteArray> readMember(const QString &zip, const ArchiveMember &member, qint64 most,
                              Progress &progress)
{
    if (member.size > most)
        return inZip(zip, member,
                     Text::tr("%1 in %2 is too large to be read (%3).")
                         .arg(QStringLiteral("%1"), QStringLiteral("%2"), sizeText(member.size)));
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(member.size));
    const auto read = readPieces(zip, member, progress, [&bytes](const QByteArray &piece) {
        bytes += piece;
        return true;
    });
    return read ? Result<QByteArray>(std::move(bytes)) : read.error();
}

Result<Done> unpackMembers(const QString &zip, const std::vector<ArchiveMember> &members,
                           const QString &folder, const QStringList &names, Progress &progress)
{
    qint64 total = 0;
    for (const ArchiveMember &member : members)
        total += std::min(member.size, std::numeric_limits<qint64>::max() - total);
    if (total > QStorageInfo(folder).bytesAvailable())
        return Error{Text::tr("There is no room to unpack %1, which takes %2. Free some disk space.")
                         .arg(fileNameOf(zip), sizeText(total)),
                     {}};
    for (size_t i = 0; i < members.size(); ++i) {
        const QString name = names.value(static_cast<qsizetype>(i), members[i].fileName());
        QFile file(QDir(folder).filePath(QFileInfo(name).fileName()));
        if (!file.open(QIODevice::WriteOnly))
            return Error{
                Text::tr("There is no room to unpack %1. Free some disk space.").arg(fileNameOf(zip)),
                file.errorString()};
        const auto done = readPieces(zip, members[i], progress, [&file](const QByteArray &piece) {
            return file.write(piece) == piece.size();
        });
        if (!done)
            return done.error();
        if (!file.flush())
            return Error{
                Text::tr("There is no room to unpack %1. Free some disk space.").arg(fileNameOf(zip)),
                file.errorString()};
    }
    return Done{};
}

} // namespace atlas
