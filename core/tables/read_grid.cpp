#include "core/tables/read_grid.h"

#include "core/common/archive.h"
#include "core/common/files.h"
#include "core/common/postgres_table.h"
#include "core/tables/layer_grid.h"
#include "core/tables/postgres_grid.h"
#include "core/tables/sheet_choice.h"
#include "core/tables/sqlite_grid.h"
#include "core/tables/text.h"
#include "core/tables/text_grid.h"
#include "core/tables/workbook.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <utility>

namespace atlas {

namespace {

/// What tells that a file was written to.
using Stamp = std::pair<qint64, QDateTime>;

Stamp stampOf(const QString &path)
{
    const QFileInfo info(path);
    return {info.size(), info.lastModified()};
}

/// Web pages and XML are often given the ending of a workbook.
bool isMarkup(const QByteArray &bytes)
{
    constexpr qsizetype beginning = 400;
    QByteArray start = bytes.first(std::min(bytes.size(), beginning));
    if (start.startsWith("\xFF\xFE") || start.startsWith("\xFE\xFF"))
        start = start.mid(2).replace('\0', "");
    if (start.startsWith("\xEF\xBB\xBF"))
        start = start.mid(3);
    start = start.trimmed().toLower();
    constexpr std::array beginnings = {"<?xml", "<html", "<!doctype", "<table", "<meta",        "<style",
                                       "<head", "<body", "<div",      "<!--",   "mime-version:"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&start](const char *tag) { return start.startsWith(tag); });
}

Result<Grid> readText(const QByteArray &bytes, const QString &path, const QString &what, Progress &progress)
{
    if (isMarkup(bytes))
        return Error{Text::tr("%1 %2 is a web page or XML, whatever its name says. Open it in a spreadsheet "
                              "program and save it as .xlsx or CSV.")
                         .arg(what, path),
                     {}};
    return readTextGrid(bytes, path, what, progress);
}

Result<Grid> readFile(const QString &path, const QString &file, const QString &what, const QString &sheet,
                      Progress &progress)
{
    if (isSqlite(path))
        return readSqliteGrid(path, what, sheet, progress);
    if (isLayerFile(path))
        return readLayerGrid({path, file, what}, sheet, progress);
    const auto bytes = readWholeFile(path, what);
    if (!bytes)
        return bytes.error();
    auto grid = readText(*bytes, file, what, progress);
    if (grid && !sheet.isEmpty())
        return Error{
            Text::tr("%1 is a text and has no sheets; leave out \"%2\".").arg(fileNameOf(file), sheet), {}};
    return grid;
}

bool hasEnding(const ArchiveMember &member, std::initializer_list<const char *> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](const char *ending) {
        return member.name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

bool isTextMember(const ArchiveMember &member)
{
    return hasEnding(member, {".csv", ".tsv", ".txt", ".tab"});
}

/// Members of a zip that may be tables: all but what belongs to others or is for people.
std::vector<ArchiveMember> tablesIn(const std::vector<ArchiveMember> &members)
{
    std::vector<ArchiveMember> tables;
    for (const ArchiveMember &member : members)
        if (isTextMember(member)
            || hasEnding(member, {".xlsx", ".xlsm", ".ods", ".xls", ".dbf", ".gpkg", ".sqlite", ".db",
                                  ".geojson", ".json", ".topojson", ".fgb"}))
            tables.push_back(member);
    return tables;
}

Result<Grid> readMemberGrid(const QString &zip, const ArchiveMember &member, const QString &what,
                            const QString &sheet, Progress &progress)
{
    constexpr qint64 mostText = 1 << 30;
    if (isTextMember(member)) {
        const auto bytes = readMember(zip, member, mostText, progress);
        return bytes ? readText(*bytes, zip + QLatin1Char('/') + member.name, what, progress) : bytes.error();
    }
    const QTemporaryDir folder;
    if (const auto unpacked = unpackMembers(zip, {member}, folder.path(), {}, progress); !unpacked)
        return unpacked.error();
    return readGrid(folder.filePath(member.fileName()), what, {sheet}, progress);
}

Result<Grid> readZip(const QString &path, const std::vector<ArchiveMember> &members, const QString &what,
                     const QString &wanted, Progress &progress)
{
    const std::vector<ArchiveMember> tables = tablesIn(members);
    if (tables.empty())
        return Error{
            Text::tr("%1 %2 is a zip without a table. It holds %3.").arg(what, path, members.front().name),
            {}};
    QStringList names;
    for (const ArchiveMember &member : tables)
        names << member.name;
    // A zip of one workbook is as good as the workbook: then the name is that of a sheet.
    const bool isInside = tables.size() == 1 && !names.contains(wanted, Qt::CaseInsensitive);
    SheetChoice choice(isInside ? QString() : wanted, fileNameOf(path), names);
    if (choice.wanted() == -1)
        return choice.noSuchSheet();
    Error first;
    for (int i = 0; i < names.size(); ++i) {
        if (choice.wanted() && *choice.wanted() != i)
            continue;
        auto grid = readMemberGrid(path, tables[static_cast<size_t>(i)], what, isInside ? wanted : QString(),
                                   progress);
        if (!grid && (tables.size() == 1 || choice.wanted() || progress.isCancelled()))
            return grid.error();
        if (!grid) {
            first = first.message.isEmpty() ? grid.error() : first;
            continue;
        }
        grid->file = fileNameOf(path);
        grid->facts.prepend(Text::tr("%1 inside of a zip").arg(names[i]));
        if (!isInside || isTextMember(tables[static_cast<size_t>(i)]))
            grid->sheet = names[i];
        choice.offer(*std::move(grid));
    }
    return choice.hasChosen() ? Result<Grid>(choice.take()) : first;
}

Result<Grid> readArchive(const QString &path, const QString &what, const QString &sheet, Progress &progress)
{
    auto members = listArchive(path, what);
    if (!members)
        return members.error();
    if (!isXlsx(*members) && !isOds(*members))
        return readZip(path, *members, what, sheet, progress);
    const Workbook workbook{path, what, *std::move(members)};
    return isXlsx(workbook.members) ? readXlsx(workbook, sheet, progress)
                                    : readOds(workbook, sheet, progress);
}

} // namespace

Result<Grid> readGrid(const QString &path, const QString &what, const GridOptions &options,
                      Progress &progress)
{
    if (isPostgresTable(path))
        return readPostgresGrid(path, what, progress);
    if (const auto readable = checkReadableFile(path, what); !readable)
        return readable.error();
    const Stamp before = stampOf(path);
    auto grid = isZip(path) ? readArchive(path, what, options.sheet, progress)
                            : readFile(path, path, what, options.sheet, progress);
    if (stampOf(path) != before)
        return Error{Text::tr("%1 %2 was written to while it was read. Wait until that has ended and open it "
                              "again.")
                         .arg(what, path),
                     {}};
    return grid;
}

} // namespace atlas
