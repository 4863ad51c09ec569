#include "core/tables/postgres_grid.h"

#include "core/common/postgres_table.h"
#include "core/tables/number_format.h"
#include "core/tables/text.h"

#include <libpq-fe.h>

#include <array>
#include <memory>
#include <vector>

namespace atlas {

namespace {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

QString wordsOf(PGconn *connection)
{
    return QString::fromUtf8(PQerrorMessage(connection)).trimmed();
}

Result<Connection> connect(const PostgresTable &table)
{
    const QByteArray service = table.service.toUtf8();
    const std::array names{"service",         "connect_timeout", "application_name",
                           "client_encoding", "options",         static_cast<const char *>(nullptr)};
    const std::array values{service.constData(),
                            "10",
                            "disengagement-atlas",
                            "UTF8",
                            "-c default_transaction_read_only=on -c statement_timeout=60000",
                            static_cast<const char *>(nullptr)};
    Connection connection(PQconnectdbParams(names.data(), values.data(), 0), &PQfinish);
    if (PQstatus(connection.get()) != CONNECTION_OK)
        return Error{Text::tr("The database service %1 does not answer. Check its entry in pg_service.conf.")
                         .arg(table.service),
                     wordsOf(connection.get())};
    return connection;
}

QString quoted(PGconn *connection, const QString &name)
{
    const QByteArray utf8 = name.toUtf8();
    const std::unique_ptr<char, decltype(&PQfreemem)> escaped(
        PQescapeIdentifier(connection, utf8.constData(), static_cast<size_t>(utf8.size())), &PQfreemem);
    return QString::fromUtf8(escaped.get());
}

/// The types of a server that never change their numbers (pg_type.dat).
bool isNumeric(Oid type)
{
    constexpr Oid int8 = 20, int2 = 21, int4 = 23, float4 = 700, float8 = 701, numeric = 1700;
    return type == int8 || type == int2 || type == int4 || type == float4 || type == float8
           || type == numeric;
}

constexpr Oid firstOfExtensions = 16384;
constexpr Oid bytea = 17;

/// Shapes come from an extension.
bool holdsBytes(Oid type)
{
    return type == bytea || type >= firstOfExtensions;
}

void addRow(Grid &grid, const PGresult *answer, const std::vector<int> &columns)
{
    for (const int column : columns) {
        const char *text = PQgetvalue(answer, 0, column);
        const auto number = isNumeric(PQftype(answer, column)) ? numberOf(text) : std::nullopt;
        grid.addCell(QString::fromUtf8(text), number.has_value());
    }
    grid.endRow();
}

std::vector<int> addHeader(Grid &grid, const PGresult *answer)
{
    std::vector<int> columns;
    for (int i = 0; i < PQnfields(answer); ++i)
        if (!holdsBytes(PQftype(answer, i))) {
            columns.push_back(i);
            grid.addCell(QString::fromUtf8(PQfname(answer, i)));
        }
    grid.endRow();
    return columns;
}

Error cancelled(const QString &name)
{
    return {Text::tr("Opening %1 was cancelled.").arg(name), {}};
}

} // namespace

Result<Grid> readPostgresGrid(const QString &name, const QString &what, Progress &progress)
{
    const auto table = postgresTable(name);
    if (!table)
        return table.error();
    const auto connection = connect(*table);
    if (!connection)
        return connection.error();
    PGconn *server = connection->get();
    const QString from =
        (table->schema.isEmpty() ? QString() : quoted(server, table->schema) + QLatin1Char('.'))
        + quoted(server, table->table);
    if (PQsendQuery(server, QStringLiteral("SELECT * FROM %1").arg(from).toUtf8().constData()) != 1)
        return Error{Text::tr("%1 %2 could not be read.").arg(what, name), wordsOf(server)};
    PQsetSingleRowMode(server);

    Grid grid;
    grid.file = name;
    grid.isTyped = true;
    grid.facts << Text::tr("a table of the database service %1").arg(table->service);
    std::vector<int> columns;
    while (const Answer answer{PQgetResult(server), &PQclear}) {
        const ExecStatusType status = PQresultStatus(answer.get());
        if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK)
            return Error{
                Text::tr("%1 %2 could not be read: the server has no such table, or does not let you "
                         "read it.")
                    .arg(what, name),
                wordsOf(server)};
        if (grid.rowCount() == 0)
            columns = addHeader(grid, answer.get());
        if (status == PGRES_SINGLE_TUPLE)
            addRow(grid, answer.get(), columns);
        if (progress.isCancelled() || qint64(grid.rowCount()) * qint64(columns.size()) > mostGridCells)
            break; // the connection ends, and what the server does for it
    }
    if (progress.isCancelled())
        return cancelled(name);
    if (qint64(grid.rowCount()) * qint64(columns.size()) > mostGridCells)
        return Error{Text::tr("%1 %2 has too many cells. Make a view of what is wanted.").arg(what, name),
                     {}};
    return grid;
}

} // namespace atlas
