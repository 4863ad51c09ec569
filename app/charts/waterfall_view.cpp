#include "app/charts/waterfall_view.h"

#include "app/charts/chart_page.h"
#include "app/widgets/data_text.h"
#include "core/common/number_text.h"
#include "core/render/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {

namespace {

const QColor whole(0x6b, 0x6b, 0x7b);

/// A bar from one value to another, as parts that are stacked away from zero, each on its side.
struct Parts
{
    double base = 0;     ///< not drawn
    double positive = 0; ///< above zero
    double negative = 0; ///< below zero
};

Parts partsOf(double from, double to)
{
    const double low = std::min(from, to);
    const double high = std::max(from, to);
    if (low >= 0)
        return {low, high - low, 0};
    if (high <= 0)
        return {high, 0, low - high};
    return {0, high, low};
}

/// The axis leaves out a name that it has already: one that comes again gets something that is not seen.
QString unlike(QString name, const QStringList &names)
{
    while (names.contains(name))
        name += QChar(0x200B); // a space without width
    return name;
}

/// As many as tell the ticks of an axis apart. Steps are 1, 2 or 5 with any number of zeros.
int decimalsOf(double step)
{
    constexpr double rounding = 1e-6;
    return std::max(0, static_cast<int>(-std::floor(std::log10(step) + rounding)));
}

QBarSet *newSet(const QColor &colour)
{
    auto *set = new QBarSet(QString());
    set->setBrush(colour.isValid() ? QBrush(colour) : QBrush(Qt::NoBrush));
    set->setPen(Qt::NoPen);
    return set;
}

} // namespace

WaterfallView::WaterfallView(QWidget *parent) : QChartView(new QChart, parent)
{
    setObjectName(QStringLiteral("waterfall"));
    setAccessibleName(tr("How the score comes about"));
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    chart()->legend()->hide();
    chart()->setMargins({0, 0, 8, 0});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setLocale(locale());
    chart()->setLocalizeNumbers(true);
}

void WaterfallView::clear()
{
    chart()->removeAllSeries();
    for (QAbstractAxis *axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    m_bars.clear();
}

void WaterfallView::show(double start, const std::vector<WaterfallBar> &bars, const QString &totalName)
{
    clear();
    m_start = start;
    m_bars = bars;
    m_totalName = totalName;
    if (!std::isnan(start))
        addBars(start, bars, totalName);
    useStyle(chartStyleOf(*this));
}

void WaterfallView::addBars(double start, const std::vector<WaterfallBar> &bars, const QString &totalName)
{
    QBarSet *base = newSet({});
    const std::array<std::array<QBarSet *, 2>, 3> sets = {
        {{newSet(raisingColour()), newSet(raisingColour())},
         {newSet(loweringColour()), newSet(loweringColour())},
         {newSet(whole), newSet(whole)}}};
    QStringList names;
    double least = std::min(0.0, start);
    double greatest = std::max(0.0, start);
    const auto addBar = [&](const QString &name, double from, double to, size_t kind) {
        const Parts parts = partsOf(from, to);
        *base << parts.base;
        for (size_t other = 0; other < sets.size(); ++other) {
            *sets[other][0] << (other == kind ? parts.positive : 0);
            *sets[other][1] << (other == kind ? parts.negative : 0);
        }
        names << unlike(plainHtml(name), names); // QChart takes labels for HTML
        least = std::min({least, from, to});
        greatest = std::max({greatest, from, to});
    };
    // The axis counts from the bottom, and the total stands there.
    double total = start;
    std::vector<std::pair<double, double>> ends;
    for (const WaterfallBar &bar : bars) {
        const double next = std::isnan(bar.step) ? total : total + bar.step;
        ends.emplace_back(total, next);
        total = next;
    }
    addBar(totalName, 0, total, 2);
    for (size_t i = bars.size(); i-- > 0;)
        addBar(bars[i].name, ends[i].first, ends[i].second, ends[i].second >= ends[i].first ? 0 : 1);

    auto *series = new QHorizontalStackedBarSeries;
    series->append(base);
    for (const auto &pair : sets)
        series->append({pair[0], pair[1]});
    constexpr double thickness = 0.7;
    series->setBarWidth(thickness);
    connect(series, &QAbstractBarSeries::clicked, this, [this](int index) {
        const int count = static_cast<int>(m_bars.size());
        if (const int bar = count - index; bar >= 0 && bar < count)
            emit barClicked(bar);
    });
    chart()->addSeries(series);
    addAxes(names, least, greatest);
}

void WaterfallView::addAxes(const QStringList &names, double least, double greatest)
{
    auto *categories = new QBarCategoryAxis;
    categories->append(names);
    categories->setGridLineVisible(false);
    auto *values = new QValueAxis;
    values->setRange(least, greatest);
    values->applyNiceNumbers();
    const double step = (values->max() - values->min()) / (values->tickCount() - 1);
    values->setLabelFormat(QStringLiteral("%.%1f").arg(decimalsOf(step)));
    chart()->addAxis(categories, Qt::AlignLeft);
    chart()->addAxis(values, Qt::AlignBottom);
    for (QAbstractSeries *series : chart()->series()) {
        series->attachAxis(categories);
        series->attachAxis(values);
    }
}

void WaterfallView::useStyle(const ChartStyle &style)
{
    chart()->setBackgroundBrush(style.paper);
    setBackgroundBrush(style.paper);
    for (QAbstractAxis *axis : chart()->axes()) {
        axis->setLabelsColor(style.ink);
        axis->setLabelsFont(style.font);
        axis->setLinePen(QPen(style.faint));
        axis->setGridLineColor(style.faint);
    }
}

void WaterfallView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        useStyle(chartStyleOf(*this));
    if (event->type() == QEvent::LocaleChange)
        chart()->setLocale(locale());
    QChartView::changeEvent(event);
}

/// QChart cuts a bar's name to "..." unless it has this much room above and below it.
double WaterfallView::neededHeight(const QFont &font) const
{
    constexpr double padding = 17;
    constexpr double margins = 20;                             // of the chart
    const auto parts = static_cast<double>(m_bars.size() + 2); // with the total and the axis
    return parts * (QFontMetricsF(font).height() + padding) + margins;
}

Picture WaterfallView::picture(const QString &title, const QStringList &notes) const
{
    const double height = neededHeight(chartStyleOfFiles().font);
    const auto paint = [start = m_start, bars = m_bars, total = m_totalName, height,
                        locale = locale()](QPainter &painter) {
        WaterfallView view; // of this size; the one on screen stays as it is
        view.setLocale(locale);
        const QRectF room(0, 0, chartPageWidth(), height);
        view.show(start, bars, total);
        view.useStyle(chartStyleOfFiles());
        view.chart()->resize(room.size());
        view.scene()->setSceneRect(room);
        view.scene()->render(&painter, room, room);
    };
    return chartPage(title, height, paint, notes);
}

} // namespace atlas
