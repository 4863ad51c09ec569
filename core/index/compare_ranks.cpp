#include "core/index/compare_ranks.h"

#include "core/index/area_order.h"
#include "core/index/index_columns.h"
#include "core/index/rank.h"
#include "core/index/shown_variable.h"
#include "core/index/text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace atlas {

namespace {

/// Score, rank and class by one of the two.
void addResult(Table &table, const ComparedResult &compared, const QString &which)
{
    const auto shown = std::make_shared<const ShownVariable>(showIndex(*compared.result, compared.scheme));
    for (TableColumn column : {scoreColumn(shown), rankColumn(shown), classColumn(shown)}) {
        column.code += which;
        table.columns.push_back(std::move(column));
    }
}

TableColumn shiftColumn(RankComparison comparison)
{
    const auto shifts = std::make_shared<const std::vector<double>>(std::move(comparison.shifts));
    return {.kind = TableColumn::Kind::Rank,
            .code = QStringLiteral("rank_shift"),
            .name = Text::tr("Places by which the rank differs"),
            .cell = [shifts](size_t area) { return numberCell((*shifts)[area]); }};
}

} // namespace

RankComparison compareRanks(const ComparedResult &first, const ComparedResult &second)
{
    RankComparison comparison;
    comparison.firstClasses = showIndex(*first.result, first.scheme).classification.classes;
    comparison.secondClasses = showIndex(*second.result, second.scheme).classification.classes;
    const size_t areaCount = first.result->ranks.size();
    comparison.shifts.assign(areaCount, std::numeric_limits<double>::quiet_NaN());
    std::vector<double> firstRanks;
    std::vector<double> secondRanks;
    for (size_t area = 0; area < areaCount; ++area) {
        const double before = first.result->ranks[area];
        const double after = second.result->ranks[area];
        comparison.onlyOne += (before == 0) != (after == 0) ? 1 : 0;
        if (before == 0 || after == 0)
            continue;
        firstRanks.push_back(before);
        secondRanks.push_back(after);
        const double shift = after - before;
        comparison.shifts[area] = shift;
        comparison.moved += shift != 0 ? 1 : 0;
        comparison.otherClass += comparison.firstClasses[area] != comparison.secondClasses[area] ? 1 : 0;
        comparison.largestShift = std::max(comparison.largestShift, std::abs(shift));
    }
    comparison.compared = static_cast<int>(firstRanks.size());
    comparison.correlation = rankCorrelation(firstRanks, secondRanks);
    return comparison;
}

Table comparisonTable(const std::shared_ptr<const Dataset> &dataset, const ComparedResult &first,
                      const ComparedResult &second)
{
    Table table{.columns = {areaCodeColumn(dataset), areaNameColumn(dataset)},
                .order = orderByRank(*dataset, *first.result)};
    addResult(table, first, QStringLiteral("_a"));
    addResult(table, second, QStringLiteral("_b"));
    table.columns.push_back(shiftColumn(compareRanks(first, second)));
    if (!dataset->whatIfs.empty())
        table.columns.push_back(triedColumn(dataset));
    return table;
}

} // namespace atlas
