#include "app/charts/waterfall_view.h"

#include "app/charts/chart_page.h"
#include "app/widgets/data_text.h"
#include "core/common/number_text.h"
#include "core/render/theme.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>
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
const QColor neither(0xb4, 0xb4, 0xbc);

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
    m_spans.clear();
    m_title.clear();
    chart()->setTitle({});
    describe();
}

void WaterfallView::show(double start, const std::vector<WaterfallBar> &bars, const QString &totalName,
                         const QString &title)
{
    clear();
    m_title = plainHtml(title); // QChart takes it for HTML
    setAccessibleName(title.isEmpty() ? tr("How the score comes about") : title);
    m_start = start;
    m_bars = bars;
    m_totalName = totalName;
    if (!std::isnan(start))
        addBars(start, bars, totalName);
    useStyle(chartStyleOf(*this));
    makeRoom(size());
    describe();
}

/// What a screen reader says in place of the bars.
void WaterfallView::describe()
{
    QStringList parts;
    for (size_t i = m_spans.size(); i-- > 0;)
        parts << (i == 0 ? tr("%1: %2", "total, value").arg(m_totalName, m_spans[i].text)
                         : tr("%1: %2", "part, value").arg(m_bars[m_bars.size() - i].name, m_spans[i].text));
    setAccessibleDescription(
        parts.isEmpty() ? tr("Nothing to show yet.")
                        : tr("Starts at %1. %2. Press T for the table.")
                              .arg(roundedNumber(m_start, 2, locale()), parts.join(QStringLiteral("; "))));
}

std::vector<ChartMark> WaterfallView::meaningOfColours() const
{
    std::vector<ChartMark> marks = {{tr("pushes the score up"), squareMark(raisingColour())},
                                    {tr("holds it down"), squareMark(loweringColour())}};
    if (std::any_of(m_bars.begin(), m_bars.end(), [](const WaterfallBar &bar) { return bar.isAtMean; }))
        marks.push_back({tr("at the mean, as printed"), squareMark(neither)});
    marks.push_back({tr("score"), squareMark(whole)});
    return marks;
}

/// Where bars and legend would have no room, what the axis counts goes first, then the title.
void WaterfallView::makeRoom(const QSizeF &size)
{
    leaveRoomForLegend(size.width());
    chart()->setTitle(m_title);
    const double missing = neededHeight(m_style.font) - size.height();
    for (QAbstractAxis *axis : chart()->axes(Qt::Horizontal))
        axis->setTitleVisible(missing <= 0);
    if (missing > QFontMetricsF(m_style.font).height())
        chart()->setTitle({});
}

void WaterfallView::leaveRoomForLegend(double width)
{
    const double height = chartLegendHeight(meaningOfColours(), m_style, width);
    constexpr int right = 8;
    chart()->setMargins({0, 0, right, static_cast<int>(height) + 2});
}

/// At the end of each bar, where there is room beside it on either side; else in it, if it is long enough.
void WaterfallView::paintValues(QPainter &painter) const
{
    const auto series = chart()->series();
    if (series.isEmpty())
        return;
    constexpr double gap = 4;
    const QRectF plot = chart()->plotArea();
    const QFontMetricsF metrics(m_style.font);
    painter.setFont(m_style.font);
    painter.setPen(m_style.ink);
    for (size_t i = 0; i < m_spans.size(); ++i) {
        const Span &span = m_spans[i];
        const auto at = [&](double value) {
            return chart()->mapToPosition(QPointF(value, static_cast<double>(i)), series.front());
        };
        const double left = std::min(at(span.from).x(), at(span.to).x());
        const double right = std::max(at(span.from).x(), at(span.to).x());
        const double room = metrics.horizontalAdvance(span.text);
        const double height = metrics.height();
        const double y = at(span.to).y() - height / 2;
        const bool isAfter = span.to >= span.from; // where the bar points
        const bool fitsAfter = right + gap + room <= plot.right();
        const bool fitsBefore = left - gap - room >= plot.left();
        if (!fitsAfter && !fitsBefore && right - left < room + 2 * gap)
            continue;
        if (!fitsAfter && !fitsBefore) { // in the bar
            painter.setPen(Qt::white);
            painter.drawText(QRectF(left, y, right - left - gap, height), Qt::AlignVCenter | Qt::AlignRight,
                             span.text);
            painter.setPen(m_style.ink);
            continue;
        }
        const bool goesAfter = (isAfter && fitsAfter) || !fitsBefore;
        painter.drawText(QRectF(goesAfter ? right + gap : left - gap - room, y, room + 1, height),
                         Qt::AlignVCenter | Qt::AlignLeft, span.text);
    }
}

