#include "core/index/member_figures.h"

#include "core/aggregation/smaller_areas.h"
#include "core/dataset/dataset.h"
#include "core/index/rank.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

int countRanked(const std::vector<double> &ranks)
{
    return static_cast<int>(std::count_if(ranks.begin(), ranks.end(), [](double rank) { return rank > 0; }));
}

} // namespace

MemberFigures memberFigures(const Dataset &dataset, size_t indicator, size_t area)
{
    MemberFigures figures;
    if (!dataset.smallerAreas || dataset.smallerAreas->larger[area].members.empty())
        return figures;
    const std::vector<IndicatorRow> &rows = dataset.smallerAreas->table.rows;
    const double facing = sign(dataset.indicator(indicator).direction);
    std::vector<double> all;
    all.reserve(rows.size());
    for (const IndicatorRow &row : rows)
        all.push_back(facing * row.cells[indicator].number); // NaN where missing
    const std::vector<double> ranksOfAll = rankScores(all);
    std::vector<double> own;
    for (const AreaMember &member : dataset.smallerAreas->larger[area].members)
        own.push_back(all[member.row]);
    const std::vector<double> ranks = rankScores(own);
    figures.ranked = countRanked(ranks);
    figures.rankedOfAll = countRanked(ranksOfAll);
    for (size_t i = 0; i < ranks.size(); ++i) {
        const AreaMember &member = dataset.smallerAreas->larger[area].members[i];
        figures.members.push_back({member.row, rows[member.row].cells[indicator], member.share,
                                   member.isElsewhere, ranks[i], ranksOfAll[member.row]});
    }
    std::stable_sort(figures.members.begin(), figures.members.end(),
                     [](const MemberFigure &a, const MemberFigure &b) {
                         return a.rank > 0 && (b.rank <= 0 || a.rank < b.rank);
                     });
    return figures;
}

} // namespace atlas
