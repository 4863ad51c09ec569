#pragma once

#include "core/common/result.h"
#include "core/import/import_plan.h"
#include "core/import/plan_figures.h"
#include "core/import/read_figures.h"
#include "core/indicators/indicator.h"
#include "core/tables/grid.h"

#include <QStringList>

#include <vector>

namespace atlas {

/// Figures of smaller areas with all columns that rules need.
struct FiguresToAddUp
{
    FiguresFile figures;               ///< those columns as its indicators
    std::vector<Indicator> indicators; ///< what will come out, a rule for each
};

/// Reads the columns that a plan's rules need as numbers, and where `areColumns` is true the columns that
/// name the larger areas as groups. `guessed` is how the file is read without rules; `known` are the smaller
/// areas. Fails where readFigures() does, when a rule lacks a column, and when it would sum percentages.
Result<FiguresToAddUp> readColumnsToAddUp(const Grid &grid, const ImportPlan &plan,
                                          const FiguresPlan &guessed, const IndicatorMetadata *metadata,
                                          bool areColumns, const KnownAreas &known);

/// Columns that would be indicators and that no rule adds up or reads.
QStringList columnsWithoutRule(const FiguresPlan &guessed, const AddingUp &how);

} // namespace atlas
