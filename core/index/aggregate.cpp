#include "core/index/aggregate.h"

#include "core/common/number_range.h"
#include "core/common/parallel.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

/// Sum of w f(x) and of w over the members that have a value in a row.
struct RowSums
{
    double values = 0;
    double weights = 0;
    size_t count = 0;
};

template <typename Scale>
RowSums sumRow(Columns members, std::span<const double> weights, size_t row, Scale scale)
{
    RowSums sums;
    for (size_t member = 0; member < members.size(); ++member) {
        const double value = members[member][row];
        if (std::isnan(value))
            continue;
        sums.values += weights[member] * scale(value);
        sums.weights += weights[member];
        ++sums.count;
    }
    return sums;
}

bool isEnough(size_t count, size_t wanted, double threshold)
{
    constexpr double noise = 1e-12; // two of three are two thirds
    return count > 0 && static_cast<double>(count) >= threshold * static_cast<double>(wanted) - noise;
}

/// The mean on another scale: unscale(sum of w scale(x) / sum of w).
template <typename Scale, typename Unscale>
std::vector<double> meanOnScale(Columns members, std::span<const double> weights, double threshold,
                                Scale scale, Unscale unscale)
{
    std::vector<double> scores(members.front().size(), absent);
    for (size_t row = 0; row < scores.size(); ++row) {
        const RowSums sums = sumRow(members, weights, row, scale);
        if (isEnough(sums.count, members.size(), threshold))
            scores[row] = unscale(sums.values / sums.weights);
    }
    return scores;
}

/// +1 when row `a` outranks row `b`, -1 the other way round, 0 for neither.
int outranks(Columns members, std::span<const double> weights, size_t a, size_t b)
{
    double balance = 0;
    for (size_t member = 0; member < members.size(); ++member) {
        const double difference = members[member][a] - members[member][b];
        if (difference > 0)
            balance += weights[member];
        else if (difference < 0)
            balance -= weights[member];
    }
    constexpr double noise = 1e-12; // weights that balance sum to a little more or less than 0
    return balance > noise ? 1 : balance < -noise ? -1 : 0;
}

std::vector<double> copeland(Columns members, std::span<const double> weights, double threshold)
{
    std::vector<double> scores(members.front().size(), absent);
    std::vector<size_t> rows;
    for (size_t row = 0; row < scores.size(); ++row) {
        const RowSums sums = sumRow(members, weights, row, [](double value) { return value; });
        if (isEnough(sums.count, members.size(), threshold))
            rows.push_back(row);
    }
    inParallel(rows.size(), [&](size_t i) {
        int balance = 0;
        for (const size_t other : rows)
            balance += outranks(members, weights, rows[i], other);
        scores[rows[i]] = balance;
    });
    return scores;
}

} // namespace

std::vector<double> aggregate(Aggregation method, Columns members, std::span<const double> weights,
                              double threshold)
{
    const auto same = [](double value) { return value; };
    const auto inverse = [](double value) { return 1 / value; };
    const auto logarithm = [](double value) { return std::log(value); };
    const auto power = [](double value) { return std::exp(value); };
    switch (method) {
    case Aggregation::Arithmetic:
        return meanOnScale(members, weights, threshold, same, same);
    case Aggregation::Geometric:
        return meanOnScale(members, weights, threshold, logarithm, power);
    case Aggregation::Harmonic:
        return meanOnScale(members, weights, threshold, inverse, inverse);
    case Aggregation::Copeland:
        break;
    }
    return copeland(members, weights, threshold);
}

size_t findNotPositive(Columns members)
{
    const auto found = std::find_if(members.begin(), members.end(), [](std::span<const double> column) {
        return std::any_of(column.begin(), column.end(), [](double value) { return value <= 0; });
    });
    return static_cast<size_t>(found - members.begin());
}

} // namespace atlas
