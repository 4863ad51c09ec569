#include "core/render/map_viewport.h"

#include <algorithm>

namespace atlas {

namespace {

constexpr double planet = 4.0e7; // metres around it
constexpr double closest = 0.001;
constexpr double smallestExtent = 1.0;

} // namespace

MapViewport MapViewport::fitting(const QRectF &extent, const QRectF &window, const QSizeF &screen)
{
    MapViewport viewport;
    viewport.m_screen = screen;
    const double width = std::max(extent.width(), smallestExtent);
    const double height = std::max(extent.height(), smallestExtent);
    viewport.m_scale = std::max(std::min(window.width() / width, window.height() / height), 1.0 / planet);
    const QPointF offset = window.center() - QPointF(screen.width() / 2, screen.height() / 2);
    viewport.m_centre = {extent.center().x() - offset.x() / viewport.m_scale,
                         extent.center().y() + offset.y() / viewport.m_scale};
    return viewport;
}

QRectF MapViewport::toScreen(const QRectF &map) const
{
    return QRectF(toScreen(map.topLeft()), toScreen(map.bottomRight())).normalized();
}

QRectF MapViewport::mapRect(double margin) const
{
    return QRectF(toMap({-margin, -margin}), toMap({m_screen.width() + margin, m_screen.height() + margin}))
        .normalized();
}

MapViewport MapViewport::zoomed(double factor, QPointF screenPoint) const
{
    MapViewport result = *this;
    const double across = std::max(1.0, std::max(m_screen.width(), m_screen.height()));
    result.m_scale = std::clamp(m_scale * factor, across / planet, across / closest);
    const QPointF before = toMap(screenPoint);
    const QPointF after = result.toMap(screenPoint);
    result.m_centre += before - after;
    return result;
}

MapViewport MapViewport::panned(QPointF offset) const
{
    MapViewport result = *this;
    result.m_centre += QPointF(-offset.x() / m_scale, offset.y() / m_scale);
    return result;
}

MapViewport MapViewport::resized(const QSizeF &screen) const
{
    MapViewport result = *this;
    result.m_screen = screen;
    return result;
}

MapViewport MapViewport::refined(double factor) const
{
    MapViewport result = *this;
    result.m_scale *= factor;
    result.m_screen *= factor;
    return result;
}

} // namespace atlas
