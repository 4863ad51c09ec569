#include "core/render/furniture_text.h"

#include "core/render/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace atlas {

QFont titleFont()
{
    return mapFont(16, QFont::DemiBold);
}
QFont textFont()
{
    return mapFont(12);
}
QFont smallFont()
{
    return mapFont(11);
}
QFont keyNumberFont()
{
    return mapFont(11, QFont::DemiBold);
}
QFont markFont()
{
    return mapFont(12, QFont::DemiBold);
}

double wrappedHeight(const QFont &font, const QString &text, double width)
{
    return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 1000), Qt::TextWordWrap, text).height();
}

void drawText(QPainter &painter, const QRectF &box, int flags, const QFont &font, const QColor &ink,
              const QString &text)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(box, flags, text);
}

} // namespace atlas
