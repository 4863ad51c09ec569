#pragma once

#include "core/common/result.h"

#include <span>
#include <vector>

namespace atlas {

/// Ordered upper bounds that cut values into classes 1 to count(). A value equal to a bound belongs to the
/// lower class, so equal values are never split. The last class has no upper bound.
class ClassBreaks
{
public:
    /// `upperBounds` must not fall; one bound fewer than there are classes. Bounds may repeat: the class
    /// between two equal bounds is empty.
    static Result<ClassBreaks> fromUpperBounds(std::vector<double> upperBounds);

    int count() const { return static_cast<int>(m_upperBounds.size()) + 1; }
    std::span<const double> upperBounds() const { return m_upperBounds; }

    /// 1 for the lowest class to count() for the highest; 0 for NaN, which is absence.
    int classOf(double value) const;

    bool operator==(const ClassBreaks &) const = default;

private:
    explicit ClassBreaks(std::vector<double> upperBounds) : m_upperBounds(std::move(upperBounds)) {}

    std::vector<double> m_upperBounds;
};

} // namespace atlas
