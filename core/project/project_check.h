#pragma once

#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/project/project_file.h"

#include <optional>
#include <vector>

namespace atlas {

/// Whether choices can be used with these data. Fails as checkMethodNames() does, and when the data have
/// nothing like what is to be on the map.
Result<Done> checkChoices(const Choices &choices, const Dataset &dataset);

/// Whether a method can be used with these data: checkMethod() for its index, and checkChoices() where it
/// says what is shown.
Result<Done> checkMethod(const Method &method, const Dataset &dataset);

/// What a project selects, as positions in its data.
struct PlacedSelection
{
    std::vector<size_t> areas = {};
    std::optional<size_t> current = {};
    std::vector<AreaCode> unplaced = {}; ///< what the data have no place for
};
PlacedSelection placeSelection(const Project &project, const Dataset &dataset);

/// A remark on each tried value, and on each selected area of a project, that the data have no place for.
/// `file` names the one that says so.
Issues unplacedValues(const Choices &choices, const Dataset &dataset, const QString &file);
Issues unplacedAreas(const Project &project, const Dataset &dataset, const QString &file);

} // namespace atlas
