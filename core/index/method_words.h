#pragma once

#include "core/classification/quantiles.h"
#include "core/index/index_settings.h"

#include <QString>

#include <utility>
#include <vector>

namespace atlas {

/// The words that name a choice in files and on the command line, the same in every language.
template <typename Choice>
using Words = std::vector<std::pair<QString, Choice>>;

const Words<Normalisation> &normalisationWords();
const Words<StandardDeviation> &standardDeviationWords();
const Words<MissingRule> &missingRuleWords();
const Words<OutlierRule> &outlierRuleWords();
const Words<Levels> &levelsWords();
const Words<Weighting> &weightingWords();
const Words<Aggregation> &aggregationWords();
const Words<RankRule> &rankRuleWords();
const Words<QuantileRule> &quantileRuleWords();

/// The word for a choice.
template <typename Choice>
QString wordFor(const Words<Choice> &words, Choice choice)
{
    for (const auto &[word, value] : words)
        if (value == choice)
            return word;
    return {};
}

} // namespace atlas
