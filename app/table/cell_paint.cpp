#include "app/table/cell_paint.h"

#include "core/render/theme.h"

#include <QBrush>
#include <QFontInfo>
#include <QPainter>
#include <QRect>

#include <algorithm>

namespace atlas {

namespace {

constexpr int leastMarkPixels = 11;
constexpr double markSize = 0.85; // of the figures
constexpr double hatchTint = 0.25;

} // namespace

QFont markFont(const QFont &font)
{
    QFont mark = font;
    mark.setPixelSize(std::max(leastMarkPixels, qRound(QFontInfo(font).pixelSize() * markSize)));
    return mark;
}

QRect colouredPart(const QRect &cell)
{
    return cell.adjusted(1, 1, -1, -1);
}

void paintClassCell(QPainter *painter, const QRect &coloured, const QColor &colour, const QColor &edge)
{
    painter->fillRect(coloured, edge);
    if (edge != colour)
        painter->fillRect(coloured.adjusted(1, 1, -1, -1), colour);
}

void paintMissingCell(QPainter *painter, const QRect &coloured, const QColor &ink, const QColor &background)
{
    painter->fillRect(coloured, QBrush(mixed(background, ink, hatchTint), Qt::BDiagPattern));
}

} // namespace atlas
