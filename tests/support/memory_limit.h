#pragma once

#include <cstdlib>
#include <fstream>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace atlas::test {

/// Whether memory can be limited: sanitizers set aside more addresses than any limit allows.
constexpr bool canLimitMemory()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#else
    return true;
#endif
}

/// Has memory taken from the system piece by piece, so that a limit counts it. To be called before there are
/// threads, each of which would put some aside.
inline void takeMemoryInPieces()
{
    constexpr int piece = 64 * 1024;
    ::mallopt(M_ARENA_MAX, 1);
    ::mallopt(M_MMAP_THRESHOLD, piece);
}

/// While it lives, this process gets no more than so many bytes, and no large piece of those that it has.
class MemoryLimit
{
public:
    explicit MemoryLimit(rlim_t bytes)
    {
        ::malloc_trim(0);
        rlim_t pages = 0;
        std::ifstream("/proc/self/statm") >> pages;
        ::getrlimit(RLIMIT_AS, &m_before);
        setLimit(pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)));
        takeWhatIsLeft();
        setLimit(pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + bytes);
    }
    ~MemoryLimit()
    {
        ::setrlimit(RLIMIT_AS, &m_before);
        while (m_taken)
            std::free(std::exchange(m_taken, *static_cast<void **>(m_taken)));
    }
    MemoryLimit(const MemoryLimit &) = delete;
    MemoryLimit &operator=(const MemoryLimit &) = delete;

private:
    void setLimit(rlim_t bytes) const
    {
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_AS, &limit);
    }
    /// Large pieces that the heap could still give, in a list.
    void takeWhatIsLeft()
    {
        constexpr size_t largest = size_t(1) << 26;
        constexpr size_t smallest = size_t(1) << 17;
        for (size_t size = largest; size >= smallest; size /= 2)
            while (void *piece = std::malloc(size))
                *static_cast<void **>(piece) = std::exchange(m_taken, piece);
    }

    rlimit m_before{};
    void *m_taken = nullptr;
};

} // namespace atlas::test
