#include "core/common/postgres_table.h"

#include "core/common/text.h"

#include <QRegularExpression>

namespace atlas {

bool isPostgresTable(const QString &name)
{
    return name.startsWith(QLatin1String("pg:"), Qt::CaseInsensitive)
           || name.startsWith(QLatin1String("postgres:"), Qt::CaseInsensitive)
           || name.startsWith(QLatin1String("postgresql:"), Qt::CaseInsensitive);
}

Result<PostgresTable> postgresTable(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^pg:([\\w-]+)/(?:([\\w ]+)\\.)?([\\w -]+)$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    const auto match = form.match(name);
    if (!match.hasMatch())
        return Error{Text::tr("A table of a database is named as pg:SERVICE/TABLE, with a service of your "
                              "pg_service.conf and nothing else of the connection."),
                     {}};
    return PostgresTable{match.captured(1), match.captured(2), match.captured(3)};
}

} // namespace atlas
