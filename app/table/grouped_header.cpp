#include "app/table/grouped_header.h"

#include "app/table/area_table_model.h"
#include "app/table/header_label.h"
#include "app/table/pinned_columns.h"
#include "app/table/table_colours.h"
#include "app/widgets/data_text.h"
#include "core/render/theme.h"

#include <QHelpEvent>
#include <QHoverEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace atlas {

namespace {

constexpr int padding = 5; // as in the cells below
constexpr int bandPadding = 2;
constexpr int arrowHeight = 7; // kept free whether the column is sorted or not
constexpr int slack = 2;       // a text can be a pixel wider on one device than on another
constexpr double hoverTint = 0.08;
constexpr double bandTint = 0.05;
constexpr int widestLabel = 150; // longer ones are elided over two lines
constexpr int leastBenchmarkHeight = 20;

/// A triangle in the room kept for it: up when the smallest comes first.
void paintArrow(QPainter *painter, const QRect &room, bool ascending)
{
    const QPointF middle = QRectF(room).center();
    const double tip = ascending ? -2 : 2;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(painter->pen().color());
    painter->setPen(Qt::NoPen);
    painter->drawPolygon(
        QPolygonF{middle + QPointF(-4, -tip), middle + QPointF(4, -tip), middle + QPointF(0, tip)});
    painter->restore();
}

} // namespace

GroupedHeader::GroupedHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMouseTracking(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    connect(this, &QHeaderView::sectionResized, this, &GroupedHeader::scrolled);
}

void GroupedHeader::setModel(QAbstractItemModel *model)
{
    QHeaderView::setModel(model);
    if (model)
        connect(model, &QAbstractItemModel::headerDataChanged, this, [this] {
            fitHeight();
            scrolled();
        });
}

int GroupedHeader::bandHeight() const
{
    for (int section = 0; section < count(); ++section)
        if (!domainOf(section).isEmpty())
            return fontMetrics().height() + 2 * bandPadding;
    return 0;
}

int GroupedHeader::benchmarksTop() const
{
    return bandHeight() + m_lines * fontMetrics().height() + 2 * bandPadding + arrowHeight;
}

int GroupedHeader::benchmarkHeight() const
{
    return std::max(leastBenchmarkHeight, fontMetrics().height() + 3);
}

int GroupedHeader::benchmarkCount() const
{
    return count() == 0 ? 0
                        : static_cast<int>(model()
                                               ->headerData(0, orientation(), AreaTableModel::BenchmarksRole)
                                               .toStringList()
                                               .size());
}

QString GroupedHeader::domainAt(QPoint position) const
{
    const int section = sectionAt(position);
    return section <= 0 || position.y() >= bandHeight() ? QString() : domainOf(section);
}

int GroupedHeader::sectionAt(QPoint position) const
{
    return PinnedColumns(*this).columnAt(position.x());
}

int GroupedHeader::leastWidth(int section) const
{
    const QString label = model()->headerData(section, orientation()).toString();
    return std::min(labelWidth(label, fontMetrics()), widestLabel) + slack + 2 * padding + 1;
}

int GroupedHeader::labelLineCount() const
{
    qsizetype lines = 1;
    for (int section = 0; section < count(); ++section)
        if (!isSectionHidden(section))
            lines = std::max(lines, labelLines(model()->headerData(section, orientation()).toString(),
                                               fontMetrics(), sectionSize(section) - 2 * padding - 1)
                                        .size());
    return static_cast<int>(lines);
}

void GroupedHeader::fitHeight()
{
    m_lines = labelLineCount();
    if (height() != sizeHint().height())
        emit geometriesChanged();
}

QSize GroupedHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), benchmarksTop() + benchmarkCount() * benchmarkHeight() + 1};
}

QSize GroupedHeader::sectionSizeFromContents(int section) const
{
    return {leastWidth(section), sizeHint().height()};
}

