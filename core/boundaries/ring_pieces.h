#pragma once

#include "core/boundaries/boundary_set.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace atlas {

/// The edges of all areas in short runs, with their boxes and boxes around boxes, so that a point is compared
/// with few of them, however long a ring is and however many rings an area has.
class RingPieces
{
public:
    /// Least and greatest coordinates; the other way round when there is nothing inside.
    struct Bounds
    {
        double west = std::numeric_limits<double>::infinity();
        double south = std::numeric_limits<double>::infinity();
        double east = -std::numeric_limits<double>::infinity();
        double north = -std::numeric_limits<double>::infinity();
    };

    /// Keep `boundaries` alive.
    explicit RingPieces(const BoundarySet &boundaries);

    /// Box around an area, a few rounding errors wide of its points.
    Bounds boundsOf(size_t area) const;

    /// Whether the point is inside an odd number of the area's rings, each judged as
    /// boost::geometry::within() does.
    bool holds(size_t area, QPointF point) const;

private:
    /// At most `edgesInAPiece` edges of one ring.
    struct Piece
    {
        uint32_t firstPoint;
        uint32_t ring;
    };

    static constexpr uint32_t edgesInAPiece = 32;
    static constexpr size_t groupSize = 16;

    size_t countPieces(size_t area) const;
    void cutArea(size_t area);
    size_t cutRing(uint32_t ring, size_t piece);
    void addGroups();
    size_t nextBelow(size_t piece, size_t last, QPointF point) const;

    const BoundarySet &m_boundaries;
    std::vector<Piece> m_pieces;
    std::vector<size_t> m_pieceStarts = {0};   ///< first piece of each area, then the number of pieces
    std::vector<std::vector<Bounds>> m_bounds; ///< of pieces, of groups of pieces, of groups of groups ...
};

} // namespace atlas
