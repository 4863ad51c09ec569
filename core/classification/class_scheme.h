#pragma once

#include "core/classification/quantiles.h"

#include <utility>
#include <vector>

namespace atlas {

/// How values are cut into classes.
struct ClassScheme
{
    /// A number alone is so many quantile classes.
    ClassScheme(int count, std::vector<double> ownBreaks = {},
                QuantileRule quantileRule = QuantileRule::Type7)
        : classCount(count), rule(quantileRule), breaks(std::move(ownBreaks))
    {}

    int classCount = 4;
    QuantileRule rule = QuantileRule::Type7;
    /// Own class bounds in rising order, as measured, classCount - 1 of them; none for quantiles. A value
    /// equal to a break goes with the smaller measured values, whatever the indicator's direction: the breaks
    /// 5, 10 make the classes "to 5", "over 5 to 10" and "over 10".
    std::vector<double> breaks;

    bool operator==(const ClassScheme &) const = default;
};

} // namespace atlas
