#pragma once

#include "core/common/result.h"
#include "core/tables/table.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace atlas {

/// The endings of the files that a table can be written to: "csv".
QStringList tableEndings();

/// The table as a file that ends as `path` does holds it, with the codes of the columns for a header. In CSV
/// missing is an empty cell, and numbers read back exactly; C locale, UTF-8. Fails when tableEndings() has no
/// such ending.
Result<QByteArray> tableBytes(const Table &table, const QString &path);

/// Writes the table, or leaves what was there. Fails also when the file cannot be written.
Result<Done> writeTable(const Table &table, const QString &path);

} // namespace atlas
