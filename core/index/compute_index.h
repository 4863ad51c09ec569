#pragma once

#include "core/common/issue.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"
#include "core/index/normalise.h"

#include <vector>

namespace atlas {

/// The index of every area, and all that it was made of.
struct IndexResult
{
    NormalisedIndicators indicators; ///< one for each indicator of the dataset, in use or not
    std::vector<size_t> used;        ///< positions of the indicators that the index is the mean of
    std::vector<double> weights;     ///< one for each indicator: the heaviest in use is 1, others 0 to 1
    std::vector<double> scores;      ///< one for each area; NaN when it has no value to score
    std::vector<int> ranks;          ///< 1 is most disengaged; 0 when there is no score
    std::vector<int> valueCounts;    ///< for each area, how many of `used` it has a value for
    std::vector<double> weightSums;  ///< for each area, the weights of those
    int rankedCount = 0;             ///< areas that have a score
    int incompleteCount = 0;         ///< areas with figures, but not all of `used`
    Issues issues;                   ///< on indicators; allIssues() writes those on areas too

    bool isUsed(size_t indicator) const;
    /// True when indicators in use have different weights.
    bool isWeighted() const;
    /// What an indicator adds to the score of an area: weight * normalised value / sum of weights. Sums to
    /// the score. NaN when the indicator is not used or the area has no value.
    double contribution(size_t indicator, size_t area) const;
};

/// The disengagement index (The Careers & Enterprise Company 2016, "Understanding disengagement"): the mean
/// of the standardised indicators that are switched on, each facing "higher is more disengaged", weighted as
/// the metadata or the settings say. Only the ratios of weights matter. An area with some values missing is
/// scored on those it has; without any it has no score.
/// An indicator that cannot tell areas apart is left out with an issue.
IndexResult computeIndex(const Dataset &dataset, const IndexSettings &settings);

/// The same where normaliseIndicators() has been called before, for this dataset and these settings. What it
/// gives is the same whichever indicators are switched on.
IndexResult computeIndex(const Dataset &dataset, const IndexSettings &settings,
                         NormalisedIndicators indicators);
NormalisedIndicators normaliseIndicators(const Dataset &dataset, const IndexSettings &settings);

/// The remarks on the data, on the indicators, and one on each area that is incomplete. There can be as many
/// as there are areas: issueCount() says how many without writing them.
Issues allIssues(const Dataset &dataset, const IndexResult &result);
size_t issueCount(const Dataset &dataset, const IndexResult &result);

} // namespace atlas
