#pragma once

#include "core/dataset/dataset.h"
#include "core/indicators/indicator.h"

#include <span>
#include <vector>

namespace atlas {

/// What areas are compared with.
enum class BenchmarkKind { Mean, Median, LeastDisengaged, MostDisengaged };

/// Of the values, which are as measured; NaN is absent and skipped. NaN when nothing is left.
double benchmark(std::span<const double> values, Direction direction, BenchmarkKind kind);

/// The values of the areas that `isMember` names; NaN for all others.
std::vector<double> onlyMembers(std::span<const double> values, const std::vector<bool> &isMember);

/// What the data give a country, a region or a total for the indicator with this code; NaN where nothing, and
/// for whatever is no indicator.
double givenBenchmark(const Dataset &dataset, const GivenBenchmark &benchmark, const QString &code);

} // namespace atlas
