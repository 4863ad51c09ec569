#pragma once

#include "core/common/issue.h"
#include "core/indicators/indicator_table.h"

#include <QString>

namespace atlas {

struct Lookup;

/// Gives the lookup's areas the codes that the figures have for the same land, where these changed between
/// the years of the two: a note says how many. See knownAreas().
Issues bridgeVintages(Lookup &lookup, const IndicatorTable &figures);

/// What became of the areas of the figures or of the lookup, where they have changed between the years of the
/// two: a sentence or more with a space before; empty where nothing is known.
QString vintageHint(const Lookup &lookup, const IndicatorTable &figures);

} // namespace atlas
