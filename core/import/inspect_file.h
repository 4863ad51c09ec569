#pragma once

#include "core/boundaries/boundary_reader.h"
#include "core/common/issue.h"
#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/import/import_plan.h"
#include "core/import/people_filters.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace atlas {

enum class FileKind {
    Boundaries,
    Figures,  ///< a row for each area and a column for each indicator
    Metadata, ///< a row for each indicator
    Lookup,   ///< which areas are part of which larger ones
    Project,
    Method,
};

/// How a file would be read.
struct FileInspection
{
    QString file; ///< its name
    FileKind kind = FileKind::Figures;
    QStringList facts; ///< what was found and what it is taken for, each a phrase for a person
    std::optional<BoundaryOptions> boundaries; ///< of boundaries: how they would be read
    std::optional<FiguresPlan> plan;           ///< of figures: how they would be read
    std::vector<PeopleFilter> filters;         ///< of figures: columns that part the people counted
    /// Of figures: they cannot be read before a person has chosen values of filters; an issue asks.
    bool isQuestion = false;
    QStringList sheets; ///< of a workbook, database or zip: what else could be read
    Issues issues;      ///< what had to be assumed, or would be left out
};

/// Reads a file as it would be opened, with what `wanted` says of figures, and says what it was taken for: by
/// what stands in it first, then by its extension. Fails where opening it would, with the same sentence, or
/// when it was cancelled; but figures of which a part has to be chosen come as a question.
Result<FileInspection> inspectFile(const QString &path, Progress &progress, const ImportPlan &wanted = {});

/// The word for a kind in files: "boundaries", "figures", "metadata", "lookup", "project",
/// "method".
QString fileKindWord(FileKind kind);
/// For a person: "boundaries of areas", "figures of areas" ...
QString fileKindText(FileKind kind);

} // namespace atlas
