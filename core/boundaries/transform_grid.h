#pragma once

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace atlas {

/// Moves points from one plane to another, in place. False when at least one of them has no place there.
using PointTransform = std::function<bool(std::span<QPointF>)>;

/// A transform of the plane that is known at the nodes of a regular grid and interpolated in between by
/// bicubic Lagrange polynomials (Abramowitz and Stegun 1964, 25.2.13): exact for polynomials up to degree 3
/// in x and in y. Cells where that is not good enough, as beside a jump of the transform, are left out. Equal
/// points give equal results, bit for bit.
class TransformGrid
{
public:
    /// A grid of `cells` x `cells` over `extent`. A cell is left out when interpolation in its middle, where
    /// it is worst, or at one of the `samples` is off by more than `tolerance` (in units of the result).
    /// Nothing when the extent is empty, or when `exact` cannot transform one of the nodes, of which some lie
    /// one cell outside the extent.
    static std::optional<TransformGrid> over(const QRectF &extent, int cells, const PointTransform &exact,
                                             double tolerance, std::span<const QPointF> samples = {});

    /// Transforms points inside the extent, in place. Gives those that lie in cells that were left out, which
    /// stay as they are.
    std::vector<QPointF *> transform(std::span<QPointF> points) const;

private:
    /// A cell, and a place in it from (0, 0) to (1, 1).
    struct Place
    {
        size_t column;
        size_t row;
        double x;
        double y;
    };

    TransformGrid(const QRectF &extent, int cells);
    QPointF node(int column, int row) const;
    Place placeOf(QPointF point) const;
    QPointF interpolate(const Place &place) const;
    bool leaveOutWorse(const PointTransform &exact, double tolerance, std::span<const QPointF> samples);

    QPointF m_corner;
    QPointF m_cell;    ///< width and height of a cell
    QPointF m_density; ///< cells in a unit
    size_t m_cells = 0;
    std::vector<QPointF> m_nodes;     ///< rows of cells + 3, the first one cell outside
    std::vector<uint8_t> m_isLeftOut; ///< rows of cells
};

} // namespace atlas
