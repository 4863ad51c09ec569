#pragma once

#include <span>
#include <vector>

namespace atlas {

/// How wide a column may be, in pixels.
struct ColumnRoom
{
    int least = 0;  ///< below this its figures would be cut
    int wanted = 0; ///< with this it has room for everything; not below `least`
    int most = 0;   ///< more would pull the row apart; not below `wanted`
    int byHand = 0; ///< what a user has set, which is kept; 0 for none
};

/// Widths that fill `available` as far as the columns allow: each first has its least, then all grow to what
/// they want and then to their most, in the proportion of what they lack. Together they are wider than
/// `available` only if the least widths are.
std::vector<int> fittedWidths(std::span<const ColumnRoom> columns, int available);

} // namespace atlas
