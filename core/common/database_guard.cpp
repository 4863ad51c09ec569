#include "core/common/database_guard.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <sqlite3.h>

#include <memory>
#include <mutex>

namespace atlas {

namespace {

thread_local DatabaseGuard *current = nullptr;

int endIfDue(void *)
{
    return current && current->mustEnd() ? 1 : 0;
}

/// SQLite calls this for each database that is opened in the process.
int watch(sqlite3 *database, const char **, const void *)
{
    constexpr int stepsBetweenLooks = 20000; // a millisecond, about
    constexpr int largestValue = 512 << 20;
    if (current) {
        sqlite3_progress_handler(database, stepsBetweenLooks, endIfDue, nullptr);
        sqlite3_limit(database, SQLITE_LIMIT_LENGTH, largestValue);
    }
    return SQLITE_OK;
}

/// Each time, because SpatiaLite takes all of them away when it ends.
void install()
{
    static std::once_flag once;
    std::call_once(once, [] {
        constexpr sqlite3_int64 mostMemory = sqlite3_int64(2) << 30;
        sqlite3_hard_heap_limit64(mostMemory);
    });
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
}

struct CloseDatabase
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};
struct EndStatement
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

bool isSqlite(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(15) == "SQLite format 3";
}

/// Indexes and the like, which have their rows in the same database.
bool keepsRowsInside(const QString &sql)
{
    static const QRegularExpression known(
        QStringLiteral(
            R"(\bUSING\s+["'\[`]?(rtree\w*|fts\d\w*|VirtualSpatialIndex|VirtualElementary|VirtualKNN2?|)"
            R"(VirtualNetwork|VirtualRouting|geopoly)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    return known.match(sql).hasMatch();
}

} // namespace

DatabaseGuard::DatabaseGuard(const Progress &progress, Duration most)
    : m_progress(progress), m_most(most), m_outer(current)
{
    install();
    current = this;
    goOn();
}

DatabaseGuard::~DatabaseGuard()
{
    current = m_outer;
}

void DatabaseGuard::watchOpened(void *database)
{
    if (database)
        watch(static_cast<sqlite3 *>(database), nullptr, nullptr);
}

void DatabaseGuard::goOn()
{
    m_end = std::chrono::steady_clock::now() + m_most;
}

bool DatabaseGuard::mustEnd()
{
    if (!m_hasRunOut && std::chrono::steady_clock::now() > m_end)
        m_hasRunOut = true;
    return m_hasRunOut || m_progress.isCancelled();
}

QString tableOfOtherFiles(const QString &path)
{
    if (!isSqlite(path))
        return {};
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(QStringLiteral("mode=ro&immutable=1"));
    sqlite3 *opened = nullptr;
    const int problem = sqlite3_open_v2(url.toEncoded().constData(), &opened,
                                        SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    const std::unique_ptr<sqlite3, CloseDatabase> database(opened);
    sqlite3_stmt *prepared = nullptr;
    if (problem != SQLITE_OK
        || sqlite3_prepare_v2(opened, "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'",
                              -1, &prepared, nullptr)
               != SQLITE_OK)
        return {};
    const std::unique_ptr<sqlite3_stmt, EndStatement> statement(prepared);
    while (sqlite3_step(prepared) == SQLITE_ROW) {
        const auto text = [prepared](int column) {
            return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(prepared, column)));
        };
        if (!keepsRowsInside(text(1)))
            return text(0).isEmpty() ? QStringLiteral("?") : text(0);
    }
    return {};
}

} // namespace atlas
