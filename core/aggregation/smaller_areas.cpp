#include "core/aggregation/smaller_areas.h"

#include <algorithm>

namespace atlas {

size_t LargerArea::overlapping() const
{
    return static_cast<size_t>(std::count_if(members.begin(), members.end(),
                                             [](const AreaMember &member) { return member.isElsewhere; }));
}

} // namespace atlas
