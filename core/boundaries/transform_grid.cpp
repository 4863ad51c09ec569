#include "core/boundaries/transform_grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {

namespace {

/// Weights of the values at -1, 0, 1 and 2 for the place t.
std::array<double, 4> weightsAt(double t)
{
    const double before = t + 1;
    const double after = t - 1;
    const double beyond = t - 2;
    constexpr double sixth = 1.0 / 6; // dividing takes longer, and this is done ten million times
    return {-sixth * t * after * beyond, 0.5 * before * after * beyond, -0.5 * before * t * beyond,
            sixth * before * t * after};
}

} // namespace

TransformGrid::TransformGrid(const QRectF &extent, int cells)
    : m_corner(extent.topLeft()), m_cell(extent.width() / cells, extent.height() / cells),
      m_density(1 / m_cell.x(), 1 / m_cell.y()), m_cells(static_cast<size_t>(cells))
{}

QPointF TransformGrid::node(int column, int row) const
{
    return {m_corner.x() + column * m_cell.x(), m_corner.y() + row * m_cell.y()};
}

std::optional<TransformGrid> TransformGrid::over(const QRectF &extent, int cells, const PointTransform &exact,
                                                 double tolerance, std::span<const QPointF> samples)
{
    if (extent.isEmpty())
        return {};
    TransformGrid grid(extent, cells);
    for (int row = -1; row <= cells + 1; ++row)
        for (int column = -1; column <= cells + 1; ++column)
            grid.m_nodes.push_back(grid.node(column, row));
    if (!exact(grid.m_nodes) || !grid.leaveOutWorse(exact, tolerance, samples))
        return {};
    return grid;
}

bool TransformGrid::leaveOutWorse(const PointTransform &exact, double tolerance,
                                  std::span<const QPointF> samples)
{
    m_isLeftOut.assign(m_cells * m_cells, 0);
    std::vector<QPointF> points(samples.begin(), samples.end());
    for (int row = 0; row < static_cast<int>(m_cells); ++row)
        for (int column = 0; column < static_cast<int>(m_cells); ++column)
            points.push_back(node(column, row) + m_cell / 2);
    std::vector<QPointF> expected = points;
    if (!exact(expected))
        return false;
    for (size_t i = 0; i < points.size(); ++i) {
        const Place place = placeOf(points[i]);
        const QPointF difference = interpolate(place) - expected[i];
        if (!(std::hypot(difference.x(), difference.y()) <= tolerance))
            m_isLeftOut[place.row * m_cells + place.column] = 1;
    }
    return true;
}

TransformGrid::Place TransformGrid::placeOf(QPointF point) const
{
    const double x = (point.x() - m_corner.x()) * m_density.x();
    const double y = (point.y() - m_corner.y()) * m_density.y();
    const auto last = static_cast<int>(m_cells) - 1;
    const int column = std::clamp(static_cast<int>(x), 0, last);
    const int row = std::clamp(static_cast<int>(y), 0, last);
    return {static_cast<size_t>(column), static_cast<size_t>(row), x - column, y - row};
}

QPointF TransformGrid::interpolate(const Place &place) const
{
    const std::array<double, 4> across = weightsAt(place.x);
    const std::array<double, 4> up = weightsAt(place.y);
    const size_t stride = m_cells + 3;
    const QPointF *nodes = m_nodes.data() + place.row * stride + place.column;
    QPointF sum;
    for (size_t i = 0; i < 4; ++i, nodes += stride)
        sum += up[i]
               * (across[0] * nodes[0] + across[1] * nodes[1] + across[2] * nodes[2] + across[3] * nodes[3]);
    return sum;
}

std::vector<QPointF *> TransformGrid::transform(std::span<QPointF> points) const
{
    std::vector<QPointF *> leftOut;
    for (QPointF &point : points) {
        const Place place = placeOf(point);
        if (m_isLeftOut[place.row * m_cells + place.column])
            leftOut.push_back(&point);
        else
            point = interpolate(place);
    }
    return leftOut;
}

} // namespace atlas
