#pragma once

#include <cstddef>
#include <future>

namespace atlas {

/// Has the system hand over the pages of some megabytes on a thread beside the caller, who is about to fill
/// them: to get pages one by one, as they are written to first, takes as long as to read what goes there. The
/// memory may be let go meanwhile. Whoever lets the future go waits for its end.
std::future<void> fetchPages(void *memory, size_t bytes);

/// Gives memory that is no longer used back to the system, after something large has been let go: what one
/// thread has freed others cannot use.
void giveMemoryBack();

} // namespace atlas