void WaterfallView::paintMeaning(QPainter &painter, const QSizeF &size) const
{
    if (m_spans.empty())
        return;
    const std::vector<ChartMark> entries = meaningOfColours();
    painter.save();
    painter.translate(0, size.height() - chartLegendHeight(entries, m_style, size.width()));
    paintChartLegend(painter, entries, m_style, size.width());
    painter.restore();
}

void WaterfallView::drawForeground(QPainter *painter, const QRectF &rect)
{
    QChartView::drawForeground(painter, rect);
    paintValues(*painter);
    paintMeaning(*painter, chart()->size());
}

void WaterfallView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_T && event->modifiers() == Qt::NoModifier)
        emit tableAsked();
    else
        QChartView::keyPressEvent(event);
}

void WaterfallView::resizeEvent(QResizeEvent *event)
{
    makeRoom(event->size());
    QChartView::resizeEvent(event);
}

void WaterfallView::addBars(double start, const std::vector<WaterfallBar> &bars, const QString &totalName)
{
    QBarSet *base = newSet({});
    const std::array<std::array<QBarSet *, 2>, 4> sets = {
        {{newSet(raisingColour()), newSet(raisingColour())},
         {newSet(loweringColour()), newSet(loweringColour())},
         {newSet(whole), newSet(whole)},
         {newSet(neither), newSet(neither)}}};
    QStringList names;
    double least = std::min(0.0, start);
    double greatest = std::max(0.0, start);
    const auto addBar = [&](const QString &name, double from, double to, size_t kind, const QString &text) {
        m_spans.push_back({from, to, text});
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
    constexpr int decimals = 2;
    addBar(totalName, 0, total, 2, roundedNumber(total, decimals, locale()));
    for (size_t i = bars.size(); i-- > 0;)
        addBar(bars[i].name, ends[i].first, ends[i].second,
               bars[i].isAtMean                  ? 3
               : ends[i].second >= ends[i].first ? 0
                                                 : 1,
               std::isnan(bars[i].step) ? tr("no value") : signedNumber(bars[i].step, decimals, locale()));

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
    values->setTitleText(tr("Points of the score"));
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
    m_style = style;
    chart()->setBackgroundBrush(style.paper);
    setBackgroundBrush(style.paper);
    QFont bold = style.font;
    bold.setWeight(QFont::DemiBold);
    chart()->setTitleFont(bold);
    chart()->setTitleBrush(style.ink);
    for (QAbstractAxis *axis : chart()->axes()) {
        axis->setLabelsColor(style.ink);
        axis->setTitleFont(style.font);
        axis->setTitleBrush(style.ink);
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
    const double line = QFontMetricsF(font).height() + padding;
    const double above = m_title.isEmpty() ? 0 : line;
    constexpr int below = 2; // what the axis counts, and the legend
    return (parts + below) * line + above + margins;
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
        view.leaveRoomForLegend(room.width());
        view.chart()->resize(room.size());
        view.scene()->setSceneRect(room);
        view.scene()->render(&painter, room, room);
        view.paintValues(painter);
        view.paintMeaning(painter, room.size());
    };
    return chartPage(title, height, paint, notes);
}

} // namespace atlas
