#include "app/charts/area_bars.h"

#include "app/charts/chart_legend.h"
#include "app/charts/chart_page.h"
#include "core/common/number_text.h"
#include "core/common/plain_text.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace atlas {

namespace {

constexpr double gap = 8;

/// Okabe and Ito (2008), "Color Universal Design"; without the black and the yellow, which paper and ink
/// have.
QColor colourOf(size_t area)
{
    static const std::array<QColor, mostComparedAreas> colours = {
        QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x9e, 0x73),
        QColor(0xcc, 0x79, 0xa7), QColor(0x56, 0xb4, 0xe9), QColor(0xe6, 0x9f, 0x00)};
    return colours[area % colours.size()];
}

std::vector<ChartMark> marksOf(const AreaComparison &comparison)
{
    std::vector<ChartMark> marks;
    for (qsizetype i = 0; i < comparison.areas.size(); ++i)
        marks.push_back({plainLine(comparison.areas[i]), squareMark(colourOf(static_cast<size_t>(i)))});
    return marks;
}

/// Places of a chart of this width.
struct Places
{
    double line = 0; ///< height of a bar with its gap
    double left = 0; ///< of the bars
    double right = 0;
    double reach = 1;      ///< the greatest distance on the axis, either way
    bool isNarrow = false; ///< names stand above their bars, not beside them
    double titleStart = 0; ///< of what the axis counts
    double titleRoom = 0;
    int titleLines = 1;

    double x(double distance) const { return (left + right) / 2 + distance / reach * (right - left) / 2; }
};

double nameWidth(const ChartStyle &style, double width)
{
    return std::min(width * 0.36, 34 * QFontMetricsF(style.font).averageCharWidth());
}

Places placesOf(const AreaComparison &comparison, const ChartStyle &style, double width)
{
    const QFontMetricsF metrics(style.font);
    double reach = 0;
    double valueWidth = 0;
    for (const AreaComparison::Row &row : comparison.rows) {
        for (const double distance : row.distances)
            reach = std::fmax(reach, std::abs(distance)); // passes over what is missing
        for (const QString &value : row.values)
            valueWidth = std::max(valueWidth, metrics.horizontalAdvance(value));
    }
    constexpr double step = 0.5;
    const bool isNarrow = width < 56 * metrics.averageCharWidth();
    Places places{.line = std::ceil(metrics.height()) + 1,
                  .left = (isNarrow ? 0 : nameWidth(style, width)) + 2 * gap + valueWidth,
                  .right = width - valueWidth - 2 * gap,
                  .reach = std::max(1.0, std::ceil(reach / step) * step),
                  .isNarrow = isNarrow};
    places.titleStart = isNarrow ? gap : places.left;
    places.titleRoom = (isNarrow ? width - gap : places.right) - places.titleStart;
    places.titleLines = metrics.horizontalAdvance(comparison.axis) > places.titleRoom ? 2 : 1;
    return places;
}

double rowHeight(const AreaComparison &comparison, const Places &places)
{
    const qsizetype lines =
        places.isNarrow ? 1 + comparison.areas.size() : std::max<qsizetype>(2, comparison.areas.size());
    return static_cast<double>(lines) * places.line + gap;
}

double axisHeight(const Places &places)
{
    return (1 + places.titleLines) * places.line + gap;
}

double heightOf(const AreaComparison &comparison, const ChartStyle &style, double width)
{
    const Places places = placesOf(comparison, style, width);
    return chartLegendHeight(marksOf(comparison), style, width) + axisHeight(places)
           + static_cast<double>(comparison.rows.size()) * rowHeight(comparison, places);
}

/// From one tick to the next, so that no number on the axis touches another.
double tickStep(const ChartStyle &style, const Places &places, const QLocale &locale)
{
    const double widest = QFontMetricsF(style.font).horizontalAdvance(signedNumber(-places.reach, 1, locale));
    for (const double step : {0.5, 1.0, 2.0, 5.0})
        if (places.x(step) - places.x(0) >= widest + gap && (step > 0.5 || places.reach <= 2))
            return step;
    return std::max(1.0, std::floor(places.reach));
}

void paintAxis(QPainter &painter, const AreaComparison &comparison, const ChartStyle &style,
               const Places &places, double below, const QLocale &locale)
{
    painter.setPen(style.ink);
    const double top = places.titleLines * places.line;
    painter.drawText(QRectF(places.titleStart, 0, places.titleRoom, top),
                     Qt::AlignCenter | static_cast<int>(Qt::TextWordWrap), comparison.axis);
    const double step = tickStep(style, places, locale);
    const int last = static_cast<int>(std::floor(places.reach / step));
    for (int i = -last; i <= last; ++i) {
        const double tick = i * step;
        painter.setPen(QPen(i == 0 ? style.ink : style.faint, i == 0 ? 1.2 : 0.6));
        painter.drawLine(QPointF(places.x(tick), top + places.line), QPointF(places.x(tick), below));
        painter.setPen(style.ink);
        painter.drawText(QRectF(places.x(tick) - 30, top, 60, places.line), Qt::AlignCenter,
                         signedNumber(tick, step < 1 ? 1 : 0, locale));
    }
}

