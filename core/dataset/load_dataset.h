#pragma once

#include "core/boundaries/boundary_reader.h"
#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/dataset/alias_file.h"
#include "core/dataset/dataset.h"
#include "core/import/import_plan.h"
#include "core/indicators/indicator_table.h"

#include <functional>
#include <memory>

namespace atlas {

/// The files that make up a dataset.
struct DataSources
{
    QString boundaries; ///< empty for figures without a map
    BoundaryOptions boundaryOptions;
    QString indicators;
    ImportPlan plan;      ///< how the indicators are read; empty: found out
    QString metadata;     ///< empty when there is none
    QString aliases = {}; ///< a table of what the figures say and what the boundaries say; empty for none
    QString lookup = {};  ///< says which smaller areas are part of which larger ones; empty for none

    bool operator==(const DataSources &) const = default;
};

/// The paths of those there are.
QStringList filesOf(const DataSources &sources);

/// The example that is part of the program: England's 39 LEPs and the figures of the source paper.
DataSources builtInSources();

using OnBoundaries = std::function<void(const std::shared_ptr<const BoundarySet> &)>;

/// Reads shapes and figures and joins them; see matchAreas(). Rows that match no shape stay in the table and
/// shapes without a row stay on the map; issues name them. Countries, regions and totals without a shape are
/// benchmarks. Fails when a file cannot be read, when no row matches any shape, when two rows give one area
/// different figures, or when memory is short. `onBoundaries` is called with the shapes of the dataset before
/// the join, so that work on them can go on beside it.
Result<std::shared_ptr<const Dataset>> loadDataset(const DataSources &sources, Progress &progress,
                                                   const OnBoundaries &onBoundaries = {});

/// What to say when memory is short for a dataset.
Error tooLittleMemory(const DataSources &sources);

/// The join alone, for files that are read already.
Result<std::shared_ptr<const Dataset>> joinDataset(BoundaryFile boundaries, IndicatorFile indicators,
                                                   const OnBoundaries &onBoundaries = {},
                                                   const AliasFile &aliases = {});

} // namespace atlas
