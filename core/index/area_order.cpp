#include "core/index/area_order.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace atlas {

std::vector<size_t> orderByRank(const Dataset &dataset, std::span<const double> ranks)
{
    std::vector<size_t> order(dataset.areas.size());
    std::iota(order.begin(), order.end(), size_t(0));
    const auto key = [&](size_t area) {
        const double rank = ranks[area] == 0 ? std::numeric_limits<double>::max() : ranks[area];
        return std::pair{rank, dataset.areas[area].name};
    };
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return key(a) < key(b); });
    return order;
}

std::vector<size_t> orderByRank(const Dataset &dataset, const IndexResult &result)
{
    return orderByRank(dataset, result.ranks);
}

} // namespace atlas
