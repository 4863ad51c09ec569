#pragma once

#include "core/common/area_code.h"
#include "core/import/import_plan.h"
#include "core/indicators/indicator_table.h"

#include <QString>

#include <vector>

namespace atlas {

/// A smaller area as a part of a larger one.
struct AreaMember
{
    size_t row = 0;           ///< in SmallerAreas::table
    double share = 1;         ///< the part of it that is there, as the lookup says
    bool isElsewhere = false; ///< it is a part of other larger areas as well

    bool operator==(const AreaMember &) const = default;
};

/// A member that the lookup names and that has no row of figures.
struct AbsentMember
{
    AreaCode code;
    QString name;
    double share = 1;

    bool operator==(const AbsentMember &) const = default;
};

/// What a larger area was added up from.
struct LargerArea
{
    AreaCode code; ///< as the lookup gives it; code or name may be empty
    QString name;
    std::vector<AreaMember> members;
    std::vector<AbsentMember> absent;
    /// For each indicator, the part of all its members, absent ones as well, that had figures: 0 to 1.
    /// Members count as they were counted, whole or by their share.
    std::vector<double> coverage;

    /// Members that are a part of other larger areas as well.
    size_t overlapping() const;
};

/// The areas that figures were added up from.
struct SmallerAreas
{
    /// Their rows; indicators are those of the larger areas, as the rule gives them for each area alone:
    /// its own figure, its own rate, 100 or 0 for meeting a condition or not.
    IndicatorTable table;
    QString lookup; ///< what said which are part of which, for messages
    MembersCount members = MembersCount::Whole;
    /// One for each area of the dataset; without members where an area was not added up.
    std::vector<LargerArea> larger;
    std::vector<size_t> unplaced; ///< rows of areas that are in no larger one
};

} // namespace atlas
