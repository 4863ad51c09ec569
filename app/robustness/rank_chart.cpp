#include "app/robustness/rank_chart.h"

#include "app/state/document.h"
#include "app/state/selection.h"
#include "core/common/number_text.h"
#include "core/common/plain_text.h"
#include "core/index/area_order.h"
#include "core/index/figure_text.h"
#include "core/render/cell_colours.h"
#include "core/render/cell_format.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas {

namespace {

constexpr double gap = 10;
constexpr double markRadius = 4.5;

/// Steps that leave room for their labels: 1, 2, 5, 10, 20 ...
int stepOf(int greatest, double room)
{
    constexpr std::array steps = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000};
    for (const int step : steps)
        if (greatest <= step * std::max(1.0, room / 40))
            return step;
    return steps.back();
}

double nameWidth(const ChartStyle &style, double width)
{
    return std::min(width / 3, 30 * QFontMetricsF(style.font).averageCharWidth());
}

} // namespace

RankChart::RankChart(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : RowChart(document, areas, parent)
{
    setProperty("helpTopic", QStringLiteral("sure-draws"));
    setObjectName(QStringLiteral("rankChart"));
    setAccessibleName(tr("Ranks of the draws"));
    document.onChange(Change::Result | Change::Draws, this, [this] { rebuild(); });
    document.onChange(Change::Looks, this, [this] { update(); });
    rebuild();
}

QString RankChart::legend()
{
    return tr("Dot: median of the draws, in the colour of the class. Bar: 5 to 95% of the draws. Upright "
              "line: rank "
              "by the index.");
}

std::vector<ChartMark> RankChart::legendMarks(const ChartStyle &style) const
{
    std::vector<ChartMark> entries = {
        {tr("rank by the index"), [ink = style.ink](QPainter &painter, QPointF centre) {
             painter.setPen(QPen(ink, 1.6));
             painter.drawLine(centre - QPointF(0, 7), centre + QPointF(0, 7));
         }}};
    if (!now().uncertainty())
        return entries;
    entries.push_back({tr("5 to 95% of the draws"), lineMark(style.ink)});
    const ClassScheme scheme = now().choices().indexScheme();
    const int classCount = scheme.classCount;
    const std::vector<QColor> colours = cellColours(now().looks(), *now().dataset(), classCount);
    for (int number = classCount; number >= 1; --number) {
        const auto paintDot = [ink = style.ink, fill = cellFormat(number, colours).background](
                                  QPainter &painter, QPointF centre) {
            painter.setPen(QPen(ink, 1));
            painter.setBrush(fill);
            painter.drawEllipse(centre, markRadius, markRadius);
        };
        const bool isEnd = number == classCount || number == 1;
        const QString name = isEnd ? classText(number, scheme) : classMark(number, scheme);
        entries.push_back({number == classCount ? tr("median, in class %1").arg(name) : name, paintDot});
    }
    return entries;
}

QStringList RankChart::tableHeader() const
{
    return {tr("Area"),         tr("Rank"),  tr("5% of draws"),   tr("Median"),
            tr("95% of draws"), tr("Class"), tr("Draws in class")};
}

QStringList RankChart::tableRow(size_t area) const
{
    const auto &draws = now().uncertainty();
    const int number = now().shownIndex()->classification.classes[area];
    const auto rank = [&](const std::vector<int> &ranks) { return locale().toString(ranks[area]); };
    QStringList row = {now().dataset()->areas[area].name, rankText(now().result().ranks[area], locale())};
    if (!draws)
        return row + QStringList{{}, {}, {}, classMark(number, now().choices().indexScheme()), {}};
    row << rank(draws->low) << rank(draws->median) << rank(draws->high)
        << classMark(number, now().choices().indexScheme());
    row << (number == 0 ? QString()
                        : shareText(draws->classShares[static_cast<size_t>(number - 1)][area], 1, locale()));
    return row;
}

void RankChart::rebuild()
{
    std::vector<size_t> areas;
    if (now().dataset()) {
        areas = orderByRank(*now().dataset(), now().result());
        std::erase_if(areas, [this](size_t area) { return now().result().ranks[area] == 0; });
    }
    setOrder(std::move(areas));
}

double RankChart::xOf(double rank, const ChartStyle &style, double width) const
{
    const double left = nameWidth(style, width) + 2 * gap;
    const auto last = static_cast<double>(std::max<size_t>(rowCount(), 2));
    return left + (width - left - 2 * gap) * (rank - 1) / (last - 1);
}

void RankChart::paintHeader(QPainter &painter, const ChartStyle &style, double width) const
{
    const double height = headerHeight(style);
    const auto last = static_cast<int>(rowCount());
    const int step = stepOf(last, xOf(last, style, width) - xOf(1, style, width));
    painter.setPen(style.ink);
    painter.drawText(QRectF(gap, 0, nameWidth(style, width), height), Qt::AlignVCenter | Qt::AlignLeft,
                     tr("Rank"));
    for (int rank = 1; rank <= last; rank = rank == 1 && step > 1 ? step : rank + step)
        painter.drawText(QRectF(xOf(rank, style, width) - 30, 0, 60, height), Qt::AlignCenter,
                         locale().toString(rank));
}

void RankChart::paintDraws(QPainter &painter, const ChartStyle &style, const QRectF &row, size_t area) const
{
    const bool isFormer = now().formerUncertainty() != nullptr;
    const auto &draws = isFormer ? now().formerUncertainty() : now().uncertainty();
    if (!draws || draws->median[area] == 0)
        return;
    QColor ink = areas().isSelected(area) ? style.markInk : style.ink;
    if (isFormer) {
        constexpr float faded = 0.5F;
        ink.setAlphaF(faded);
    }
    const double y = row.center().y();
    const auto x = [&](double rank) { return xOf(rank, style, row.width()); };
    painter.setPen(QPen(ink, 1.6, isFormer ? Qt::DotLine : Qt::SolidLine));
    const QPointF low(x(draws->low[area]), y);
    const QPointF high(x(draws->high[area]), y);
    painter.drawLine(low, high);
    painter.setPen(QPen(ink, 1.6));
    for (const QPointF &end : {low, high})
        painter.drawLine(end - QPointF(0, 3), end + QPointF(0, 3));
    const int number = now().shownIndex()->classification.classes[area];
    const CellFormat format =
        cellFormat(number, cellColours(now().looks(), *now().dataset(), now().choices().scheme.classCount));
    painter.setPen(QPen(ink, 1));
    painter.setBrush(isFormer ? style.paper : number == 0 ? style.faint : format.background);
    painter.drawEllipse(QPointF(x(draws->median[area]), y), markRadius, markRadius);
}

void RankChart::paintRow(QPainter &painter, const ChartStyle &style, const QRectF &row, size_t area) const
{
    const bool isSelected = areas().isSelected(area);
    if (isSelected)
        painter.fillRect(row, style.mark);
    const QColor ink = isSelected ? style.markInk : style.ink;
    painter.setPen(ink);
    const double room = nameWidth(style, row.width());
    const QString name = plainLine(now().dataset()->areas[area].name);
    painter.drawText(QRectF(gap, row.top(), room, row.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(style.font).elidedText(name, Qt::ElideRight, room));
    const double y = row.center().y();
    const auto x = [&](double rank) { return xOf(rank, style, row.width()); };
    paintDraws(painter, style, row, area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.2));
    const double rank = x(now().result().ranks[area]);
    painter.drawLine(QPointF(rank, y - markRadius - 3), QPointF(rank, y + markRadius + 3));
}

void RankChart::paintRows(QPainter &painter, const ChartStyle &style, double width, double top,
                          double bottom) const
{
    const double height = rowHeight(style);
    for (auto i = static_cast<size_t>(top / height); i < rowCount(); ++i) {
        const QRectF row(0, static_cast<double>(i) * height, width, height);
        if (row.top() > bottom)
            break;
        paintRow(painter, style, row, order()[i]);
    }
}

QString RankChart::textOf(size_t area) const
{
    const bool isFormer = now().formerUncertainty() != nullptr;
    const auto &draws = isFormer ? now().formerUncertainty() : now().uncertainty();
    QString rank =
        tr("%1: %2", "area, rank")
            .arg(now().dataset()->areas[area].name, rankInWords(now().result().ranks[area], locale()));
    if (!draws || draws->median[area] == 0)
        return rank;
    if (isFormer)
        rank += QLatin1Char('\n') + tr("with the method as it was before the last change:");
    QStringList classes;
    const auto classCount = static_cast<int>(draws->classShares.size());
    for (int number = classCount; number >= 1; --number)
        if (const double share = draws->classShares[static_cast<size_t>(number - 1)][area]; share > 0)
            classes << tr("%1 in %2", "class, share of the draws")
                           .arg(classMark(number, classCount), shareText(share, 1, locale()));
    return rank + QLatin1Char('\n')
           + tr("median of the draws %1, 5 to 95% of them %2 to %3")
                 .arg(locale().toString(draws->median[area]), locale().toString(draws->low[area]),
                      locale().toString(draws->high[area]))
           + QLatin1Char('\n') + classes.join(QStringLiteral(", "));
}

} // namespace atlas
