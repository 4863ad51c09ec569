#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/tables/table.h"

namespace atlas {

/// The trace of an area at every node, the index first: a row for each member, with the rank by it alone, and
/// one for each total. If values are tried, what_if holds, as written by codeList(), the indicator's code in
/// each row tried for this area and, at a node's total, AREA.CODE of all those tried below it, in any area.
Table traceTable(const Dataset &dataset, const IndexResult &result, RankRule rankRule, size_t area);

} // namespace atlas
