#include "app/table/frozen_column_view.h"

#include "app/table/table_colours.h"
#include "core/render/theme.h"

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

bool FrozenColumnView::isRowSelected(int row) const
{
    return selectionModel()->isRowSelected(row);
}

void FrozenColumnView::paintEvent(QPaintEvent *event)
{
    if (!model() || rowAt(0) < 0 || model()->columnCount() == 0)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    QPainter painter(viewport());
    const QRect dirty = event->rect();
    const int frozen = frozenWidth();
    const int lastAtBottom = rowAt(dirty.bottom());
    const int last = lastAtBottom < 0 ? model()->rowCount() - 1 : lastAtBottom;
    for (int row = std::max(rowAt(dirty.top()), 0); row <= last; ++row) {
        const QRect all(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
        if (!event->region().intersects(all))
            continue;
        for (int column = frozen > 0 ? 1 : 0; column < model()->columnCount(); ++column) {
            const int left = columnViewportPosition(column);
            if (left + columnWidth(column) > std::max(frozen, dirty.left()) && left <= dirty.right())
                paintCell(&painter, option, model()->index(row, column));
        }
        if (dirty.left() < frozen)
            paintFrozenCell(&painter, option, model()->index(row, 0));
    }
}

void FrozenColumnView::paintCell(QPainter *painter, QStyleOptionViewItem option,
                                 const QModelIndex &index) const
{
    option.rect = visualRect(index); // without the grid's lines
    option.state.setFlag(QStyle::State_Selected, isRowSelected(index.row()));
    option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    const QRect &cell = option.rect;
    if (showGrid()) {
        const auto grid =
            static_cast<QRgb>(style()->styleHint(QStyle::SH_Table_GridLineColor, &option, this));
        painter->fillRect(cell.left(), cell.bottom() + 1, cell.width() + 1, 1, QColor::fromRgba(grid));
        painter->fillRect(cell.right() + 1, cell.top(), 1, cell.height(), QColor::fromRgba(grid));
    }
    itemDelegateForIndex(index)->paint(painter, option, index);
}

void FrozenColumnView::paintFrozenCell(QPainter *painter, const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    const QRect cell = visualRect(index);
    painter->fillRect(cell, option.palette.color(QPalette::Base));
    paintCell(painter, option, index);
    painter->fillRect(columnWidth(0) - 1, cell.top(), 1, cell.height() + 1,
                      mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.5));
}

} // namespace atlas
