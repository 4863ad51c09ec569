#include "core/tables/table_cell.h"

#include <cmath>
#include <limits>

namespace atlas {

double TableCell::number() const
{
    if (const auto *value = std::get_if<double>(&content))
        return *value;
    const auto *range = std::get_if<RangeCell>(&content);
    return range ? range->middle : std::numeric_limits<double>::quiet_NaN();
}

TableCell numberCell(double value)
{
    return std::isnan(value) ? TableCell() : TableCell{value};
}

TableCell rankCell(double rank)
{
    return rank == 0 ? TableCell() : TableCell{rank};
}

TableCell textCell(const QString &text)
{
    return {text};
}

} // namespace atlas
