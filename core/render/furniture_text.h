#pragma once

#include <QFont>

class QColor;
class QPainter;
class QRectF;
class QString;

namespace atlas {

// The letters of what stands around a map, in logical pixels.

constexpr double captionLine = 15;
constexpr double padding = 8;

QFont titleFont();
QFont textFont();
QFont smallFont();
QFont keyNumberFont();
QFont markFont();

double wrappedHeight(const QFont &font, const QString &text, double width);
void drawText(QPainter &painter, const QRectF &box, int flags, const QFont &font, const QColor &ink,
              const QString &text);

} // namespace atlas
