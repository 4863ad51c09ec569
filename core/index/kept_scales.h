#pragma once

#include "core/index/choices.h"
#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"

namespace atlas {

// Periods can be compared when their figures are scored on the same scale and cut at the same bounds. Choices
// keep both: the scales as ScaleSettings::references, the bounds of the variable on show as
// ClassScheme::breaks.

/// Whether choices keep the scale of every indicator in use, where the way of normalising has one, and the
/// bounds of the variable on show, where its values can be cut.
bool keepsScales(const Choices &choices, const Dataset &dataset, const IndexResult &result,
                 const ShownVariable &shown);

/// The same choices with the scales and bounds that these data have made. What is kept already stays. The
/// classes of these data stay as they are.
Choices withKeptScales(Choices choices, const Dataset &dataset, const IndexResult &result,
                       const ShownVariable &shown);

/// The same choices with scales and bounds that the data make.
Choices withoutKeptScales(Choices choices);

/// The bounds between the classes of a variable, as measured, each above the one before. Empty when its
/// values cannot be cut.
std::vector<double> boundsOf(const ShownVariable &shown);

} // namespace atlas
