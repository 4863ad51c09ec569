#pragma once

#include "core/common/result.h"
#include "core/project/project_file.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace atlas {

/// Work that has not been saved, with what is needed to go on with it.
struct UnsavedWork
{
    Project project = {};
    QString projectPath = {}; ///< where it would be saved; empty if it has no file yet
    QDateTime keptAt = {};    ///< to the second
    bool wasDeclined = false; ///< the person chose not to save it; else it was never asked for

    bool operator==(const UnsavedWork &) const = default;
};

/// Unsaved work as JSON. It holds a project with absolute paths, so that it is found from any folder.
QByteArray writeUnsavedWork(const UnsavedWork &work);

/// Reads it back. `path` is the file, for messages. Fails as readProject() does.
Result<UnsavedWork> readUnsavedWork(const QByteArray &json, const QString &path);

} // namespace atlas
