#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/common/text_table.h"

#include <QHash>
#include <QString>

#include <map>
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
    /// Pairs that a person accepted, which count more; see ImportPlan. Empty: kept apart from every area.
    std::map<QString, QString> matches = {};
};

/// Where the areas are that aliases stand for.
struct PlacedAliases
{
    /// By the alias as the figures write it, with spelling folded away (see aliasKey()), its shape; or
    /// keptApart.
    QHash<QString, size_t> shapes;
    Issues issues; ///< accepted pairs whose area the boundaries do not have
};

constexpr size_t keptApart = static_cast<size_t>(-1);

/// Reads a table of two columns: what the figures say, then what the boundaries say. Further columns are for
/// people. The header may be an alias: placeAliases() finds out. Fails when it has one column, when a cell of
/// the two is empty, when it gives one name two meanings, and when it goes in a circle.
Result<AliasFile> readAliases(const TextTable &table);

/// The shape that each alias stands for. Fails when the boundaries do not have the area of an alias of the
/// file, or several; of an accepted pair that is a remark.
Result<PlacedAliases> placeAliases(const AliasFile &file, const BoundarySet &boundaries);

/// The key of a code or a name in PlacedAliases.
QString aliasKey(const QString &text);

} // namespace atlas
