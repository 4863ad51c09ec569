#include "core/common/parallel.h"

#undef emit // a word of Qt, and the name of a function of oneTBB

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/partitioner.h>
#include <oneapi/tbb/task_arena.h>

#include <memory>

#ifdef ATLAS_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace atlas {

namespace {

/// Tells the thread sanitizer what the synchronisation of the library makes sure of. It does not see into the
/// library, and is kept out of this file, where the templates of the library would look like races to it.
void announceTo([[maybe_unused]] const void *others)
{
#ifdef ATLAS_THREAD_SANITIZER
    __tsan_release(const_cast<void *>(others));
#endif
}

void hearFrom([[maybe_unused]] const void *others)
{
#ifdef ATLAS_THREAD_SANITIZER
    __tsan_acquire(const_cast<void *>(others));
#endif
}

} // namespace

void setParallelThreads(int count)
{
    static std::unique_ptr<tbb::global_control> limit;
    limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                  static_cast<size_t>(count));
}

void inParallel(size_t count, const std::function<void(size_t)> &work)
{
    const char finished = 0; // its address stands for the calls that are done
    announceTo(&work);
    // A thread that waits for its calls takes up no others meanwhile: work may keep what it needs in
    // variables of its thread.
    tbb::this_task_arena::isolate([&] {
        tbb::parallel_for(
            tbb::blocked_range<size_t>(0, count),
            [&](const tbb::blocked_range<size_t> &calls) {
                hearFrom(&work);
                for (size_t call = calls.begin(); call != calls.end(); ++call)
                    work(call);
                announceTo(&finished);
            },
            tbb::simple_partitioner());
    });
    hearFrom(&finished);
}

} // namespace atlas
