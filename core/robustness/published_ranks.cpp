#include "core/robustness/published_ranks.h"

#include "core/index/rank.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

namespace atlas {

namespace {

/// Whether the score is made of everything that a published rank may be made of.
bool isComplete(const Dataset &dataset, const IndexResult &result, size_t area)
{
    const bool isFilled = std::any_of(result.used.begin(), result.used.end(), [&](size_t i) {
        return !std::isnan(result.indicators[i].filling(area));
    });
    return static_cast<size_t>(result.valueCounts[area]) == dataset.indicatorCount() && !isFilled
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

OrderVerdict verdictOn(const Dataset &dataset, const IndexResult &result, const RoundingBand &band,
                       size_t above, size_t below)
{
    if (!isComplete(dataset, result, above) || !isComplete(dataset, result, below))
        return OrderVerdict::Incomparable;
    if (result.scores[above] >= result.scores[below])
        return OrderVerdict::Same;
    const double shortfall = roundingShortfall(result, band, above, below);
    if (std::isnan(shortfall))
        return OrderVerdict::Open;
    return shortfall > 0 ? OrderVerdict::Unexplained : OrderVerdict::Explained;
}

} // namespace

std::vector<PublishedOrder> PublishedRanks::with(OrderVerdict verdict) const
{
    std::vector<PublishedOrder> found;
    std::copy_if(orders.begin(), orders.end(), std::back_inserter(found),
                 [verdict](const PublishedOrder &order) { return order.verdict == verdict; });
    return found;
}

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
    comparison.correlation = rankCorrelation(published, own);
    const auto rankOf = [&](size_t place) { return *dataset.areas[areas[place]].publishedRank; };
    for (size_t first = 0, next = 0; first < areas.size(); first = next) {
        next = first;
        while (next < areas.size() && rankOf(next) == rankOf(first))
            ++next;
        for (size_t below = next; below < areas.size() && rankOf(below) == rankOf(next); ++below)
            for (size_t above = first; above < next; ++above)
                comparison.orders.push_back({areas[above], areas[below],
                                             verdictOn(dataset, result, band, areas[above], areas[below])});
    }
    return comparison;
}

} // namespace atlas
