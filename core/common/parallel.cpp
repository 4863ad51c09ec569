#include "core/common/parallel.h"

#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <semaphore>

namespace atlas {

namespace {

/// Calls that are handed out one by one to whoever asks.
class SharedCalls
{
public:
    SharedCalls(size_t count, const std::function<void(size_t)> &work) : m_count(count), m_work(work) {}

    /// May come late, or never: when all calls have been handed out, nothing but this object is touched.
    void help()
    {
        ++m_helping;
        doSome();
        if (--m_helping == 0)
            m_helping.notify_all();
    }
    /// Returns when all calls are done.
    void doAll()
    {
        doSome();
        for (int helping = m_helping; helping != 0; helping = m_helping)
            m_helping.wait(helping);
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    void doSome()
    {
        for (size_t i = m_next++; i < m_count; i = m_next++) {
            try {
                m_work(i);
            } catch (...) {
                const std::scoped_lock lock(m_mutex);
                if (!m_failure)
                    m_failure = std::current_exception();
            }
        }
    }

    const size_t m_count;
    const std::function<void(size_t)> &m_work; ///< of the caller, who waits
    std::atomic<size_t> m_next = 0;
    std::atomic<int> m_helping = 0;
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

// Threads of the pool that could not be started.
std::atomic<bool> hasLostSome = false;
std::atomic<bool> hasLostAll = false;

/// Has the idle threads of the pool started: Qt loses the work that it wants a thread for and cannot start
/// one because memory is short, and whoever waits for that work waits for ever. Throws std::bad_alloc where
/// not one starts: Qt's painter would wait for them.
void startThreads(QThreadPool &pool)
{
    struct Muster
    {
        std::counting_semaphore<> present{0};
        std::counting_semaphore<> dismissed{0};
    };
    if (hasLostAll) // they count as busy for ever
        throw std::bad_alloc();
    const auto muster = std::make_shared<Muster>();
    const int wanted = pool.maxThreadCount() - pool.activeThreadCount();
    int called = 0;
    while (called < wanted && pool.tryStart([muster] {
        muster->present.release();
        muster->dismissed.acquire();
    }))
        ++called;
    if (called == 0)
        return;
    constexpr std::chrono::seconds longest(5);         // for the first, on a busy machine
    constexpr std::chrono::milliseconds patience(200); // with one that could not be started even now
    int present = muster->present.try_acquire_for(longest) ? 1 : 0;
    while (present > 0 && present < called && muster->present.try_acquire_for(patience))
        ++present;
    muster->dismissed.release(called);
    hasLostSome = hasLostSome || present < called;
    if (present == 0) {
        hasLostAll = true;
        throw std::bad_alloc();
    }
}

int makeRoom(int threads)
{
    constexpr int forPainting = 2;
    constexpr uint stack = 2 * 1024 * 1024; // where memory is short, a thread with Qt's 8 MB may not start
    QThreadPool *pool = QThreadPool::globalInstance();
    pool->setMaxThreadCount(threads + forPainting);
    pool->setStackSize(stack);
    pool->setExpiryTimeout(-1);
    startThreads(*pool);
    return threads;
}

std::atomic<int> &threadCount()
{
    static std::atomic<int> count = makeRoom(QThread::idealThreadCount());
    return count;
}

} // namespace

void leaveLostThreads(int exitCode)
{
    if (!hasLostSome)
        return;
    std::fflush(nullptr);
    std::_Exit(exitCode);
}

void setParallelThreads(int count)
{
    threadCount() = makeRoom(count);
}

void inParallel(size_t count, const std::function<void(size_t)> &work)
{
    const auto calls = std::make_shared<SharedCalls>(count, work);
    const auto wanted = static_cast<int>(std::min(count, static_cast<size_t>(threadCount()))) - 1;
    QThreadPool *pool = QThreadPool::globalInstance();
    for (int helpers = 0; helpers < wanted && pool->tryStart([calls] { calls->help(); }); ++helpers)
        ;
    calls->doAll();
}

} // namespace atlas
