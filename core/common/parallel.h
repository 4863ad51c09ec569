#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <system_error>

namespace atlas {

/// Calls work(0) to work(count - 1), each at most once, and returns when all are done: on the caller's thread
/// and those of oneTBB, as many in all as there are cores. An exception of one call is thrown again when
/// those under way are done; the others are then left out.
void inParallel(size_t count, const std::function<void(size_t)> &work);

/// Lets inParallel() use so many threads instead.
void setParallelThreads(int count);

/// Starts `work` beside the caller; where no thread is to be had, it runs when its result is asked for.
template <typename Work>
auto startAside(const Work &work)
{
    try {
        return std::async(std::launch::async, work);
    } catch (const std::system_error &) {
        return std::async(std::launch::deferred, work);
    }
}

} // namespace atlas
