#include "core/tables/sqlite_grid.h"

#include "core/common/files.h"
#include "core/common/private_copy.h"
#include "core/tables/number_format.h"
#include "core/tables/sheet_choice.h"
#include "core/tables/text.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <vector>

namespace atlas {

namespace {

struct Close
{
    void operator()(sqlite3 *database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

using Statement = std::unique_ptr<sqlite3_stmt, Close>;

/// Stops what gives no row for long.
struct Patience
{
    Progress *progress = nullptr;
    qint64 longest = 0; ///< milliseconds
    QElapsedTimer sinceLastRow = {};
    bool isExhausted = false;
};

int stopWhenExhausted(void *data)
{
    auto *patience = static_cast<Patience *>(data);
    patience->isExhausted = patience->sinceLastRow.elapsed() > patience->longest;
    return patience->isExhausted || patience->progress->isCancelled() ? 1 : 0;
}

struct StoredTable
{
    QString name;
    bool isView = false;
};

class Database
{
public:
    Database(QString path, QString what, Progress &progress, qint64 patience)
        : m_path(std::move(path)), m_what(std::move(what)), m_patience{&progress, patience}
    {}

    Result<Done> open();
    Result<std::vector<StoredTable>> tables();
    /// At most so many rows. `of` is how many rows there may be, for progress; 0 when that is not known.
    Result<Grid> read(const StoredTable &table, qint64 most, qint64 of);
    /// 0 for a view.
    qint64 rowCount(const StoredTable &table);

private:
    Statement prepare(const QString &sql);
    bool step(sqlite3_stmt &statement);
    Error failure(const QString &table) const;
    Error tooLarge(const QString &table) const;
    static void addCell(Grid &grid, sqlite3_stmt &statement, int column);

    QString m_path;
    QString m_what;
    Patience m_patience;
    PrivateCopy m_copy;
    std::unique_ptr<sqlite3, Close> m_database;
    int m_lastResult = SQLITE_OK;
};

QString quoted(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

Result<Done> Database::open()
{
    QString path = QFileInfo(m_path).absoluteFilePath();
    QByteArray address = QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded);
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_READONLY;
    if (needsPrivateCopy(m_path)) {
        auto copy = makePrivateCopy(m_path);
        if (!copy)
            return copy.error();
        m_copy = *std::move(copy);
        address = QUrl::fromLocalFile(m_copy.path).toEncoded(QUrl::FullyEncoded);
        flags = SQLITE_OPEN_URI | SQLITE_OPEN_READWRITE; // the log is played back into the copy
    } else {
        address += "?immutable=1";
    }
    sqlite3 *database = nullptr;
    m_lastResult = sqlite3_open_v2(address.constData(), &database, flags, nullptr);
    m_database.reset(database);
    if (m_lastResult != SQLITE_OK)
        return failure({});
    constexpr int longestCell = 16 << 20, instructionsBetweenLooks = 10'000, yes = 1, no = 0;
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, longestCell);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, yes, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, no, nullptr);
    sqlite3_progress_handler(database, instructionsBetweenLooks, stopWhenExhausted, &m_patience);
    return Done{};
}

Statement Database::prepare(const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    m_patience.sinceLastRow.start();
    m_lastResult = sqlite3_prepare_v2(m_database.get(), sql.toUtf8().constData(), -1, &statement, nullptr);
    return Statement(statement);
}

bool Database::step(sqlite3_stmt &statement)
{
    m_patience.sinceLastRow.start();
    m_lastResult = sqlite3_step(&statement);
    return m_lastResult == SQLITE_ROW;
}

Error Database::failure(const QString &table) const
{
    if (m_patience.progress->isCancelled())
        return {Text::tr("Opening %1 was cancelled.").arg(m_path), {}};
    if (m_patience.isExhausted)
        return {Text::tr("%1 of %2 gives no row for a long time and was not read. Save it as a table.")
                    .arg(table, fileNameOf(m_path)),
                {}};
    if (m_lastResult == SQLITE_TOOBIG || m_lastResult == SQLITE_NOMEM)
        return tooLarge(table);
    return {
        Text::tr("%1 %2 could not be read as a database. It is damaged: copy it again.").arg(m_what, m_path),
        QString::fromUtf8(sqlite3_errmsg(m_database.get()))};
}

Error Database::tooLarge(const QString &table) const
{
    return {Text::tr("%1 of %2 takes too much memory. Save what is wanted of it as a smaller table.")
                .arg(table, fileNameOf(m_path)),
            {}};
}

/// What SQLite, GeoPackage and SpatiaLite keep for themselves.
bool isOwn(const QString &name)
{
    for (const char *prefix :
         {"sqlite_", "gpkg_", "rtree_", "idx_", "rtree", "spatial_ref_sys", "geometry_columns", "spatialite_",
          "views_geometry_columns", "ogr_empty_table", "virts_geometry_columns", "layer_styles"})
        if (name.startsWith(QLatin1String(prefix), Qt::CaseInsensitive))
            return true;
    return false;
}

Result<std::vector<StoredTable>> Database::tables()
{
    const Statement statement = prepare(QStringLiteral(
        "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY rowid"));
    std::vector<StoredTable> tables;
    while (statement && step(*statement)) {
        const auto text = [&](int column) {
            return QString::fromUtf8(
                reinterpret_cast<const char *>(sqlite3_column_text(statement.get(), column)));
        };
        if (const QString name = text(0); !name.isEmpty() && !isOwn(name))
            tables.push_back({name, text(1) == QLatin1String("view")});
    }
    if (m_lastResult != SQLITE_DONE)
        return failure({});
    return tables;
}

qint64 Database::rowCount(const StoredTable &table)
{
    if (table.isView)
        return 0;
    const Statement statement = prepare(QStringLiteral("SELECT count(*) FROM %1").arg(quoted(table.name)));
    return statement && step(*statement) ? sqlite3_column_int64(statement.get(), 0) : 0;
}

/// Whether a column is declared to hold shapes or other bytes.
bool holdsBytes(const char *declared)
{
    const QByteArray type = QByteArray(declared ? declared : "").toUpper();
    for (const char *part : {"BLOB", "GEOM", "POINT", "LINE", "POLYGON", "CURVE", "SURFACE"})
        if (type.contains(part))
            return true;
    return false;
}

void Database::addCell(Grid &grid, sqlite3_stmt &statement, int column)
{
    switch (sqlite3_column_type(&statement, column)) {
    case SQLITE_FLOAT: {
        const std::string number = shortestNumber(sqlite3_column_double(&statement, column));
        grid.addCell(QString::fromStdString(number), true);
        break;
    }
    case SQLITE_INTEGER:
        grid.addCell(QString::number(sqlite3_column_int64(&statement, column)), true);
        break;
    case SQLITE_TEXT:
        grid.addCell(
            QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(&statement, column)),
                              sqlite3_column_bytes(&statement, column)));
        break;
    default:
        grid.addCell({});
    }
}

