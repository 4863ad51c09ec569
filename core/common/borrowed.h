#pragma once

#include <memory>

namespace atlas {

/// A pointer to something that outlives whoever gets it, for what takes shared ones.
template <typename T>
std::shared_ptr<const T> borrowed(const T &thing)
{
    return {std::shared_ptr<const T>(), &thing};
}

} // namespace atlas
