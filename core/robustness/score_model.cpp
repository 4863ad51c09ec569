#include "core/robustness/score_model.h"

#include "core/common/number_range.h"
#include "core/index/aggregate.h"
#include "core/robustness/rounding_band.h"
#include "core/robustness/text.h"

#include <boost/random/gamma_distribution.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace atlas {

namespace {

std::vector<double> pick(std::span<const double> values, std::span<const size_t> areas)
{
    std::vector<double> picked;
    picked.reserve(areas.size());
    for (const size_t area : areas)
        picked.push_back(values[area]);
    return picked;
}

std::pair<double, double> endsOf(std::span<const double> values)
{
    double least = std::numeric_limits<double>::infinity();
    double greatest = -least;
    for (const double value : values) {
        least = std::fmin(least, value);
        greatest = std::fmax(greatest, value);
    }
    return {least, greatest};
}

/// The index's own scale, and the others that a draw may choose.
std::vector<ScaleSettings> scalesToChoose(const ScaleSettings &own, bool varied)
{
    std::vector<ScaleSettings> scales = {own};
    for (const Normalisation method :
         {Normalisation::ZScore, Normalisation::MinMax, Normalisation::PercentileRank})
        if (varied && method != own.normalisation) {
            scales.push_back(own);
            scales.back().normalisation = method;
            scales.back().references.clear();
        }
    return scales;
}

/// Shares of members drawn around given ones; boost's distribution is the same with every compiler.
void drawShares(std::span<const double> means, double concentration, RandomStream &random,
                std::vector<double> &shares)
{
    double sum = 0;
    for (const double mean : means)
        sum += mean;
    const double strength = concentration * static_cast<double>(means.size());
    for (size_t i = 0; i < means.size(); ++i)
        shares[i] = boost::random::gamma_distribution<double>(strength * means[i] / sum)(random);
}

/// Values by their ranks, from `low` for the least to `high` for the greatest.
void rankAgain(std::vector<double> &values, double low, double high)
{
    std::vector<double> sorted;
    for (const double value : values)
        if (!std::isnan(value))
            sorted.push_back(value);
    std::sort(sorted.begin(), sorted.end());
    const double step = (high - low) / (static_cast<double>(sorted.size()) - 1);
    for (double &value : values)
        if (!std::isnan(value))
            value = low
                    + step
                          * static_cast<double>(std::lower_bound(sorted.begin(), sorted.end(), value)
                                                - sorted.begin());
}

bool isRankScale(Normalisation method)
{
    return method == Normalisation::PercentileRank || method == Normalisation::Rank
           || method == Normalisation::Borda;
}

} // namespace

Result<ScoreModel> ScoreModel::make(const Dataset &dataset, const IndexSettings &settings,
                                    const Assumptions &assumptions, int draws)
{
    const IndexResult result = computeIndex(dataset, settings);
    if (result.refusal)
        return *result.refusal;
    if (result.rankedCount < 2)
        return Error{Text::tr("Fewer than two areas have a score, so there are no ranks to vary."), {}};
    if (!assumptions.varyAny())
        return Error{Text::tr("Nothing varies. Choose at least one of rounding, weights, scale, "
                              "combination and indicators."),
                     {}};
    if (draws > mostDraws(result))
        return tooManyDraws(result, draws);
    ScoreModel model;
    model.m_assumptions = assumptions;
    model.m_threshold = result.threshold;
    for (size_t area = 0; area < result.scores.size(); ++area)
        if (!std::isnan(result.scores[area]))
            model.m_areas.push_back(area);
    model.m_needsPositive = std::any_of(result.nodes.begin(), result.nodes.end(), [](const NodeResult &node) {
        return node.aggregation == Aggregation::Geometric || node.aggregation == Aggregation::Harmonic;
    });
    model.addColumns(dataset, settings, result);
    model.addNodes(result);
    return model;
}

