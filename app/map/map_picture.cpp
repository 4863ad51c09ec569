#include "app/map/map_picture.h"

#include "core/render/map_painter.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace atlas {

bool MapPicture::shows(const MapViewport &viewport, double pixelRatio) const
{
    return m_drawing && m_drawing->isOf(viewport, pixelRatio);
}

void MapPicture::forget()
{
    m_drawing.reset();
    m_areas = m_selection = m_labels = QImage();
}

void MapPicture::setDrawing(MapDrawing drawing, const MapScene &scene)
{
    m_drawing = std::move(drawing);
    setColours(scene);
}

void MapPicture::setColours(const MapScene &scene)
{
    if (!m_drawing)
        return;
    m_areas = colourAreaLayers(m_drawing->layers, scene);
    m_areas.setDevicePixelRatio(m_drawing->pixelRatio);
    m_labels = QImage();
    if (!m_drawing->labels.empty()) {
        m_labels = newLayer();
        QPainter painter(&m_labels);
        atlas::paintLabels(painter, scene, m_drawing->labels);
    }
    setSelected(m_selected, scene);
}

void MapPicture::setSelected(const std::vector<size_t> &areas, const MapScene &scene)
{
    constexpr double width = 2.5;
    constexpr size_t outlinedOneByOne = 100;
    m_selected = areas;
    m_selection = QImage();
    if (!m_drawing || areas.empty())
        return;
    if (areas.size() > outlinedOneByOne) {
        m_selection = outlineAreas(m_drawing->layers, scene.boundaries().size(), areas,
                                   scene.colours.selected, scene.colours.background, m_drawing->pixelRatio);
        m_selection.setDevicePixelRatio(m_drawing->pixelRatio);
        return;
    }
    m_selection = newLayer();
    QPainter painter(&m_selection);
    for (const size_t area : areas)
        paintHighlight(painter, scene, m_drawing->viewport, area, scene.colours.selected, width);
}

QImage MapPicture::newLayer() const
{
    QImage layer(m_drawing->layers.areas.size(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    layer.setDevicePixelRatio(m_drawing->pixelRatio);
    return layer;
}

void MapPicture::paintAreas(QPainter &painter, const MapViewport &viewport) const
{
    paintLayer(painter, m_areas, viewport);
}

void MapPicture::paintSelection(QPainter &painter, const MapViewport &viewport) const
{
    paintLayer(painter, m_selection, viewport);
}

void MapPicture::paintLabels(QPainter &painter, const MapViewport &viewport) const
{
    paintLayer(painter, m_labels, viewport);
}

void MapPicture::paintLayer(QPainter &painter, const QImage &layer, const MapViewport &viewport) const
{
    if (layer.isNull())
        return;
    const MapViewport &drawn = m_drawing->viewport;
    const QPointF origin = viewport.toScreen(drawn.toMap(QPointF(0, 0)));
    if (viewport.pixelsPerMetre() == drawn.pixelsPerMetre())
        painter.drawImage(origin, layer);
    else
        painter.drawImage(
            QRectF(origin, drawn.screen() * (viewport.pixelsPerMetre() / drawn.pixelsPerMetre())), layer);
}

} // namespace atlas
