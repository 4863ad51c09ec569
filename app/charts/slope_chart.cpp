#include "app/charts/slope_chart.h"

#include "app/state/document.h"
#include "app/state/selection.h"
#include "core/common/number_text.h"
#include "core/common/plain_text.h"
#include "core/index/area_order.h"
#include "core/index/figure_text.h"

#include <QFontMetricsF>
#include <QLineF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double gap = 8;
constexpr double dotRadius = 2.5;

/// The room of the names and ranks on one side.
double labelWidth(const ChartStyle &style, double width)
{
    return std::min(0.41 * width, 46 * QFontMetricsF(style.font).averageCharWidth());
}

/// The room of the longest of so many ranks, which may be halves.
double rankWidth(const ChartStyle &style, size_t ranks)
{
    return QFontMetricsF(style.font).horizontalAdvance(QString::number(ranks) + QStringLiteral(".5")) + gap;
}

} // namespace

SlopeChart::SlopeChart(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : RowChart(document, areas, parent)
{
    setObjectName(QStringLiteral("slopeChart"));
    setAccessibleName(tr("Ranks by two methods"));
}

SlopeChart::Side SlopeChart::sideOf(std::vector<double> ranks, const QString &title) const
{
    std::vector<size_t> order = orderByRank(*now().dataset(), ranks);
    std::vector<size_t> rows(order.size());
    for (size_t row = 0; row < order.size(); ++row)
        rows[order[row]] = row;
    return {title, std::move(ranks), std::move(order), std::move(rows)};
}

void SlopeChart::setRanks(std::vector<double> left, const QString &leftTitle, std::vector<double> right,
                          const QString &rightTitle)
{
    m_left = sideOf(std::move(left), leftTitle);
    m_right = sideOf(std::move(right), rightTitle);
    setOrder(m_left.order);
}

void SlopeChart::clear()
{
    m_left = {};
    m_right = {};
    setOrder({});
}

QString SlopeChart::legend()
{
    return tr("Rising, orange: more disengaged in the ranking on the right. Falling, blue-green: less.");
}

std::vector<ChartMark> SlopeChart::legendMarks(const ChartStyle &style) const
{
    constexpr double rise = 4;
    return {{tr("more disengaged on the right"), lineMark(raisingColour(), rise)},
            {tr("less disengaged on the right"), lineMark(loweringColour(), -rise)},
            {tr("the same rank"), lineMark(style.faint)}};
}

QStringList SlopeChart::tableHeader() const
{
    return {tr("Area"), m_left.title, m_right.title, tr("Places moved")};
}

QStringList SlopeChart::tableRow(size_t area) const
{
    const double left = m_left.ranks[area];
    const double right = m_right.ranks[area];
    return {now().dataset()->areas[area].name, rankText(left, locale()), rankText(right, locale()),
            hasLine(area) ? rankShiftText(right - left, locale()) : QString()};
}

QLineF SlopeChart::lineOf(size_t area, const ChartStyle &style, double width) const
{
    const double inset = labelWidth(style, width) + gap;
    const auto y = [&](size_t row) { return (static_cast<double>(row) + 0.5) * rowHeight(style); };
    return {inset, y(m_left.rows[area]), width - inset, y(m_right.rows[area])};
}

void SlopeChart::paintHeader(QPainter &painter, const ChartStyle &style, double width) const
{
    const double height = headerHeight(style);
    const double room = width / 2 - gap;
    QFont bold = style.font;
    bold.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(bold);
    painter.save();
    painter.setFont(bold);
    painter.setPen(style.ink);
    painter.drawText(QRectF(gap, 0, room, height), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(plainLine(m_left.title), Qt::ElideRight, room));
    painter.drawText(QRectF(width / 2, 0, room, height), Qt::AlignVCenter | Qt::AlignRight,
                     metrics.elidedText(plainLine(m_right.title), Qt::ElideRight, room));
    painter.restore();
}

/// Upwards in the colour of what raises an index, downwards in that of what lowers it.
void SlopeChart::paintLine(QPainter &painter, const ChartStyle &style, double width, size_t area) const
{
    const double shift = m_right.ranks[area] - m_left.ranks[area];
    const QColor colour = shift == 0 ? style.faint : shift < 0 ? raisingColour() : loweringColour();
    const QLineF line = lineOf(area, style, width);
    painter.setPen(QPen(colour, areas().isSelected(area) ? 3.5 : shift == 0 ? 1.0 : 1.6));
    painter.drawLine(line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF &end : {line.p1(), line.p2()})
        painter.drawEllipse(end, dotRadius, dotRadius);
    painter.setBrush(Qt::NoBrush);
}

void SlopeChart::paintLabel(QPainter &painter, const ChartStyle &style, const QRectF &cell, const Side &side,
                            size_t area) const
{
    const bool isLeft = &side == &m_left;
    const bool isSelected = areas().isSelected(area);
    if (isSelected)
        painter.fillRect(cell, style.mark);
    painter.setPen(isSelected ? style.markInk : style.ink);
    const QString rank = rankText(side.ranks[area], locale());
    const double rankRoom = rankWidth(style, rowCount());
    const double room = cell.width() - rankRoom - 2 * gap;
    const QString name = QFontMetricsF(style.font)
                             .elidedText(plainLine(now().dataset()->areas[area].name), Qt::ElideRight, room);
    const QRectF rankCell = isLeft ? cell.adjusted(cell.width() - rankRoom, 0, -gap / 2, 0)
                                   : cell.adjusted(gap / 2, 0, rankRoom - cell.width(), 0);
    painter.drawText(rankCell, Qt::AlignVCenter | Qt::AlignRight, rank);
    const QRectF nameCell = isLeft ? QRectF(gap, cell.top(), room, cell.height())
                                   : QRectF(rankCell.right() + gap, cell.top(), room, cell.height());
    painter.drawText(nameCell, Qt::AlignVCenter | (isLeft ? Qt::AlignRight : Qt::AlignLeft), name);
}

/// Those with a name on either side between `top` and `bottom`, each once. Lines with neither end in sight
/// say nothing and are left out, so that any number of areas is drawn at once.
std::vector<size_t> SlopeChart::areasInSight(double rowHeight, double top, double bottom) const
{
    const size_t first = std::min(rowCount(), static_cast<size_t>(top / rowHeight));
    const size_t end = std::min(rowCount(), static_cast<size_t>(std::ceil(bottom / rowHeight)));
    std::vector<size_t> areas(m_left.order.begin() + static_cast<std::ptrdiff_t>(first),
                              m_left.order.begin() + static_cast<std::ptrdiff_t>(end));
    for (size_t row = first; row < end; ++row)
        if (const size_t area = m_right.order[row]; m_left.rows[area] < first || m_left.rows[area] >= end)
            areas.push_back(area);
    return areas;
}

void SlopeChart::paintRows(QPainter &painter, const ChartStyle &style, double width, double top,
                           double bottom) const
{
    const double height = rowHeight(style);
    const std::vector<size_t> inSight = areasInSight(height, top, bottom);
    for (const bool selected : {false, true}) // these above the others
        for (const size_t area : inSight)
            if (hasLine(area) && areas().isSelected(area) == selected)
                paintLine(painter, style, width, area);
    const double room = labelWidth(style, width);
    const auto place = [height](size_t row) { return static_cast<double>(row) * height; };
    for (const size_t area : inSight) {
        paintLabel(painter, style, QRectF(0, place(m_left.rows[area]), room, height), m_left, area);
        paintLabel(painter, style, QRectF(width - room, place(m_right.rows[area]), room, height), m_right,
                   area);
    }
}

/// A name, or the line that is nearest.
std::optional<size_t> SlopeChart::areaInRows(QPointF point) const
{
    const ChartStyle style = chartStyleOf(*this);
    const double width = viewport()->width();
    const double room = labelWidth(style, width);
    const auto row = static_cast<size_t>(point.y() / rowHeight(style));
    if (point.x() < room || point.x() > width - room) {
        const std::vector<size_t> &side = point.x() < room ? m_left.order : m_right.order;
        return row < side.size() ? std::optional(side[row]) : std::nullopt;
    }
    constexpr double reach = 6;
    std::optional<size_t> nearest;
    double distance = reach;
    const auto [top, bottom] = rowsInSight();
    for (const size_t area : areasInSight(rowHeight(style), top, bottom)) {
        if (!hasLine(area))
            continue;
        const QLineF line = lineOf(area, style, width);
        const double above = line.pointAt((point.x() - line.x1()) / line.dx()).y() - point.y();
        const double away =
            std::abs(above) * line.dx() / line.length(); // not straight up, but across the line
        if (away < distance) {
            distance = away;
            nearest = area;
        }
    }
    return nearest;
}

QString SlopeChart::textOf(size_t area) const
{
    const auto rank = [&](const Side &side) { return rankInWords(side.ranks[area], locale()); };
    return tr("%1\n%2: %3\n%4: %5", "area, then a method and its rank twice")
        .arg(now().dataset()->areas[area].name, m_left.title, rank(m_left), m_right.title, rank(m_right));
}

} // namespace atlas
