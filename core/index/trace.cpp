#include "core/index/trace.h"

#include "core/common/number_range.h"
#include "core/common/value_order.h"
#include "core/index/aggregate.h"
#include "core/index/rank.h"
#include "core/index/shown_variable.h"
#include "core/index/text.h"

#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace atlas {

namespace {

constexpr int mostDecimals = 9;

double referenceOf(const IndexResult &result, const IndexMember &member)
{
    return member.kind == IndexMember::Kind::Indicator ? result.indicators[member.position].centre
                                                       : meanOf(sortedNumbers(memberValues(result, member)));
}

/// The score of a row whose members have these values.
double scoreOf(Aggregation method, const std::vector<TraceStep> &steps, double TraceStep::*value)
{
    std::vector<double> cells;
    std::vector<double> weights;
    for (const TraceStep &step : steps) {
        if (std::isnan(step.value))
            continue;
        cells.push_back(step.*value);
        weights.push_back(step.weight);
    }
    std::vector<std::span<const double>> columns;
    columns.reserve(cells.size());
    for (const double &cell : cells)
        columns.emplace_back(&cell, 1);
    return columns.empty() ? absent : aggregate(method, columns, weights, 0).front();
}

double contributionOf(Aggregation method, const TraceStep &step, double start, double score)
{
    switch (method) {
    case Aggregation::Arithmetic:
        return step.weight * (step.value - step.reference);
    case Aggregation::Geometric: {
        const double mean = score == start ? score : (score - start) / std::log(score / start);
        return step.weight * std::log(step.value / step.reference) * mean;
    }
    case Aggregation::Harmonic:
        return step.weight * (1 / step.reference - 1 / step.value) * score * start;
    case Aggregation::Copeland:
        break;
    }
    return absent;
}

/// Tries values of one cell.
class CellTrial
{
public:
    CellTrial(const Dataset &dataset, const IndexSettings &settings, const ClassScheme &scheme, size_t area)
        : m_dataset(dataset), m_settings(settings), m_scheme(scheme), m_area(area)
    {
        for (size_t i = 0; i < dataset.indicatorCount(); ++i)
            m_columns.push_back(dataset.column(i));
        std::tie(m_rank, m_class) = standing();
    }

    struct Standing
    {
        double rank = 0;
        int classNumber = 0;
    };
    Standing with(size_t indicator, double value)
    {
        const double before = std::exchange(m_columns[indicator][m_area], value);
        const auto [rank, classNumber] = standing();
        m_columns[indicator][m_area] = before;
        return {rank, classNumber};
    }
    double value(size_t indicator) const { return m_columns[indicator][m_area]; }
    /// Those the indicator is printed with; more where they could not tell its areas apart.
    int decimals(size_t indicator) const
    {
        int decimals = m_dataset.indicator(indicator).decimals;
        const double deviation =
            normaliseColumns(m_dataset, m_settings.scale, m_columns)[indicator].standardDeviation;
        while (decimals < mostDecimals && deviation < 0.5 * std::pow(10.0, -decimals))
            ++decimals;
        return decimals;
    }
    /// The values worth trying, the least and the greatest: up to three times the spread away, none below
    /// zero where none is, and no more than all of a percentage.
    std::pair<double, double> range(size_t indicator) const
    {
        double least = std::numeric_limits<double>::infinity();
        double greatest = -least;
        for (const double value : m_columns[indicator]) {
            least = std::fmin(least, value); // passes over what is missing
            greatest = std::fmax(greatest, value);
        }
        constexpr double farthest = 3;
        constexpr double whole = 100;
        const double reach = farthest * (greatest - least);
        const double low = value(indicator) - reach;
        const double high = value(indicator) + reach;
        const bool isShare = m_dataset.indicator(indicator).unit == QLatin1String("%") && greatest <= whole;
        return {least >= 0 ? std::fmax(low, 0) : low, isShare ? std::fmin(high, whole) : high};
    }
    bool isOtherRank(const Standing &standing) const { return standing.rank != m_rank; }
    bool isOtherClass(const Standing &standing) const { return standing.classNumber != m_class; }

private:
    std::pair<double, int> standing() const
    {
        const IndexResult result =
            computeIndex(m_dataset, m_settings, normaliseColumns(m_dataset, m_settings.scale, m_columns));
        const ShownVariable shown = showIndex(result, m_scheme);
        return {result.ranks[m_area], shown.classification.classes[m_area]};
    }

