#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/indicators/indicator_table.h"

namespace atlas {

/// Whether two rows give the same figures, ranks and groups, missing ones for the same reason.
bool haveSameFigures(const IndicatorRow &a, const IndicatorRow &b);

/// Whether the name of a row may be that of a shape with its code: it is the same, says the same, is a part
/// of the other, or both are known names of the code. True where either has no name.
bool saySame(const BoundaryArea &shape, const IndicatorRow &row);

} // namespace atlas
