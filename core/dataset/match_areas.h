#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/common/result.h"
#include "core/dataset/join_report.h"
#include "core/indicators/indicator_table.h"

#include <QHash>

#include <map>
#include <vector>

namespace atlas {

/// Whether what keeps figures and shapes from being used together is an error, or is reported for a person to
/// settle.
enum class JoinTrouble { Fail, Report };

/// Finds the shape of every row of figures, in this order: by an alias (`aliases` are the shapes
/// of placeAliases()), by code, by a code that a spreadsheet spoilt, by name, by a name otherwise spelt, by
/// another known name of the area. A shape once found is not given away again by what is less certain. A name
/// does not join areas whose codes say that they are of different kinds, nor does a placeholder join
/// anything. Rows of countries, regions and totals are joined by code, or by a name that no other row has;
/// otherwise they are benchmarks, unless the table has rows of nothing finer.
/// One entry for each row of the table. Fails when two rows are of one area and have different figures,
/// unless trouble is only to be reported: then the first of them has the area.
Result<std::vector<RowJoin>> matchAreas(const BoundarySet &boundaries, const IndicatorTable &table,
                                        const QHash<QString, size_t> &aliases,
                                        JoinTrouble trouble = JoinTrouble::Fail);

/// What becomes of rows that boundaries and accepted pairs join, whether or not that makes a dataset: for a
/// person who decides what belongs together.
std::vector<RowJoin> reportJoin(const BoundarySet &boundaries, const IndicatorTable &table,
                                const std::map<QString, QString> &matches);

} // namespace atlas