void ScoreModel::addColumns(const Dataset &dataset, const IndexSettings &settings, const IndexResult &result)
{
    const HalfUnits units(dataset);
    const std::vector<ScaleSettings> scales = scalesToChoose(settings.scale, m_assumptions.scale);
    for (const size_t i : result.used) {
        Column column{.printed = pick(dataset.column(i), m_areas)};
        for (double &value : column.printed)
            value *= sign(dataset.indicator(i).direction);
        const Normalised &own = result.indicators[i];
        if (own.treatment == Treatment::None && own.filled.empty())
            for (const size_t area : m_areas)
                column.halfUnits.push_back(units.of(i, area));
        m_columns.push_back(std::move(column));
    }
    for (const ScaleSettings &scale : scales) {
        const NormalisedIndicators indicators =
            &scale == &scales.front() ? result.indicators : normaliseIndicators(dataset, scale);
        for (size_t i = 0; i < m_columns.size(); ++i) {
            Column &column = m_columns[i];
            column.scales.push_back(scaledColumn(indicators[result.used[i]], scale, m_areas));
            if (m_assumptions.aggregation || m_needsPositive)
                column.positive.push_back(movedAboveZero(column.scales.back()));
            const std::vector<double> &values = column.scales.back().values;
            m_isComplete = m_isComplete && std::none_of(values.begin(), values.end(), [](double value) {
                               return std::isnan(value);
                           });
        }
    }
}

ScoreModel::Scaled ScoreModel::scaledColumn(const Normalised &normalised, const ScaleSettings &settings,
                                            std::span<const size_t> areas)
{
    Scaled scaled{.values = pick(normalised.values, areas)};
    scaled.isRanked = isRankScale(settings.normalisation);
    scaled.low = -std::numeric_limits<double>::infinity();
    scaled.high = -scaled.low;
    if (!std::isnan(normalised.slope))
        scaled.slope = std::abs(normalised.slope);
    if (settings.normalisation == Normalisation::Goalposts && normalised.reference) {
        std::tie(scaled.low, scaled.high) = std::pair{settings.low, settings.high};
        scaled.slope = std::abs((settings.high - settings.low)
                                / (normalised.reference->second - normalised.reference->first));
    }
    if (scaled.isRanked) {
        const auto [least, greatest] = endsOf(scaled.values);
        std::tie(scaled.low, scaled.high) = std::pair{least, greatest};
    }
    return scaled;
}

ScoreModel::Scaled ScoreModel::movedAboveZero(Scaled scaled)
{
    constexpr double lowest = 1;
    constexpr double highest = 100;
    constexpr double smallest = 0.1; // what rounding may take below 1 stays above zero
    const auto [least, greatest] = endsOf(scaled.values);
    const double stretch = (highest - lowest) / (greatest - least);
    for (double &value : scaled.values)
        value = lowest + stretch * (value - least);
    scaled.slope *= stretch;
    scaled.low = scaled.isRanked ? lowest : smallest;
    scaled.high = scaled.isRanked ? highest : std::numeric_limits<double>::infinity();
    return scaled;
}

void ScoreModel::addNodes(const IndexResult &result)
{
    std::vector<size_t> columnOf(result.indicators.size());
    for (size_t i = 0; i < result.used.size(); ++i)
        columnOf[result.used[i]] = i;
    m_places.resize(m_columns.size());
    std::vector<size_t> nodeOf(result.nodes.size());
    for (size_t node = 0; node < result.nodes.size(); ++node) {
        const NodeResult &made = result.nodes[node];
        const bool isNeeded = result.tree->isNested || node == result.tree->root();
        if (made.members.empty() || !isNeeded)
            continue;
        nodeOf[node] = m_nodes.size();
        Node own{.members = {}, .weights = made.weights, .aggregation = made.aggregation};
        for (const IndexMember &member : made.members) {
            const bool isIndicator = member.kind == IndexMember::Kind::Indicator;
            own.members.push_back(
                {member.kind, isIndicator ? columnOf[member.position] : nodeOf[member.position]});
            if (isIndicator)
                m_places[columnOf[member.position]] = {m_nodes.size(), own.members.size() - 1};
        }
        m_nodes.push_back(std::move(own));
    }
}

void ScoreModel::drawWeights(RandomStream random, Workspace &room) const
{
    room.weights.resize(m_nodes.size());
    for (size_t node = 0; node < m_nodes.size(); ++node) {
        std::vector<double> &weights = room.weights[node];
        weights = m_nodes[node].weights;
        if (m_assumptions.weights == WeightDraw::Dirichlet)
            drawShares(m_nodes[node].weights, m_assumptions.concentration, random, weights);
        else if (m_assumptions.weights == WeightDraw::Around)
            for (double &weight : weights)
                weight *= 1 + m_assumptions.spread * (2 * random.uniform() - 1);
    }
}

