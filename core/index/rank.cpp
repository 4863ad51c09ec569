#include "core/index/rank.h"

#include "core/common/value_order.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

/// The rank of those that stand at the places `first` to `last`, which are counted from 1 and tied; `group`
/// is how many different scores there are up to theirs.
double sharedRank(RankRule rule, size_t first, size_t last, size_t group)
{
    switch (rule) {
    case RankRule::Average:
        return static_cast<double>(first + last) / 2;
    case RankRule::Dense:
        return static_cast<double>(group);
    case RankRule::Minimum:
        break;
    }
    return static_cast<double>(first);
}

} // namespace

std::vector<double> rankScores(std::span<const double> scores, RankRule rule)
{
    std::vector<double> falling(scores.size());
    std::transform(scores.begin(), scores.end(), falling.begin(), [](double score) { return -score; });
    const std::vector<uint32_t> order = orderByValue(falling);

    std::vector<double> ranks(scores.size(), 0);
    size_t group = 0;
    for (size_t first = 0; first < order.size() && !std::isnan(scores[order[first]]);) {
        size_t end = first + 1;
        while (end < order.size() && scores[order[end]] == scores[order[first]])
            ++end;
        const double rank = sharedRank(rule, first + 1, end, ++group);
        for (; first < end; ++first)
            ranks[order[first]] = rank;
    }
    return ranks;
}

} // namespace atlas
