#pragma once

#include "core/common/area_code.h"
#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/import/plan_figures.h"
#include "core/indicators/indicator_table.h"
#include "core/tables/grid.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace atlas {

/// A smaller area that is, whole or in part, in a larger one. Each has a code, a name or both.
struct LookupPair
{
    AreaCode smaller;
    QString smallerName;
    AreaCode larger;
    QString largerName;
    double share = 1; ///< the part of the smaller area that is in the larger one: above 0, at most 1
    int row = 0;      ///< as a spreadsheet counts it, the first where several say it

    /// Its code, or its name where it has none.
    QString smallerKey() const { return smaller.isEmpty() ? smallerName : smaller.text; }
    QString largerKey() const { return larger.isEmpty() ? largerName : larger.text; }
    bool operator==(const LookupPair &) const = default;
};

/// Which smaller areas are part of which larger ones. One may be part of several.
struct Lookup
{
    QString file;                  ///< name for messages
    std::vector<LookupPair> pairs; ///< never two of the same areas
    bool hasShares = false;        ///< the file says them, or its rows count them
    Issues issues;
};

/// What helps to tell the columns of a lookup.
struct LookupWanted
{
    KnownAreas smaller;      ///< those of the figures
    KnownAreas larger;       ///< those of the boundaries
    QStringList largerHeads; ///< columns that a person named for the larger areas
};

/// Reads a lookup: a row for each pair of areas, or for each smaller area with further columns for further
/// larger ones (lep1_code, lep2_code). The layouts of the Office for National Statistics are known by their
/// heads (LSOA11CD, LAD16NM, LEP14CD1). The smaller areas are those that the figures know, else those of
/// which there are most; the larger ones those that the boundaries know, else those of the next columns. A
/// column "share" says how much of the smaller area is in the larger one, as a part or in per cent; where a
/// pair has many rows, because the file has a row for each still smaller area, its rows count the share; else
/// it is 1. Shares that do not sum to 1 are remarked on.
/// Fails when no columns can be told, when a column that was named is not there, when there is no pair, when
/// a share is no number from 0 to 1, when a pair has two shares, and when areas are part of each other.
Result<Lookup> readLookup(const Grid &grid, const LookupWanted &wanted = {});

/// The same from the group columns of a table of figures. Fails when it has no such column.
Result<Lookup> lookupFromColumns(const IndicatorTable &table, const QStringList &columns);

/// The path that stands for the lookups that are built in: England's 39 LEPs of 2014 from its 326 districts
/// or from its 152 upper-tier authorities. Shares are those of the neighbourhoods (LSOAs of 2011).
QString builtInLookup();

/// The built-in lookup that has more of these rows.
const Lookup &builtInLookupFor(const IndicatorTable &table);

/// How many of the rows a lookup has as smaller areas.
size_t rowsIn(const Lookup &lookup, const IndicatorTable &table);

/// The codes of the 39 LEPs of 2014, the larger areas that are looked for where there are no boundaries.
KnownAreas builtInLeps();

/// The name of one of the 39 LEPs of 2014; empty for any other code.
QString builtInLepName(const AreaCode &code);

} // namespace atlas
