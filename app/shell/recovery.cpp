#include "app/shell/recovery.h"

#include "app/shell/open_project.h"
#include "core/common/output_files.h"

#include <QFile>
#include <QLocale>
#include <QtConcurrentRun>

#include <utility>

namespace atlas {

Recovery::Recovery(OpenProject &project, const QString &folder, QObject *parent)
    : QObject(parent), m_project(project), m_folder(folder), m_left(m_folder.takeLeft())
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(usualDelay);
    connect(&m_timer, &QTimer::timeout, this, &Recovery::keep);
    connect(&m_written, &QFutureWatcherBase::finished, this, [this] {
        if (m_writing.isValid()) // else it is not needed any more
            say(m_written.result());
        if (std::exchange(m_isOutdated, false))
            consider();
    });
    connect(&project, &OpenProject::changed, this, &Recovery::consider);
    connect(&project, &OpenProject::declined, this, &Recovery::putAside);
    connect(&project, &OpenProject::opened, this, &Recovery::showOther);
    connect(&project, &OpenProject::written, this, [this] {
        if (!m_aside.isEmpty())
            QFile::remove(std::exchange(m_aside, {}));
        sayKept(QDateTime::currentDateTime());
    });
}

Recovery::~Recovery()
{
    m_written.waitForFinished();
}

/// A change after the timer has started does not put it off.
void Recovery::consider()
{
    if (!m_project.hasChanges())
        drop();
    else if (m_written.isRunning())
        m_isOutdated = true;
    else if (!m_timer.isActive())
        m_timer.start();
}

void Recovery::keep()
{
    if (!m_project.hasChanges())
        return;
    if (m_written.isRunning())
        m_isOutdated = true;
    else
        write(m_project.work());
}

/// In the background, because a disk can be slow.
void Recovery::write(const UnsavedWork &work)
{
    if (const auto locked = m_folder.lockOwnFile(); !locked) {
        say(locked);
        return;
    }
    m_writing = work.keptAt;
    m_written.setFuture(QtConcurrent::run(
        [path = m_folder.ownFile(), work] { return writeWholeFile(path, writeUnsavedWork(work)); }));
}

void Recovery::say(const Result<Done> &written)
{
    if (written)
        sayKept(m_writing);
    else
        sayFailed(written.error());
}

void Recovery::sayFailed(const Error &why)
{
    if (!std::exchange(m_hasFailed, true))
        emit failed({tr("Your changes cannot be kept for recovery: the disk is full or cannot be written to. "
                        "Save your work elsewhere."),
                     why.message});
}

void Recovery::sayKept(const QDateTime &when)
{
    m_hasFailed = false;
    m_lastKept = when;
    emit kept();
}

QString Recovery::keptText() const
{
    if (!m_lastKept.isValid())
        return {};
    const QLocale locale;
    const bool isToday = m_lastKept.date() == QDate::currentDate();
    return tr("kept %1", "a time, or a date and a time")
        .arg(isToday ? locale.toString(m_lastKept.time(), QLocale::ShortFormat)
                     : locale.toString(m_lastKept, QLocale::ShortFormat));
}

/// At once, because the work may go next.
void Recovery::putAside()
{
    UnsavedWork work = m_project.work();
    work.wasDeclined = true;
    if (m_aside.isEmpty())
        m_aside = m_folder.asideFile();
    auto written = m_folder.lockOwnFile(); // makes the folder
    if (written)
        written = writeWholeFile(m_aside, writeUnsavedWork(work));
    if (!written)
        sayFailed(written.error());
}

void Recovery::showOther()
{
    m_aside.clear(); // it is of what was on show
    m_lastKept = {};
    const auto restored = std::exchange(m_restoring, {});
    if (restored && m_project.isRestored()) {
        m_timer.stop();
        if (const auto locked = m_folder.lockOwnFile(); !locked) {
            say(locked);
            return; // and the file stays where it is
        }
        const UnsavedWork work = m_project.work();
        const auto written = writeWholeFile(m_folder.ownFile(), writeUnsavedWork(work));
        m_writing = work.keptAt;
        if (written)
            QFile::remove(restored->path);
        say(written);
        std::erase_if(m_left, [&](const LeftWork &left) { return left.path == restored->path; });
        emit leftChanged();
    } else {
        emit kept();
    }
}

void Recovery::restoreFirst()
{
    if (m_left.empty() || !m_project.mayClose())
        return;
    m_restoring = m_left.front();
    m_project.restore(m_left.front().work);
}

void Recovery::discardFirst()
{
    if (m_left.empty())
        return;
    QFile::remove(m_left.front().path);
    m_left.erase(m_left.begin());
    emit leftChanged();
}

void Recovery::leaveAll()
{
    m_left.clear();
    emit leftChanged();
}

void Recovery::finish()
{
    m_restoring.reset();
    drop();
}

void Recovery::drop()
{
    m_timer.stop();
    m_isOutdated = false;
    if (!std::exchange(m_writing, {}).isValid())
        return;                  // nothing was written
    m_written.waitForFinished(); // it would come back
    QFile::remove(m_folder.ownFile());
}

} // namespace atlas
