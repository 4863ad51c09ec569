#include "core/robustness/sensitivity.h"

#include "core/common/number_range.h"
#include "core/common/parallel.h"
#include "core/index/compute_index.h"
#include "core/robustness/rank_order.h"
#include "core/robustness/score_model.h"
#include "core/robustness/text.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <utility>

namespace atlas {

namespace {

/// The outputs of one sample: of A, of B, and of A with each input from B.
struct SampleOutputs
{
    double a = 0;
    double b = 0;
    std::vector<double> mixed;
};

SampleOutputs outputsOf(size_t inputs, uint64_t seed, size_t sample,
                        const std::function<double(std::span<const uint64_t>)> &output)
{
    RandomStream random(seed, sample);
    std::vector<uint64_t> a(inputs);
    std::vector<uint64_t> b(inputs);
    for (size_t i = 0; i < inputs; ++i) {
        a[i] = random();
        b[i] = random();
    }
    SampleOutputs outputs{.a = output(a), .b = output(b), .mixed = {}};
    for (size_t i = 0; i < inputs; ++i) {
        std::swap(a[i], b[i]);
        outputs.mixed.push_back(output(a));
        std::swap(a[i], b[i]);
    }
    return outputs;
}

/// Mean and the standard error of it.
std::pair<double, double> meanAndError(std::span<const double> terms)
{
    const auto n = static_cast<double>(terms.size());
    double sum = 0;
    for (const double term : terms)
        sum += term;
    double squares = 0;
    for (const double term : terms)
        squares += (term - sum / n) * (term - sum / n);
    return {sum / n, std::sqrt(squares / (n - 1) / n)};
}

double varianceOf(std::span<const SampleOutputs> samples)
{
    std::vector<double> all;
    for (const SampleOutputs &sample : samples)
        all.insert(all.end(), {sample.a, sample.b});
    const double error = meanAndError(all).second;
    return error * error * static_cast<double>(all.size());
}

SobolIndex indexOf(std::span<const SampleOutputs> samples, size_t input, double centre, double variance)
{
    std::vector<double> firstTerms;
    std::vector<double> totalTerms;
    for (const SampleOutputs &sample : samples) {
        const double step = sample.mixed[input] - sample.a;
        firstTerms.push_back((sample.b - centre) * step); // the centre takes noise away and changes no mean
        totalTerms.push_back(step * step / 2);
    }
    const auto [first, firstError] = meanAndError(firstTerms);
    const auto [total, totalError] = meanAndError(totalTerms);
    if (!(variance > 0))
        return {absent, absent, absent, absent};
    return {first / variance, firstError / variance, total / variance, totalError / variance};
}

/// Mean distance from the ranks that there are without draws.
double meanShift(std::span<const uint16_t> drawn, std::span<const uint16_t> base)
{
    double sum = 0;
    for (size_t i = 0; i < drawn.size(); ++i)
        sum += std::abs(static_cast<int>(drawn[i]) - static_cast<int>(base[i]));
    return sum / static_cast<double>(drawn.size());
}

std::vector<uint16_t> baseRanks(const Dataset &dataset, const IndexSettings &settings,
                                std::span<const size_t> areas)
{
    const IndexResult result = computeIndex(dataset, settings);
    std::vector<double> scores;
    for (const size_t area : areas)
        scores.push_back(result.scores[area]);
    std::vector<uint16_t> ranks(scores.size());
    RankOrder().rank(scores, ranks);
    return ranks;
}

} // namespace

Result<std::vector<SobolIndex>> sobolIndices(size_t inputs, int samples, uint64_t seed,
                                             const std::function<double(std::span<const uint64_t>)> &output,
                                             Progress &progress)
{
    std::vector<SampleOutputs> outputs(static_cast<size_t>(samples));
    std::atomic<size_t> done = 0;
    inParallel(outputs.size(), [&](size_t sample) {
        if (progress.isCancelled())
            return;
        outputs[sample] = outputsOf(inputs, seed, sample, output);
        progress.setFraction(static_cast<double>(++done) / static_cast<double>(outputs.size()));
    });
    if (progress.isCancelled())
        return Error{Text::tr("Cancelled."), {}};
    double centre = 0;
    for (const SampleOutputs &sample : outputs)
        centre += (sample.a + sample.b) / 2 / static_cast<double>(outputs.size());
    const double variance = varianceOf(outputs);
    std::vector<SobolIndex> indices;
    for (size_t i = 0; i < inputs; ++i)
        indices.push_back(indexOf(outputs, i, centre, variance));
    return indices;
}

Result<RankSensitivity> rankSensitivity(const Dataset &dataset, const IndexSettings &settings,
                                        const Assumptions &assumptions, int samples, uint64_t seed,
                                        Progress &progress)
{
    const auto model = ScoreModel::make(dataset, settings, assumptions, samples);
    if (!model)
        return model.error();
    if (model->areas().size() > RankOrder::mostRanked)
        return Error{
            Text::tr("There are too many areas for this. Use at most %L1.").arg(RankOrder::mostRanked), {}};
    std::vector<Assumption> varied;
    for (size_t i = 0; i < assumptionCount; ++i)
        if (assumptions.varies(static_cast<Assumption>(i)))
            varied.push_back(static_cast<Assumption>(i));
    const std::vector<uint16_t> base = baseRanks(dataset, settings, model->areas());
    const auto indices = sobolIndices(
        varied.size(), samples, seed,
        [&](std::span<const uint64_t> inputs) {
            thread_local ScoreModel::Workspace room;
            thread_local RankOrder order;
            std::vector<uint16_t> ranks(base.size());
            DrawStreams streams{};
            for (size_t i = 0; i < varied.size(); ++i)
                streams[static_cast<size_t>(varied[i])] = inputs[i];
            order.rank(model->draw(streams, room), ranks);
            return meanShift(ranks, base);
        },
        progress);
    if (!indices)
        return indices.error();
    RankSensitivity sensitivity{.entries = {}, .samples = samples, .seed = seed};
    for (size_t i = 0; i < varied.size(); ++i)
        sensitivity.entries.push_back({varied[i], (*indices)[i]});
    return sensitivity;
}

std::vector<LeftOut> leaveOneOut(const Dataset &dataset, const IndexSettings &settings)
{
    const NormalisedIndicators indicators = normaliseIndicators(dataset, settings.scale);
    const IndexResult with = computeIndex(dataset, settings, indicators);
    std::vector<LeftOut> all;
    if (with.used.size() < 2)
        return all;
    for (const size_t indicator : with.used) {
        IndexSettings less = settings;
        less.excluded.insert(dataset.indicator(indicator).code);
        const IndexResult without = computeIndex(dataset, less, indicators);
        LeftOut out{.indicator = indicator, .shifts = {}};
        int compared = 0;
        for (size_t area = 0; area < with.ranks.size(); ++area) {
            const bool hasBoth = with.ranks[area] > 0 && without.ranks[area] > 0;
            const double shift = hasBoth ? without.ranks[area] - with.ranks[area] : absent;
            out.shifts.push_back(shift);
            if (!hasBoth)
                continue;
            ++compared;
            out.meanShift += std::abs(shift);
            out.largestShift = std::max(out.largestShift, std::abs(shift));
        }
        out.meanShift = compared > 0 ? out.meanShift / compared : absent;
        all.push_back(std::move(out));
    }
    return all;
}

} // namespace atlas
