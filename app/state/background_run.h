#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>
#include <QtConcurrentRun>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace atlas {

/// One background job at a time. A new job replaces the previous one; the result of a replaced or cancelled
/// job is dropped. The destructor cancels and waits.
class BackgroundRun : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundRun(QObject *parent = nullptr);
    ~BackgroundRun() override;

    /// Calls `work` with a Progress in the background, then `done` with its result in this thread.
    template <typename Work, typename Done>
    void start(Work work, Done done);
    void cancel();
    bool isRunning() const { return m_progress != nullptr; }

signals:
    void started();
    void progressed(double fraction); ///< 0 to 1, a few times a second
    void finished();                  ///< before `done` is called, or after a cancel

private:
    void begin();
    bool end(const std::shared_ptr<Progress> &progress);

    std::shared_ptr<Progress> m_progress; ///< of the newest job; null if none is running
    std::vector<QFuture<void>> m_running;
    QTimer m_tick;
};

template <typename Work, typename Done>
void BackgroundRun::start(Work work, Done done)
{
    using Made = decltype(work(std::declval<Progress &>()));
    begin();
    auto *watcher = new QFutureWatcher<Made>(this);
    connect(watcher, &QFutureWatcherBase::finished, this,
            [this, watcher, done = std::move(done), progress = m_progress] {
                watcher->deleteLater();
                if (end(progress))
                    done(watcher->future().result());
            });
    const QFuture<Made> job =
        QtConcurrent::run([work = std::move(work), progress = m_progress] { return work(*progress); });
    m_running.push_back(QFuture<void>(job));
    watcher->setFuture(job);
}

} // namespace atlas
