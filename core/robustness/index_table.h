#pragma once

#include "core/index/index_columns.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/rounding_band.h"

#include <memory>
#include <span>
#include <vector>

namespace atlas {

/// The source of an index table's columns. What is absent gets no columns.
struct IndexFigures
{
    SharedDataset dataset; ///< never null
    SharedResult result;   ///< never null
    SharedVariable index;  ///< the index with its classes; never null
    /// The indicators with their classes, one for each; empty if their cells need no class.
    std::vector<SharedVariable> indicators = {};
    /// Domains and sub-indices, one for each node of the tree below the index, null if it gets no columns;
    /// empty if none does.
    std::vector<SharedVariable> nodes = {};
    std::shared_ptr<const std::vector<RankBand>> roundingBands = nullptr;
    std::shared_ptr<const RankUncertainty> draws = nullptr;
    /// Whether the draws were made with another method than the result. Their column on screen says so; files
    /// have no columns of them.
    bool areDrawsFormer = false;
};

/// The figures of an index. `dataset` and `result` must outlive anything made from them.
IndexFigures indexFigures(const Dataset &dataset, const IndexResult &result, const ClassScheme &scheme);

/// Every node below the index, with its classes.
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
/// each indicator in use (its normalised value; higher is more disengaged), score, rank, class (1 is least
/// disengaged), published_rank if the data give one, what_if if values are tried, score_CODE and rank_CODE of
/// each node, rank_low and rank_high by rounding, and from draws rank_p05, rank_median, rank_p95 and
/// p_class_1 ...
std::vector<ColumnChoice> fileColumns(const IndexFigures &figures);

/// What may stand behind the columns of a file: symbol_CODE for each indicator that has a symbol for a
/// missing value, or a marker after a number, in any area.
std::vector<ColumnChoice> symbolColumns(const IndexFigures &figures);

/// The columns on screen: the area's name, the indicators by domain in the metadata's order (those without a
/// domain last), score and rank of each node; then what stays in sight at the right: score, rank, the range
/// of drawn ranks, and the published rank if the data give one.
std::vector<ColumnChoice> screenColumns(const IndexFigures &figures);

/// The index table, with these columns for the areas in `order`. Indicators keep their codes, so that a file
/// can be read again; any other column whose code is taken becomes CODE_2, CODE_3 ...
Table indexTable(const IndexFigures &figures, std::span<const ColumnChoice> columns,
                 std::vector<size_t> order);

} // namespace atlas
