#include "app/charts/row_chart.h"

#include "app/charts/chart_page.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "app/widgets/data_text.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace atlas {

RowChart::RowChart(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : QAbstractScrollArea(parent), m_document(document), m_areas(areas)
{
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&areas, &SelectedAreas::changed, viewport(), qOverload<>(&QWidget::update));
}

double RowChart::rowHeight(const ChartStyle &style)
{
    return std::ceil(QFontMetricsF(style.font).height()) + 4;
}

double RowChart::headerHeight(const ChartStyle &style)
{
    return rowHeight(style) + 4;
}

void RowChart::setOrder(std::vector<size_t> order)
{
    m_order = std::move(order);
    updateScrollBar();
    viewport()->update();
    describe();
    emit rowsChanged();
}

/// For screen readers: how many rows there are, and what stands in the first of them.
void RowChart::describe()
{
    if (m_order.empty()) {
        setAccessibleDescription(tr("Nothing to show yet."));
        return;
    }
    QStringList rows;
    constexpr size_t mostRows = 5;
    for (size_t i = 0; i < std::min(mostRows, m_order.size()); ++i)
        rows << textOf(m_order[i]).replace(QLatin1Char('\n'), QStringLiteral(", "));
    setAccessibleDescription(
        tr("Rows: %1, from the top down. The first: %2. The arrow keys go from row to row.")
            .arg(locale().toString(static_cast<qulonglong>(m_order.size())),
                 rows.join(QStringLiteral("; "))));
}

double RowChart::topHeight(const ChartStyle &style, double width) const
{
    return chartLegendHeight(legendMarks(style), style, width) + headerHeight(style);
}

void RowChart::paintTop(QPainter &painter, const ChartStyle &style, double width) const
{
    const std::vector<ChartMark> entries = legendMarks(style);
    paintChartLegend(painter, entries, style, width);
    painter.save();
    painter.translate(0, chartLegendHeight(entries, style, width));
    paintHeader(painter, style, width);
    painter.restore();
}

void RowChart::updateScrollBar()
{
    const ChartStyle style = chartStyleOf(*this);
    const auto step = static_cast<int>(rowHeight(style));
    const int page = viewport()->height() - static_cast<int>(topHeight(style, viewport()->width()));
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_order.size()) * step - page));
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(step);
}

void RowChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void RowChart::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const ChartStyle style = chartStyleOf(*this);
    painter.setFont(style.font);
    painter.fillRect(viewport()->rect(), style.paper);
    if (m_order.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = viewport()->width();
    const double header = topHeight(style, width);
    const auto [top, bottom] = rowsInSight();
    painter.save();
    painter.translate(0, header - top);
    paintRows(painter, style, width, top, bottom);
    painter.restore();
    painter.fillRect(QRectF(0, 0, width, header), style.header);
    paintTop(painter, style, width);
}

std::pair<double, double> RowChart::rowsInSight() const
{
    const double top = verticalScrollBar()->value();
    return {top, top + viewport()->height() - topHeight(chartStyleOf(*this), viewport()->width())};
}

Result<Picture> RowChart::picture(const QString &title, const QStringList &notes) const
{
    constexpr size_t most = 1000;
    if (m_order.size() > most)
        return Error{tr("A page has room for the ranks of %1 areas, and there are %2. Export the table "
                        "instead.")
                         .arg(locale().toString(most), locale().toString(m_order.size())),
                     {}};
    const ChartStyle style = chartStyleOfFiles();
    const double header = topHeight(style, chartPageWidth());
    const double rows = static_cast<double>(m_order.size()) * rowHeight(style);
    const auto paint = [this, style, header, rows](QPainter &painter) {
        paintTop(painter, style, chartPageWidth());
        painter.translate(0, header);
        paintRows(painter, style, chartPageWidth(), 0, rows);
    };
    return chartPage(title, header + rows, paint, notes);
}

std::optional<size_t> RowChart::areaInRows(QPointF point) const
{
    const auto row = static_cast<size_t>(point.y() / rowHeight(chartStyleOf(*this)));
    return row < m_order.size() ? std::optional(m_order[row]) : std::nullopt;
}

const Snapshot &RowChart::now() const
{
    return m_document.now();
}

std::optional<size_t> RowChart::areaAt(const QPoint &point) const
{
    const auto header = static_cast<int>(topHeight(chartStyleOf(*this), viewport()->width()));
    if (point.y() < header)
        return {};
    return areaInRows(QPointF(point.x(), point.y() - header + verticalScrollBar()->value()));
}

void RowChart::mousePressEvent(QMouseEvent *event)
{
    const auto area = areaAt(event->position().toPoint());
    if (area && event->button() == Qt::LeftButton)
        emit areaChosen(*area, event->modifiers().testFlag(Qt::ControlModifier));
    else if (area && event->button() == Qt::RightButton && !m_areas.isSelected(*area))
        emit areaChosen(*area, false); // what the menu offers is for the area under it
}

void RowChart::keyPressEvent(QKeyEvent *event)
{
    const bool isDown = event->key() == Qt::Key_Down;
    if ((!isDown && event->key() != Qt::Key_Up) || m_order.empty()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const auto current = m_areas.current();
    auto place = std::find(m_order.begin(), m_order.end(), current.value_or(m_order.size()));
    if (place == m_order.end())
        place = m_order.begin();
    else if (isDown && place + 1 != m_order.end())
        ++place;
    else if (!isDown && place != m_order.begin())
        --place;
    QScrollBar *bar = verticalScrollBar();
    const int top = static_cast<int>(place - m_order.begin()) * bar->singleStep();
    bar->setValue(std::clamp(bar->value(), top - bar->pageStep() + bar->singleStep(), top));
    emit areaChosen(*place, false);
}

bool RowChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = dynamic_cast<QHelpEvent *>(event);
        if (const auto area = areaAt(help->pos()))
            QToolTip::showText(help->globalPos(), plainToolTip(textOf(*area)), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace atlas
