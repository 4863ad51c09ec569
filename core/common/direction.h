#pragma once

namespace atlas {

/// Which way a figure points.
enum class Direction {
    HigherIsMoreDisengaged = 1,
    LowerIsMoreDisengaged = -1,
};

/// +1 or -1: what a standardised value is multiplied by so that higher is more disengaged.
inline double sign(Direction direction)
{
    return static_cast<double>(direction);
}

} // namespace atlas
