#pragma once

#include "core/import/column_roles.h"

#include <QStringList>

#include <optional>

namespace atlas {

/// Different texts of a column for each of its filled cells: 1 where it tells all rows apart.
double distinctShare(const ColumnEvidence &evidence, size_t column);

/// How well a column serves as the codes of the rows, the more the better; nothing where it cannot be that.
/// Known codes count most, then codes of the Office for National Statistics, then what the head says
/// (`words`, see wordsOf()), then that the rows are told apart.
std::optional<double> codeScore(const ColumnEvidence &evidence, size_t column, const QStringList &words);

/// The same for names. A column beside the codes that tells all rows apart may be the names whatever its
/// head.
std::optional<double> nameScore(const ColumnEvidence &evidence, size_t column, const QStringList &words,
                                bool isBesideCode);

} // namespace atlas
