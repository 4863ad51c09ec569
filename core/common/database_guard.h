#pragma once

#include "core/common/progress.h"

#include <QString>

#include <chrono>

namespace atlas {

/// While it lives, whatever SQLite does on this thread with databases that are opened now comes to an end: a
/// query that takes longer than it may is interrupted, and so is one whose job was cancelled; no value may be
/// larger than 512 MB, and all of SQLite's memory together is 2 GB. A database can hold views that never end.
class DatabaseGuard
{
public:
    using Duration = std::chrono::steady_clock::duration;

    /// `most` is the time that may go by without goOn().
    DatabaseGuard(const Progress &progress, Duration most);
    ~DatabaseGuard();
    DatabaseGuard(const DatabaseGuard &) = delete;
    DatabaseGuard &operator=(const DatabaseGuard &) = delete;

    /// Has a database (a sqlite3 *; null for none) that was opened before, or by who knows whom, guarded too.
    void watchOpened(void *database);
    /// The time counts anew.
    void goOn();
    /// True when a query has been interrupted because of the time.
    bool hasRunOut() const { return m_hasRunOut; }
    /// Whether a query has to end now; for SQLite.
    bool mustEnd();

private:
    const Progress &m_progress;
    Duration m_most;
    std::chrono::steady_clock::time_point m_end;
    DatabaseGuard *m_outer; ///< the one that was there before
    bool m_hasRunOut = false;
};

/// The name of a table of this SQLite database whose rows stand elsewhere (in another file, or on a server);
/// empty when there is none, and for a file that is no such database.
QString tableOfOtherFiles(const QString &path);

} // namespace atlas
