#include "app/import/histogram_view.h"

#include "app/charts/chart_style.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

constexpr double lines = 4.5; ///< height of the bars, in lines of text
constexpr double gap = 1;

} // namespace

HistogramView::HistogramView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("histogram"));
    setAccessibleName(tr("How the values are spread"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HistogramView::show(Histogram histogram, double median, Labels labels)
{
    m_histogram = std::move(histogram);
    m_median = median;
    m_labels = std::move(labels);
    const int tallest = m_histogram.counts.empty()
                            ? 0
                            : *std::max_element(m_histogram.counts.begin(), m_histogram.counts.end());
    setAccessibleDescription(
        m_histogram.counts.empty()
            ? tr("There are no values.")
            : tr("Values from %1 to %2 in %3 bars; the median is %4, and the tallest bar holds %n area(s).",
                 nullptr, tallest)
                  .arg(m_labels.least, m_labels.greatest, QString::number(m_histogram.counts.size()),
                       m_labels.median));
    setVisible(!m_histogram.counts.empty());
    update();
}

QSize HistogramView::sizeHint() const
{
    constexpr int letters = 40;
    return {letters * fontMetrics().averageCharWidth(), minimumSizeHint().height()};
}

QSize HistogramView::minimumSizeHint() const
{
    constexpr int letters = 16;
    constexpr int ofLabels = 6;
    const int line = fontMetrics().lineSpacing();
    return {letters * fontMetrics().averageCharWidth(), static_cast<int>((lines + 2) * line) + ofLabels};
}

/// The bars, with a line of text above and one below them.
QRectF HistogramView::plot() const
{
    const int line = fontMetrics().lineSpacing();
    return QRectF(rect()).adjusted(1, line + 2, -1, -line - 4);
}

double HistogramView::placeOf(double value) const
{
    const QRectF area = plot();
    if (m_histogram.width == 0)
        return area.center().x();
    const double whole = m_histogram.width * static_cast<double>(m_histogram.counts.size());
    return area.left() + area.width() * std::clamp((value - m_histogram.least) / whole, 0.0, 1.0);
}

QRectF HistogramView::barAt(size_t index) const
{
    const QRectF area = plot();
    const auto bars = static_cast<double>(std::max<size_t>(m_histogram.counts.size(), 5));
    const double width = area.width() / bars;
    const double first = m_histogram.counts.size() == 1 ? area.center().x() - width / 2 : area.left();
    const int tallest = *std::max_element(m_histogram.counts.begin(), m_histogram.counts.end());
    const double height = area.height() * m_histogram.counts[index] / tallest;
    return {first + width * static_cast<double>(index) + gap / 2, area.bottom() - height, width - gap,
            height};
}

void HistogramView::paintEvent(QPaintEvent *)
{
    if (m_histogram.counts.empty())
        return;
    QPainter painter(this);
    const ChartStyle style = chartStyleOf(*this);
    painter.fillRect(plot().adjusted(-1, 0, 1, 0), style.paper);
    for (size_t i = 0; i < m_histogram.counts.size(); ++i) {
        QRectF bar = barAt(i);
        constexpr double least = 1.5; // so that one area among thousands is seen
        if (m_histogram.counts[i] > 0 && bar.height() < least)
            bar.setTop(bar.bottom() - least);
        if (m_histogram.counts[i] > 0)
            painter.fillRect(bar, mixed(style.mark, style.paper, 0.25));
    }
    painter.setPen(style.ink);
    painter.drawLine(plot().bottomLeft(), plot().bottomRight());
    paintLabels(painter);
}

void HistogramView::paintLabels(QPainter &painter) const
{
    const QRectF area = plot();
    const int line = fontMetrics().lineSpacing();
    const QRectF below(area.left(), area.bottom() + 3, area.width(), line);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, m_labels.least);
    painter.drawText(below, Qt::AlignRight | Qt::AlignTop, m_labels.greatest);
    const double x = placeOf(m_median);
    QPen pen(painter.pen().color());
    pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawLine(QPointF(x, area.top() - 1), QPointF(x, area.bottom()));
    painter.setPen(pen.color());
    const QString text = tr("median %1").arg(m_labels.median);
    const double width = fontMetrics().horizontalAdvance(text);
    const double left = std::clamp(x - width / 2, area.left(), std::max(area.left(), area.right() - width));
    painter.drawText(QPointF(left, area.top() - 2 - fontMetrics().descent()), text);
}

/// Over a bar: how many areas it holds.
bool HistogramView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto &help = dynamic_cast<const QHelpEvent &>(*event);
    for (size_t i = 0; i < m_histogram.counts.size(); ++i) {
        const QRectF bar = barAt(i);
        if (help.pos().x() < bar.left() || help.pos().x() > bar.right())
            continue;
        const double from = m_histogram.least + m_histogram.width * static_cast<double>(i);
        constexpr int digits = 4;
        const QString text = m_histogram.width == 0
                                 ? tr("%n area(s)", nullptr, m_histogram.counts[i])
                                 : tr("%n area(s) from %1 to %2", nullptr, m_histogram.counts[i])
                                       .arg(locale().toString(from, 'g', digits),
                                            locale().toString(from + m_histogram.width, 'g', digits));
        QToolTip::showText(help.globalPos(), text, this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace atlas
