#include "app/map/map_picture.h"

#include "core/render/map_painter.h"

#include <QPainter>

namespace atlas {

namespace {

QPixmap newLayer(const QSizeF &size, double pixelRatio, const QColor &background)
{
    QPixmap layer((size * pixelRatio).toSize());
    layer.setDevicePixelRatio(pixelRatio);
    layer.fill(background);
    return layer;
}

} // namespace

bool MapPicture::isDrawn(double pixelRatio) const
{
    return !m_areas.isNull() && m_areas.devicePixelRatio() == pixelRatio;
}

void MapPicture::forget()
{
    m_areas = QPixmap();
}

void MapPicture::draw(const MapScene &scene, const MapViewport &viewport, double pixelRatio)
{
    m_areas = newLayer(viewport.screen(), pixelRatio, scene.colours.background);
    m_labels = newLayer(viewport.screen(), pixelRatio, Qt::transparent);
    QPainter areas(&m_areas);
    atlas::paintAreas(areas, scene, viewport, Outlines::OneDevicePixel);
    QPainter labels(&m_labels);
    atlas::paintLabels(labels, scene, viewport);
}

void MapPicture::paintAreas(QPainter &painter, QPointF offset) const
{
    painter.drawPixmap(offset, m_areas);
}

void MapPicture::paintLabels(QPainter &painter, QPointF offset) const
{
    painter.drawPixmap(offset, m_labels);
}

} // namespace atlas
