#include "app/table/benchmark_rows.h"

#include "app/table/text.h"
#include "core/classification/quantiles.h"
#include "core/common/number_range.h"
#include "core/common/value_order.h"
#include "core/tables/cell_text.h"

#include <algorithm>

namespace atlas {

namespace {

using Role = TableColumn::Role;

/// Countries and totals; regions would be as many lines as there are regions.
std::vector<const GivenBenchmark *> linesOf(const Dataset &dataset)
{
    constexpr size_t most = 3;
    std::vector<const GivenBenchmark *> lines;
    for (const GivenBenchmark &given : dataset.benchmarks)
        if (given.kind != RowKind::Region && lines.size() < most)
            lines.push_back(&given);
    return lines;
}

/// Mean and median of the changes that areas have.
void addChange(Benchmarks &benchmarks, const TableContent &content, size_t column)
{
    std::vector<double> changes(content.table.rowCount());
    for (size_t area = 0; area < changes.size(); ++area)
        changes[area] = content.column(column).cell(area).number();
    const std::vector<double> sorted = sortedNumbers(changes);
    if (sorted.empty())
        return;
    benchmarks.rows[0].values[column] = meanOf(sorted);
    benchmarks.rows[1].values[column] = quantile(sorted, 0.5);
}

} // namespace

Benchmarks makeBenchmarks(const TableContent &content, const Benchmarks &before)
{
    if (!content.figures.dataset || content.table.rowCount() == 0)
        return {};
    const size_t columnCount = content.table.columns.size();
    const std::vector<double> none(columnCount, absent);
    Benchmarks now{.rows = {{Text::tr("Mean"), none}, {Text::tr("Median"), none}}, .variables = {}};
    now.variables.resize(columnCount);
    const std::vector<const GivenBenchmark *> lines = linesOf(content.dataset());
    for (const GivenBenchmark *given : lines)
        now.rows.push_back({given->name, none});
    for (size_t column = 0; column < columnCount; ++column) {
        const SharedVariable &variable = content.variableOf(column);
        if (isChange(content.column(column)))
            addChange(now, content, column);
        if (!variable || content.column(column).kind != TableColumn::Kind::Number)
            continue;
        now.variables[column] = variable;
        if (content.column(column).role == Role::Indicator)
            for (size_t i = 0; i < lines.size(); ++i)
                now.rows[2 + i].values[column] = lines[i]->cells[content.column(column).subject].number;
        const auto known = std::find(before.variables.begin(), before.variables.end(), variable);
        if (known != before.variables.end()) {
            for (size_t i = 0; i < 2; ++i)
                now.rows[i].values[column] =
                    before.rows[i].values[static_cast<size_t>(known - before.variables.begin())];
            continue;
        }
        if (const std::vector<double> sorted = sortedNumbers(variable->values); !sorted.empty()) {
            now.rows[0].values[column] = meanOf(sorted);
            now.rows[1].values[column] = quantile(sorted, 0.5);
        }
    }
    return now;
}

} // namespace atlas
