#pragma once

#include "core/import/column_facts.h"
#include "core/import/import_plan.h"
#include "core/import/plan_figures.h"

#include <QStringList>

#include <vector>

namespace atlas {

/// All that the roles of columns are read from.
struct ColumnEvidence
{
    const Grid &grid;
    const DataRows &rows;
    const QStringList &headers;
    const std::vector<ColumnFacts> &facts; ///< one for each header
    const ImportPlan &wanted;
    const IndicatorMetadata *metadata = nullptr;
    const KnownAreas &known;
};

/// The layout that the heads are known for.
FiguresLayout layoutByHeads(const QStringList &headers);

/// What each column is taken for, with the reason; a column that is put aside although it holds numbers, and
/// a text column that holds some, are issues.
std::vector<PlannedColumn> columnRoles(const ColumnEvidence &evidence, FiguresLayout layout, Issues &issues);

} // namespace atlas
