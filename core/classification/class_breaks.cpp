#include "core/classification/class_breaks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace atlas {

Result<ClassBreaks> ClassBreaks::fromUpperBounds(std::vector<double> upperBounds)
{
    const bool finite = std::all_of(upperBounds.begin(), upperBounds.end(),
                                    [](double bound) { return std::isfinite(bound); });
    if (!finite || !std::is_sorted(upperBounds.begin(), upperBounds.end()))
        return Error{
            QCoreApplication::translate("ClassBreaks", "Class breaks must be numbers in rising order."), {}};
    return ClassBreaks(std::move(upperBounds));
}

int ClassBreaks::classOf(double value) const
{
    if (std::isnan(value))
        return 0;
    // There are few bounds, and values come in no order: counting them all is quicker than to search.
    return static_cast<int>(std::count_if(m_upperBounds.begin(), m_upperBounds.end(),
                                          [value](double bound) { return bound < value; }))
           + 1;
}

} // namespace atlas
