#include "core/index/rank.h"

#include "core/common/value_order.h"

#include <algorithm>
#include <cmath>

namespace atlas {

std::vector<int> competitionRanks(std::span<const double> scores)
{
    std::vector<double> falling(scores.size());
    std::transform(scores.begin(), scores.end(), falling.begin(), [](double score) { return -score; });
    const std::vector<uint32_t> order = orderByValue(falling);

    std::vector<int> ranks(scores.size(), 0);
    for (size_t place = 0; place < order.size() && !std::isnan(scores[order[place]]); ++place) {
        const bool tied = place > 0 && scores[order[place]] == scores[order[place - 1]];
        ranks[order[place]] = tied ? ranks[order[place - 1]] : static_cast<int>(place) + 1;
    }
    return ranks;
}

} // namespace atlas
