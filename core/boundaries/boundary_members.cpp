#include "core/boundaries/boundary_members.h"

#include "core/boundaries/boundary_parts.h"
#include "core/boundaries/text.h"
#include "core/common/archive.h"
#include "core/common/files.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>

namespace atlas {

namespace {

using Members = std::vector<ArchiveMember>;

QString suffixOf(const QString &name)
{
    return QFileInfo(name).suffix().toLower();
}

/// Endings of all files that may be needed, parts too.
bool isPart(const QString &name)
{
    static const QSet<QString> parts = {QStringLiteral("shx"), QStringLiteral("dbf"), QStringLiteral("prj"),
                                        QStringLiteral("cpg"), QStringLiteral("dat"), QStringLiteral("map"),
                                        QStringLiteral("id"),  QStringLiteral("mid"), QStringLiteral("xsd")};
    return parts.contains(suffixOf(name));
}

/// The folder of the zip that a member is to be unpacked with; all of a geodatabase are one.
QString folderOf(const ArchiveMember &member)
{
    return member.name.section(QLatin1Char('/'), 0, -2);
}

bool isInGeodatabase(const ArchiveMember &member)
{
    return folderOf(member).endsWith(QLatin1String(".gdb"), Qt::CaseInsensitive);
}

/// Of a project's files, what is not data.
bool isNoData(const ArchiveMember &member)
{
    const QString name = member.fileName().toLower();
    return name.endsWith(QLatin1String(".qmd.json")) || name == QLatin1String("package.json")
           || name == QLatin1String("metadata.json");
}

Members needed(const Members &members)
{
    Members some;
    std::copy_if(members.begin(), members.end(), std::back_inserter(some), [](const ArchiveMember &member) {
        return isInGeodatabase(member) || isPart(member.name)
               || (mayBeBoundaries(member.name) && !isNoData(member));
    });
    const bool hasMain = std::any_of(some.begin(), some.end(), [](const ArchiveMember &member) {
        return isInGeodatabase(member) || mayBeBoundaries(member.name);
    });
    return hasMain ? some : Members();
}

Error noBoundaries(const QString &zip, const Members &members)
{
    const auto inner =
        std::find_if(members.begin(), members.end(), [](const ArchiveMember &each) { return each.isZip(); });
    if (inner != members.end())
        return Error{
            Text::tr("%1 holds another zip, %2, and no boundaries beside it. Unpack it first, and open "
                     "the zip inside.")
                .arg(zip, inner->name),
            {}};
    constexpr size_t most = 4;
    QStringList names;
    for (size_t i = 0; i < std::min(most, members.size()); ++i)
        names << members[i].name;
    if (members.size() > most)
        names << QStringLiteral("\u2026");
    return Error{
        Text::tr("%1 is a zip without boundaries; it has %2. Choose a zip with a shapefile, GeoPackage, "
                 "GeoJSON or another file of areas in it.")
            .arg(zip, names.join(QStringLiteral(", "))),
        {}};
}

/// Unpacks what stands in one folder of the zip, and lists what is to be opened.
Result<Done> unpackFolder(const QString &zip, const Members &members, const QString &target,
                          QStringList &paths, Progress &progress)
{
    QDir().mkpath(target);
    // A part that is empty is as good as none; a main file that is empty is said.
    Members some;
    for (const ArchiveMember &member : members)
        if (member.size > 0 || !isPart(member.name))
            some.push_back(member);
    // An empty table of a geodatabase is nothing to say.
    const bool isDatabase = isInGeodatabase(members.front());
    if (isDatabase)
        std::erase_if(some, [](const ArchiveMember &member) { return member.size == 0; });
    if (auto done = unpackMembers(zip, some, target, {}, progress); !done)
        return done;
    if (isDatabase)
        paths << target;
    for (const ArchiveMember &member : some)
        if (!isDatabase && mayBeBoundaries(member.name))
            paths << QDir(target).filePath(member.fileName());
    return Done{};
}

} // namespace

bool mayBeBoundaries(const QString &name)
{
    static const QSet<QString> endings = {
        QStringLiteral("shp"),  QStringLiteral("gpkg"),     QStringLiteral("geojson"),
        QStringLiteral("json"), QStringLiteral("topojson"), QStringLiteral("fgb"),
        QStringLiteral("tab"),  QStringLiteral("mif"),      QStringLiteral("kml"),
        QStringLiteral("kmz"),  QStringLiteral("gml"),      QStringLiteral("sqlite"),
        QStringLiteral("db"),   QStringLiteral("gdb")};
    return endings.contains(suffixOf(name));
}

bool isGeodatabase(const QString &path)
{
    const QFileInfo info(path);
    return info.isDir()
           && !QDir(path).entryList({QStringLiteral("*.gdbtable")}, QDir::Files | QDir::System).isEmpty();
}

Result<UnpackedBoundaries> unpackBoundaries(const QString &zip, Progress &progress)
{
    const auto members = listArchive(zip, Text::tr("The boundary file"));
    if (!members)
        return members.error();
    const Members some = needed(*members);
    if (some.empty())
        return noBoundaries(zip, *members);
    constexpr double most = 8.0 * (1 << 30);
    constexpr size_t mostFiles = 2000;
    double total = 0;
    for (const ArchiveMember &member : some)
        total += static_cast<double>(member.size);
    if (total > most || some.size() > mostFiles)
        return Error{
            Text::tr("%1 holds more boundary files than can be unpacked at once. Unpack it, and open the "
                     "one that is wanted.")
                .arg(zip),
            {}};
    auto unpacked = std::make_unique<QTemporaryDir>();
    if (!unpacked->isValid())
        return Error{Text::tr("There is no room to unpack %1. Free some disk space.").arg(zip),
                     unpacked->errorString()};
    QStringList paths;
    std::map<QString, Members> folders;
    for (const ArchiveMember &member : some)
        folders[folderOf(member)].push_back(member);
    int number = 0;
    for (const auto &folder : folders) {
        const QString ending = isInGeodatabase(folder.second.front()) ? QStringLiteral(".gdb") : QString();
        const QString target = unpacked->filePath(QString::number(++number) + ending);
        if (auto done = unpackFolder(zip, folder.second, target, paths, progress); !done)
            return done.error();
    }
    return UnpackedBoundaries{std::move(unpacked), std::move(paths)};
}

} // namespace atlas
