#pragma once

#include "core/aggregation/lookup.h"
#include "core/aggregation/smaller_areas.h"
#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/import/import_plan.h"
#include "core/indicators/indicator_table.h"

#include <vector>

namespace atlas {

/// Figures of larger areas, and what they were added up from.
struct AddedUp
{
    /// A row for each larger area with a member, in the order of the lookup; then the countries, regions and
    /// totals of the figures that are no members, with what the rules make of each alone.
    IndicatorTable table;
    SmallerAreas smaller; ///< `larger` has one for each of the larger areas' rows
    Issues issues;
};

/// Adds up the figures of smaller areas: for each larger area, what the rules (`how.rules`, which have been
/// checked) make of its members. `figures` has the columns that the rules read as its indicators, by their
/// heads; `indicators` are what comes out, a rule for each by its code. A member counts whole or by its
/// share. Areas that are in no larger one and larger areas without any member are left out: who calls this
/// says so (see SmallerAreas). Populations are always added up by shares, as people live in one place.
/// Remarks on figures that lack what they would be divided or weighed by, and on sums of zero. Fails when a
/// weight or a denominator is below zero, and when no row is in the lookup.
Result<AddedUp> addUp(const IndicatorTable &figures, const std::vector<Indicator> &indicators,
                      const Lookup &lookup, const AddingUp &how);

} // namespace atlas