Result<Grid> Database::read(const StoredTable &table, qint64 most, qint64 of)
{
    const Statement statement =
        prepare(QStringLiteral("SELECT * FROM %1 LIMIT %2").arg(quoted(table.name)).arg(most));
    if (!statement)
        return failure(table.name);
    Grid grid;
    grid.file = fileNameOf(m_path);
    grid.sheet = table.name;
    grid.isTyped = true;
    std::vector<int> columns;
    for (int i = 0; i < sqlite3_column_count(statement.get()); ++i)
        if (!holdsBytes(sqlite3_column_decltype(statement.get(), i)))
            columns.push_back(i);
    for (const int column : columns)
        grid.addCell(QString::fromUtf8(sqlite3_column_name(statement.get(), column)));
    grid.endRow();

    qint64 characters = 0;
    while (step(*statement)) {
        for (const int column : columns) {
            addCell(grid, *statement, column);
            characters += sqlite3_column_bytes(statement.get(), column);
        }
        grid.endRow();
        if (characters > mostGridCharacters
            || qint64(grid.rowCount()) * qint64(columns.size()) > mostGridCells)
            return tooLarge(table.name);
        if (of > 0 && grid.rowCount() % 1000 == 0)
            m_patience.progress->setFraction(static_cast<double>(grid.rowCount()) / static_cast<double>(of));
    }
    return m_lastResult == SQLITE_DONE ? Result<Grid>(std::move(grid)) : failure(table.name);
}

/// The table with most figures in its first rows; of equal ones the first.
Result<size_t> chooseTable(Database &database, const std::vector<StoredTable> &tables)
{
    constexpr qint64 sample = 500;
    const bool onlyViews =
        std::all_of(tables.begin(), tables.end(), [](const StoredTable &table) { return table.isView; });
    size_t best = 0;
    qsizetype most = -1;
    for (size_t i = 0; i < tables.size(); ++i) {
        if (tables[i].isView && !onlyViews)
            continue;
        const auto grid = database.read(tables[i], sample, 0);
        if (!grid && onlyViews)
            return grid.error();
        if (const qsizetype figures = grid ? figureCount(*grid) : -1; figures > most) {
            most = figures;
            best = i;
        }
    }
    return best;
}

} // namespace

bool isSqlite(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(15) == "SQLite format 3";
}

Result<Grid> readSqliteGrid(const QString &path, const QString &what, const QString &table,
                            Progress &progress, qint64 patience)
{
    Database database(path, what, progress, patience);
    if (const auto open = database.open(); !open)
        return open.error();
    const auto tables = database.tables();
    if (!tables)
        return tables.error();
    QStringList names;
    for (const StoredTable &one : *tables)
        names << one.name;
    if (names.isEmpty())
        return Error{Text::tr("%1 %2 is a database without a table.").arg(what, path), {}};
    SheetChoice choice(table, fileNameOf(path), names);
    if (choice.wanted() == -1)
        return choice.noSuchSheet();
    size_t chosen = 0;
    if (choice.wanted()) {
        chosen = static_cast<size_t>(*choice.wanted());
    } else if (const auto best = chooseTable(database, *tables); best) {
        chosen = *best;
    } else {
        return best.error();
    }
    auto grid = database.read((*tables)[chosen], std::numeric_limits<qint64>::max(),
                              database.rowCount((*tables)[chosen]));
    if (!grid)
        return grid.error();
    choice.offer(*std::move(grid));
    return choice.take();
}

} // namespace atlas
