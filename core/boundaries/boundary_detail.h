#pragma once

#include "core/boundaries/boundary_set.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace atlas {

/// How coarse a view may be and still need a point. A level is a distance on a scale of four steps to the
/// octave, from a centimetre up.
using DetailLevel = uint8_t;

/// A run of points of BoundarySet::points, ends included.
struct BoundaryLine
{
    uint32_t first = 0;
    uint32_t count = 0;

    bool operator==(const BoundaryLine &) const = default;
};

/// Those points of boundaries that have at least a certain level, closer together in memory than they are
/// among all the others. Rings and lines are the same, in the same order.
struct CoarseBoundaries
{
    DetailLevel level = 0; ///< the least there is
    std::vector<QPointF> points;
    std::vector<DetailLevel> levels; ///< one for each point
    std::vector<uint32_t> ringStarts;
    std::vector<BoundaryLine> lines;
};

/// What boundaries can do without when they are drawn small, for all scales at once. Left out of two
/// neighbours, a point is left out of both: edges that two areas share stay shared at every scale.
struct BoundaryDetail
{
    /// One for each point: it is needed where a deviation of this size would be seen. Ends of lines are
    /// needed always.
    std::vector<DetailLevel> levels;
    /// Every edge once, also where two areas share it: from a point where edges meet to the next such point.
    std::vector<BoundaryLine> lines;
    /// First line of each area, then the number of lines. A line that areas share belongs to the first of
    /// them.
    std::vector<uint32_t> areaLineStarts;
    /// For views of many areas at once, each with an eighth of the points before; none where points are few.
    std::vector<CoarseBoundaries> coarse;
};

/// The least level of the points that are needed where deviations of up to `metres` are not seen.
DetailLevel detailLevel(double metres);

/// Finds the lines that areas share (points of different areas are the same only when their coordinates are
/// equal to the last bit), and the distance at which each of their points can be left out (Ramer 1972,
/// "An iterative procedure for the polygonal approximation of plane curves"; Douglas and Peucker 1973).
/// The same for any number of threads. Throws std::bad_alloc when memory is short.
BoundaryDetail findDetail(const BoundarySet &boundaries);

} // namespace atlas
