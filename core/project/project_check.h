#pragma once

#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/project/project_file.h"

#include <optional>
#include <vector>

namespace atlas {

/// Whether the choices of a project can be used with these data. Fails as checkMethodNames() does, and when
/// they have nothing like what is to be on the map.
Result<Done> checkProject(const Project &project, const Dataset &dataset);

/// What a project says of single areas, as positions in its data.
struct PlacedAreas
{
    std::vector<WhatIf> whatIfs = {};
    std::vector<size_t> selected = {};
    std::optional<size_t> current = {};
    // What the data have no place for.
    std::vector<TriedValue> strangeValues = {};
    std::vector<AreaCode> strangeAreas = {};
    Issues issues = {}; ///< one for each of those
};

/// `file` names the project in remarks.
PlacedAreas placeAreas(const Project &project, const Dataset &dataset, const QString &file);

/// What is tried in a dataset, by codes.
std::vector<TriedValue> triedValuesOf(const Dataset &dataset);

} // namespace atlas
