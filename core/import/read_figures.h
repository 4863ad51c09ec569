#pragma once

#include "core/common/text_table.h"
#include "core/import/plan_figures.h"
#include "core/indicators/indicator_table.h"

#include <memory>
#include <vector>

namespace atlas {

struct SmallerAreas;

/// Figures as a plan reads them, and the plan.
struct FiguresFile
{
    IndicatorFile file;
    FiguresPlan plan;
    std::vector<PeopleFilter> filters; ///< which part of the people counted is read
    /// What the figures were added up from, in the order of the table's rows; null where they are the file's
    /// own.
    std::shared_ptr<const SmallerAreas> smallerAreas = nullptr;
};

/// Reads the figures of a grid: plans (see planFigures()) and carries the plan out. Indicators stand in the
/// metadata's order, else in the file's, and are divided by their denominators where the metadata name one.
/// Texts where numbers should be become missing values with an issue each; indicators of the metadata without
/// a column are left out with an issue; a row with other cells than the heads is not used and named. Fails
/// when nothing identifies the rows, when no indicator is left, when an area has two rows, when a column, a
/// period, a level or a value of a filter that was asked for is not there, when nobody says which of several
/// rows of each area is meant, or when the grid has no rows.
Result<FiguresFile> readFigures(const Grid &grid, const ImportPlan &wanted = {},
                                const IndicatorMetadata *metadata = nullptr, const KnownAreas &known = {});

/// The same for a plan that has been made already, with the same arguments.
Result<FiguresFile> readFigures(const Grid &grid, PlannedFigures planned, const ImportPlan &wanted,
                                const IndicatorMetadata *metadata);

/// A grid as a table with its heads in the first row, cut and filled to their number.
TextTable textTableOf(const Grid &grid);

/// The grid of a table that has been read with its header.
Grid gridOf(const TextTable &table);

/// readFigures() of such a table.
Result<IndicatorFile> readIndicators(const TextTable &data, const IndicatorMetadata *metadata);

} // namespace atlas
