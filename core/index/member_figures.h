#pragma once

#include "core/indicators/cell_value.h"

#include <cstddef>
#include <vector>

namespace atlas {

struct Dataset;

/// One indicator of a smaller area that an area was added up from.
struct MemberFigure
{
    size_t row = 0; ///< in the table of SmallerAreas
    CellValue value;
    double share = 1;         ///< the part of it that is in the area, as the lookup says
    bool isElsewhere = false; ///< it is a part of other larger areas as well
    double rank = 0;          ///< among the members, 1 for the most disengaged; 0 without a value
    double rankOfAll = 0;     ///< the same among all smaller areas
};

/// An indicator of the members of an area, ranked.
struct MemberFigures
{
    std::vector<MemberFigure> members; ///< the most disengaged first, then those without a value
    int ranked = 0;                    ///< how many of the members have a value
    int rankedOfAll = 0;
};

/// The figures that an area of the dataset was added up from; empty where it was not added up. Ties share the
/// best of their ranks.
MemberFigures memberFigures(const Dataset &dataset, size_t indicator, size_t area);

} // namespace atlas
