#include "core/index/rank.h"

#include <algorithm>
#include <cmath>

namespace atlas {

std::vector<int> competitionRanks(std::span<const double> scores)
{
    std::vector<size_t> order;
    for (size_t i = 0; i < scores.size(); ++i)
        if (!std::isnan(scores[i]))
            order.push_back(i);
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return scores[a] > scores[b]; });

    std::vector<int> ranks(scores.size(), 0);
    for (size_t place = 0; place < order.size(); ++place) {
        const bool tied = place > 0 && scores[order[place]] == scores[order[place - 1]];
        ranks[order[place]] = tied ? ranks[order[place - 1]] : static_cast<int>(place) + 1;
    }
    return ranks;
}

} // namespace atlas
