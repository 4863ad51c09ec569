#pragma once

#include "core/index/index_settings.h"
#include "core/index/treat.h"
#include "core/indicators/indicator.h"

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace atlas {

/// Why an indicator cannot be used.
enum class Unusable {
    NoSpread,    ///< its values are all equal, or there are fewer than two
    EqualEnds,   ///< the two values that fix its scale are equal
    NoGoalposts, ///< nobody said what they are, or what the target is
    NoReference, ///< the reference area has no value
    NotPositive, ///< a share of a greatest value that is not above zero
};

/// An indicator on the common scale.
struct Normalised
{
    double mean = 0;              ///< over the areas that have a value; NaN when none has
    double standardDeviation = 0; ///< NaN when fewer than two areas have a value
    std::vector<double> values;   ///< one for each area, higher is more disengaged; NaN where absent
    double centre = 0;            ///< mean of those, 0 for z-scores of the areas themselves
    double greatest = 0;          ///< of the values' distances from the centre
    /// How far a value moves for each unit of the measured one; NaN where that is not the same everywhere.
    double slope = 0;
    std::optional<ReferenceValues> reference; ///< what the scale was fixed by; none for ranks
    std::optional<Unusable> unusable = {};    ///< why it cannot be used; empty if it can
    std::vector<uint32_t> filled;             ///< areas whose missing value was filled in; rising
    std::vector<double> filledWith;           ///< what with, as measured, for each of them
    Treatment treatment = Treatment::None;
    std::vector<uint32_t> broughtIn; ///< areas whose value was winsorised; rising

    /// What the missing value of an area was filled with; NaN where it was not.
    double filling(size_t area) const;
    /// False when the indicator cannot tell areas apart, or has no scale.
    bool isUsable() const { return !unusable; }
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
/// usable, all values are NaN. A `fixed` mean and SD take the place of those of the values.
Normalised zScores(std::span<const double> values, Direction direction, StandardDeviation kind,
                   std::optional<ReferenceValues> fixed = {});

/// What scaling needs to know of an indicator beside the settings.
struct ScaledIndicator
{
    Direction direction = Direction::HigherIsMoreDisengaged;
    std::optional<ReferenceValues> reference; ///< in place of the values' own
    std::optional<size_t> referenceArea;      ///< position of the reference area
};

/// The methods of OECD (2008), "Handbook on Constructing Composite Indicators", as COINr defines them. With y
/// the value turned so that higher is more disengaged, n values, and the scale from `low` to `high`:
///   ZScore             (y - mean) / SD
///   MinMax             low + (high - low) * (y - least) / (greatest - least)
///   PercentileRank     (rank - 1) / (n - 1), ranks from the least, ties sharing the lower one
///   Rank               that rank
///   Borda              that rank - 1
///   TargetDistance     (y - start) / (target - start); the start is the least y
///   Goalposts          low + (high - low) * (y - first) / (second - first), held between the ends
///   ReferenceDistance  (y - least) / (y of the reference area - least)
///   ShareOfMaximum     x / greatest, and 1 - x / greatest where lower is more disengaged
/// NaN is absent and skipped. When the indicator is not usable, all values are NaN.
Normalised normalise(std::span<const double> values, const ScaledIndicator &about,
                     const ScaleSettings &settings);

} // namespace atlas
