#include "core/render/land_raster.h"

#include "core/render/map_painter.h"
#include "core/render/new_image.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double cell = 2; // pixels
constexpr double rim = 2;  // cells around the view

} // namespace

LandRaster::LandRaster(const MapShapes &shapes, const MapViewport &viewport)
    : m_sea(static_cast<QRgb>(shapes.boundaries().size()))
{
    // Whole cells from the middle of the map's coordinates to the first column and row.
    const MapViewport coarse = viewport.refined(1 / cell);
    const QPointF origin = coarse.toScreen(QPointF(0, 0));
    m_shift = QPointF(std::ceil(origin.x()) - origin.x() + rim, std::ceil(origin.y()) - origin.y() + rim);
    const QSizeF screen = coarse.screen() + QSizeF(2 * rim + 1, 2 * rim + 1);
    const QSize size(static_cast<int>(std::ceil(screen.width())),
                     static_cast<int>(std::ceil(screen.height())));
    const QPointF centred((screen.width() - coarse.screen().width()) / 2,
                          (screen.height() - coarse.screen().height()) / 2);
    const MapViewport wide = coarse.resized(screen).panned(m_shift - centred);
    m_cells = newImage(size, QImage::Format_RGB32);
    m_cells.fill(QColor::fromRgb(m_sea));
    const ViewShapes view = projectShapes(shapes, wide, screenTolerance);
    QPainter painter(&m_cells);
    paintFills(painter, view, 0, size.height(),
               [](size_t area) { return QColor::fromRgb(static_cast<QRgb>(area)); });
}

/// Those whose middle is in the box, or at least the one around its middle.
QRect LandRaster::cellsOf(const QRectF &box) const
{
    const auto first = [](double at) { return static_cast<int>(std::ceil(at - 0.5)); };
    const QPointF from = box.topLeft() / cell + m_shift;
    const QPointF to = box.bottomRight() / cell + m_shift;
    const QPoint topLeft(first(from.x()), first(from.y()));
    const QPoint end(std::max(first(to.x()), topLeft.x() + 1), std::max(first(to.y()), topLeft.y() + 1));
    return QRect(topLeft, end - QPoint(1, 1)) & m_cells.rect();
}

LandRaster::Cover LandRaster::coverOf(const QRectF &box, size_t area) const
{
    const QRect cells = cellsOf(box);
    Cover cover{.cells = cells.width() * cells.height()};
    const auto isOther = [&](QPoint at) {
        const QRgb number = row(at.y())[at.x()] & RGB_MASK;
        return number != m_sea && number != area;
    };
    if (cells.isEmpty())
        return cover;
    // Most boxes that lie on another area do so with a corner.
    cover.other = isOther(cells.topLeft()) || isOther(cells.topRight()) || isOther(cells.bottomLeft())
                  || isOther(cells.bottomRight());
    for (int y = cells.top(); y <= cells.bottom() && !cover.other; ++y) {
        const QRgb *numbers = row(y);
        for (int x = cells.left(); x <= cells.right(); ++x) {
            const QRgb number = numbers[x] & RGB_MASK;
            cover.own += number == area ? 1 : 0;
            cover.other = cover.other || (number != area && number != m_sea);
        }
    }
    return cover;
}

bool LandRaster::isSea(const QRectF &box) const
{
    const QRect cells = cellsOf(box);
    for (int y = cells.top(); y <= cells.bottom(); ++y) {
        const QRgb *numbers = row(y);
        for (int x = cells.left(); x <= cells.right(); ++x)
            if ((numbers[x] & RGB_MASK) != m_sea)
                return false;
    }
    return true;
}

bool LandRaster::isOf(QPointF place, size_t area) const
{
    const QPointF at = place / cell + m_shift;
    const QPoint pixel(static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())));
    return m_cells.rect().contains(pixel) && (row(pixel.y())[pixel.x()] & RGB_MASK) == area;
}

} // namespace atlas