void GroupedHeader::paintEvent(QPaintEvent *event)
{
    QHeaderView::paintEvent(event);
    QPainter painter(viewport());
    const int end = length() - offset();
    painter.fillRect(end, 0, width() - end, height(), palette().color(QPalette::Window));
    if (count() == 0)
        return;
    paintBand(&painter);
    const PinnedColumns pinned(*this);
    for (int section = 0; section < count(); ++section)
        if (const int shift = pinned.shift(section); shift != 0 && !isSectionHidden(section))
            paintSection(
                &painter,
                {sectionViewportPosition(section) + shift, 0, sectionSize(section), viewport()->height()},
                section);
    painter.fillRect(0, height() - 1, width(), 1, gridColour(palette()));
}

void GroupedHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    initStyleOptionForIndex(&option, section);
    const QColor window = palette().color(QPalette::Window);
    const QColor ink = palette().color(QPalette::Active, QPalette::WindowText);
    const bool isLit = option.state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QColor background = isLit ? mixed(window, ink, hoverTint) : window;
    const bool isUsed = model()->headerData(section, orientation(), AreaTableModel::UsedRole).toBool();
    const bool isLeft = option.textAlignment & Qt::AlignLeft;

    painter->save();
    painter->fillRect(rect, background);
    painter->fillRect(rect.right(), rect.top(), 1, rect.height(), gridColour(palette()));
    QRect label = rect.adjusted(isLeft ? m_nameMargin : padding, 0, -padding - 1, 0);
    label.setTop(rect.top() + bandHeight() + bandPadding);
    label.setBottom(rect.top() + benchmarksTop() - arrowHeight - bandPadding - 1);
    painter->setFont(font());
    painter->setPen(isUsed ? readableText(ink, background) : faintText(palette(), background));
    paintLabel(painter, label, option.text, isLeft ? Qt::AlignLeft : Qt::AlignRight);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        constexpr int arrowWidth = 10;
        const int left = isLeft ? label.left() : label.right() + 1 - arrowWidth;
        paintArrow(painter, {left, label.bottom() + 1, arrowWidth, arrowHeight},
                   sortIndicatorOrder() == Qt::AscendingOrder);
    }
    paintBenchmarks(painter, rect, section);
    painter->restore();
}

void GroupedHeader::paintBenchmarks(QPainter *painter, const QRect &rect, int section) const
{
    const QStringList texts =
        model()->headerData(section, orientation(), AreaTableModel::BenchmarksRole).toStringList();
    const QColor base = palette().color(QPalette::Active, QPalette::Base);
    const QColor ink = palette().color(QPalette::Active, QPalette::WindowText);
    int top = rect.top() + benchmarksTop();
    for (const QString &text : texts) {
        const QRect line(rect.left(), top, rect.width(), benchmarkHeight());
        const QColor background = mixed(base, ink, bandTint);
        painter->fillRect(line, background);
        painter->fillRect(line.left(), line.top(), line.width(), 1, gridColour(palette()));
        const QRect room = line.adjusted(section == 0 ? m_nameMargin : padding, 1, -padding - 1, 0);
        painter->setPen(faintText(palette(), background));
        painter->drawText(room, Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight),
                          fontMetrics().elidedText(text, Qt::ElideRight, room.width()));
        top += benchmarkHeight();
    }
}

bool GroupedHeader::viewportEvent(QEvent *event)
{
    if (const auto *help = dynamic_cast<QHelpEvent *>(event); help && event->type() == QEvent::ToolTip) {
        showToolTip(help->pos(), help->globalPos());
        return true;
    }
    if (const auto *mouse = dynamic_cast<QMouseEvent *>(event))
        return mouseEvent(*mouse);
    if (const auto *hover = dynamic_cast<QHoverEvent *>(event))
        return hoverEvent(*hover);
    return QHeaderView::viewportEvent(event);
}

// To the base class every section is where scrolling has taken it: what happens in one that stays in sight is
// passed on as if it had happened there.

bool GroupedHeader::mouseEvent(const QMouseEvent &event)
{
    const bool presses =
        event.type() == QEvent::MouseButtonPress || event.type() == QEvent::MouseButtonDblClick;
    const QPoint place = event.position().toPoint();
    if (presses && (!domainAt(place).isEmpty() || place.y() >= benchmarksTop()))
        return true;
    const int shift = PinnedColumns(*this).shift(std::max(0, sectionAt(place)));
    if (presses)
        m_heldShift = shift;
    const bool holds = event.buttons() || event.type() == QEvent::MouseButtonRelease;
    QMouseEvent shifted(event.type(), event.position() - QPointF(holds ? m_heldShift : shift, 0),
                        event.globalPosition(), event.button(), event.buttons(), event.modifiers(),
                        event.pointingDevice());
    if (holds || presses)
        viewport()->update();
    else
        lightUp(sectionAt(place));
    return QHeaderView::viewportEvent(&shifted);
}

