#include "core/statistics/indicator_quality.h"

#include "core/classification/quantiles.h"
#include "core/dataset/dataset.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace atlas {

namespace {

constexpr double lowerQuartile = 0.25;
constexpr double upperQuartile = 0.75;
constexpr double ofFence = 1.5;

std::vector<double> sortedValues(std::span<const double> values)
{
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted),
                 [](double value) { return !std::isnan(value); });
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

struct Fences
{
    double lower = 0;
    double upper = 0;
    bool are = false; ///< false where too few values make quartiles, or where half of them are equal
};

Fences fencesOf(const std::vector<double> &sorted)
{
    constexpr size_t fewest = 5;
    if (sorted.size() < fewest)
        return {};
    const double low = quantile(sorted, lowerQuartile);
    const double high = quantile(sorted, upperQuartile);
    const double reach = ofFence * (high - low);
    return {low - reach, high + reach, high > low};
}

/// A number is missing only where somebody or the reader has said that it stands for that.
void countStandIn(const CellValue &cell, IndicatorQuality &quality)
{
    if (cell.missing == Missing::OutOfRange || !parseNumber(cell.typed))
        return;
    auto found = std::find_if(quality.standIns.begin(), quality.standIns.end(),
                              [&cell](const StandIn &standIn) { return standIn.typed == cell.typed; });
    if (found == quality.standIns.end())
        found = quality.standIns.insert(found, {cell.typed, 0});
    ++found->areas;
}

void countMissing(const std::vector<CellValue> &cells, const Dataset &dataset, IndicatorQuality &quality)
{
    std::map<Missing, MissingCount> counts;
    for (size_t area = 0; area < cells.size(); ++area) {
        if (!dataset.areas[area].hasData)
            continue;
        ++quality.rows;
        if (!cells[area].isMissing())
            continue;
        MissingCount &count = counts[cells[area].missing];
        count.kind = cells[area].missing;
        ++count.areas;
        countStandIn(cells[area], quality);
        constexpr qsizetype mostTyped = 5;
        if (const QString &typed = cells[area].typed;
            !typed.isEmpty() && count.typed.size() < mostTyped && !count.typed.contains(typed))
            count.typed << typed;
    }
    for (const auto &count : counts)
        quality.missing.push_back(count.second);
}

void findCommonest(const std::vector<double> &sorted, IndicatorQuality &quality)
{
    int run = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
        if (run > 1 && run > quality.commonest) {
            quality.commonest = run;
            quality.commonestValue = sorted[i];
        }
    }
}

void findOutliers(const std::vector<double> &values, const std::vector<double> &sorted,
                  IndicatorQuality &quality)
{
    const Fences fences = fencesOf(sorted);
    if (!fences.are)
        return;
    for (size_t area = 0; area < values.size(); ++area)
        if (values[area] < fences.lower || values[area] > fences.upper)
            quality.outliers.push_back(area);
    std::stable_sort(quality.outliers.begin(), quality.outliers.end(), [&](size_t a, size_t b) {
        return std::abs(values[a] - quality.median) > std::abs(values[b] - quality.median);
    });
}

} // namespace

IndicatorQuality qualityOf(const Dataset &dataset, size_t indicator)
{
    IndicatorQuality quality;
    const std::vector<double> values = dataset.column(indicator);
    const std::vector<double> sorted = sortedValues(values);
    countMissing(dataset.cells[indicator], dataset, quality);
    quality.values = static_cast<int>(sorted.size());
    if (sorted.empty())
        return quality;
    quality.least = sorted.front();
    quality.greatest = sorted.back();
    constexpr double half = 0.5;
    quality.median = quantile(sorted, half);
    quality.zeros = static_cast<int>(std::count(sorted.begin(), sorted.end(), 0.0));
    findCommonest(sorted, quality);
    findOutliers(values, sorted, quality);
    constexpr double hundred = 100;
    if (dataset.indicator(indicator).unit == QLatin1String("%"))
        quality.beyondPercent = static_cast<int>(std::count_if(
            sorted.begin(), sorted.end(), [](double value) { return value < 0 || value > hundred; }));
    constexpr size_t fewest = 3;
    for (size_t other = 0; other < dataset.indicatorCount() && sorted.size() >= fewest; ++other)
        if (other != indicator && dataset.cells[other] == dataset.cells[indicator])
            quality.sameAs << dataset.indicator(other).name;
    return quality;
}

Histogram histogramOf(std::span<const double> values)
{
    const std::vector<double> sorted = sortedValues(values);
    if (sorted.empty())
        return {};
    const double range = sorted.back() - sorted.front();
    if (!(range > 0))
        return {sorted.front(), 0, {static_cast<int>(sorted.size())}};
    constexpr double fewest = 5;
    constexpr double most = 40;
    const double between = quantile(sorted, upperQuartile) - quantile(sorted, lowerQuartile);
    const double wanted = 2 * between / std::cbrt(static_cast<double>(sorted.size()));
    const double bars = wanted > 0 ? std::clamp(std::ceil(range / wanted), fewest, most) : fewest;
    Histogram histogram{sorted.front(), range / bars, std::vector<int>(static_cast<size_t>(bars))};
    for (const double value : sorted) {
        const double place = std::floor((value - histogram.least) / histogram.width);
        ++histogram.counts[static_cast<size_t>(std::clamp(place, 0.0, bars - 1))];
    }
    return histogram;
}

} // namespace atlas
