#include "core/import/inspect_file.h"

#include "core/boundaries/boundary_members.h"
#include "core/boundaries/boundary_reader.h"
#include "core/common/files.h"
#include "core/import/metadata_table.h"
#include "core/import/read_figures.h"
#include "core/import/text.h"
#include "core/indicators/indicator_metadata.h"
#include "core/tables/read_grid.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace atlas {

namespace {

/// Projects and methods say what they are; both are small.
std::optional<FileKind> kindOfOwnFile(const QString &path)
{
    constexpr qint64 largest = 16 << 20;
    QFile file(path);
    if (file.size() > largest || !file.open(QIODevice::ReadOnly) || !file.peek(1).startsWith('{'))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.contains(QLatin1String("disengagement_atlas_project")))
        return FileKind::Project;
    if (object.contains(QLatin1String("disengagement_atlas_method")))
        return FileKind::Method;
    return {};
}

/// Files that hold tables and no shapes, by their extension.
bool isTable(const QString &path)
{
    static const QStringList suffixes = {
        QStringLiteral("csv"),  QStringLiteral("tsv"), QStringLiteral("txt"), QStringLiteral("xlsx"),
        QStringLiteral("xlsm"), QStringLiteral("xls"), QStringLiteral("ods"), QStringLiteral("dbf")};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

QString keysText(const QString &codes, const QString &names)
{
    if (codes.isEmpty())
        return Text::tr("names of areas from %1, no codes").arg(names);
    return names.isEmpty() ? Text::tr("codes of areas from %1, no names").arg(codes)
                           : Text::tr("codes of areas from %1, names from %2").arg(codes, names);
}

QStringList codesOf(const std::vector<Indicator> &indicators)
{
    QStringList codes;
    for (const Indicator &indicator : indicators)
        codes << indicator.code;
    return codes;
}

QString indicatorsText(const std::vector<Indicator> &indicators)
{
    constexpr qsizetype most = 12;
    QStringList codes = codesOf(indicators);
    const auto count = static_cast<int>(codes.size());
    if (codes.size() > most)
        codes = codes.first(most) << QStringLiteral("\u2026");
    return Text::tr("%n indicator(s): %1", nullptr, count).arg(codes.join(QStringLiteral(", ")));
}

/// How a sheet of a workbook is named, where it is one.
QStringList sheetFacts(const Grid &grid)
{
    return grid.sheet.isEmpty() ? grid.facts : QStringList{Text::tr("sheet %1").arg(grid.sheet)} + grid.facts;
}

Result<MetadataFile> readMetadataOf(const Grid &grid, const QString &path)
{
    if (grid.isTyped)
        return readMetadata(textTableOf(grid));
    const auto table = readTextTable(path, Text::tr("The file")); // which has stricter rules for text
    return table ? readMetadata(*table) : table.error();
}

FileInspection inspectLookup(const Grid &grid, const LookupHeads &heads)
{
    FileInspection inspection{.kind = FileKind::Lookup, .facts = sheetFacts(grid)};
    inspection.facts << Text::tr("areas from %1 in larger areas from %2").arg(heads.smaller, heads.larger);
    inspection.sheets = grid.sheets;
    inspection.issues = grid.issues;
    return inspection;
}

FileInspection inspectMetadata(const Grid &grid, const MetadataFile &read)
{
    const auto aggregates = static_cast<int>(read.metadata.aggregates.size());
    FileInspection inspection{.kind = FileKind::Metadata,
                              .facts = {indicatorsText(read.metadata.indicators)}};
    if (!grid.sheet.isEmpty())
        inspection.facts.prepend(Text::tr("sheet %1").arg(grid.sheet));
    inspection.sheets = grid.sheets;
    if (aggregates > 0)
        inspection.facts << Text::tr("%n domain(s) or index above them", nullptr, aggregates);
    inspection.issues = read.issues;
    return inspection;
}

FileInspection inspectFigures(const Grid &grid, FiguresFile read)
{
    const IndicatorTable &table = read.file.table;
    FileInspection inspection{.kind = FileKind::Figures, .facts = sheetFacts(grid)};
    inspection.facts << Text::tr("heads in row %1").arg(read.plan.headerRow)
                     << Text::tr("%n area(s)", nullptr, static_cast<int>(table.rows.size()))
                     << keysText(table.codeColumn, table.nameColumn)
                     << indicatorsText(table.metadata.indicators);
    if (!table.groupColumns.empty())
        inspection.facts << Text::tr("groups of areas from %1")
                                .arg(QStringList(table.groupColumns.begin(), table.groupColumns.end())
                                         .join(QStringLiteral(", ")));
    if (table.hasPublishedRank)
        inspection.facts << Text::tr("published ranks to compare with");
    inspection.sheets = grid.sheets;
    inspection.issues = std::move(read.file.issues);
    inspection.plan = std::move(read.plan);
    inspection.filters = std::move(read.filters);
    return inspection;
}

/// Figures of which a person has to say what part is read.
FileInspection askAbout(const Grid &grid, PlannedFigures planned, const Error &question)
{
    FileInspection inspection{.kind = FileKind::Figures, .facts = sheetFacts(grid)};
    inspection.facts << Text::tr("heads in row %1").arg(planned.plan.headerRow);
    inspection.sheets = grid.sheets;
    inspection.issues = grid.issues;
    inspection.issues.insert(inspection.issues.end(), planned.plan.issues.begin(), planned.plan.issues.end());
    inspection.issues.push_back({Severity::Warning, question.message, grid.file});
    inspection.plan = std::move(planned.plan);
    inspection.filters = std::move(planned.filters);
    inspection.isQuestion = true;
    return inspection;
}

/// What another sheet of the workbook says of the indicators, where one does.
Result<std::optional<MetadataFile>> describedIndicators(const Grid &grid, const QString &path,
                                                        Progress &progress)
{
    const QString sheet = metadataSheet(grid);
    if (sheet.isEmpty())
        return std::optional<MetadataFile>();
    const auto other = readGrid(path, Text::tr("The file"), {sheet}, progress);
    if (!other)
        return other.error();
    auto metadata = readMetadata(textTableOf(*other));
    return metadata ? Result(std::optional(*std::move(metadata))) : metadata.error();
}

Result<FileInspection> inspectTable(const QString &path, const ImportPlan &wanted, Progress &progress)
{
    const auto grid = readGrid(path, Text::tr("The file"), {wanted.sheet}, progress);
    if (!grid)
        return grid.error();
    if (isMetadata(*grid)) {
        const auto metadata = readMetadataOf(*grid, path);
        return metadata ? Result(inspectMetadata(*grid, *metadata)) : metadata.error();
    }
    if (const auto heads = lookupHeads(*grid))
        return inspectLookup(*grid, *heads);
    const auto described = describedIndicators(*grid, path, progress);
    if (!described)
        return described.error();
    const IndicatorMetadata *metadata = *described ? &(*described)->metadata : nullptr;
    PlannedFigures planned = planTable(*grid, wanted, metadata);
    auto figures = readFigures(*grid, planned, wanted, metadata);
    if (figures) {
        FileInspection inspection = inspectFigures(*grid, *std::move(figures));
        if (metadata)
            inspection.facts << Text::tr("indicators described in the sheet %1").arg(metadataSheet(*grid));
        return inspection;
    }
    const bool isQuestion =
        std::any_of(planned.filters.begin(), planned.filters.end(),
                    [](const PeopleFilter &filter) { return filter.reads == PeopleFilter::Reads::Unsaid; });
    return isQuestion ? Result(askAbout(*grid, std::move(planned), figures.error())) : figures.error();
}

Result<FileInspection> inspectBoundaries(const QString &path, Progress &progress)
{
    const auto read = readBoundaries(path, {}, progress);
    if (!read)
        return read.error();
    FileInspection inspection{.kind = FileKind::Boundaries};
    inspection.facts << Text::tr("%n area(s)", nullptr, static_cast<int>(read->boundaries.size()))
                     << Text::tr("layer %1").arg(read->readAs.layer)
                     << Text::tr("drawn in the %1").arg(read->boundaries.projection.name)
                     << keysText(read->readAs.codeField, read->readAs.nameField)
                     << Text::tr("%1 points")
                            .arg(QLocale::c().toString(
                                static_cast<qulonglong>(read->boundaries.points.size())));
    inspection.issues = read->issues;
    inspection.boundaries = read->readAs;
    if (const QString &drawnIn = read->boundaries.projection.definition;
        drawnIn.startsWith(QLatin1String("EPSG:")))
        inspection.boundaries->projection = drawnIn;
    return inspection;
}

} // namespace

