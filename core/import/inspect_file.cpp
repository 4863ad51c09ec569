#include "core/import/inspect_file.h"

#include "core/boundaries/boundary_members.h"
#include "core/boundaries/boundary_reader.h"
#include "core/common/files.h"
#include "core/import/read_figures.h"
#include "core/indicators/indicator_metadata.h"
#include "core/tables/read_grid.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <optional>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(InspectFile)
};

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

FileInspection inspectMetadata(const MetadataFile &read)
{
    const auto aggregates = static_cast<int>(read.metadata.aggregates.size());
    FileInspection inspection{.kind = FileKind::Metadata,
                              .facts = {indicatorsText(read.metadata.indicators)}};
    if (aggregates > 0)
        inspection.facts << Text::tr("%n domain(s) or index above them", nullptr, aggregates);
    inspection.issues = read.issues;
    return inspection;
}

FileInspection inspectFigures(const Grid &grid, FiguresFile read)
{
    const IndicatorTable &table = read.file.table;
    FileInspection inspection{.kind = FileKind::Figures};
    if (!grid.sheet.isEmpty())
        inspection.facts << Text::tr("sheet %1").arg(grid.sheet);
    inspection.facts << grid.facts;
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
    return inspection;
}

bool isMetadata(const Grid &grid)
{
    for (int column = 0; grid.rowCount() > 0 && column < grid.cellCount(0); ++column)
        if (grid.cell(0, column).compare(QLatin1String("iCode"), Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

Result<FileInspection> inspectTable(const QString &path, const ImportPlan &wanted, Progress &progress)
{
    const auto grid = readGrid(path, Text::tr("The file"), {wanted.sheet}, progress);
    if (!grid)
        return grid.error();
    if (isMetadata(*grid)) {
        const auto table = readTextTable(path, Text::tr("The file"));
        if (!table)
            return table.error();
        const auto metadata = readMetadata(*table);
        return metadata ? Result(inspectMetadata(*metadata)) : metadata.error();
    }
    auto figures = readFigures(*grid, wanted);
    if (!figures)
        return figures.error();
    return inspectFigures(*grid, *std::move(figures));
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
                                      QStringLiteral("metadata"), QStringLiteral("project"),
                                      QStringLiteral("method")};
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
    case FileKind::Project:
        return Text::tr("a project of this program");
    case FileKind::Method:
        break;
    }
    return Text::tr("a method of this program");
}

} // namespace atlas
