#pragma once

#include <cstddef>
#include <vector>

namespace atlas {

struct IndicatorMetadata;

/// Positions of the indicators, grouped by domain in the order of the domains; those without one last.
std::vector<size_t> indicatorsByDomain(const IndicatorMetadata &metadata);

} // namespace atlas
