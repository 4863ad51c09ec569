#pragma once

#include "core/common/issue.h"
#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/import/import_plan.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace atlas {

enum class FileKind {
    Boundaries,
    Figures,  ///< a row for each area and a column for each indicator
    Metadata, ///< a row for each indicator
    Project,
    Method,
};

/// How a file would be read.
struct FileInspection
{
    QString file; ///< its name
    FileKind kind = FileKind::Figures;
    QStringList facts;               ///< what was found and what it is taken for, each a phrase for a person
    std::optional<FiguresPlan> plan; ///< of figures: how they would be read
    QStringList sheets;              ///< of a workbook, database or zip: what else could be read
    Issues issues;                   ///< what had to be assumed, or would be left out
};

/// Reads a file as it would be opened, with what `wanted` says of figures, and says what it was taken for: by
/// what stands in it first, then by its extension. Fails where opening it would, with the same sentence, or
/// when it was cancelled.
Result<FileInspection> inspectFile(const QString &path, Progress &progress, const ImportPlan &wanted = {});

/// The word for a kind in files: "boundaries", "figures", "metadata", "project", "method".
QString fileKindWord(FileKind kind);
/// For a person: "boundaries of areas", "figures of areas" ...
QString fileKindText(FileKind kind);

} // namespace atlas
