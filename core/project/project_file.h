#pragma once

#include "core/common/area_code.h"
#include "core/common/result.h"
#include "core/dataset/compare_datasets.h"
#include "core/dataset/load_dataset.h"
#include "core/project/method_file.h"
#include "core/robustness/monte_carlo.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace atlas {

/// Everything needed to show the same again: data, choices and looks, what is kept beside them, and the
/// window layout.
struct Project
{
    DataSources sources = builtInSources(); ///< absolute paths
    Method method = {.looks = Looks()};     ///< always has looks
    std::vector<AreaCode> selection = {};
    AreaCode current = {}; ///< the area to explain; empty if none is selected
    /// The named methods that were kept. None for a version 1 file, which had no place for them.
    std::optional<std::vector<Method>> scenarios = std::vector<Method>();
    /// How the next draws are to be made; those of `method` are the draws that were made.
    DrawSettings drawSettings = {};
    QJsonObject layouts = {}; ///< the layout of each workspace, by name; only the workspace reads it
    /// The figures as the files gave them when it was saved, to tell what has changed; empty for none.
    DataRecord figures = {};

    bool operator==(const Project &) const = default;
};

/// A project as JSON. Numbers read back exactly. Paths are written relative to `folder`, where the file is to
/// go, so that both can move together; a file on another drive keeps its absolute path, and so do all files
/// without a folder.
QByteArray writeProject(const Project &project, const QString &folder);

/// Reads a project back. `path` is the file, to which paths in it are relative. Anything left out takes its
/// usual value: the built-in example, the paper's method. Fails if it is not JSON, is of a later version, or
/// has a member, word, type or number that is not allowed.
Result<Project> readProject(const QByteArray &json, const QString &path);

/// Reads a project from disk. Also fails if the file cannot be read.
Result<Project> readProjectFile(const QString &path);

} // namespace atlas
