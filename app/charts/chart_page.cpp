#include "app/charts/chart_page.h"

#include "app/charts/chart_style.h"
#include "core/common/plain_text.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace atlas {

namespace {

constexpr double pageWidth = 642;
constexpr double margin = 16;

QFont titleFont()
{
    constexpr int titlePixels = 16;
    return mapFont(titlePixels, QFont::DemiBold);
}

/// The height of wrapped text.
double heightOf(const QString &text, const QFont &font)
{
    constexpr double anyHeight = 1e6;
    const QRectF room(0, 0, chartPageWidth(), anyHeight);
    return text.isEmpty() ? 0 : QFontMetricsF(font).boundingRect(room, Qt::TextWordWrap, text).height();
}

} // namespace

double chartPageWidth()
{
    return pageWidth - 2 * margin;
}

Picture chartPage(const QString &heading, double height, const std::function<void(QPainter &)> &paint,
                  const QStringList &notes)
{
    const ChartStyle style = chartStyleOfFiles();
    const QString title = plainLine(heading);
    const QString note = plainText(notes.join(QLatin1Char('\n')));
    const double titleHeight = heightOf(title, titleFont()) + margin / 2;
    const double noteHeight = heightOf(note, style.font);
    const QSizeF size(pageWidth, 2 * margin + titleHeight + height + margin / 2 + noteHeight);
    const auto paintPage = [=](QPainter &painter) {
        painter.fillRect(QRectF(QPointF(), size), style.paper);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(margin, margin);
        painter.setPen(style.ink);
        painter.setFont(titleFont());
        painter.drawText(QRectF(0, 0, chartPageWidth(), titleHeight), Qt::TextWordWrap, title);
        painter.translate(0, titleHeight);
        painter.setFont(style.font);
        painter.save();
        paint(painter);
        painter.restore();
        painter.setPen(style.ink);
        painter.drawText(QRectF(0, height + margin / 2, chartPageWidth(), noteHeight), Qt::TextWordWrap,
                         note);
    };
    constexpr double usual = 300.0 / 96; // dots in a logical pixel
    constexpr double mostDots = 20000;
    return {.title = title,
            .description = note,
            .size = {.logical = size, .pixelsPerUnit = std::min(usual, mostDots / size.height())},
            .background = style.paper,
            .paint = paintPage};
}

} // namespace atlas
