#include "app/table/frozen_column_view.h"

#include "app/table/table_colours.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace atlas {

FrozenColumnView::FrozenColumnView(QWidget *parent) : QTableView(parent)
{
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
}

int FrozenColumnView::frozenWidth() const
{
    return horizontalOffset() == 0 || !model() || model()->columnCount() == 0 ? 0 : columnWidth(0);
}

QModelIndex FrozenColumnView::indexAt(const QPoint &position) const
{
    const int row = rowAt(position.y());
    if (row >= 0 && position.x() >= 0 && position.x() < frozenWidth())
        return model()->index(row, 0);
    return QTableView::indexAt(position);
}

QRect FrozenColumnView::visualRect(const QModelIndex &index) const
{
    QRect rect = QTableView::visualRect(index);
    if (index.isValid() && index.column() == 0 && frozenWidth() > 0)
        rect.moveLeft(0);
    return rect;
}

void FrozenColumnView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    const int before = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (index.column() == 0) {
        horizontalScrollBar()->setValue(before);
        return;
    }
    const int covered = frozenWidth() - columnViewportPosition(index.column());
    if (covered > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - covered);
}

QModelIndex FrozenColumnView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveHome)
        horizontalScrollBar()->setValue(0);
    return QTableView::moveCursor(action, modifiers);
}

void FrozenColumnView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0)
        viewport()->update(); // the first column has been shifted with the rest of the picture
}

void FrozenColumnView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const int width = frozenWidth();
    if (width == 0 || event->rect().left() >= width || rowAt(0) < 0)
        return;
    QPainter painter(viewport());
    const int lastAtBottom = rowAt(event->rect().bottom());
    const int last = lastAtBottom < 0 ? model()->rowCount() - 1 : lastAtBottom;
    for (int row = std::max(rowAt(event->rect().top()), 0); row <= last; ++row)
        paintFrozenCell(&painter, model()->index(row, 0));
}

void FrozenColumnView::paintFrozenCell(QPainter *painter, const QModelIndex &index) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QRect cell = visualRect(index); // without the grid's lines
    option.rect = cell;
    option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    painter->fillRect(cell, option.palette.color(QPalette::Base));
    itemDelegateForIndex(index)->paint(painter, option, index);
    const auto grid = static_cast<QRgb>(style()->styleHint(QStyle::SH_Table_GridLineColor, &option, this));
    if (showGrid())
        painter->fillRect(0, cell.bottom() + 1, columnWidth(0), 1, QColor::fromRgba(grid));
    painter->fillRect(columnWidth(0) - 1, cell.top(), 1, cell.height() + 1,
                      mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.5));
}

} // namespace atlas
