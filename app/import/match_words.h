#pragma once

#include "app/import/match_model.h"

#include <QString>

namespace atlas {

/// "36 of 39 areas have a row of the table".
QString matchTitle(const MatchSides &sides);

/// How they were joined, and what is left: two or three sentences.
QString matchSummary(const MatchSides &sides);

/// Both of a pair, and why they may be one: "Hartlepol (row 5) and E06000001 (Hartlepool): 1 letter differs."
QString pairText(const MatchSides &sides, size_t row, size_t area);

/// Likely pairs that nobody has decided about.
int openPairs(const MatchSides &sides);
/// Those of them that may be accepted together.
std::vector<LikelyPair> surePairs(const MatchSides &sides);

} // namespace atlas
