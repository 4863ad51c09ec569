#pragma once

#include "core/aggregation/smaller_areas.h"
#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/dataset/load_dataset.h"
#include "core/import/plan_figures.h"
#include "core/import/read_figures.h"
#include "core/indicators/indicator.h"
#include "core/tables/grid.h"

#include <optional>

namespace atlas {

/// The cells of the lookup that the sources name; nothing where they name none of their own, or add nothing
/// up. Fails when it cannot be read, or is the file of the figures.
Result<std::optional<Grid>> readLookupGrid(const DataSources &sources, Progress &progress);

/// Reads the columns that the rules of a plan need, whatever they were taken for otherwise, and adds them up
/// by the lookup, by columns of the figures, or else by the built-in lookup. Indicators are described by
/// the metadata where there are any. Columns without a rule are left out. What is left out, missing, counted
/// twice or only in part is an issue. `larger` are the areas of the boundaries. Fails where readFigures(),
/// readLookup() or addUp() do, and when percentages would be summed.
Result<FiguresFile> addUpFigures(const Grid &grid, const ImportPlan &plan, const IndicatorMetadata *metadata,
                                 const Grid *lookup, const KnownAreas &larger);

/// Says of a dataset what its figures were added up from (`smaller`; null for nothing), and whose population
/// is known: see settlePopulation(). To be called when it knows how its figures were read.
void addSmallerAreas(Dataset &dataset, const SmallerAreas *smaller);

/// A sentence with a space before it that offers to add figures of authorities up to boundaries of LEPs by
/// the built-in lookup; empty where the areas are others.
/// `indicator` is the code of one, for an example.
QString addingUpOffer(const IndicatorTable &figures, const BoundarySet &boundaries, const QString &indicator);

} // namespace atlas
