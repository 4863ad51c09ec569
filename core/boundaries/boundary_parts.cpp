#include "core/boundaries/boundary_parts.h"

#include "core/boundaries/text.h"
#include "core/common/files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace atlas {

namespace {

QString stemOf(const QString &path)
{
    return path.left(path.size() - QFileInfo(path).suffix().size());
}

/// A file of the folder with this name, its case ignored; the one whose stem is equal first.
QString anyCase(const QString &path, const QString &ending)
{
    const QFileInfo info(path);
    const QString wanted = info.completeBaseName() + QLatin1Char('.') + ending;
    QString found;
    for (const QString &name : info.dir().entryList(QDir::Files | QDir::System | QDir::Hidden))
        if (name.compare(wanted, Qt::CaseInsensitive) == 0
            && (found.isEmpty() || QFileInfo(name).completeBaseName() == info.completeBaseName()))
            found = info.dir().filePath(name);
    return found;
}

bool isThere(const QString &path)
{
    return QFileInfo::exists(path);
}

} // namespace

const PartsOfFormat *formatOfParts(const QString &path)
{
    static const std::array<PartsOfFormat, 4> formats = {{
        {QStringLiteral("shp"),
         {QStringLiteral("shx"), QStringLiteral("dbf"), QStringLiteral("prj"), QStringLiteral("cpg")}},
        {QStringLiteral("tab"), {QStringLiteral("dat"), QStringLiteral("map"), QStringLiteral("id")}},
        {QStringLiteral("mif"), {QStringLiteral("mid")}},
        {QStringLiteral("gml"), {QStringLiteral("xsd")}},
    }};
    const QString suffix = QFileInfo(path).suffix();
    const auto *format = std::find_if(formats.begin(), formats.end(), [&suffix](const PartsOfFormat &each) {
        return suffix.compare(each.main, Qt::CaseInsensitive) == 0;
    });
    return format == formats.end() ? nullptr : &*format;
}

QString fileBeside(const QString &path, const QString &ending)
{
    const QString stem = stemOf(path);
    for (const QString &candidate : {stem + ending, stem + ending.toUpper()})
        if (isThere(candidate))
            return candidate;
    return path.startsWith(QLatin1Char(':')) ? QString() : anyCase(path, ending);
}

Result<Done> checkParts(const QString &path)
{
    const PartsOfFormat *format = formatOfParts(path);
    for (const QFileInfo &table :
         QFileInfo(path).isDir() ? QDir(path).entryInfoList(QDir::Files | QDir::System) : QFileInfoList())
        if (table.size() > 0 || !table.isFile())
            if (auto readable = checkReadableFile(table.filePath(), Text::tr("A part of the boundary file,"));
                !readable)
                return readable;
    if (!format || path.startsWith(QLatin1Char(':')))
        return Done{};
    for (const QString &ending : format->parts) {
        const QFileInfo part(fileBeside(path, ending));
        if (part.filePath().isEmpty() || (part.isFile() && part.size() == 0))
            continue;
        if (auto readable = checkReadableFile(part.filePath(), Text::tr("A part of the boundary file,"));
            !readable)
            return readable;
    }
    return Done{};
}

bool areNamedAlike(const QString &path)
{
    const PartsOfFormat *format = formatOfParts(path);
    if (!format)
        return true;
    const QString stem = stemOf(path);
    if (path != stem + format->main && path != stem + format->main.toUpper())
        return false;
    return std::all_of(format->parts.begin(), format->parts.end(), [&](const QString &ending) {
        const QString part = fileBeside(path, ending);
        return part.isEmpty() || part == stem + ending || part == stem + ending.toUpper();
    });
}

Result<LinkedParts> linkParts(const QString &path)
{
    LinkedParts linked{.folder = std::make_unique<QTemporaryDir>(), .path = {}};
    const Error failed{
        Text::tr("There is no room for a folder to open %1 in. Free some disk space.").arg(path),
        linked.folder->errorString()};
    if (!linked.folder->isValid())
        return failed;
    const PartsOfFormat *format = formatOfParts(path);
    const QString stem = QFileInfo(path).completeBaseName() + QLatin1Char('.');
    const auto link = [&](const QString &from, const QString &ending) {
        return QFile::link(QFileInfo(from).absoluteFilePath(), linked.folder->filePath(stem + ending));
    };
    const QString main = format ? format->main : QFileInfo(path).suffix();
    if (!link(path, main))
        return failed;
    for (const QString &ending : format ? format->parts : QStringList())
        if (const QString part = fileBeside(path, ending); !part.isEmpty() && !link(part, ending))
            return failed;
    linked.path = linked.folder->filePath(stem + main);
    return linked;
}

} // namespace atlas
