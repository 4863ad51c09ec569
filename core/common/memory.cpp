#include "core/common/memory.h"

#include "core/common/parallel.h"

#include <malloc.h>

#include <memory>

#include <sys/mman.h>

namespace atlas {

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

void giveMemoryBack()
{
    malloc_trim(0);
}

} // namespace atlas
