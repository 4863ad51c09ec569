#include "core/common/private_copy.h"

#include "core/common/text.h"

#include <QFile>
#include <QFileInfo>

namespace atlas {

namespace {

constexpr const char *logSuffixes[] = {"-wal", "-shm", "-journal"};

/// SQLite looks for its logs beside the file that a link leads to.
QString besideDatabase(const QString &path, const char *suffix)
{
    return QFileInfo(path).canonicalFilePath() + QLatin1String(suffix);
}

/// The first bytes of every SQLite database (https://www.sqlite.org/fileformat2.html): bytes 18 and 19 are 2
/// where changes go to a write-ahead log.
struct SqliteHeader
{
    bool isSqlite = false;
    bool isLogged = false;
};

SqliteHeader headerOf(const QString &path)
{
    constexpr int writeVersion = 18;
    constexpr int readVersion = 19;
    constexpr char logged = 2;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(readVersion + 1);
    if (bytes.size() <= readVersion || !bytes.startsWith("SQLite format 3"))
        return {};
    return {true, bytes[writeVersion] == logged || bytes[readVersion] == logged};
}

bool copyFile(const QString &from, const QString &to)
{
    return QFile::copy(from, to) && QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

bool needsPrivateCopy(const QString &path)
{
    const SqliteHeader header = headerOf(path);
    if (!header.isSqlite || header.isLogged)
        return header.isSqlite;
    for (const char *suffix : logSuffixes)
        if (QFileInfo::exists(besideDatabase(path, suffix)))
            return true;
    return false;
}

Result<PrivateCopy> makePrivateCopy(const QString &path)
{
    const Error failed{Text::tr("%1 is open in another program, or was left open, and there is no room for a "
                                "copy to read. Close it there, or free some disk space.")
                           .arg(path),
                       {}};
    PrivateCopy copy{.folder = std::make_unique<QTemporaryDir>(), .path = {}};
    if (!copy.folder->isValid())
        return Error{failed.message, copy.folder->errorString()};
    copy.path = copy.folder->filePath(QFileInfo(path).fileName());
    if (!copyFile(path, copy.path))
        return failed;
    for (const char *suffix : logSuffixes) {
        const QString log = besideDatabase(path, suffix);
        if (QFileInfo::exists(log) && !copyFile(log, copy.path + QLatin1String(suffix)))
            return failed;
    }
    return copy;
}

} // namespace atlas
