#pragma once

#include <QFontMetrics>
#include <QString>
#include <QStringList>

class QPainter;
class QRect;

namespace atlas {

/// The narrowest width at which a label has room in two lines.
int labelWidth(const QString &label, const QFontMetrics &metrics);

/// The label in one line or two of at most `width`, broken between words; what has no room is elided.
QStringList labelLines(const QString &label, const QFontMetrics &metrics, int width);

/// Draws the label at the bottom of `rect`.
void paintLabel(QPainter *painter, const QRect &rect, const QString &label, Qt::AlignmentFlag alignment);

} // namespace atlas
