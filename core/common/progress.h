#pragma once

#include <atomic>

namespace atlas {

/// Shared by a job and whoever waits for it: the job reports how far it is and asks whether to stop.
/// Safe to use from two threads at once.
class Progress
{
public:
    Progress() = default;
    /// Of a job beside that of `other`, which must outlive this: cancelling the other cancels both.
    explicit Progress(const Progress *other) : m_other(other) {}

    /// 0 to 1, of the part that is under way.
    void setFraction(double fraction)
    {
        m_fraction.store(m_start.load(std::memory_order_relaxed)
                             + fraction * m_length.load(std::memory_order_relaxed),
                         std::memory_order_relaxed);
    }
    /// What follows is a part of the whole, for a job that is made of others: from `start` on, so long, both
    /// 0 to 1.
    void setPart(double start, double length)
    {
        m_start.store(start, std::memory_order_relaxed);
        m_length.store(length, std::memory_order_relaxed);
        setFraction(0);
    }
    /// 0 to 1, of the whole.
    double fraction() const { return m_fraction.load(std::memory_order_relaxed); }

    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    bool isCancelled() const
    {
        return m_cancelled.load(std::memory_order_relaxed) || (m_other && m_other->isCancelled());
    }

private:
    std::atomic<double> m_fraction = 0.0;
    std::atomic<double> m_start = 0.0;
    std::atomic<double> m_length = 1.0;
    std::atomic<bool> m_cancelled = false;
    const Progress *m_other = nullptr;
};

} // namespace atlas
