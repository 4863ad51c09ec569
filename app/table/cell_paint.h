#pragma once

#include <QColor>
#include <QFont>

class QPainter;
class QRect;

namespace atlas {

struct CellFormat;

// What cells of the table and the key above it have in common.

/// The font of the marks in cells: smaller than the figures, but never below 11 pixels.
QFont markFont(const QFont &font);

/// The part of a cell that has a colour of its own: all but the gap to its neighbours.
QRect colouredPart(const QRect &cell);

/// Fills a cell with the colour of its class. `edge` is as cellEdge() gives it.
void paintClassCell(QPainter *painter, const QRect &coloured, const QColor &colour, const QColor &edge);

/// Fills a cell that has no figure: hatched in a colour that does not come to the fore.
void paintMissingCell(QPainter *painter, const QRect &coloured, const QColor &ink, const QColor &background);

} // namespace atlas
