#include "app/shell/thumbnail.h"

#include "core/render/map_painter.h"
#include "core/snapshot/snapshot.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace atlas {

QByteArray thumbnailOf(const Snapshot &now)
{
    if (!now.dataset() || !now.dataset()->hasMap())
        return {};
    constexpr QSize size(240, 168); // twice as large as it is shown, for screens of ratio 2
    QImage image(size, QImage::Format_RGB32);
    if (image.isNull())
        return {};
    const MapScene scene = now.scene(Theme::Light, QLocale());
    image.fill(scene.colours.background);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr double margin = 6;
    const QRectF room = QRectF(QPointF(), size).adjusted(margin, margin, -margin, -margin);
    paintAreas(painter, scene, MapViewport::fitting(scene.boundaries().extent(), room, size), 0);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, "PNG") ? bytes : QByteArray();
}

} // namespace atlas
