#pragma once

#include <memory>

namespace atlas {

/// Wraps something that outlives its user, for code that expects a shared pointer.
template <typename T>
std::shared_ptr<const T> borrowed(const T &thing)
{
    return {std::shared_ptr<const T>(), &thing};
}

} // namespace atlas
