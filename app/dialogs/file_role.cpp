#include "app/dialogs/file_role.h"

#include "core/boundaries/boundary_members.h"
#include "core/common/archive.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>
#include <QTextStream>

#include <algorithm>
#include <initializer_list>

namespace atlas {

namespace {

bool isAmong(const QString &extension, std::initializer_list<const char *> known)
{
    return std::any_of(known.begin(), known.end(),
                       [&extension](const char *one) { return extension == QLatin1String(one); });
}

bool holdsShapes(const QString &extension)
{
    return isAmong(extension, {"shp", "gpkg", "geojson", "json", "topojson", "fgb", "tab", "mif", "kml",
                               "kmz", "gml", "gdb", "gdbtable"});
}

bool holdsText(const QString &extension)
{
    return isAmong(extension, {"csv", "tsv", "txt"});
}

/// By what is in it; shapes first, since a table often lies beside them.
FileRole roleOfZip(const QString &path)
{
    const auto members = listArchive(path, QString());
    if (!members)
        return FileRole::Indicators; // reading it says what is wrong
    const bool hasShapes = std::any_of(members->begin(), members->end(), [](const ArchiveMember &member) {
        return holdsShapes(QFileInfo(member.name).suffix().toLower());
    });
    return hasShapes ? FileRole::Boundaries : FileRole::Indicators;
}

bool hasShapefileBeside(const QString &path)
{
    const QFileInfo table(path);
    const QString stem = table.path() + QLatin1Char('/') + table.completeBaseName();
    return QFileInfo::exists(stem + QLatin1String(".shp")) || QFileInfo::exists(stem + QLatin1String(".SHP"));
}

/// Codes of smaller and of larger areas, with their names and shares, and no figures.
bool isLookupHeader(const QString &line)
{
    static const QRegularExpression separators(QStringLiteral("[,;\t]"));
    static const QRegularExpression code(QStringLiteral("(cd|code)\"?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression other(QStringLiteral("(nm|nmw|name|share|proportion|fid|objectid)\"?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    int codes = 0;
    for (const QString &cell : line.split(separators)) {
        const QString head = cell.trimmed();
        if (code.match(head).hasMatch())
            ++codes;
        else if (!other.match(head).hasMatch())
            return false;
    }
    return codes > 1;
}

} // namespace

FileRole fileRoleOf(const QString &path)
{
    static const QRegularExpression indicatorCode(QStringLiteral("(^|[,;\t])\\s*\"?iCode\"?\\s*([,;\t]|$)"),
                                                  QRegularExpression::CaseInsensitiveOption);
    const QString extension = QFileInfo(path).suffix().toLower();
    if (holdsShapes(extension) || isGeodatabase(path))
        return FileRole::Boundaries;
    if (extension == QLatin1String("zip"))
        return roleOfZip(path);
    if (extension == QLatin1String("dbf"))
        return hasShapefileBeside(path) ? FileRole::None : FileRole::Indicators;
    if (isAmong(extension, {"xlsx", "xlsm", "xls", "ods", "sqlite", "db"}))
        return FileRole::Indicators;
    if (!holdsText(extension))
        return FileRole::None;
    const QString header = headerLineOf(path);
    if (indicatorCode.match(header).hasMatch())
        return FileRole::Metadata;
    return isLookupHeader(header) ? FileRole::Lookup : FileRole::Indicators;
}

QString headerLineOf(const QString &path)
{
    constexpr qint64 longest = 65536;
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QTextStream stream(file.read(longest)); // sees a byte order mark
    return stream.readLine().trimmed();
}

} // namespace atlas
