#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/tables/table.h"

namespace atlas {

/// The trace of an area at every node, the index first: a row for each member, with the rank by it alone, and
/// one for each total. Where values are tried, what_if holds the code of the indicator in the row of each
/// that is tried here, and at the total of a node AREA.CODE of all that are tried below it, in any area, as
/// codeList() writes them.
Table traceTable(const Dataset &dataset, const IndexResult &result, RankRule rankRule, size_t area);

} // namespace atlas
