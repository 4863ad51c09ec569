#include "core/common/parallel.h"

#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>

namespace atlas {

namespace {

/// Calls that are handed out one by one to whoever asks.
class SharedCalls
{
public:
    SharedCalls(size_t count, const std::function<void(size_t)> &work) : m_count(count), m_work(work) {}

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
    void rethrow() const
    {
        if (m_failure)
            std::rethrow_exception(m_failure);
    }

private:
    const size_t m_count;
    const std::function<void(size_t)> &m_work;
    std::atomic<size_t> m_next = 0;
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

int makeRoom(int threads)
{
    constexpr int forPainting = 2;
    QThreadPool::globalInstance()->setMaxThreadCount(threads + forPainting);
    return threads;
}

std::atomic<int> &threadCount()
{
    static std::atomic<int> count = makeRoom(QThread::idealThreadCount());
    return count;
}

} // namespace

void setParallelThreads(int count)
{
    threadCount() = makeRoom(count);
}

void inParallel(size_t count, const std::function<void(size_t)> &work)
{
    SharedCalls calls(count, work);
    const auto wanted = static_cast<int>(std::min(count, static_cast<size_t>(threadCount()))) - 1;
    QThreadPool *pool = QThreadPool::globalInstance();
    QSemaphore done;
    int helpers = 0;
    const auto help = [&] {
        calls.doSome();
        done.release();
    };
    while (helpers < wanted && pool->tryStart(help))
        ++helpers;
    calls.doSome();
    done.acquire(helpers);
    calls.rethrow();
}

} // namespace atlas
