#include "core/common/files.h"

#include "core/common/postgres_table.h"
#include "core/common/text.h"

#include <QFile>
#include <QFileInfo>

namespace atlas {

namespace {

/// "PNG, SVG or PDF".
QString orList(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return Text::tr("%1 or %2", "words with commas between, the last one")
        .arg(words.first(words.size() - 1).join(QStringLiteral(", ")), words.last());
}

} // namespace

QString fileNameOf(const QString &path)
{
    return QFileInfo(path).fileName();
}

Error inFile(const QString &path, const Error &error)
{
    return {Text::tr("%1: %2", "file, what is wrong with it").arg(fileNameOf(path), error.message),
            error.details};
}

QString endingsText(const QStringList &endings)
{
    QStringList dotted;
    for (const QString &ending : endings)
        dotted << QLatin1Char('.') + ending;
    return orList(dotted);
}

Result<Done> checkEnding(const QString &path, const QStringList &endings, const QString &what)
{
    QStringList names;
    for (const QString &ending : endings) {
        if (path.endsWith(QLatin1Char('.') + ending, Qt::CaseInsensitive))
            return Done{};
        names << ending.toUpper();
    }
    return Error{
        Text::tr("%1 is written as %2; end %3 in %4.").arg(what, orList(names), path, endingsText(endings)),
        {}};
}

Result<Done> checkReadableFile(const QString &path, const QString &what)
{
    if (const auto table = isPostgresTable(path) ? postgresTable(path) : Result(PostgresTable{}); !table)
        return table.error(); // may have a password in it
    const QFileInfo info(path);
    if (!info.exists() && info.isSymLink())
        return Error{Text::tr("%1 %2 is a link that leads nowhere or back to itself. Choose the file itself.")
                         .arg(what, path),
                     {}};
    if (!info.exists() && path.contains(QChar::ReplacementCharacter)) // whose bytes cannot be asked for
        return Error{
            Text::tr("%1 %2 has a name that is not written in UTF-8. Rename it, or the folder it is in.")
                .arg(what, path),
            {}};
    if (!info.exists())
        return Error{Text::tr("%1 %2 does not exist. Check the name and the folder.").arg(what, path), {}};
    if (info.isDir())
        return Error{Text::tr("%1 %2 is a folder. Name a file inside it.").arg(what, path), {}};
    if (!info.isFile())
        return Error{Text::tr("%1 %2 is a device or a pipe, not a file. Save what it holds as a file.")
                         .arg(what, path),
                     {}};
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

} // namespace atlas