bool GroupedHeader::hoverEvent(const QHoverEvent &event)
{
    const int section = std::max(0, sectionAt(event.position().toPoint()));
    const QPointF shift(PinnedColumns(*this).shift(section), 0);
    QHoverEvent shifted(event.type(), event.position() - shift, event.globalPosition(),
                        event.oldPosF() - shift, event.modifiers());
    lightUp(event.type() == QEvent::HoverLeave ? -1 : sectionAt(event.position().toPoint()));
    return QHeaderView::viewportEvent(&shifted);
}

/// Painting all heads takes time, so that it waits until the pointer comes to another.
void GroupedHeader::lightUp(int section)
{
    if (std::exchange(m_lit, section) != section)
        viewport()->update();
}

QString GroupedHeader::domainOf(int section) const
{
    return model()->headerData(section, orientation(), AreaTableModel::DomainRole).toString();
}

void GroupedHeader::paintBand(QPainter *painter) const
{
    QString name;
    QRect span;
    const auto paint = [&] {
        if (!name.isEmpty() && span.isValid())
            paintDomain(painter, span, name);
        span = {};
    };
    for (int place = 0; place < count(); ++place) {
        const int section = logicalIndex(place);
        if (isSectionHidden(section))
            continue;
        const QRect room(sectionViewportPosition(section), 0, sectionSize(section), bandHeight());
        if (domainOf(section) != name)
            paint();
        name = domainOf(section);
        span = span.isValid() ? span.united(room) : room;
    }
    paint();
}

void GroupedHeader::paintDomain(QPainter *painter, const QRect &span, const QString &name) const
{
    const QColor window = palette().color(QPalette::Window);
    const QColor ink = palette().color(QPalette::Active, QPalette::WindowText);
    const QColor background = mixed(window, ink, bandTint);
    painter->fillRect(span, background);
    painter->fillRect(span.right(), span.top(), 1, span.height(), gridColour(palette()));
    painter->fillRect(span.left(), span.bottom(), span.width(), 1, gridColour(palette()));
    // In the middle of what is to be seen of the span.
    const PinnedColumns pinned(*this);
    QRect seen = span.intersected(viewport()->rect());
    seen.setLeft(std::max(seen.left(), pinned.left()));
    seen.setRight(std::min(seen.right(), viewport()->width() - pinned.right() - 1));
    seen.adjust(padding, 0, -padding, -1);
    painter->setFont(font());
    painter->setPen(readableText(ink, background));
    painter->drawText(seen, Qt::AlignCenter, fontMetrics().elidedText(name, Qt::ElideRight, seen.width()));
}

QString GroupedHeader::benchmarkTip(int section, int y) const
{
    const auto textOf = [&](int column) {
        return model()
            ->headerData(column, orientation(), AreaTableModel::BenchmarksRole)
            .toStringList()
            .value((y - benchmarksTop()) / benchmarkHeight());
    };
    return textOf(section).isEmpty() || section == 0
               ? tr("Across all areas in the data, however the table is filtered")
               : tr("%1, %2: %3\nAcross all areas in the data, however the table is filtered",
                    "column, benchmark: figure")
                     .arg(model()->headerData(section, orientation()).toString(), textOf(0), textOf(section));
}

void GroupedHeader::showToolTip(QPoint position, QPoint globalPosition) const
{
    const QString domain = domainAt(position);
    const int section = sectionAt(position);
    QString text = model()->headerData(section, orientation(), Qt::ToolTipRole).toString();
    if (!domain.isEmpty())
        text = plainToolTip(domain);
    else if (section >= 0 && position.y() >= benchmarksTop())
        text = plainToolTip(benchmarkTip(section, position.y()));
    QToolTip::showText(globalPosition, text, viewport());
}

} // namespace atlas
