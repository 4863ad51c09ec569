#pragma once

#include "core/import/column_facts.h"
#include "core/import/import_plan.h"
#include "core/import/people_filters.h"
#include "core/indicators/indicator.h"
#include "core/tables/grid.h"

#include <QSet>

#include <vector>

namespace atlas {

/// The areas that the figures are for, where they are known: the codes and names of the boundaries.
struct KnownAreas
{
    QSet<QString> codes; ///< in capitals
    QSet<QString> names; ///< folded, see foldName()

    bool isEmpty() const { return codes.isEmpty() && names.isEmpty(); }
    /// Adds an area; its code or its name may be empty.
    void add(const QString &code, const QString &name);
};

/// Decides how a table is read: where its heads stand, what each column is and how its numbers are written,
/// which period and which level of areas. Every column is looked at as a whole. What `wanted` says goes
/// before every guess; with `metadata`, the columns that it names are the indicators and denominators. Codes,
/// years, identifiers, coordinates, limits of intervals and classes are never indicators. What is doubtful is
/// an issue that says how to settle it.
struct PlannedFigures
{
    FiguresPlan plan;
    DataRows rows;
    std::vector<PeopleFilter> filters; ///< of the columns with that role
    std::vector<ColumnFacts> facts;    ///< one for each column
};
PlannedFigures planTable(const Grid &grid, const ImportPlan &wanted,
                         const IndicatorMetadata *metadata = nullptr, const KnownAreas &known = {});
/// The plan alone.
FiguresPlan planFigures(const Grid &grid, const ImportPlan &wanted,
                        const IndicatorMetadata *metadata = nullptr, const KnownAreas &known = {});

} // namespace atlas
