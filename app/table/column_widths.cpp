#include "app/table/column_widths.h"

#include <algorithm>
#include <cstddef>

namespace atlas {

namespace {

/// Lets the widths grow towards a goal by `room` in all; returns what is left of it.
int grow(std::vector<int> &widths, std::span<const ColumnRoom> columns, int ColumnRoom::*goal, int room)
{
    long long lacking = 0;
    const auto lacks = [&](size_t i) {
        return columns[i].byHand > 0 ? 0 : std::max(0, columns[i].*goal - widths[i]);
    };
    for (size_t i = 0; i < columns.size(); ++i)
        lacking += lacks(i);
    if (lacking == 0 || room <= 0)
        return room;
    // Each takes its share of what is left, so that rounding leaves nothing over.
    long long left = std::min<long long>(room, lacking);
    const auto rest = static_cast<int>(room - left);
    for (size_t i = 0; i < columns.size() && lacking > 0; ++i) {
        const long long lack = lacks(i);
        const long long share = left * lack / lacking;
        widths[i] += static_cast<int>(share);
        left -= share;
        lacking -= lack;
    }
    return rest;
}

} // namespace

std::vector<int> fittedWidths(std::span<const ColumnRoom> columns, int available)
{
    std::vector<int> widths;
    for (const ColumnRoom &column : columns) {
        widths.push_back(column.byHand > 0 ? column.byHand : column.least);
        available -= widths.back();
    }
    available = grow(widths, columns, &ColumnRoom::wanted, available);
    grow(widths, columns, &ColumnRoom::most, available);
    return widths;
}

} // namespace atlas
