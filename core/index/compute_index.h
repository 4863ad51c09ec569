#pragma once

#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"
#include "core/index/index_tree.h"
#include "core/index/normalise.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace atlas {

/// What a node of the index was made of.
struct NodeResult
{
    std::vector<IndexMember> members; ///< those in use; none when no indicator below it is
    std::vector<double> weights;      ///< one for each member: the heaviest is 1, others 0 to 1
    Aggregation aggregation = Aggregation::Arithmetic;
    std::vector<double> scores; ///< one for each area; empty where nothing needed them, see nodeScores()
};

/// The index of every area, and all that it was made of.
struct IndexResult
{
    NormalisedIndicators indicators;       ///< one for each indicator of the dataset, in use or not
    std::shared_ptr<const IndexTree> tree; ///< never null once computed
    std::vector<NodeResult> nodes;         ///< one for each node of the tree
    std::vector<size_t> used;              ///< positions of the indicators that the index is made of, rising
    std::vector<double> weights;  ///< one for each indicator: effective weight, the heaviest in use is 1
    double threshold = 0;         ///< least share of a node's members with a value
    std::vector<double> scores;   ///< one for each area; NaN when it has none
    std::vector<double> ranks;    ///< 1 is most disengaged; 0 when there is no score
    std::vector<int> valueCounts; ///< for each area, how many of `used` it has a value for
    int rankedCount = 0;          ///< areas that have a score
    int incompleteCount = 0;      ///< areas with figures, but not all of `used`
    Issues issues;                ///< on indicators; allIssues() writes those on areas too
    std::optional<Error> refusal; ///< why the settings give no scores at all

    bool isUsed(size_t indicator) const;
    /// True when indicators in use have different weights.
    bool isWeighted() const;
    /// Whether every level is an arithmetic mean, so that contribution() adds up.
    bool isAdditive() const;
    /// The part of the weight that an indicator has in the index of an area: 0 to 1, and 1 for all that the
    /// area has a value for together. NaN when the indicator is not used or the area has no value.
    double share(size_t indicator, size_t area) const;
    /// What an indicator adds to the score of an area: share * normalised value. Sums to the score when
    /// isAdditive(). NaN as share().
    double contribution(size_t indicator, size_t area) const;
};

/// The disengagement index (The Careers & Enterprise Company 2016, "Understanding disengagement"): the mean
/// of the standardised indicators that are switched on, each facing "higher is more disengaged", weighted as
/// the metadata or the settings say; or what else the settings make of it. Only the ratios of weights matter.
/// An area with some values missing is scored on those it has, unless the settings say otherwise; without any
/// it has no score. An indicator that cannot tell areas apart is left out with an issue.
IndexResult computeIndex(const Dataset &dataset, const IndexSettings &settings);

/// The same where normaliseIndicators() has been called before, for this dataset and these settings. What it
/// gives is the same whichever indicators are switched on.
IndexResult computeIndex(const Dataset &dataset, const IndexSettings &settings,
                         NormalisedIndicators indicators);
NormalisedIndicators normaliseIndicators(const Dataset &dataset, const ScaleSettings &settings);
/// The same for other values of the dataset's indicators and areas: columns[indicator][area], NaN for
/// missing.
NormalisedIndicators normaliseColumns(const Dataset &dataset, const ScaleSettings &settings,
                                      std::span<const std::vector<double>> columns);

/// The scores of a node, one for each area.
std::vector<double> nodeScores(const IndexResult &result, size_t node);

/// The values of a member of a node, one for each area. The scores of the node below must be there.
std::span<const double> memberValues(const IndexResult &result, const IndexMember &member);

/// The remarks on the data, on the indicators, and one on each area that is incomplete. There can be as many
/// as there are areas: issueCount() says how many without writing them.
Issues allIssues(const Dataset &dataset, const IndexResult &result);
size_t issueCount(const Dataset &dataset, const IndexResult &result);

} // namespace atlas
