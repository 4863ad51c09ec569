#pragma once

#include "app/shell/recovery_folder.h"
#include "core/common/result.h"

#include <QDateTime>
#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace atlas {

class OpenProject;

/// Keeps unsaved work in a file within seconds of a change, for the case that the program ends before it is
/// saved, and has what earlier windows left behind. The file goes when the work is saved or the window is
/// closed; work that the person declines to save is put aside for the next start.
class Recovery : public QObject
{
    Q_OBJECT

public:
    /// Seconds from a change until it is kept.
    static constexpr std::chrono::milliseconds usualDelay{5000};

    Recovery(OpenProject &project, const QString &folder, QObject *parent = nullptr);
    ~Recovery() override;

    void setDelay(std::chrono::milliseconds delay) { m_timer.setInterval(delay); }
    /// When the work on show was last saved or kept; invalid if it never was.
    const QDateTime &lastKept() const { return m_lastKept; }
    /// Whether something has changed that is not kept yet.
    bool isBusy() const { return m_timer.isActive() || m_written.isRunning(); }
    /// "kept 10:42", with the date if that was not today; empty if it never was.
    QString keptText() const;

    /// What earlier windows left behind, newest first. The first is offered.
    const std::vector<LeftWork> &left() const { return m_left; }
    void restoreFirst(); ///< it goes once the window shows it
    void discardFirst();
    void leaveAll(); ///< to be offered again at the next start

    /// The window closes: what is not put aside is not needed any more.
    void finish();

signals:
    void kept();                            ///< lastKept() is another
    void failed(const atlas::Error &error); ///< not repeated until something is kept again
    void leftChanged();

private:
    void consider();
    void keep();
    void write(const UnsavedWork &work);
    void putAside();
    void showOther();
    void sayKept(const QDateTime &when);
    void sayFailed(const Error &why);
    void say(const Result<Done> &written);
    void drop();

    OpenProject &m_project;
    RecoveryFolder m_folder;
    std::vector<LeftWork> m_left;
    QString m_aside;                     ///< where the work on show was put aside; empty if it was not
    std::optional<LeftWork> m_restoring; ///< while its data load
    QTimer m_timer;
    QDateTime m_lastKept;
    QDateTime m_writing; ///< of what is in this window's file, or on its way there
    QFutureWatcher<Result<Done>> m_written;
    bool m_isOutdated = false; ///< something changed since writing began
    bool m_hasFailed = false;
};

} // namespace atlas
