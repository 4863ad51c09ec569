#include "core/robustness/published_ranks.h"

#include "core/common/value_order.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

namespace atlas {

namespace {

/// From 1; equal values share the mean of their places.
std::vector<double> meanPlaces(const std::vector<double> &values)
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

double correlationOf(const std::vector<double> &a, const std::vector<double> &b)
{
    if (a.size() < 2)
        return std::numeric_limits<double>::quiet_NaN();
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

/// Whether the score is made of everything that a published rank may be made of.
bool isComplete(const Dataset &dataset, const IndexResult &result, size_t area)
{
    return static_cast<size_t>(result.valueCounts[area]) == dataset.indicatorCount()
           && dataset.whatIfs.empty();
}

/// Areas that have both ranks, in the published order.
std::vector<size_t> areasWithBoth(const Dataset &dataset, const IndexResult &result)
{
    std::vector<size_t> areas;
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        if (dataset.areas[area].publishedRank && result.ranks[area] > 0)
            areas.push_back(area);
    std::stable_sort(areas.begin(), areas.end(), [&dataset](size_t a, size_t b) {
        return *dataset.areas[a].publishedRank < *dataset.areas[b].publishedRank;
    });
    return areas;
}

} // namespace

PublishedRanks comparePublishedRanks(const Dataset &dataset, const IndexResult &result,
                                     const RoundingBand &band)
{
    const std::vector<size_t> areas = areasWithBoth(dataset, result);
    PublishedRanks comparison{.compared = static_cast<int>(areas.size())};
    std::vector<double> published;
    std::vector<double> own;
    for (const size_t area : areas) {
        const int theirs = *dataset.areas[area].publishedRank;
        const double shift = std::abs(theirs - result.ranks[area]);
        comparison.equal += shift == 0 ? 1 : 0;
        comparison.largestShift = std::max(comparison.largestShift, shift);
        published.push_back(theirs);
        own.push_back(-result.scores[area]);
    }
    comparison.correlation = correlationOf(meanPlaces(published), meanPlaces(own));
    for (size_t i = 1; i < areas.size(); ++i) {
        const bool isTied =
            *dataset.areas[areas[i - 1]].publishedRank == *dataset.areas[areas[i]].publishedRank;
        const bool areComplete =
            isComplete(dataset, result, areas[i - 1]) && isComplete(dataset, result, areas[i]);
        if (!isTied && areComplete && roundingShortfall(result, band, areas[i - 1], areas[i]) > 0)
            comparison.unexplained.emplace_back(areas[i - 1], areas[i]);
    }
    return comparison;
}

} // namespace atlas
