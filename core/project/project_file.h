#pragma once

#include "core/common/area_code.h"
#include "core/common/result.h"
#include "core/dataset/load_dataset.h"
#include "core/project/method_file.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace atlas {

/// All that is needed to show the same again: data, choices and looks, what is kept beside them, and how the
/// window was arranged.
struct Project
{
    DataSources sources = builtInSources(); ///< absolute paths
    Method method = {.looks = Looks()};     ///< always with looks
    std::vector<AreaCode> selection = {};
    AreaCode current = {}; ///< the area to explain; empty where none is selected
    /// Methods that were kept under their names. None where the file is of version 1, which had no place for
    /// them.
    std::optional<std::vector<Method>> scenarios = std::vector<Method>();
    QJsonObject layouts = {}; ///< how each workspace is arranged, by its name; theirs to read

    bool operator==(const Project &) const = default;
};

/// A project as JSON. Numbers read back exactly. Paths are written relative to `folder`, where the file is to
/// be, so that both can move together; a file on another drive keeps its absolute path.
QByteArray writeProject(const Project &project, const QString &folder);

/// Reads it back. `path` is that of the file, from which relative paths start. What it does not say is as
/// usual: the built-in example, the paper's method. Fails when it is not JSON, is of a later version, or has
/// a member, a word, a type or a number that is none of those allowed.
Result<Project> readProject(const QByteArray &json, const QString &path);

/// The same for a file on disk. Fails also when it cannot be read.
Result<Project> readProjectFile(const QString &path);

} // namespace atlas
