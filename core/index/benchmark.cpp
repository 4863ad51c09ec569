#include "core/index/benchmark.h"

#include "core/classification/quantiles.h"
#include "core/common/value_order.h"

#include <limits>

namespace atlas {

double benchmark(std::span<const double> values, Direction direction, BenchmarkKind kind)
{
    const std::vector<double> sorted = sortedNumbers(values);
    if (sorted.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const bool isHigher = direction == Direction::HigherIsMoreDisengaged;
    switch (kind) {
    case BenchmarkKind::Median:
        return quantile(sorted, 0.5);
    case BenchmarkKind::LeastDisengaged:
        return isHigher ? sorted.front() : sorted.back();
    case BenchmarkKind::MostDisengaged:
        return isHigher ? sorted.back() : sorted.front();
    case BenchmarkKind::Mean:
        break;
    }
    return meanOf(sorted);
}

std::vector<double> onlyMembers(std::span<const double> values, const std::vector<bool> &isMember)
{
    std::vector<double> members(values.begin(), values.end());
    for (size_t i = 0; i < members.size(); ++i)
        if (!isMember[i])
            members[i] = std::numeric_limits<double>::quiet_NaN();
    return members;
}

double givenBenchmark(const Dataset &dataset, const GivenBenchmark &benchmark, const QString &code)
{
    const auto indicator = dataset.findIndicator(code);
    return indicator ? benchmark.cells[*indicator].number : std::numeric_limits<double>::quiet_NaN();
}

} // namespace atlas
