#include "app/charts/chart_legend.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>

#include <cmath>

namespace atlas {

namespace {

constexpr double entryGap = 6;
constexpr double between = 16;

double lineHeight(const ChartStyle &style)
{
    return std::ceil(QFontMetricsF(style.font).height()) + 4;
}

/// Where each entry starts, from left to right and line by line.
std::vector<QPointF> placesOf(const std::vector<ChartMark> &entries, const ChartStyle &style, double width)
{
    const QFontMetricsF metrics(style.font);
    std::vector<QPointF> places;
    QPointF place(entryGap, 0);
    for (const ChartMark &entry : entries) {
        const double needed = legendMarkWidth + entryGap + metrics.horizontalAdvance(entry.text);
        if (place.x() > entryGap && place.x() + needed > width)
            place = {entryGap, place.y() + lineHeight(style)};
        places.push_back(place);
        place.rx() += needed + between;
    }
    return places;
}

} // namespace

double chartLegendHeight(const std::vector<ChartMark> &entries, const ChartStyle &style, double width)
{
    return entries.empty() ? 0 : placesOf(entries, style, width).back().y() + lineHeight(style);
}

void paintChartLegend(QPainter &painter, const std::vector<ChartMark> &entries, const ChartStyle &style,
                      double width)
{
    const std::vector<QPointF> places = placesOf(entries, style, width);
    const double height = lineHeight(style);
    painter.save();
    painter.setFont(style.font);
    for (size_t i = 0; i < entries.size(); ++i) {
        painter.save();
        entries[i].paintMark(painter, places[i] + QPointF(legendMarkWidth / 2, height / 2));
        painter.restore();
        painter.setPen(style.ink);
        const double left = places[i].x() + legendMarkWidth + entryGap;
        painter.drawText(QRectF(left, places[i].y(), width - left, height), Qt::AlignVCenter | Qt::AlignLeft,
                         entries[i].text);
    }
    painter.restore();
}

std::function<void(QPainter &, QPointF)> squareMark(const QColor &colour)
{
    return [colour](QPainter &painter, QPointF centre) {
        constexpr double side = 11;
        painter.fillRect(QRectF(centre - QPointF(side / 2, side / 2), QSizeF(side, side)), colour);
    };
}

std::function<void(QPainter &, QPointF)> lineMark(const QColor &colour, double rise)
{
    return [colour, rise](QPainter &painter, QPointF centre) {
        constexpr double half = legendMarkWidth / 2 - 1;
        painter.setPen(QPen(colour, 2));
        painter.drawLine(centre + QPointF(-half, rise), centre + QPointF(half, -rise));
    };
}

} // namespace atlas