void paintBar(QPainter &painter, const ChartStyle &style, const Places &places, double top, double distance,
              const QString &value, const QColor &colour)
{
    const bool isMissing = std::isnan(distance);
    const double from = places.x(0);
    const double to = places.x(isMissing ? 0 : distance);
    constexpr double air = 1.5;
    painter.fillRect(
        QRectF(std::min(from, to), top + air, std::max(1.0, std::abs(to - from)), places.line - 2 * air),
        isMissing ? style.faint : colour);
    const bool isRight = isMissing || distance >= 0;
    constexpr double room = 200;
    const QRectF cell(isRight ? to + gap / 2 : to - gap / 2 - room, top, room, places.line);
    painter.setPen(style.ink);
    painter.drawText(cell, Qt::AlignVCenter | (isRight ? Qt::AlignLeft : Qt::AlignRight), value);
}

void paintRow(QPainter &painter, const AreaComparison::Row &row, const ChartStyle &style,
              const Places &places, double width)
{
    const QFontMetricsF metrics(style.font);
    painter.setPen(style.ink);
    const auto write = [&](const QString &text, double top, double room) {
        painter.drawText(QRectF(gap, top, room, places.line), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(text, Qt::ElideRight, room));
    };
    double top = gap / 2;
    if (places.isNarrow) {
        const QString both = AreaBars::tr("%1, %2", "figure, what it is compared with")
                                 .arg(plainLine(row.name), row.reference);
        write(both, top, width - 2 * gap);
        top += places.line;
    } else {
        const double room = nameWidth(style, width) - gap;
        write(plainLine(row.name), top, room);
        write(row.reference, top + places.line, room);
    }
    for (size_t i = 0; i < row.distances.size(); ++i, top += places.line)
        paintBar(painter, style, places, top, row.distances[i], row.values[static_cast<qsizetype>(i)],
                 colourOf(i));
}

void paintAreaBars(QPainter &painter, const AreaComparison &comparison, const ChartStyle &style, double width,
                   const QLocale &locale)
{
    const Places places = placesOf(comparison, style, width);
    const double row = rowHeight(comparison, places);
    const double axis = axisHeight(places);
    const std::vector<ChartMark> marks = marksOf(comparison);
    paintChartLegend(painter, marks, style, width);
    painter.translate(0, chartLegendHeight(marks, style, width));
    paintAxis(painter, comparison, style, places, axis + static_cast<double>(comparison.rows.size()) * row,
              locale);
    painter.translate(0, axis);
    for (const AreaComparison::Row &figures : comparison.rows) {
        paintRow(painter, figures, style, places, width);
        painter.translate(0, row);
    }
}

} // namespace

AreaBars::AreaBars(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("areaBars"));
    setAccessibleName(tr("Areas compared"));
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    describe();
}

void AreaBars::show(AreaComparison comparison)
{
    m_comparison = std::move(comparison);
    fit();
    describe();
    update();
}

/// As high as its rows: what is around it scrolls.
void AreaBars::fit()
{
    setFixedHeight(static_cast<int>(std::ceil(heightOf(m_comparison, chartStyleOf(*this), width()))));
}

void AreaBars::describe()
{
    QStringList rows;
    for (const AreaComparison::Row &row : m_comparison.rows) {
        QStringList values;
        for (qsizetype i = 0; i < row.values.size(); ++i)
            values << tr("%1 %2", "area, value").arg(m_comparison.areas[i], row.values[i]);
        rows << tr("%1: %2; %3", "figure, values of areas, benchmark")
                    .arg(row.name, values.join(QStringLiteral(", ")), row.reference);
    }
    setAccessibleDescription(rows.isEmpty()
                                 ? tr("Nothing to show yet.")
                                 : tr("%1. Press T for the table.").arg(rows.join(QStringLiteral(". "))));
}

void AreaBars::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void AreaBars::paintEvent(QPaintEvent *)
{
    if (m_comparison.rows.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ChartStyle style = chartStyleOf(*this);
    painter.setFont(style.font);
    paintAreaBars(painter, m_comparison, style, width(), locale());
    if (hasFocus()) {
        painter.resetTransform();
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void AreaBars::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier)
        emit tableAsked();
    else
        QWidget::keyPressEvent(event);
}

Picture AreaBars::picture(const QString &title, const QStringList &notes) const
{
    const ChartStyle style = chartStyleOfFiles();
    const auto paint = [comparison = m_comparison, style, locale = locale()](QPainter &painter) {
        paintAreaBars(painter, comparison, style, chartPageWidth(), locale);
    };
    return chartPage(title, heightOf(m_comparison, style, chartPageWidth()), paint, notes);
}

} // namespace atlas
