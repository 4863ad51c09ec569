#pragma once

#include <atomic>

namespace atlas {

/// Shared by a job and whoever waits for it: the job reports how far it is and asks whether to stop.
/// Safe to use from two threads at once.
class Progress
{
public:
    /// 0 to 1.
    void setFraction(double fraction) { m_fraction.store(fraction, std::memory_order_relaxed); }
    double fraction() const { return m_fraction.load(std::memory_order_relaxed); }

    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }

private:
    std::atomic<double> m_fraction = 0.0;
    std::atomic<bool> m_cancelled = false;
};

} // namespace atlas
