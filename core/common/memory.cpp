#include "core/common/memory.h"

#include "core/common/parallel.h"

#include <malloc.h>

#include <memory>
#include <new>

#include <sys/mman.h>

namespace atlas {

bool hasMemory(size_t bytes)
{
    // Addresses are asked for and given back at once: nothing is written, and malloc() knows nothing of it.
    constexpr size_t forLibraries = size_t(16) << 20;
    const size_t size = bytes + forLibraries;
    void *place = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (place == MAP_FAILED)
        return false;
    ::munmap(place, size);
    return true;
}

void requireMemory(size_t bytes)
{
    if (!hasMemory(bytes))
        throw std::bad_alloc();
}

std::future<void> fetchPages([[maybe_unused]] void *memory, [[maybe_unused]] size_t bytes)
{
#ifdef MADV_POPULATE_WRITE // Linux 5.14
    constexpr size_t page = 4096;
    void *first = memory;
    size_t space = bytes;
    if (std::align(page, page, first, space))
        return startAside([first, space = space / page * page] {
            // Where it cannot be, nothing is lost: pages come when they are written to.
            [[maybe_unused]] const int done = ::madvise(first, space, MADV_POPULATE_WRITE);
        });
#endif
    return {};
}

void useFewMemoryPools()
{
    // By default there are eight for each core. Each sets 64 MB of addresses aside, which counts where
    // `ulimit -v` is set; two threads at most take much memory at the same time.
    mallopt(M_ARENA_MAX, 2);
}

void giveMemoryBack()
{
    malloc_trim(0);
}

} // namespace atlas
