#include "app/table/grouped_header.h"

#include "app/table/area_table_model.h"
#include "app/table/header_label.h"
#include "app/table/table_colours.h"
#include "app/widgets/data_text.h"
#include "core/render/theme.h"

#include <QHelpEvent>
#include <QHoverEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace atlas {

namespace {

constexpr int padding = 6;
constexpr int bandPadding = 3;
constexpr int arrowRoom = 15; // kept free whether the column is sorted or not
constexpr int slack = 2;      // a text can be a pixel wider on one device than on another
constexpr int mostLines = 2;
constexpr double hoverTint = 0.08;
constexpr double bandTint = 0.05;
constexpr int widestLabel = 150; // longer ones are elided over two lines

/// A triangle in the room kept for it: up when the smallest comes first.
void paintArrow(QPainter *painter, const QRect &room, bool ascending)
{
    const QPointF middle = QRectF(room).center() - QPointF(1, 0);
    const double tip = ascending ? -2.5 : 2.5;
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
    connect(this, &QHeaderView::sectionResized, this, &GroupedHeader::scrolled);
}

void GroupedHeader::setModel(QAbstractItemModel *model)
{
    QHeaderView::setModel(model);
    if (model)
        connect(model, &QAbstractItemModel::headerDataChanged, this, &GroupedHeader::scrolled);
}

int GroupedHeader::bandHeight() const
{
    for (int section = 0; section < count(); ++section)
        if (!domainOf(section).isEmpty())
            return fontMetrics().height() + 2 * bandPadding;
    return 0;
}

QString GroupedHeader::domainAt(QPoint position) const
{
    const int section = logicalIndexAt(position);
    return section < 0 || isFrozen(position) || position.y() >= bandHeight() ? QString() : domainOf(section);
}

QSize GroupedHeader::sectionSizeFromContents(int section) const
{
    const QString label = model()->headerData(section, orientation()).toString();
    return {std::min(labelWidth(label, fontMetrics()), widestLabel) + slack + arrowRoom + 2 * padding + 1,
            bandHeight() + mostLines * fontMetrics().height() + 2 * bandPadding + 1};
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
    if (offset() != 0)
        paintSection(&painter, {0, 0, sectionSize(0), height()}, 0);
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
    QRect label = rect.adjusted(padding, bandHeight(), -padding - 1, -bandPadding - 1);
    QRect arrow = label;
    (isLeft ? arrow : label).setLeft(isLeft ? label.right() + 1 - arrowRoom : label.left() + arrowRoom);
    (isLeft ? label : arrow).setRight(isLeft ? arrow.left() - 1 : label.left() - 1);
    painter->setFont(font());
    painter->setPen(isUsed ? readableText(ink, background) : faintText(palette(), background));
    paintLabel(painter, label, option.text, isLeft ? Qt::AlignLeft : Qt::AlignRight);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        arrow.setTop(arrow.bottom() + 1 - fontMetrics().height());
        paintArrow(painter, arrow, sortIndicatorOrder() == Qt::AscendingOrder);
    }
    painter->restore();
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

// To the base class the first section is where scrolling has taken it: what happens in the frozen section is
// passed on as if it had happened there.

bool GroupedHeader::mouseEvent(const QMouseEvent &event)
{
    const bool presses =
        event.type() == QEvent::MouseButtonPress || event.type() == QEvent::MouseButtonDblClick;
    if (presses && !domainAt(event.position().toPoint()).isEmpty())
        return true;
    if (presses)
        m_holdsFrozen = isFrozen(event.position());
    const bool holds = event.buttons() || event.type() == QEvent::MouseButtonRelease;
    const bool shifts = holds ? m_holdsFrozen : isFrozen(event.position());
    const QPointF shift(shifts ? -offset() : 0, 0);
    QMouseEvent shifted(event.type(), event.position() + shift, event.globalPosition(), event.button(),
                        event.buttons(), event.modifiers(), event.pointingDevice());
    viewport()->update();
    return QHeaderView::viewportEvent(&shifted);
}

bool GroupedHeader::hoverEvent(const QHoverEvent &event)
{
    const QPointF shift(isFrozen(event.position()) ? -offset() : 0, 0);
    QHoverEvent shifted(event.type(), event.position() + shift, event.globalPosition(),
                        event.oldPosF() + shift, event.modifiers());
    viewport()->update();
    return QHeaderView::viewportEvent(&shifted);
}

bool GroupedHeader::isFrozen(QPointF position) const
{
    return count() > 0 && offset() != 0 && position.x() < sectionSize(0);
}

QString GroupedHeader::domainOf(int section) const
{
    return model()->headerData(section, orientation(), AreaTableModel::DomainRole).toString();
}

void GroupedHeader::paintBand(QPainter *painter) const
{
    for (int first = 0; first < count();) {
        const QString name = domainOf(first);
        int last = first;
        while (last + 1 < count() && domainOf(last + 1) == name)
            ++last;
        const int left = sectionViewportPosition(first);
        const int right = sectionViewportPosition(last) + sectionSize(last);
        if (!name.isEmpty())
            paintDomain(painter, {left, 0, right - left, bandHeight()}, name);
        first = last + 1;
    }
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
    QRect seen = span.intersected(viewport()->rect());
    seen.setLeft(std::max(seen.left(), offset() == 0 ? 0 : sectionSize(0)));
    seen.adjust(padding, 0, -padding, -1);
    painter->setFont(font());
    painter->setPen(readableText(ink, background));
    painter->drawText(seen, Qt::AlignCenter, fontMetrics().elidedText(name, Qt::ElideRight, seen.width()));
}

void GroupedHeader::showToolTip(QPoint position, QPoint globalPosition) const
{
    const QString domain = domainAt(position);
    const int section = isFrozen(position) ? 0 : logicalIndexAt(position);
    const QString text = domain.isEmpty()
                             ? model()->headerData(section, orientation(), Qt::ToolTipRole).toString()
                             : plainToolTip(domain);
    QToolTip::showText(globalPosition, text, viewport());
}

} // namespace atlas
