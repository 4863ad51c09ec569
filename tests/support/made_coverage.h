#pragma once

#include "tests/support/made_data.h"

namespace atlas::test {

/// What a coverage looks like: a square of `across` by `across` areas of a kilometre.
struct CoverageShape
{
    int across = 10;
    int pointsOnEdge = 20; ///< between the corners of an area; none is on a straight line
    bool holes = true;     ///< every seventh area has a hole, filled by an area of its own
    bool islands = true;   ///< every fifth area has a small island off the coast
};

/// Areas that share their wiggly edges to the last bit, at places as in England. The same seed gives the
/// same.
std::vector<MadeShape> coverageShapes(const CoverageShape &shape, unsigned seed);
std::shared_ptr<const BoundarySet> makeCoverage(const CoverageShape &shape, unsigned seed);

} // namespace atlas::test
