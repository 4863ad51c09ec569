#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/common/result.h"
#include "core/dataset/join_report.h"
#include "core/indicators/indicator_table.h"

#include <QHash>

#include <vector>

namespace atlas {

/// Finds the shape of every row of figures, in this order: by an alias (`aliases` are those of
/// placeAliases()), by code, by a code that a spreadsheet spoilt, by name, by a name otherwise spelt, by
/// another known name of the area. A shape once found is not given away again by what is less certain. A name
/// does not join areas whose codes say that they are of different kinds, nor does a placeholder join
/// anything. Rows of countries, regions and totals are joined by code, or by a name that no other row has;
/// otherwise they are benchmarks, unless the table has rows of nothing finer.
/// One entry for each row of the table. Fails when two rows are of one area and have different figures.
Result<std::vector<RowJoin>> matchAreas(const BoundarySet &boundaries, const IndicatorTable &table,
                                        const QHash<QString, size_t> &aliases);

} // namespace atlas