/// None is as likely as each of them.
void ScoreModel::leaveOneOut(RandomStream random, Workspace &room) const
{
    const size_t which = random.below(m_columns.size() + 1);
    if (which == m_columns.size() || m_columns.size() == 1)
        return;
    const auto [node, member] = m_places[which];
    room.weights[node][member] = 0;
    // A domain that loses its only indicator goes with it.
    for (size_t below = node; below + 1 < m_nodes.size(); ++below) {
        const auto &weights = room.weights[below];
        if (std::any_of(weights.begin(), weights.end(), [](double weight) { return weight > 0; }))
            continue;
        for (size_t above = below + 1; above < m_nodes.size(); ++above)
            for (size_t i = 0; i < m_nodes[above].members.size(); ++i)
                if (m_nodes[above].members[i] == IndexMember{IndexMember::Kind::Node, below})
                    room.weights[above][i] = 0;
    }
}

void ScoreModel::roundAgain(const Column &column, const Scaled &scaled, RandomStream &random,
                            std::vector<double> &values) const
{
    if (scaled.isRanked) {
        values = column.printed;
        for (size_t row = 0; row < values.size(); ++row)
            values[row] += column.halfUnits[row] * (2 * random.uniform() - 1);
        rankAgain(values, scaled.low, scaled.high);
        return;
    }
    for (size_t row = 0; row < values.size(); ++row)
        values[row] += scaled.slope * column.halfUnits[row] * (2 * random.uniform() - 1);
    if (std::isfinite(scaled.low))
        for (double &value : values)
            value = std::isnan(value) ? value : std::clamp(value, scaled.low, scaled.high);
}

void ScoreModel::drawColumns(RandomStream random, size_t scale, bool isPositive, Workspace &room) const
{
    room.columns.resize(m_columns.size());
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns[i];
        const Scaled &scaled = isPositive ? column.positive[scale] : column.scales[scale];
        room.columns[i] = scaled.values;
        if (m_assumptions.rounding && !column.halfUnits.empty())
            roundAgain(column, scaled, random, room.columns[i]);
    }
}

void ScoreModel::scoreNode(size_t node, Aggregation method, Workspace &room) const
{
    const Node &about = m_nodes[node];
    std::vector<std::span<const double>> members;
    std::vector<double> weights;
    for (size_t i = 0; i < about.members.size(); ++i) {
        if (room.weights[node][i] == 0)
            continue;
        const size_t position = about.members[i].position;
        members.emplace_back(about.members[i].kind == IndexMember::Kind::Indicator ? room.columns[position]
                                                                                   : room.nodes[position]);
        weights.push_back(room.weights[node][i]);
    }
    std::vector<double> &scores = room.nodes[node];
    if (members.empty()) {
        scores.assign(m_areas.size(), absent);
        return;
    }
    if (!m_isComplete || method != Aggregation::Arithmetic) {
        scores = aggregate(method, members, weights, m_threshold);
        return;
    }
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    scores.assign(m_areas.size(), 0);
    for (size_t i = 0; i < members.size(); ++i)
        for (size_t row = 0; row < scores.size(); ++row)
            scores[row] += weights[i] / sum * members[i][row];
}

std::span<const double> ScoreModel::draw(const DrawStreams &streams, Workspace &room) const
{
    const auto stream = [&streams](Assumption assumption) {
        return RandomStream(streams[static_cast<size_t>(assumption)]);
    };
    drawWeights(stream(Assumption::Weights), room);
    if (m_assumptions.leaveOut)
        leaveOneOut(stream(Assumption::LeaveOut), room);
    const size_t scale =
        m_assumptions.scale ? stream(Assumption::Scale).below(m_columns.front().scales.size()) : 0;
    // 0 keeps the index's own way at every level.
    const size_t way = m_assumptions.aggregation ? stream(Assumption::Aggregation).below(3) : 0;
    const bool isPositive = way == 2 || (m_needsPositive && (scale != 0 || way != 0));
    drawColumns(stream(Assumption::Rounding), scale, isPositive, room);
    room.nodes.resize(m_nodes.size());
    for (size_t node = 0; node < m_nodes.size(); ++node)
        scoreNode(node,
                  way == 0   ? m_nodes[node].aggregation
                  : way == 1 ? Aggregation::Arithmetic
                             : Aggregation::Geometric,
                  room);
    return room.nodes.back();
}

} // namespace atlas
