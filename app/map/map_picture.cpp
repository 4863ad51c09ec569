#include "app/map/map_picture.h"

#include "core/render/map_painter.h"
#include "core/render/new_image.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace atlas {

bool MapPicture::shows(const MapViewport &viewport, double pixelRatio) const
{
    return m_drawing && m_drawing->isOf(viewport, pixelRatio);
}

std::optional<DrawnView> MapPicture::view() const
{
    if (!m_drawing)
        return {};
    return DrawnView{m_drawing->viewport, m_drawing->milliseconds};
}

std::optional<MapSurroundings> MapPicture::surroundings() const
{
    if (!m_drawing)
        return {};
    return m_drawing->surroundings;
}

void MapPicture::forget()
{
    m_ofInsets.clear();
    m_drawing.reset();
    m_selection = QImage();
}

void MapPicture::setDrawing(MapDrawing drawing, const MapScene &scene)
{
    if (m_drawing)
        m_used = std::move(m_drawing->areas);
    m_drawing = std::move(drawing);
    outlineSelected(scene);
    m_ofInsets.clear();
    for (MapDrawing &own : std::exchange(m_drawing->ofInsets, {})) {
        MapPicture &inset = m_ofInsets.emplace_back();
        inset.m_selected = m_selected;
        inset.setDrawing(std::move(own), scene);
    }
}

void MapPicture::setColours(const MapScene &scene)
{
    if (!m_drawing)
        return;
    colourDrawing(*m_drawing, scene);
    outlineSelected(scene);
    for (MapPicture &inset : m_ofInsets)
        inset.setColours(scene);
}

void MapPicture::setSelected(std::vector<size_t> areas, const MapScene &scene)
{
    for (MapPicture &inset : m_ofInsets)
        inset.setSelected(areas, scene);
    m_selected = std::move(areas);
    outlineSelected(scene);
}

std::span<const MapInset> MapPicture::insets(const MapViewport &viewport) const
{
    if (!m_drawing || m_drawing->viewport != viewport)
        return {};
    return m_drawing->insets;
}

void MapPicture::paintInset(QPainter &painter, const MapScene &scene, size_t number,
                            const std::function<void(const MapViewport &)> &highlight) const
{
    const MapInset &inset = m_drawing->insets[number];
    const MapPicture &own = m_ofInsets[number];
    painter.save();
    painter.setClipRect(inset.frame, Qt::IntersectClip);
    painter.translate(inset.frame.topLeft());
    own.paintAreas(painter, inset.viewport);
    own.paintSelection(painter, inset.viewport);
    highlight(inset.viewport);
    paintPeople(painter, scene, inset.viewport);
    own.paintLabels(painter, inset.viewport);
    painter.restore();
    paintInsetFrame(painter, scene, m_drawing->viewport, inset);
}

void MapPicture::outlineSelected(const MapScene &scene)
{
    constexpr double width = 2.5;
    constexpr size_t outlinedOneByOne = 100;
    m_isOutlined = false;
    if (!m_drawing || m_selected.empty())
        return;
    m_selectionBox = boxAround(m_selected, scene);
    if (m_selected.size() > outlinedOneByOne) {
        m_selection = outlineAreas(m_drawing->layers, scene.boundaries().size(), m_selected,
                                   scene.colours.selected, scene.colours.background, m_drawing->pixelRatio);
        m_selection.setDevicePixelRatio(m_drawing->pixelRatio);
        m_isOutlined = true;
        return;
    }
    const QSize size = m_drawing->layers.size;
    if (m_selection.size() != size || !m_selection.isDetached())
        m_selection = newImage(size, QImage::Format_ARGB32_Premultiplied);
    m_selection.fill(Qt::transparent);
    m_selection.setDevicePixelRatio(m_drawing->pixelRatio);
    QPainter painter(&m_selection);
    for (const size_t area : m_selected)
        paintHighlight(painter, scene, m_drawing->viewport, area, scene.colours.selected, width);
    m_isOutlined = true;
}

/// The part of the layer that the outlines of these areas are in.
QRect MapPicture::boxAround(const std::vector<size_t> &areas, const MapScene &scene) const
{
    constexpr double line = 4;
    QRectF box;
    for (const size_t area : areas)
        box |=
            m_drawing->viewport.toScreen(scene.boundaries().boxes[area]).adjusted(-line, -line, line, line);
    const double ratio = m_drawing->pixelRatio;
    return QRectF(box.topLeft() * ratio, box.size() * ratio)
        .intersected(QRectF(QPointF(0, 0), m_drawing->layers.size))
        .toAlignedRect();
}

void MapPicture::paintAreas(QPainter &painter, const MapViewport &viewport) const
{
    if (m_drawing)
        paintLayer(painter, m_drawing->areas, m_drawing->areas.rect(), viewport);
}

void MapPicture::paintSelection(QPainter &painter, const MapViewport &viewport) const
{
    if (m_drawing && m_isOutlined)
        paintLayer(painter, m_selection, m_selectionBox, viewport);
}

void MapPicture::paintLabels(QPainter &painter, const MapViewport &viewport) const
{
    for (const DrawnLabel &drawn : m_drawing->labels) {
        const QPointF middle = viewport.toScreen(m_drawing->viewport.toMap(drawn.label.box.center()));
        painter.drawImage(middle + drawn.topLeft, drawn.picture);
    }
}

/// Paints a part of a layer where it belongs in another view.
void MapPicture::paintLayer(QPainter &painter, const QImage &layer, const QRect &part,
                            const MapViewport &viewport) const
{
    if (part.isEmpty())
        return;
    const MapViewport &drawn = m_drawing->viewport;
    const QRectF from(QPointF(part.topLeft()) / m_drawing->pixelRatio,
                      QSizeF(part.size()) / m_drawing->pixelRatio);
    const QPointF topLeft = viewport.toScreen(drawn.toMap(from.topLeft()));
    if (viewport.pixelsPerMetre() == drawn.pixelsPerMetre())
        painter.drawImage(topLeft, layer, part);
    else
        painter.drawImage(QRectF(topLeft, from.size() * (viewport.pixelsPerMetre() / drawn.pixelsPerMetre())),
                          layer, part);
}

} // namespace atlas
