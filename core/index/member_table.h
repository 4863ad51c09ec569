#pragma once

#include "core/tables/table.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace atlas {

struct Dataset;

/// Where a smaller area stands by one indicator.
struct MemberRank
{
    size_t row = 0;   ///< in the table of Dataset::smallerAreas
    double value = 0; ///< NaN where there is none
    /// From 1, the most disengaged, with equal values sharing the better rank; 0 without a value.
    int rankWithin = 0; ///< among the members of the larger area
    int rankOfAll = 0;  ///< among all smaller areas of the figures

    bool operator==(const MemberRank &) const = default;
};

/// The members of an area by an indicator, the most disengaged first, those without a value last. Empty where
/// the area was not added up.
std::vector<MemberRank> memberRanks(const Dataset &dataset, size_t area, size_t indicator);

/// The members of an area as a table: area_code, area_name, share of it in the area, in_other_areas (1 or 0),
/// and for each indicator CODE, rank_CODE (within the area) and rank_all_CODE (of all smaller areas). In the
/// order of memberRanks() by the first indicator. Without rows where the area was not added up.
Table memberTable(const std::shared_ptr<const Dataset> &dataset, size_t area);

} // namespace atlas
