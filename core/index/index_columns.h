#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"
#include "core/tables/table.h"

#include <memory>

namespace atlas {

// The columns of area tables. Their cells are looked up by the position of an area in the dataset.
// ----

using SharedDataset = std::shared_ptr<const Dataset>;
using SharedResult = std::shared_ptr<const IndexResult>;
using SharedVariable = std::shared_ptr<const ShownVariable>;

TableColumn areaCodeColumn(const SharedDataset &dataset);
TableColumn areaNameColumn(const SharedDataset &dataset);

/// A value as given by the data, or as tried. A missing one carries its symbol and what the index uses
/// instead.
TableCell measuredCell(const Dataset &dataset, const IndexResult &result, size_t indicator, size_t area);
/// An indicator as measured, in the classes of `shown`; null for no classes.
TableColumn indicatorColumn(const SharedDataset &dataset, const SharedResult &result, size_t indicator,
                            const SharedVariable &shown);
/// An indicator on the common scale: z_CODE.
TableColumn normalisedColumn(const SharedDataset &dataset, const SharedResult &result, size_t indicator);

/// Score, rank and class by the index; `shown` is the index with its classes.
TableColumn scoreColumn(const SharedVariable &shown);
TableColumn rankColumn(const SharedVariable &shown);
TableColumn classColumn(const SharedVariable &shown);

/// Score and rank by the domain or sub-index at position `node` of the tree: score_CODE and rank_CODE.
TableColumn nodeScoreColumn(const SharedVariable &shown, size_t node);
TableColumn nodeRankColumn(const SharedVariable &shown, size_t node);

/// What was typed for an indicator where it has no value, and the marker after a value; empty for plain
/// numbers.
TableColumn symbolColumn(const SharedDataset &dataset, size_t indicator);

TableColumn publishedRankColumn(const SharedDataset &dataset);
/// what_if: codes of the indicators for which the area has a tried value, as written by codeList().
TableColumn triedColumn(const SharedDataset &dataset);

} // namespace atlas
