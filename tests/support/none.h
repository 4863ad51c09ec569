#pragma once

#include <limits>

namespace atlas::test {

/// A value that is not there.
inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

} // namespace atlas::test
