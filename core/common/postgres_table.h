#pragma once

#include "core/common/result.h"

#include <QString>

namespace atlas {

/// A table of a PostgreSQL server as it is named in place of a file: "pg:SERVICE/TABLE" or
/// "pg:SERVICE/SCHEMA.TABLE". The service is one of the file pg_service.conf, which says server, database and
/// user, and where a password comes from: none is ever part of the name.
struct PostgresTable
{
    QString service;
    QString schema; ///< empty for the server's search path
    QString table;
};

/// Whether a text names one, rightly or wrongly: it begins with "pg:" or like a connection to PostgreSQL.
bool isPostgresTable(const QString &name);

/// Fails when the name is anything but "pg:SERVICE/TABLE"; the message does not repeat it, as there may be a
/// password in it.
Result<PostgresTable> postgresTable(const QString &name);

} // namespace atlas
