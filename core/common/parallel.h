#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <system_error>

namespace atlas {

/// Calls work(0) to work(count - 1), each once, and returns when all are done. The caller does its share, and
/// idle threads of Qt's global pool the rest, as many in all as there are cores; there may be none, so no
/// call may wait for another. An exception of one call is thrown again when the others are done. Throws
/// std::bad_alloc when memory is so short that the pool has no thread at all.
void inParallel(size_t count, const std::function<void(size_t)> &work);

/// Lets inParallel() use so many threads instead. The pool has a few threads more: Qt's painter fills large
/// shapes with its help and waits for it, and a window must not wait for work in the background.
void setParallelThreads(int count);

/// Ends the process where threads of the pool could not be started because memory was short: Qt would wait
/// for them for ever when the application goes. Does nothing else; to be called last in main().
void leaveLostThreads(int exitCode);

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
