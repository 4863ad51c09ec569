#include "app/charts/comparison_bars.h"

#include "app/charts/chart_page.h"
#include "app/state/document.h"
#include "app/state/selection.h"
#include "core/common/number_text.h"
#include "core/common/plain_text.h"
#include "core/index/figure_text.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QRectF>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

constexpr double gap = 6;
constexpr double groupGap = 10;

QColor colourOf(size_t position)
{
    constexpr std::array colours = {0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xd55e00};
    return QColor::fromRgb(static_cast<QRgb>(colours[position % colours.size()]));
}

QString letterOf(size_t position)
{
    return QString(QChar(static_cast<char16_t>(u'A' + position)));
}

double lineHeight(const ChartStyle &style)
{
    return QFontMetricsF(style.font).height() + 2;
}

double barHeight(const ChartStyle &style)
{
    return QFontMetricsF(style.font).height();
}

} // namespace

ComparisonBars::ComparisonBars(const Document &document, const SelectedAreas &areas, QWidget *parent)
    : QWidget(parent), m_document(document), m_areas(areas)
{
    setObjectName(QStringLiteral("comparisonBars"));
    setAccessibleName(tr("Selected areas compared"));
    setFocusPolicy(Qt::TabFocus);
    connect(&areas, &SelectedAreas::changed, this, &ComparisonBars::follow);
    document.onChange(Change::Result, this, [this] { follow(); });
}

/// What is drawn, in words for screen readers.
void ComparisonBars::follow()
{
    const Content now = content();
    QStringList lines;
    for (const Group &group : now.groups) {
        QStringList parts;
        for (size_t i = 0; i < group.bars.size(); ++i)
            parts << tr("%1 %2", "area, value").arg(now.areas[i], group.bars[i].text);
        lines
            << tr("%1: %2", "indicator, values of areas").arg(group.title, parts.join(QStringLiteral(", ")));
    }
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

ComparisonBars::Content ComparisonBars::content() const
{
    const Snapshot &now = m_document.now();
    Content content;
    if (!now.dataset())
        return content;
    const Dataset &dataset = *now.dataset();
    const IndexResult &result = now.result();
    std::vector<size_t> areas = m_areas.areas();
    content.leftOut = areas.size() > mostAreas ? areas.size() - mostAreas : 0;
    areas.resize(std::min(areas.size(), mostAreas));
    for (const size_t area : areas)
        content.areas.push_back(plainLine(dataset.areas[area].name));
    const auto add = [&](const QString &title, const auto &value, const auto &text) {
        Group group{plainLine(title), {}};
        for (const size_t area : areas) {
            group.bars.push_back({value(area), text(area)});
            if (!std::isnan(value(area))) {
                content.low = std::min(content.low, value(area));
                content.high = std::max(content.high, value(area));
            }
        }
        content.groups.push_back(std::move(group));
    };
    const double centre = result.refusal || result.scores.empty() ? 0 : [&result] {
        double sum = 0;
        double count = 0;
        for (const double score : result.scores)
            if (!std::isnan(score)) {
                sum += score;
                ++count;
            }
        return count > 0 ? sum / count : 0;
    }();
    if (!result.scores.empty())
        add(
            tr("Disengagement index"), [&](size_t area) { return result.scores[area] - centre; },
            [&](size_t area) {
                return result.ranks[area] > 0 ? tr("%1, rank %2", "score and rank")
                                                    .arg(roundedNumber(result.scores[area], 2, locale()),
                                                         rankText(result.ranks[area], locale()))
                                              : rankInWords(0, locale());
            });
    for (const size_t i : result.used) {
        const Indicator &about = dataset.indicator(i);
        add(
            about.shortName,
            [&](size_t area) { return result.indicators[i].values[area] - result.indicators[i].centre; },
            [&](size_t area) { return figureText(dataset.cells[i][area].number, about, locale()); });
    }
    return content;
}

double ComparisonBars::heightOf(const Content &content, const ChartStyle &style) const
{
    const double key =
        lineHeight(style) * static_cast<double>(content.areas.size() + (content.leftOut > 0 ? 1 : 0) + 1);
    const double group = lineHeight(style) + barHeight(style) * static_cast<double>(content.areas.size());
    return key + static_cast<double>(content.groups.size()) * (group + groupGap) + gap;
}

QSize ComparisonBars::sizeHint() const
{
    constexpr int width = 240;
    return {width, static_cast<int>(std::ceil(heightOf(content(), chartStyleOf(*this))))};
}

bool ComparisonBars::event(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        updateGeometry();
    return QWidget::event(event);
}

void ComparisonBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    ChartStyle style = chartStyleOf(*this);
    paint(painter, content(), style, width());
}

