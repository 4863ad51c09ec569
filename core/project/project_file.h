#pragma once

#include "core/common/area_code.h"
#include "core/common/result.h"
#include "core/dataset/load_dataset.h"
#include "core/project/method_file.h"
#include "core/render/display_settings.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace atlas {

/// A value that is tried in place of what the data say, by the codes of its area and its indicator.
struct TriedValue
{
    AreaCode area;
    QString indicator;
    double value = 0; ///< finite

    bool operator==(const TriedValue &) const = default;
};

/// All that is needed to show the same again: data, method, looks, and what is tried.
struct Project
{
    DataSources sources = builtInSources(); ///< absolute paths
    Method method = {};                     ///< its classes are those of the index
    /// The number of classes and their rule are those of the method, and so are own bounds while the index is
    /// on the map; else those are of what is.
    DisplaySettings display = {};
    std::vector<TriedValue> tried = {}; ///< no cell twice
    std::vector<AreaCode> selection = {};
    AreaCode current = {}; ///< the area to explain; empty where none is selected

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
