#include "core/robustness/rounding_band.h"

#include "core/common/number_range.h"
#include "core/common/parallel.h"
#include "core/index/rank.h"
#include "core/robustness/text.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <new>
#include <random>

namespace atlas {

namespace {

/// How many decimals a number is written with, from `least` up: the first count that says all of it.
int decimalsOf(double value, int least)
{
    constexpr int most = 9; // beyond, rounding plays no part
    constexpr std::array<double, most> powers = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
    constexpr double noise = 1e-9;
    for (int decimals = least; decimals < most; ++decimals) {
        const double scaled = std::abs(value) * powers[static_cast<size_t>(decimals)];
        if (std::abs(scaled - std::round(scaled)) <= noise * std::max(1.0, scaled))
            return decimals;
    }
    return most;
}

/// How far an area's score may be off: every value at the far end of what rounds to it.
double reachOf(const IndexResult &result, const HalfUnits &halfUnits, size_t area)
{
    double reach = 0;
    for (const size_t i : result.used)
        if (!std::isnan(result.indicators[i].values[area]))
            reach += result.share(i, area) * halfUnits.of(i, area) * std::abs(result.indicators[i].slope);
    return reach;
}

/// Where `end` is among these sorted scores: how many are greater.
int countAbove(std::span<const double> rising, double end)
{
    return static_cast<int>(rising.end() - std::upper_bound(rising.begin(), rising.end(), end));
}

/// 0 up to 1, the same on every machine.
double uniform(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

/// Draws values that round to those printed.
std::vector<std::vector<double>> drawColumns(std::span<const std::vector<double>> printed,
                                             const HalfUnits &halfUnits, std::mt19937_64 &random)
{
    std::vector<std::vector<double>> drawn(printed.begin(), printed.end());
    for (size_t i = 0; i < drawn.size(); ++i)
        for (size_t area = 0; area < drawn[i].size(); ++area)
            drawn[i][area] += (2 * uniform(random) - 1) * halfUnits.of(i, area);
    return drawn;
}

void widen(RankBand &band, int low, int high)
{
    if (low == 0)
        return;
    band.low = band.low == 0 ? low : std::min(band.low, low);
    band.high = std::max(band.high, high);
}

/// What some of the draws have shown.
struct Seen
{
    Seen(size_t areas, size_t orders) : ranks(areas), hasOrder(orders, false) {}

    void add(const std::vector<double> &scores, std::span<const AreaOrder> orders)
    {
        const std::vector<double> drawn = rankScores(scores);
        for (size_t area = 0; area < ranks.size(); ++area)
            widen(ranks[area], static_cast<int>(drawn[area]), static_cast<int>(drawn[area]));
        for (size_t i = 0; i < orders.size(); ++i)
            hasOrder[i] = hasOrder[i] || scores[orders[i].above] >= scores[orders[i].below];
    }
    void add(const Seen &other)
    {
        for (size_t area = 0; area < ranks.size(); ++area)
            widen(ranks[area], other.ranks[area].low, other.ranks[area].high);
        for (size_t i = 0; i < hasOrder.size(); ++i)
            hasOrder[i] = hasOrder[i] || other.hasOrder[i];
    }

    std::vector<RankBand> ranks;
    std::vector<bool> hasOrder;
};

} // namespace

bool isLinear(const IndexResult &result)
{
    return !result.refusal && result.isAdditive()
           && std::none_of(result.used.begin(), result.used.end(),
                           [&result](size_t i) { return std::isnan(result.indicators[i].slope); });
}

double halfUnit(std::span<const double> printed)
{
    int decimals = 0;
    bool isEmpty = true;
    for (const double value : printed) {
        if (std::isnan(value))
            continue;
        decimals = decimalsOf(value, decimals);
        isEmpty = false;
    }
    return isEmpty ? 0 : 0.5 * std::pow(10.0, -decimals);
}

HalfUnits::HalfUnits(const Dataset &dataset) : m_ofAreas(dataset.denominators)
{
    m_ofAreas.resize(dataset.indicatorCount());
    for (size_t i = 0; i < dataset.indicatorCount(); ++i) {
        std::vector<double> printed = dataset.column(i);
        for (size_t tried = 0; tried < dataset.whatIfs.size(); ++tried)
            if (dataset.whatIfs[tried].indicator == i)
                printed[dataset.whatIfs[tried].area] = dataset.replaced[tried].number;
        std::vector<double> &own = m_ofAreas[i];
        for (size_t area = 0; area < own.size(); ++area)
            printed[area] *= own[area];
        m_ofIndicator.push_back(halfUnit(printed));
        for (double &denominator : own)
            denominator = denominator > 0 ? m_ofIndicator[i] / denominator : 0;
    }
    for (const WhatIf &tried : dataset.whatIfs) {
        std::vector<double> &own = m_ofAreas[tried.indicator];
        if (own.empty())
            own.assign(dataset.areas.size(), m_ofIndicator[tried.indicator]);
        own[tried.area] = 0;
    }
}

RoundingBand roundingBand(const IndexResult &result, const HalfUnits &halfUnits)
{
    const size_t areaCount = result.scores.size();
    RoundingBand band{.reach = std::vector<double>(areaCount, absent),
                      .ranks = std::vector<RankBand>(areaCount)};
    if (!isLinear(result))
        return band;
    std::vector<double> lowest;
    std::vector<double> highest;
    for (size_t area = 0; area < areaCount; ++area) {
        if (result.ranks[area] == 0)
            continue;
        band.reach[area] = reachOf(result, halfUnits, area);
        lowest.push_back(result.scores[area] - band.reach[area]);
        highest.push_back(result.scores[area] + band.reach[area]);
    }
    std::sort(lowest.begin(), lowest.end());
    std::sort(highest.begin(), highest.end());
    for (size_t area = 0; area < areaCount; ++area) {
        if (result.ranks[area] == 0)
            continue;
        const double least = result.scores[area] - band.reach[area];
        const double most = result.scores[area] + band.reach[area];
        const int itself = most > least ? 1 : 0; // its highest score is above its lowest
        band.ranks[area] = {1 + countAbove(lowest, most), 1 + countAbove(highest, least) - itself};
    }
    return band;
}

double roundingShortfall(const IndexResult &result, const RoundingBand &band, size_t above, size_t below)
{
    return (result.scores[below] - band.reach[below]) - (result.scores[above] + band.reach[above]);
}

int mostDraws(const IndexResult &result)
{
    const bool usesCopeland =
        std::any_of(result.nodes.begin(), result.nodes.end(),
                    [](const NodeResult &node) { return node.aggregation == Aggregation::Copeland; });
    constexpr int any = std::numeric_limits<int>::max();
    constexpr double mostComparisons = 2e9;
    const double most = mostComparisons / std::pow(std::max(1, result.rankedCount), 2);
    return usesCopeland ? static_cast<int>(std::min<double>(any, most)) : any;
}

Error tooManyDraws(const IndexResult &result, int draws)
{
    return Error{Text::tr("Copeland's method compares every area with every other; %L1 draws for %L2 areas "
                          "would take too long. Ask for fewer draws, or use fewer areas.")
                     .arg(draws)
                     .arg(result.rankedCount),
                 {}};
}

bool RoundingDraws::hasSeen(const AreaOrder &order) const
{
    return std::find(ordersSeen.begin(), ordersSeen.end(), order) != ordersSeen.end();
}

Result<RoundingDraws> drawRoundingBand(const Dataset &dataset, const IndexSettings &settings, int draws,
                                       uint64_t seed, Progress &progress, std::span<const AreaOrder> orders)
try {
    constexpr int drawsInBlock = 50; // each with random numbers of its own, so that threads do not matter
    const IndexResult given = computeIndex(dataset, settings);
    if (draws > mostDraws(given))
        return tooManyDraws(given, draws);
    IndexSettings same = settings; // what cannot tell areas apart as printed is left out of every draw too
    for (size_t i = 0; i < dataset.indicatorCount(); ++i)
        if (!given.isUsed(i))
            same.excluded.insert(dataset.indicator(i).code);
    const HalfUnits units(dataset);
    std::vector<std::vector<double>> printed;
    for (size_t i = 0; i < dataset.indicatorCount(); ++i)
        printed.push_back(dataset.column(i));
    const auto blocks = static_cast<size_t>((draws + drawsInBlock - 1) / drawsInBlock);
    std::vector<Seen> seen(blocks, Seen(dataset.areas.size(), orders.size()));
    std::atomic<size_t> done = 0;
    inParallel(blocks, [&](size_t block) {
        std::seed_seq seeds{static_cast<uint32_t>(seed), static_cast<uint32_t>(seed >> 32),
                            static_cast<uint32_t>(block)};
        std::mt19937_64 random(seeds);
        const int first = static_cast<int>(block) * drawsInBlock;
        for (int draw = first; draw < std::min(draws, first + drawsInBlock) && !progress.isCancelled();
             ++draw) {
            const auto columns = drawColumns(printed, units, random);
            seen[block].add(
                computeIndex(dataset, same, normaliseColumns(dataset, same.scale, columns)).scores, orders);
        }
        progress.setFraction(static_cast<double>(++done) / static_cast<double>(blocks));
    });
    if (progress.isCancelled())
        return Error{Text::tr("Cancelled."), {}};
    Seen all(dataset.areas.size(), orders.size());
    for (const Seen &block : seen)
        all.add(block);
    RoundingDraws result{.draws = draws, .seed = seed, .ranks = std::move(all.ranks), .ordersSeen = {}};
    for (size_t i = 0; i < orders.size(); ++i)
        if (all.hasOrder[i])
            result.ordersSeen.push_back(orders[i]);
    return result;
} catch (const std::bad_alloc &) {
    return Error{
        Text::tr("There is too little memory to draw what rounding allows. Close other programs, or use "
                 "fewer areas."),
        {}};
}

} // namespace atlas
