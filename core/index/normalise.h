#pragma once

#include "core/index/index_settings.h"
#include "core/indicators/indicator.h"

#include <span>
#include <vector>

namespace atlas {

/// An indicator on the common scale.
struct Normalised
{
    double mean = 0;              ///< over the areas that have a value; NaN when none has
    double standardDeviation = 0; ///< NaN when fewer than two areas have a value
    std::vector<double> values;   ///< one for each area, higher is more disengaged; NaN where absent

    /// False when the indicator cannot tell areas apart: all equal, or fewer than two values.
    bool isUsable() const { return standardDeviation > 0; }
};

/// z-scores, (x - mean) / SD, turned by `direction`. NaN is absent and skipped. When the indicator is not
/// usable, all values are NaN.
Normalised zScores(std::span<const double> values, Direction direction, StandardDeviation kind);

} // namespace atlas
