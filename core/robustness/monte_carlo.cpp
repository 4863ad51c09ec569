#include "core/robustness/monte_carlo.h"

#include "core/common/number_text.h"
#include "core/common/parallel.h"
#include "core/index/compute_index.h"
#include "core/robustness/rank_order.h"
#include "core/robustness/score_model.h"
#include "core/robustness/text.h"

#include <algorithm>
#include <atomic>
#include <new>

namespace atlas {

namespace {

constexpr int drawsInBlock = 50;

DrawStreams streamsOf(uint64_t seed, int draw)
{
    RandomStream random(seed, static_cast<uint64_t>(draw));
    DrawStreams streams{};
    for (uint64_t &stream : streams)
        stream = random();
    return streams;
}

Error tooManyAreas(size_t count)
{
    return Error{Text::tr("Draws are made for at most %L1 areas, and there are %L2. Use fewer areas.")
                     .arg(RankOrder::mostRanked)
                     .arg(count),
                 {}};
}

/// The ranks of all draws: ranks[draw * areas + area].
std::vector<uint16_t> drawAll(const ScoreModel &model, const DrawSettings &how, Progress &progress)
{
    const size_t areaCount = model.areas().size();
    const auto draws = static_cast<size_t>(how.draws);
    std::vector<uint16_t> ranks(draws * areaCount);
    const size_t blocks = (draws + drawsInBlock - 1) / drawsInBlock;
    std::atomic<size_t> done = 0;
    inParallel(blocks, [&](size_t block) {
        ScoreModel::Workspace room;
        RankOrder order;
        const size_t end = std::min(draws, (block + 1) * drawsInBlock);
        for (size_t draw = block * drawsInBlock; draw < end && !progress.isCancelled(); ++draw)
            order.rank(model.draw(streamsOf(how.seed, static_cast<int>(draw)), room),
                       std::span(ranks).subspan(draw * areaCount, areaCount));
        progress.setFraction(static_cast<double>(++done) / static_cast<double>(blocks));
    });
    return ranks;
}

/// The class of whoever has a rank, from rank 1.
std::vector<int> classesByRank(std::span<const int> classes, std::span<const size_t> areas)
{
    std::vector<int> byRank;
    for (const size_t area : areas)
        byRank.push_back(classes[area]);
    std::sort(byRank.rbegin(), byRank.rend());
    return byRank;
}

/// Fills in one area from how often it had each rank, counted from 1.
void summarise(RankUncertainty &result, size_t area, std::span<const uint32_t> counts,
               std::span<const int> classByRank, uint32_t draws)
{
    uint32_t sum = 0;
    const auto isReached = [&](int percent) { return sum * uint64_t(100) >= uint64_t(draws) * percent; };
    for (size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] == 0)
            continue;
        sum += counts[i];
        const auto rank = static_cast<int>(i) + 1;
        if (result.low[area] == 0 && isReached(5))
            result.low[area] = rank;
        if (result.median[area] == 0 && isReached(50))
            result.median[area] = rank;
        if (result.high[area] == 0 && isReached(95))
            result.high[area] = rank;
        if (classByRank[i] > 0)
            result.classShares[static_cast<size_t>(classByRank[i] - 1)][area] += counts[i];
    }
    for (std::vector<double> &shares : result.classShares)
        shares[area] /= draws;
}

void summariseAll(RankUncertainty &result, std::span<const uint16_t> ranks, std::span<const size_t> areas,
                  std::span<const int> classByRank)
{
    constexpr size_t areasInBlock = 32; // what lies in one line of the processor's cache
    const size_t areaCount = areas.size();
    const size_t draws = ranks.size() / areaCount;
    inParallel((areaCount + areasInBlock - 1) / areasInBlock, [&](size_t block) {
        const size_t first = block * areasInBlock;
        const size_t count = std::min(areasInBlock, areaCount - first);
        std::vector<uint32_t> counts(count * areaCount, 0);
        for (size_t draw = 0; draw < draws; ++draw)
            for (size_t i = 0; i < count; ++i)
                ++counts[i * areaCount + ranks[draw * areaCount + first + i] - 1];
        for (size_t i = 0; i < count; ++i)
            summarise(result, areas[first + i], std::span(counts).subspan(i * areaCount, areaCount),
                      classByRank, static_cast<uint32_t>(draws));
    });
}

} // namespace

std::pair<int, double> RankUncertainty::likeliestClass(size_t area) const
{
    std::pair<int, double> best{0, 0};
    for (size_t c = 0; c < classShares.size(); ++c)
        if (classShares[c][area] > best.second)
            best = {static_cast<int>(c) + 1, classShares[c][area]};
    return best;
}

Result<RankUncertainty> drawRanks(const Dataset &dataset, const IndexSettings &settings,
                                  std::span<const int> classes, const DrawSettings &how, Progress &progress)
try {
    const auto model = ScoreModel::make(dataset, settings, how.assumptions, how.draws);
    if (!model)
        return model.error();
    if (model->areas().size() > RankOrder::mostRanked)
        return tooManyAreas(model->areas().size());
    const std::vector<uint16_t> ranks = drawAll(*model, how, progress);
    if (progress.isCancelled())
        return Error{Text::tr("Cancelled."), {}};
    const size_t areaCount = dataset.areas.size();
    const auto classCount =
        static_cast<size_t>(classes.empty() ? 0 : *std::max_element(classes.begin(), classes.end()));
    RankUncertainty result{.settings = how,
                           .low = std::vector<int>(areaCount, 0),
                           .median = std::vector<int>(areaCount, 0),
                           .high = std::vector<int>(areaCount, 0),
                           .classShares = {}};
    result.classShares.assign(classCount, std::vector<double>(areaCount, 0.0));
    summariseAll(result, ranks, model->areas(), classesByRank(classes, model->areas()));
    return result;
} catch (const std::bad_alloc &) {
    return Error{Text::tr("There is too little memory for %L1 draws. Ask for fewer, or close other programs.")
                     .arg(how.draws),
                 {}};
}

} // namespace atlas
