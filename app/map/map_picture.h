#pragma once

#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QPixmap>

class QPainter;

namespace atlas {

/// The areas and labels of one view as pictures, so that a pan, a hover or a selection draws no area again.
/// Areas and labels are apart because highlights go between them.
class MapPicture
{
public:
    /// True when there is a picture for this device pixel ratio.
    bool isDrawn(double pixelRatio) const;
    void forget();
    void draw(const MapScene &scene, const MapViewport &viewport, double pixelRatio);

    void paintAreas(QPainter &painter, QPointF offset) const;
    void paintLabels(QPainter &painter, QPointF offset) const;

private:
    QPixmap m_areas;
    QPixmap m_labels; ///< on nothing
};

} // namespace atlas