Result<FileInspection> inspectFile(const QString &path, Progress &progress, const ImportPlan &wanted)
{
    const bool isFile = !path.startsWith(QLatin1String("pg:")) && !isGeodatabase(path);
    if (const auto readable = checkReadableFile(path, Text::tr("The file")); isFile && !readable)
        return readable.error();
    if (const auto kind = kindOfOwnFile(path))
        return FileInspection{.file = fileNameOf(path), .kind = *kind};
    auto inspection =
        isTable(path) ? inspectTable(path, wanted, progress) : inspectBoundaries(path, progress);
    if (!inspection && !isTable(path)) // a database or a zip may hold tables alone
        if (auto table = inspectTable(path, wanted, progress))
            inspection = std::move(table);
    if (inspection)
        inspection->file = fileNameOf(path);
    return inspection;
}

QString fileKindWord(FileKind kind)
{
    static const QStringList words = {QStringLiteral("boundaries"), QStringLiteral("figures"),
                                      QStringLiteral("metadata"),   QStringLiteral("lookup"),
                                      QStringLiteral("project"),    QStringLiteral("method")};
    return words[static_cast<qsizetype>(kind)];
}

QString fileKindText(FileKind kind)
{
    switch (kind) {
    case FileKind::Boundaries:
        return Text::tr("boundaries of areas");
    case FileKind::Figures:
        return Text::tr("figures of areas");
    case FileKind::Metadata:
        return Text::tr("metadata of indicators");
    case FileKind::Lookup:
        return Text::tr("a lookup: which areas are part of which");
    case FileKind::Project:
        return Text::tr("a project of this program");
    case FileKind::Method:
        break;
    }
    return Text::tr("a method of this program");
}

} // namespace atlas
