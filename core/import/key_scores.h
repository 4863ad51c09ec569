#pragma once

#include "core/import/column_roles.h"

#include <QStringList>

#include <optional>

namespace atlas {

/// Different texts of a column for each of its filled cells: 1 where it tells all rows apart.
double distinctShare(const ColumnEvidence &evidence, size_t column);

/// codeScore() and nameScore() of a column of figures (see key_columns.h), whose head has these words.
std::optional<double> codeScore(const ColumnEvidence &evidence, size_t column, const QStringList &words);
/// A column beside the codes that tells all rows apart may be the names whatever its head.
std::optional<double> nameScore(const ColumnEvidence &evidence, size_t column, const QStringList &words,
                                bool isBesideCode);

/// Whether half of a column's codes or names, or more, are those of known areas.
bool areMostlyKnown(const ColumnEvidence &evidence, size_t column, bool areNames);

} // namespace atlas
