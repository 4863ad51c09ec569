#pragma once

#include "core/render/map_layout.h"
#include "core/render/map_scene.h"

#include <QImage>
#include <QPointF>

#include <vector>

class QPainter;

namespace atlas {

/// Title, legend and source line as pictures: text takes long to draw, and seldom changes.
class FurniturePicture
{
public:
    /// To be called when scene or layout are new.
    void forget() { m_pieces.clear(); }
    void paint(QPainter &painter, const MapScene &scene, const MapLayout &layout);

private:
    struct Piece
    {
        QPointF topLeft;
        QImage image; ///< on nothing
    };

    std::vector<Piece> m_pieces;
};

} // namespace atlas
