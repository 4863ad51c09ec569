#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace atlas {

/// What part of the map is seen, and how large: a value that a zoom or a pan turns into another value.
/// Screen points are logical pixels, y down, (0, 0) at the top left; map points are metres, y north.
class MapViewport
{
public:
    MapViewport() = default;

    /// All of `extent` inside `window`, a part of a screen of this size, centred.
    static MapViewport fitting(const QRectF &extent, const QRectF &window, const QSizeF &screen);

    QPointF toScreen(QPointF map) const
    {
        return {(map.x() - m_centre.x()) * m_scale + m_screen.width() / 2,
                (m_centre.y() - map.y()) * m_scale + m_screen.height() / 2};
    }
    QPointF toMap(QPointF screen) const
    {
        return {(screen.x() - m_screen.width() / 2) / m_scale + m_centre.x(),
                m_centre.y() - (screen.y() - m_screen.height() / 2) / m_scale};
    }
    QRectF toScreen(const QRectF &map) const;
    /// The part of the map that the screen shows, and a margin of so many pixels around it.
    QRectF mapRect(double margin = 0) const;

    double pixelsPerMetre() const { return m_scale; }
    QSizeF screen() const { return m_screen; }

    /// Magnified by `factor`, the point under `screenPoint` staying where it is. Stays between one
    /// millimetre and the whole planet across the screen.
    MapViewport zoomed(double factor, QPointF screenPoint) const;
    /// Moved with the hand: what was at (0, 0) comes to `offset`.
    MapViewport panned(QPointF offset) const;
    /// The same centre and scale on a screen of another size.
    MapViewport resized(const QSizeF &screen) const;
    /// The same part of the map in so many times finer pixels: a screen of device pixels, for one.
    MapViewport refined(double factor) const;

    bool operator==(const MapViewport &) const = default;

private:
    QPointF m_centre;
    double m_scale = 1.0; ///< logical pixels per metre
    QSizeF m_screen;
};

} // namespace atlas
