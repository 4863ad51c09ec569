#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/common/result.h"

#include <QHash>
#include <QString>

#include <vector>

namespace atlas {

/// One line of a table of aliases.
struct Alias
{
    int row = 0;      ///< as a spreadsheet counts it
    QString figures;  ///< the code or the name that the figures give
    QString boundary; ///< the code or the name that the boundaries give the same area
};

/// What the figures say and what the boundaries say, for areas that would not be joined by themselves.
struct AliasFile
{
    QString file;               ///< name for messages
    std::vector<Alias> aliases; ///< the one of row 1 may be the header of the table
};

/// Reads a CSV of two columns: what the figures say, then what the boundaries say. Further columns are for
/// people. The first row may be a header: placeAliases() finds out. Fails when the file cannot be read, when
/// it has one column, when it gives one name two meanings, and when it goes in a circle.
Result<AliasFile> readAliases(const QString &path);

/// The shape that each alias stands for, by the alias as the figures write it, with spelling folded away.
/// Fails when the boundaries have no such area, or several.
Result<QHash<QString, size_t>> placeAliases(const AliasFile &file, const BoundarySet &boundaries);

/// The key of a code or a name in what placeAliases() gives.
QString aliasKey(const QString &text);

} // namespace atlas
