#pragma once

#include "core/dataset/dataset.h"
#include "core/index/compute_index.h"
#include "core/index/shown_variable.h"
#include "core/tables/table.h"

#include <memory>

namespace atlas {

// The columns that tables of areas are made of. Their cells go by the position of an area in the dataset.
// ----

using SharedDataset = std::shared_ptr<const Dataset>;
using SharedResult = std::shared_ptr<const IndexResult>;
using SharedVariable = std::shared_ptr<const ShownVariable>;

TableColumn areaCodeColumn(const SharedDataset &dataset);
TableColumn areaNameColumn(const SharedDataset &dataset);

/// A value as the data give it, or as it is tried. One that is missing has its symbol, and what the index
/// fills in for it.
TableCell measuredCell(const Dataset &dataset, const IndexResult &result, size_t indicator, size_t area);
/// An indicator as measured, in the classes of `shown`; null for none.
TableColumn indicatorColumn(const SharedDataset &dataset, const SharedResult &result, size_t indicator,
                            const SharedVariable &shown);
/// The same on the common scale: z_CODE.
TableColumn normalisedColumn(const SharedDataset &dataset, const SharedResult &result, size_t indicator);

/// Score, rank and class by the index; `shown` is the index in its classes.
TableColumn scoreColumn(const SharedVariable &shown);
TableColumn rankColumn(const SharedVariable &shown);
TableColumn classColumn(const SharedVariable &shown);

/// Score and rank by a domain or a sub-index at position `node` of the tree: score_CODE and rank_CODE.
TableColumn nodeScoreColumn(const SharedVariable &shown, size_t node);
TableColumn nodeRankColumn(const SharedVariable &shown, size_t node);

TableColumn publishedRankColumn(const SharedDataset &dataset);
/// what_if: the codes of the indicators whose value of the area is tried and not of the data, as codeList()
/// writes them.
TableColumn triedColumn(const SharedDataset &dataset);

} // namespace atlas
