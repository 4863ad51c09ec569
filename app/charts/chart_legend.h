#pragma once

#include "app/charts/chart_style.h"

#include <QPointF>
#include <QString>

#include <functional>
#include <vector>

class QPainter;

namespace atlas {

/// A mark of a chart and what it means.
struct ChartMark
{
    QString text;
    std::function<void(QPainter &painter, QPointF centre)> paintMark; ///< within legendMarkWidth
};

inline constexpr double legendMarkWidth = 22;

/// The height of a legend that is as wide as this, in as many lines as it takes.
double chartLegendHeight(const std::vector<ChartMark> &entries, const ChartStyle &style, double width);
/// Paints it from the origin down.
void paintChartLegend(QPainter &painter, const std::vector<ChartMark> &entries, const ChartStyle &style,
                      double width);

/// A square of a colour, and a line.
std::function<void(QPainter &, QPointF)> squareMark(const QColor &colour);
std::function<void(QPainter &, QPointF)> lineMark(const QColor &colour, double rise = 0);

} // namespace atlas
