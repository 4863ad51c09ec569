#pragma once

#include "core/common/issue.h"
#include "core/common/progress.h"
#include "core/common/result.h"

#include <QString>
#include <QStringList>

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
    QStringList facts; ///< what was found and what it is taken for, each a phrase for a person
    Issues issues;     ///< what had to be assumed, or would be left out
};

/// Reads a file as it would be opened, and says what it was taken for: by what stands in it first, then by
/// its extension. Fails where opening it would, with the same sentence, or when it was cancelled.
Result<FileInspection> inspectFile(const QString &path, Progress &progress);

/// "boundaries", "figures of areas" ...
QString fileKindText(FileKind kind);

} // namespace atlas
