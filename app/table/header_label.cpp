#include "app/table/header_label.h"

#include <QPainter>

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

namespace atlas {

namespace {

using TwoLines = std::pair<QString, QString>;

/// Every way to break the label between two words.
std::vector<TwoLines> breaksOf(const QString &label)
{
    std::vector<TwoLines> breaks;
    for (qsizetype space = label.indexOf(u' '); space >= 0; space = label.indexOf(u' ', space + 1))
        breaks.emplace_back(label.left(space), label.mid(space + 1));
    return breaks;
}

int widthOf(const TwoLines &lines, const QFontMetrics &metrics)
{
    return std::max(metrics.horizontalAdvance(lines.first), metrics.horizontalAdvance(lines.second));
}

} // namespace

int labelWidth(const QString &label, const QFontMetrics &metrics)
{
    int width = metrics.horizontalAdvance(label);
    for (const TwoLines &lines : breaksOf(label))
        width = std::min(width, widthOf(lines, metrics));
    return width;
}

QStringList labelLines(const QString &label, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(label) <= width)
        return {label};
    // As much in the first line as it takes; the second is elided when the rest is too long.
    QString first;
    QString second = label;
    for (const TwoLines &lines : breaksOf(label))
        if (first.isEmpty() || metrics.horizontalAdvance(lines.first) <= width)
            std::tie(first, second) = lines;
    const auto elided = [&](const QString &line) { // a text that fits by a fraction of a pixel stays whole
        return metrics.horizontalAdvance(line) <= width ? line
                                                        : metrics.elidedText(line, Qt::ElideRight, width);
    };
    return first.isEmpty() ? QStringList{elided(second)} : QStringList{elided(first), elided(second)};
}

void paintLabel(QPainter *painter, const QRect &rect, const QString &label, Qt::AlignmentFlag alignment)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const QStringList lines = labelLines(label, metrics, rect.width());
    int top = rect.bottom() + 1 - static_cast<int>(lines.size()) * metrics.height();
    for (const QString &line : lines) {
        painter->drawText(QRect(rect.left(), top, rect.width(), metrics.height()),
                          alignment | Qt::AlignVCenter, line);
        top += metrics.height();
    }
}

} // namespace atlas
