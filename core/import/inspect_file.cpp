#include "core/import/inspect_file.h"

#include "core/boundaries/boundary_members.h"
#include "core/boundaries/boundary_reader.h"
#include "core/common/files.h"
#include "core/indicators/indicator_metadata.h"
#include "core/indicators/indicator_table.h"

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

bool isTextTable(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("csv") || suffix == QLatin1String("tsv") || suffix == QLatin1String("txt");
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

FileInspection inspectFigures(const IndicatorFile &read)
{
    const IndicatorTable &table = read.table;
    FileInspection inspection{.kind = FileKind::Figures};
    inspection.facts << Text::tr("%n area(s)", nullptr, static_cast<int>(table.rows.size()))
                     << keysText(table.codeColumn, table.nameColumn)
                     << indicatorsText(table.metadata.indicators);
    if (!table.groupColumns.empty())
        inspection.facts << Text::tr("groups of areas from %1")
                                .arg(QStringList(table.groupColumns.begin(), table.groupColumns.end())
                                         .join(QStringLiteral(", ")));
    if (table.hasPublishedRank)
        inspection.facts << Text::tr("published ranks to compare with");
    inspection.issues = read.issues;
    return inspection;
}

Result<FileInspection> inspectTable(const QString &path)
{
    const auto table = readTextTable(path, Text::tr("The file"));
    if (!table)
        return table.error();
    if (table->column(QStringLiteral("iCode")) >= 0) {
        const auto metadata = readMetadata(*table);
        return metadata ? Result(inspectMetadata(*metadata)) : metadata.error();
    }
    const auto figures = readIndicators(*table, nullptr);
    return figures ? Result(inspectFigures(*figures)) : figures.error();
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

Result<FileInspection> inspectFile(const QString &path, Progress &progress)
{
    if (!isGeodatabase(path))
        if (const auto readable = checkReadableFile(path, Text::tr("The file")); !readable)
            return readable.error();
    if (const auto kind = kindOfOwnFile(path))
        return FileInspection{.file = fileNameOf(path), .kind = *kind};
    auto inspection = isTextTable(path) ? inspectTable(path) : inspectBoundaries(path, progress);
    if (inspection)
        inspection->file = fileNameOf(path);
    return inspection;
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
