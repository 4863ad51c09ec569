#pragma once

#include "app/table/table_content.h"

#include <QString>

#include <vector>

namespace atlas {

/// A line above the table, with what areas are compared with.
struct BenchmarkRow
{
    QString name;
    std::vector<double> values; ///< one for each column; NaN where it has none, as names and ranks have
};

struct Benchmarks
{
    std::vector<BenchmarkRow> rows;
    std::vector<SharedVariable> variables; ///< for each column, what it showed; null where nothing
};

/// Mean and median of the areas, and the countries and totals that the figures give beside them, such as
/// England. Takes over what has been worked out `before` for columns that show the same.
Benchmarks makeBenchmarks(const TableContent &content, const Benchmarks &before);

} // namespace atlas
