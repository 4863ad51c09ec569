#include "app/state/background_run.h"

#include <algorithm>

namespace atlas {

BackgroundRun::BackgroundRun(QObject *parent) : QObject(parent)
{
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, [this] { emit progressed(m_progress->fraction()); });
}

BackgroundRun::~BackgroundRun()
{
    cancel();
    for (QFuture<void> &job : m_running)
        job.waitForFinished();
}

void BackgroundRun::begin()
{
    if (m_progress)
        m_progress->cancel();
    m_progress = std::make_shared<Progress>();
    std::erase_if(m_running, [](const QFuture<void> &job) { return job.isFinished(); });
    m_tick.start();
    emit started();
}

/// False for a job that was replaced or cancelled.
bool BackgroundRun::end(const std::shared_ptr<Progress> &progress)
{
    if (progress != m_progress)
        return false;
    m_progress = nullptr;
    m_tick.stop();
    emit finished();
    return true;
}

void BackgroundRun::cancel()
{
    if (!m_progress)
        return;
    std::exchange(m_progress, nullptr)->cancel();
    m_tick.stop();
    emit finished();
}

} // namespace atlas