Result<Picture> ComparisonBars::picture() const
{
    const Content now = content();
    if (now.areas.empty())
        return Error(tr("No area is selected. Select some on the map or in the table first."), {});
    const ChartStyle style = chartStyleOfFiles();
    return chartPage(
        tr("%n area(s) compared", nullptr, static_cast<int>(now.areas.size())), heightOf(now, style),
        [this, now, style](QPainter &painter) { paint(painter, now, style, chartPageWidth()); }, {});
}

void ComparisonBars::paint(QPainter &painter, const Content &content, const ChartStyle &style,
                           double width) const
{
    painter.setFont(style.font);
    paintKey(painter, content, style, width);
    double top =
        lineHeight(style) * static_cast<double>(content.areas.size() + (content.leftOut > 0 ? 1 : 0) + 1);
    const double height = lineHeight(style) + barHeight(style) * static_cast<double>(content.areas.size());
    for (const Group &group : content.groups) {
        paintGroup(painter, group, style, QRectF(0, top, width, height), content);
        top += height + groupGap;
    }
}

void ComparisonBars::paintKey(QPainter &painter, const Content &content, const ChartStyle &style,
                              double width) const
{
    const double line = lineHeight(style);
    const QFontMetricsF metrics(style.font);
    for (size_t i = 0; i < content.areas.size(); ++i) {
        const double top = static_cast<double>(i) * line;
        const QRectF swatch(0, top + 2, line - 4, line - 4);
        painter.fillRect(swatch, colourOf(i));
        painter.setPen(style.ink);
        painter.drawText(QRectF(line + 2, top, width - line, line), Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(tr("%1  %2", "letter, area").arg(letterOf(i), content.areas[i]),
                                            Qt::ElideRight, width - line));
    }
    double top = static_cast<double>(content.areas.size()) * line;
    painter.setPen(style.ink);
    if (content.leftOut > 0) {
        painter.drawText(QRectF(0, top, width, line), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("and %n more, not shown", nullptr, static_cast<int>(content.leftOut)));
        top += line;
    }
    painter.drawText(
        QRectF(0, top, width, line), Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(tr("Bars start at the mean; right is more disengaged"), Qt::ElideRight, width));
}

/// The texts stand in a column of their own at the right, so that no bar runs into one.
void ComparisonBars::paintGroup(QPainter &painter, const Group &group, const ChartStyle &style,
                                const QRectF &room, const Content &content) const
{
    const QFontMetricsF metrics(style.font);
    double textRoom = 0;
    for (const Bar &bar : group.bars)
        textRoom = std::max(textRoom, metrics.horizontalAdvance(bar.text));
    QFont bold = style.font;
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    painter.setPen(style.ink);
    const double line = lineHeight(style);
    painter.drawText(QRectF(room.left(), room.top(), room.width(), line), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(bold).elidedText(group.title, Qt::ElideRight, room.width()));
    painter.setFont(style.font);
    const double letterRoom = metrics.horizontalAdvance(QLatin1Char('M')) + gap;
    const double plotWidth = std::max(10.0, room.width() - textRoom - 2 * gap - letterRoom);
    const double span = content.high - content.low;
    const auto x = [&](double value) {
        return room.left() + letterRoom + (span > 0 ? (value - content.low) / span * plotWidth : 0);
    };
    const double height = barHeight(style);
    double top = room.top() + line;
    for (size_t i = 0; i < group.bars.size(); ++i, top += height) {
        const Bar &bar = group.bars[i];
        painter.setPen(style.ink);
        painter.drawText(QRectF(room.left(), top, letterRoom, height), Qt::AlignVCenter | Qt::AlignLeft,
                         letterOf(i));
        if (!std::isnan(bar.value))
            painter.fillRect(QRectF(QPointF(x(std::min(0.0, bar.value)), top + 2),
                                    QPointF(x(std::max(0.0, bar.value)), top + height - 2)),
                             colourOf(i));
        painter.drawText(QRectF(room.right() - textRoom, top, textRoom, height),
                         Qt::AlignVCenter | Qt::AlignRight, bar.text);
    }
    painter.setPen(QPen(style.ink, 1));
    painter.drawLine(QPointF(x(0), room.top() + line), QPointF(x(0), top));
}

} // namespace atlas
