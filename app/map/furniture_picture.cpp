#include "app/map/furniture_picture.h"

#include "core/render/map_furniture.h"

#include <QPainter>

namespace atlas {

void FurniturePicture::paint(QPainter &painter, const MapScene &scene, const MapLayout &layout)
{
    if (!scene.notice.isEmpty()) { // seldom, and anywhere on the map
        paintFurniture(painter, scene, layout);
        return;
    }
    constexpr int rim = 6; // for the panels behind the text
    const double ratio = painter.device()->devicePixelRatioF() * painter.transform().m11();
    if (!m_pieces.empty() && m_pieces.front().image.devicePixelRatio() != ratio)
        m_pieces.clear();
    if (m_pieces.empty())
        for (const QRectF &part : {layout.title.united(layout.legend), layout.source}) {
            if (part.isEmpty())
                continue;
            const QRect box = part.toAlignedRect().adjusted(-rim, -rim, rim, rim);
            Piece piece{box.topLeft(),
                        QImage((QSizeF(box.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied)};
            if (piece.image.isNull()) { // memory is short
                m_pieces.clear();
                paintFurniture(painter, scene, layout);
                return;
            }
            piece.image.setDevicePixelRatio(ratio);
            piece.image.fill(Qt::transparent);
            QPainter own(&piece.image);
            own.translate(-piece.topLeft);
            paintFurniture(own, scene, layout);
            m_pieces.push_back(std::move(piece));
        }
    for (const Piece &piece : m_pieces)
        painter.drawImage(piece.topLeft, piece.image);
}

} // namespace atlas
