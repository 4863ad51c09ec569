#pragma once

#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/project/project_file.h"

namespace atlas {

/// Whether choices can be used with these data. Fails as checkMethodNames() does, or if the data lack the
/// variable to be shown on the map.
Result<Done> checkChoices(const Choices &choices, const Dataset &dataset);

/// Choices that were made when the figures were read in another way, without what they say of columns that
/// are no indicators any more, such as populations; the index is shown in place of one.
Choices withoutFormerIndicators(Choices choices, const Dataset &dataset);
/// A remark on each of these columns. `file` is the file that names them.
Issues formerIndicators(const Choices &choices, const Dataset &dataset, const QString &file);

/// Whether a method can be used with these data: checkMethod() for its index and, if it says what is shown,
/// checkChoices().
Result<Done> checkMethod(const Method &method, const Dataset &dataset);

/// A remark on each tried value, and on each selected area of a project, that has no place in the data.
/// `file` is the file that contains it.
Issues unplacedValues(const Choices &choices, const Dataset &dataset, const QString &file);
Issues unplacedAreas(const Project &project, const Dataset &dataset, const QString &file);

} // namespace atlas
