#pragma once

#include "core/index/compute_index.h"
#include "core/tables/table.h"

#include <memory>
#include <vector>

namespace atlas {

struct Dataset;

// Columns that stand beside the score where there is something to say. Their cells are looked up by the
// position of an area in the dataset.
// ----

/// population; population_pct, its share of the whole (see populationTotal()); and affected_CODE for each
/// indicator in use that is a percentage: the estimated young people affected, see youngPeopleAffected().
/// None where no population is known.
std::vector<TableColumn> populationColumns(const std::shared_ptr<const Dataset> &dataset,
                                           const IndexResult &result);

/// Of figures that were added up: members, how many smaller areas an area was added up from;
/// members_elsewhere, how many of them are in other larger areas as well; coverage, the per cent of its
/// members that had figures, the least over the indicators. None where nothing was added up.
std::vector<TableColumn> coverageColumns(const std::shared_ptr<const Dataset> &dataset);

/// Puts columns behind those of a table, or right behind its class where it has one. A column whose code is
/// taken gets "_2".
void insertColumns(Table &table, std::vector<TableColumn> columns, bool behindClass);

} // namespace atlas
