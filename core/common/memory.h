#pragma once

#include <cstddef>
#include <future>

namespace atlas {

/// Whether so many bytes are to be had, and some more: the libraries underneath take small pieces all the
/// time, and end the program when there are none left. Two threads that ask may both be told of the same
/// bytes.
bool hasMemory(size_t bytes);

/// Throws std::bad_alloc unless hasMemory(). To be called before much memory is taken.
void requireMemory(size_t bytes = 0);

/// Has the system hand over the pages of some megabytes on a thread beside the caller, who is about to fill
/// them: to get pages one by one, as they are written to first, takes as long as to read what goes there. The
/// memory may be let go meanwhile. Whoever lets the future go waits for its end.
std::future<void> fetchPages(void *memory, size_t bytes);

/// Lets threads take memory from few pools: what is freed goes back to its pool, where threads of other pools
/// cannot have it. To be called before there are threads.
void useFewMemoryPools();

/// Gives memory that is no longer used back to the system, after something large has been let go: what one
/// thread has freed others cannot use.
void giveMemoryBack();

} // namespace atlas