    const Dataset &m_dataset;
    const IndexSettings &m_settings;
    const ClassScheme &m_scheme;
    size_t m_area;
    std::vector<std::vector<double>> m_columns;
    double m_rank = 0;
    int m_class = 0;
};

/// The smallest step that way with which `isOther` holds; nothing when none of those tried does.
template <typename IsOther>
std::optional<double> smallestStep(CellTrial &trial, size_t indicator, double farthest,
                                   const IsOther &isOther)
{
    const double value = trial.value(indicator);
    if (!isOther(trial.with(indicator, value + farthest)))
        return {};
    double without = 0;
    double with = farthest;
    constexpr int halvings = 40;
    for (int i = 0; i < halvings && std::abs(with - without) > 1e-9 * std::abs(farthest); ++i) {
        const double middle = (without + with) / 2;
        (isOther(trial.with(indicator, value + middle)) ? with : without) = middle;
    }
    return with;
}

/// The value nearest to `exact`, on the far side of the present one, that can be printed and does it too.
template <typename IsOther>
double printedValue(CellTrial &trial, size_t indicator, double exact, const IsOther &isOther)
{
    const auto [low, high] = trial.range(indicator);
    const bool isUp = exact > trial.value(indicator);
    constexpr double noise = 1e-6; // of the search, as part of the last decimal
    for (int decimals = trial.decimals(indicator); decimals <= mostDecimals; ++decimals) {
        const double unit = std::pow(10.0, decimals);
        for (const double slack : {noise, 0.0}) { // a value just at the edge may do, or be just short of it
            const double rounded =
                (isUp ? std::ceil(exact * unit - slack) : std::floor(exact * unit + slack)) / unit;
            if (rounded >= low && rounded <= high && isOther(trial.with(indicator, rounded)))
                return rounded;
        }
    }
    return exact;
}

/// The smaller of the smallest steps up and down, as a value that can be printed.
template <typename IsOther>
std::optional<double> nearestValue(CellTrial &trial, size_t indicator, const IsOther &isOther)
{
    const auto [low, high] = trial.range(indicator);
    const auto up = smallestStep(trial, indicator, high - trial.value(indicator), isOther);
    const auto down = smallestStep(trial, indicator, low - trial.value(indicator), isOther);
    if (!up && !down)
        return {};
    const double step = up && (!down || *up <= -*down) ? *up : *down;
    return printedValue(trial, indicator, trial.value(indicator) + step, isOther);
}

Move moveOf(CellTrial &trial, size_t indicator)
{
    Move move{.indicator = indicator, .toRank = {}, .toClass = {}};
    move.toRank =
        nearestValue(trial, indicator, [&](const auto &standing) { return trial.isOtherRank(standing); });
    if (move.toRank)
        move.newRank = trial.with(indicator, *move.toRank).rank;
    move.toClass =
        nearestValue(trial, indicator, [&](const auto &standing) { return trial.isOtherClass(standing); });
    if (move.toClass)
        move.newClass = trial.with(indicator, *move.toClass).classNumber;
    return move;
}

} // namespace

Trace traceNode(const IndexResult &result, RankRule rankRule, size_t node, size_t area)
{
    const NodeResult &made = result.nodes[node];
    Trace trace{.node = node, .start = absent, .score = absent, .steps = {}};
    if (result.refusal || made.members.empty())
        return trace;
    const std::vector<double> scores = nodeScores(result, node);
    trace.score = scores[area];
    trace.rank = rankOf(scores, area, rankRule);
    double whole = 0;
    for (size_t i = 0; i < made.members.size(); ++i) {
        TraceStep step{.member = made.members[i]};
        const auto values = memberValues(result, step.member);
        step.value = values[area];
        step.rank = rankOf(values, area, rankRule);
        step.reference = referenceOf(result, step.member);
        step.weight = std::isnan(step.value) ? absent : made.weights[i];
        whole += std::isnan(step.value) ? 0 : made.weights[i];
        trace.steps.push_back(step);
    }
    for (TraceStep &step : trace.steps)
        step.weight /= whole;
    if (made.aggregation != Aggregation::Copeland)
        trace.start = scoreOf(made.aggregation, trace.steps, &TraceStep::reference);
    double total = trace.start;
    for (TraceStep &step : trace.steps) {
        step.contribution = contributionOf(made.aggregation, step, trace.start, trace.score);
        if (!std::isnan(step.contribution))
            total += step.contribution;
        step.total = total;
    }
    return trace;
}

Result<std::vector<Move>> smallestMoves(const Dataset &dataset, const IndexSettings &settings,
                                        const ClassScheme &scheme, size_t area, Progress &progress)
{
    CellTrial trial(dataset, settings, scheme, area);
    const IndexResult result = computeIndex(dataset, settings);
    std::vector<Move> moves;
    for (size_t i = 0; i < result.used.size(); ++i) {
        if (progress.isCancelled())
            return Error{Text::tr("Cancelled."), {}};
        if (!std::isnan(trial.value(result.used[i])) && result.ranks[area] > 0)
            moves.push_back(moveOf(trial, result.used[i]));
        progress.setFraction(static_cast<double>(i + 1) / static_cast<double>(result.used.size()));
    }
    return moves;
}

} // namespace atlas
