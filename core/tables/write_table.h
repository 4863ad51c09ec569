#pragma once

#include "core/common/result.h"
#include "core/tables/table.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace atlas {

/// The file endings for tables: "csv".
QStringList tableEndings();

/// The table in the format that the ending of `path` stands for, with column codes as header. In CSV, missing
/// is an empty cell and numbers read back exactly; C locale, UTF-8. Fails if the ending is not one of
/// tableEndings().
Result<QByteArray> tableBytes(const Table &table, const QString &path);

/// Writes the table, or leaves the existing file as it was. Also fails if the file cannot be written.
Result<Done> writeTable(const Table &table, const QString &path);

} // namespace atlas
