#include "core/index/compute_index.h"

#include "core/index/rank.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ComputeIndex)
};

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

void chooseIndicators(IndexResult &result, const Dataset &dataset, const IndexSettings &settings)
{
    for (size_t i = 0; i < dataset.indicatorCount(); ++i) {
        const Indicator &indicator = dataset.indicator(i);
        if (!settings.uses(indicator.code))
            continue;
        if (result.indicators[i].isUsable())
            result.used.push_back(i);
        else
            result.issues.push_back(
                {Severity::Warning,
                 Text::tr("%1 has the same value everywhere, or too few values; it cannot tell areas apart "
                          "and is left out of the index.")
                     .arg(indicator.name)});
    }
}

double weightOf(const Indicator &indicator, const IndexSettings &settings)
{
    const auto own = settings.weights.find(indicator.code);
    return own == settings.weights.end() ? indicator.weight : own->second;
}

/// Divided by the heaviest, so that equal weights give the plain mean to the last bit.
void chooseWeights(IndexResult &result, const Dataset &dataset, const IndexSettings &settings)
{
    result.weights.assign(dataset.indicatorCount(), 0);
    double heaviest = 0;
    for (const size_t i : result.used)
        heaviest = std::max(heaviest, weightOf(dataset.indicator(i), settings));
    for (const size_t i : result.used)
        result.weights[i] = weightOf(dataset.indicator(i), settings) / heaviest;
}

void scoreAreas(IndexResult &result, size_t areaCount)
{
    result.scores.assign(areaCount, absent);
    result.valueCounts.assign(areaCount, 0);
    result.weightSums.assign(areaCount, 0);
    for (size_t area = 0; area < areaCount; ++area) {
        double sum = 0;
        for (const size_t i : result.used) {
            const double value = result.indicators[i].values[area];
            if (std::isnan(value))
                continue;
            sum += result.weights[i] * value;
            result.weightSums[area] += result.weights[i];
            ++result.valueCounts[area];
        }
        if (result.valueCounts[area] > 0)
            result.scores[area] = sum / result.weightSums[area];
    }
}

/// Has a row of figures, but not a value for every indicator in use.
bool isIncomplete(const Dataset &dataset, const IndexResult &result, size_t area)
{
    return result.valueCounts[area] != static_cast<int>(result.used.size()) && dataset.areas[area].hasData;
}

void countIncompleteAreas(IndexResult &result, const Dataset &dataset)
{
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        result.incompleteCount += isIncomplete(dataset, result, area) ? 1 : 0;
}

} // namespace

bool IndexResult::isUsed(size_t indicator) const
{
    return std::find(used.begin(), used.end(), indicator) != used.end();
}

bool IndexResult::isWeighted() const
{
    return std::any_of(used.begin(), used.end(), [this](size_t i) { return weights[i] != 1; });
}

double IndexResult::contribution(size_t indicator, size_t area) const
{
    return isUsed(indicator) ? weights[indicator] * indicators[indicator].values[area] / weightSums[area]
                             : absent;
}

NormalisedIndicators normaliseIndicators(const Dataset &dataset, const IndexSettings &settings)
{
    std::vector<Normalised> indicators;
    for (size_t i = 0; i < dataset.indicatorCount(); ++i)
        indicators.push_back(
            zScores(dataset.column(i), dataset.indicator(i).direction, settings.standardDeviation));
    return NormalisedIndicators(std::move(indicators));
}

IndexResult computeIndex(const Dataset &dataset, const IndexSettings &settings)
{
    return computeIndex(dataset, settings, normaliseIndicators(dataset, settings));
}

IndexResult computeIndex(const Dataset &dataset, const IndexSettings &settings,
                         NormalisedIndicators indicators)
{
    IndexResult result;
    result.indicators = std::move(indicators);
    chooseIndicators(result, dataset, settings);
    chooseWeights(result, dataset, settings);
    scoreAreas(result, dataset.areas.size());
    result.ranks = competitionRanks(result.scores);
    result.rankedCount = static_cast<int>(
        std::count_if(result.ranks.begin(), result.ranks.end(), [](int rank) { return rank > 0; }));
    countIncompleteAreas(result, dataset);
    return result;
}

Issues allIssues(const Dataset &dataset, const IndexResult &result)
{
    Issues issues = dataset.issues;
    issues.insert(issues.end(), result.issues.begin(), result.issues.end());
    for (size_t area = 0; area < dataset.areas.size(); ++area) {
        if (!isIncomplete(dataset, result, area))
            continue;
        const int found = result.valueCounts[area];
        const QString &name = dataset.areas[area].name;
        const QString message =
            found == 0
                ? Text::tr("%1 has no values among the indicators in use, so it has no score and no rank.")
                      .arg(name)
                : Text::tr("%1 has %2 of %3 values; its score is made from those.")
                      .arg(name, QString::number(found), QString::number(result.used.size()));
        issues.push_back({Severity::Warning, message, {}, 0, dataset.areas[area].code});
    }
    return issues;
}

size_t issueCount(const Dataset &dataset, const IndexResult &result)
{
    return dataset.issues.size() + result.issues.size() + static_cast<size_t>(result.incompleteCount);
}

} // namespace atlas
