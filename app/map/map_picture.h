#pragma once

#include "app/map/map_drawing.h"

#include <QImage>

#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <vector>

class QPainter;

namespace atlas {

/// A view, and how long it took to draw.
struct DrawnView
{
    MapViewport viewport;
    double milliseconds = 0;
};

/// The map as the window last drew it, in layers, so that a hover, a selection or new colours draw no area
/// again. In another view than its own it is shown moved and scaled, until there is a drawing of that view.
class MapPicture
{
public:
    bool isEmpty() const { return !m_drawing; }
    /// Whether it was drawn for this view, pixel for pixel.
    bool shows(const MapViewport &viewport, double pixelRatio) const;
    bool hasDetail() const { return m_drawing && m_drawing->hasDetail; }
    bool hasLabels() const { return m_drawing && m_drawing->hasLabels; }
    /// What it keeps clear of; nothing while there is no picture.
    std::optional<MapSurroundings> surroundings() const;
    void forget();

    /// The view it was drawn for; nothing while there is none.
    std::optional<DrawnView> view() const;
    /// The memory of a picture that is no longer seen, for drawMap().
    QImage takeUsed() { return std::exchange(m_used, {}); }

    // These throw std::bad_alloc when memory is short.

    /// A drawing in the colours of the scene.
    void setDrawing(MapDrawing drawing, const MapScene &scene);
    /// Takes the colours of a scene with the same shapes and labels.
    void setColours(const MapScene &scene);
    /// When it throws, nothing is outlined.
    void setSelected(std::vector<size_t> areas, const MapScene &scene);

    /// Areas, then the outlines of those selected, then labels: other highlights go between. Labels move with
    /// the view and keep their size.
    void paintAreas(QPainter &painter, const MapViewport &viewport) const;
    void paintSelection(QPainter &painter, const MapViewport &viewport) const;
    void paintLabels(QPainter &painter, const MapViewport &viewport) const;

    /// Those seen in this view: none in another than the picture's own.
    std::span<const MapInset> insets(const MapViewport &viewport) const;
    /// The inset that was `number` among them, with its selection, inside its frame; `highlight` paints
    /// between areas and labels, where the frame's corner is (0, 0).
    void paintInset(QPainter &painter, const MapScene &scene, size_t number,
                    const std::function<void(const MapViewport &)> &highlight) const;

private:
    void paintLayer(QPainter &painter, const QImage &layer, const QRect &part,
                    const MapViewport &viewport) const;
    void outlineSelected(const MapScene &scene);
    QRect boxAround(const std::vector<size_t> &areas, const MapScene &scene) const;

    std::optional<MapDrawing> m_drawing;
    QImage m_used;
    std::vector<size_t> m_selected;
    bool m_isOutlined = false; ///< in m_selection
    QImage m_selection;
    QRect m_selectionBox;               ///< the part of m_selection that is not empty
    std::vector<MapPicture> m_ofInsets; ///< one for each inset of the drawing
};

} // namespace atlas
