#include "app/robustness/rank_chart.h"

#include "app/state/atlas_state.h"
#include "core/index/index_table.h"
#include "core/render/cell_format.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {

namespace {

constexpr int gap = 10;
constexpr double markRadius = 4.5;

/// Steps that leave room for their numbers: 1, 2, 5, 10, 20 ...
int stepOf(int greatest, int room)
{
    constexpr std::array steps = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000};
    for (const int step : steps)
        if (greatest / step <= std::max(1, room / 40))
            return step;
    return steps.back();
}

} // namespace

RankChart::RankChart(const AtlasState &state, QWidget *parent) : QAbstractScrollArea(parent), m_state(state)
{
    setObjectName(QStringLiteral("rankChart"));
    setAccessibleName(tr("Ranks of the draws"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&state, &AtlasState::resultChanged, this, &RankChart::rebuild);
    connect(&state, &AtlasState::uncertaintyChanged, this, &RankChart::rebuild);
    connect(&state, &AtlasState::selectionChanged, this, [this] { viewport()->update(); });
    rebuild();
}

void RankChart::rebuild()
{
    m_order.clear();
    if (m_state.dataset()) {
        m_order = orderByRank(*m_state.dataset(), m_state.result());
        std::erase_if(m_order, [this](size_t area) { return m_state.result().ranks[area] == 0; });
    }
    const int height = static_cast<int>(m_order.size()) * rowHeight();
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height() + axisHeight()));
    verticalScrollBar()->setPageStep(viewport()->height() - axisHeight());
    verticalScrollBar()->setSingleStep(rowHeight());
    viewport()->update();
}

void RankChart::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    rebuild();
}

int RankChart::rowHeight() const
{
    return fontMetrics().height() + 4;
}

int RankChart::axisHeight() const
{
    return fontMetrics().height() + 8;
}

int RankChart::nameWidth() const
{
    return std::min(viewport()->width() / 3, 30 * fontMetrics().averageCharWidth());
}

double RankChart::xOf(double rank) const
{
    const double left = nameWidth() + 2 * gap;
    const double width = viewport()->width() - left - 2 * gap;
    const auto last = static_cast<double>(std::max<size_t>(m_order.size(), 2));
    return left + width * (rank - 1) / (last - 1);
}

std::optional<size_t> RankChart::areaAt(const QPoint &point) const
{
    const int y = point.y() - axisHeight() + verticalScrollBar()->value();
    const auto row = static_cast<size_t>(y / rowHeight());
    if (point.y() < axisHeight() || row >= m_order.size())
        return {};
    return m_order[row];
}

void RankChart::drawAxis(QPainter &painter) const
{
    const int height = axisHeight();
    painter.fillRect(0, 0, viewport()->width(), height, palette().window());
    const auto last = static_cast<int>(m_order.size());
    const int step = stepOf(last, static_cast<int>(xOf(last) - xOf(1)));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(gap, 0, nameWidth(), height), Qt::AlignVCenter | Qt::AlignLeft, tr("Rank"));
    for (int rank = 1; rank <= last; rank = rank == 1 && step > 1 ? step : rank + step) {
        const auto x = static_cast<int>(std::lround(xOf(rank)));
        painter.drawText(QRect(x - 30, 0, 60, height), Qt::AlignCenter, locale().toString(rank));
    }
}

void RankChart::drawRow(QPainter &painter, const QRect &row, size_t area) const
{
    const bool isSelected = m_state.isSelected(area);
    if (isSelected)
        painter.fillRect(row, palette().highlight());
    const QColor ink = palette().color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    painter.setPen(ink);
    const QString name =
        fontMetrics().elidedText(m_state.dataset()->areas[area].name, Qt::ElideRight, nameWidth());
    painter.drawText(row.adjusted(gap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, name);
    const double y = row.center().y() + 0.5;
    if (const auto &draws = m_state.uncertainty()) {
        painter.setPen(QPen(ink, 1.6));
        const QPointF low(xOf(draws->low[area]), y);
        const QPointF high(xOf(draws->high[area]), y);
        painter.drawLine(low, high);
        for (const QPointF &end : {low, high})
            painter.drawLine(end - QPointF(0, 3), end + QPointF(0, 3));
        const int number = m_state.shownIndex()->classification.classes[area];
        const CellFormat format = cellFormat(number, m_state.display().classCount);
        painter.setPen(QPen(ink, 1));
        painter.setBrush(number == 0 ? palette().mid().color() : format.background);
        painter.drawEllipse(QPointF(xOf(draws->median[area]), y), markRadius, markRadius);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.2));
    const double rank = xOf(m_state.result().ranks[area]);
    painter.drawLine(QPointF(rank, y - markRadius - 3), QPointF(rank, y + markRadius + 3));
}

void RankChart::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().base());
    if (m_order.empty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const int offset = verticalScrollBar()->value();
    const auto first = static_cast<size_t>(offset / rowHeight());
    for (size_t i = first; i < m_order.size(); ++i) {
        const QRect row(0, axisHeight() + static_cast<int>(i) * rowHeight() - offset, viewport()->width(),
                        rowHeight());
        if (row.top() > viewport()->height())
            break;
        drawRow(painter, row, m_order[i]);
    }
    drawAxis(painter);
}

void RankChart::mousePressEvent(QMouseEvent *event)
{
    if (const auto area = areaAt(event->position().toPoint()); area && event->button() == Qt::LeftButton)
        emit areaChosen(*area, event->modifiers().testFlag(Qt::ControlModifier));
}

void RankChart::keyPressEvent(QKeyEvent *event)
{
    const bool isDown = event->key() == Qt::Key_Down;
    if ((!isDown && event->key() != Qt::Key_Up) || m_order.empty()) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const auto current = m_state.currentArea();
    auto place = std::find(m_order.begin(), m_order.end(), current.value_or(m_order.size()));
    if (place == m_order.end())
        place = m_order.begin();
    else if (isDown && place + 1 != m_order.end())
        ++place;
    else if (!isDown && place != m_order.begin())
        --place;
    const int top = static_cast<int>(place - m_order.begin()) * rowHeight();
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(std::clamp(bar->value(), top - bar->pageStep() + rowHeight(), top));
    emit areaChosen(*place, false);
}

QString RankChart::textOf(size_t area) const
{
    const auto &draws = m_state.uncertainty();
    QString rank = tr("%1: rank %2")
                       .arg(m_state.dataset()->areas[area].name,
                            locale().toString(m_state.result().ranks[area], 'g', 7));
    if (!draws)
        return rank;
    return rank + QLatin1Char('\n')
           + tr("median of the draws %1, 5 to 95% of them %2 to %3")
                 .arg(draws->median[area])
                 .arg(draws->low[area])
                 .arg(draws->high[area]);
}

bool RankChart::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = dynamic_cast<QHelpEvent *>(event);
        const auto area = areaAt(help->pos());
        if (area)
            QToolTip::showText(help->globalPos(), textOf(*area), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace atlas
