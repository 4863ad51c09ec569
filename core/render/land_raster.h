#pragma once

#include "core/render/map_shapes.h"
#include "core/render/map_viewport.h"

#include <QImage>
#include <QPointF>
#include <QRectF>

#include <cstdint>

namespace atlas {

/// Which area is where in a view, in cells of two pixels: quick to ask, and nearly exact. The cells stay on
/// the same places of the map when the view is moved. Throws std::bad_alloc when memory is short.
class LandRaster
{
public:
    LandRaster(const MapShapes &shapes, const MapViewport &viewport);

    /// What a rectangle in pixels of the viewport lies on, by the middles of its cells.
    struct Cover
    {
        int cells = 0;      ///< of the rectangle
        int own = 0;        ///< that belong to the area
        bool other = false; ///< whether one belongs to another; the counts then stop
    };
    Cover coverOf(const QRectF &box, size_t area) const;
    /// Whether no cell of the rectangle belongs to an area. True for what is out of the view.
    bool isSea(const QRectF &box) const;
    bool isOf(QPointF place, size_t area) const;

private:
    QRect cellsOf(const QRectF &box) const;
    const QRgb *row(int y) const { return reinterpret_cast<const QRgb *>(m_cells.constScanLine(y)); }

    QImage m_cells;
    QPointF m_shift; ///< from pixels of the viewport, halved, to cells
    QRgb m_sea = 0;
};

} // namespace atlas
