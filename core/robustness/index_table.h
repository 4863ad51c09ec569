#pragma once

#include "core/index/index_columns.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/rounding_band.h"

#include <memory>
#include <span>
#include <vector>

namespace atlas {

/// What the columns of an index table are made from. What is not there has no columns.
struct IndexFigures
{
    SharedDataset dataset; ///< never null
    SharedResult result;   ///< never null
    SharedVariable index;  ///< the index in its classes; never null
    /// The indicators in their classes, one for each; empty where their cells need no class.
    std::vector<SharedVariable> indicators = {};
    /// Domains and sub-indices, one for each node of the tree below the index, null where it has no columns;
    /// empty where none has.
    std::vector<SharedVariable> nodes = {};
    std::shared_ptr<const std::vector<RankBand>> roundingBands = nullptr;
    std::shared_ptr<const RankUncertainty> draws = nullptr;
};

/// The index of a dataset, which with its result must outlive what is made from this.
IndexFigures indexFigures(const Dataset &dataset, const IndexResult &result, const ClassScheme &scheme);

/// Every node below the index in its classes.
std::vector<SharedVariable> shownNodes(const IndexResult &result, RankRule rankRule,
                                       const ClassScheme &scheme);

/// One column of the index table.
struct ColumnChoice
{
    TableColumn::Role role = TableColumn::Role::Other;
    size_t subject = 0; ///< see TableColumn

    bool operator==(const ColumnChoice &) const = default;
};

/// The columns of a file, in this order: area_code, area_name, the raw value of every indicator, z_CODE for
/// each indicator in use (its normalised value; higher is more disengaged), score, rank, class (1 least
/// disengaged), published_rank where the data give one, what_if where values are tried, score_CODE and
/// rank_CODE of each node, rank_low and rank_high by rounding, and of draws rank_p05, rank_median, rank_p95
/// and p_class_1 ...
std::vector<ColumnChoice> fileColumns(const IndexFigures &figures);

/// The columns of a screen: the area's name, the indicators by domain in the metadata's order (those of no
/// domain last), score, rank, where the data give one the published rank, score and rank of each node, and
/// the range of drawn ranks.
std::vector<ColumnChoice> screenColumns(const IndexFigures &figures);

/// The index table: these columns of the areas in `order`. Indicators keep their codes, so that a file can be
/// read again; a column whose code is taken already gets CODE_2, CODE_3 ...
Table indexTable(const IndexFigures &figures, std::span<const ColumnChoice> columns,
                 std::vector<size_t> order);

} // namespace atlas
