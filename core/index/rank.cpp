#include "core/index/rank.h"

#include "core/common/value_order.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

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

/// From 1; equal values share the mean of their places.
std::vector<double> meanPlaces(std::span<const double> values)
{
    const std::vector<uint32_t> order = orderByValue(values);
    std::vector<double> places(values.size());
    for (size_t first = 0; first < order.size();) {
        size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]])
            ++last;
        for (size_t i = first; i <= last; ++i)
            places[order[i]] = 1 + static_cast<double>(first + last) / 2;
        first = last + 1;
    }
    return places;
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

double rankOf(std::span<const double> scores, size_t area, RankRule rule)
{
    const double own = scores[area];
    if (std::isnan(own))
        return 0;
    size_t higher = 0;
    size_t alike = 0;
    std::set<double> different; // of the higher ones
    for (const double score : scores) {
        higher += score > own ? 1 : 0;
        alike += score == own ? 1 : 0;
        if (rule == RankRule::Dense && score > own)
            different.insert(score);
    }
    return sharedRank(rule, higher + 1, higher + alike, different.size() + 1);
}

double rankCorrelation(std::span<const double> first, std::span<const double> second)
{
    if (first.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> a = meanPlaces(first);
    const std::vector<double> b = meanPlaces(second);
    const double mean = static_cast<double>(a.size() + 1) / 2; // of places, of either
    double both = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - mean) * (b[i] - mean);
        squaresA += (a[i] - mean) * (a[i] - mean);
        squaresB += (b[i] - mean) * (b[i] - mean);
    }
    return both / std::sqrt(squaresA * squaresB);
}

} // namespace atlas
