#include "core/index/compare_ranks.h"

#include "core/common/number_text.h"
#include "core/index/index_table.h"
#include "core/index/rank.h"
#include "core/index/shown_variable.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

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

TextTable comparisonTable(const Dataset &dataset, const ComparedResult &first, const ComparedResult &second)
{
    TextTable table;
    for (const char *column : {"area_code", "area_name", "score_a", "rank_a", "class_a", "score_b", "rank_b",
                               "class_b", "rank_shift"})
        table.header << QLatin1String(column);
    if (!dataset.whatIfs.empty())
        table.header << QStringLiteral("what_if");
    const RankComparison comparison = compareRanks(first, second);
    for (const size_t area : orderByRank(dataset, *first.result)) {
        table.rows.push_back(
            {dataset.areas[area].code.text, dataset.areas[area].name, exactNumber(first.result->scores[area]),
             exactRank(first.result->ranks[area]), exactRank(comparison.firstClasses[area]),
             exactNumber(second.result->scores[area]), exactRank(second.result->ranks[area]),
             exactRank(comparison.secondClasses[area]), exactNumber(comparison.shifts[area])});
        if (!dataset.whatIfs.empty())
            table.rows.back() << triedValues(dataset, area);
    }
    return table;
}

} // namespace atlas
