#pragma once

#include "core/dataset/load_dataset.h"

#include <memory>

namespace atlas {

/// The join, of a dataset of which more is still to be said.
Result<std::shared_ptr<Dataset>> joinFiles(BoundaryFile boundaries, IndicatorFile indicators,
                                           const OnBoundaries &onBoundaries, const AliasFile &aliases);

} // namespace atlas
