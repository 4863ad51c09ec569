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

/// Mean and median of the areas, and each country that the data give beside its areas, such as England: a row
/// with the ONS code of a country and without a shape. Mean and median leave out those rows. Takes over what
/// has been worked out `before` for columns that show the same.
Benchmarks makeBenchmarks(const TableContent &content, const Benchmarks &before);

} // namespace atlas
