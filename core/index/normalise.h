#pragma once

#include "core/index/index_settings.h"
#include "core/indicators/indicator.h"

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace atlas {

/// An indicator on the common scale.
struct Normalised
{
    double mean = 0;              ///< over the areas that have a value; NaN when none has
    double standardDeviation = 0; ///< NaN when fewer than two areas have a value
    std::vector<double> values;   ///< one for each area, higher is more disengaged; NaN where absent
    double greatest = 0;          ///< of the values' distances from 0

    /// False when the indicator cannot tell areas apart: all equal, or fewer than two values.
    bool isUsable() const { return standardDeviation > 0; }
};

/// Every indicator of a dataset on the common scale. Never changed once made, so a copy costs nothing.
class NormalisedIndicators
{
public:
    NormalisedIndicators() = default;
    explicit NormalisedIndicators(std::vector<Normalised> all)
        : m_all(std::make_shared<const std::vector<Normalised>>(std::move(all)))
    {}

    size_t size() const { return m_all ? m_all->size() : 0; }
    const Normalised &operator[](size_t indicator) const { return (*m_all)[indicator]; }

private:
    std::shared_ptr<const std::vector<Normalised>> m_all; ///< null when there are none
};

/// z-scores, (x - mean) / SD, turned by `direction`. NaN is absent and skipped. When the indicator is not
/// usable, all values are NaN.
Normalised zScores(std::span<const double> values, Direction direction, StandardDeviation kind);

} // namespace atlas
