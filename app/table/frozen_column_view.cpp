#include "app/table/frozen_column_view.h"

#include "app/table/pinned_columns.h"
#include "app/table/table_colours.h"
#include "core/render/theme.h"

#include <QAbstractItemDelegate>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>
#include <vector>

namespace atlas {

namespace {

/// The columns to be seen in a part of the viewport: those that are scrolled, and those that stand on top.
std::pair<std::vector<int>, std::vector<int>> columnsIn(const QHeaderView &header,
                                                        const PinnedColumns &pinned, const QRect &part)
{
    std::pair<std::vector<int>, std::vector<int>> columns;
    const int left = std::max(pinned.left(), part.left());
    const int right = std::min(header.viewport()->width() - pinned.right() - 1, part.right());
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (header.isSectionHidden(column))
            continue;
        const int shift = pinned.shift(column);
        const int start = header.sectionViewportPosition(column) + shift;
        const int end = start + header.sectionSize(column) - 1;
        if (shift != 0 && end >= part.left() && start <= part.right())
            columns.second.push_back(column);
        if (shift == 0 && end >= left && start <= right)
            columns.first.push_back(column);
    }
    return columns;
}

} // namespace

FrozenColumnView::FrozenColumnView(QWidget *parent) : QTableView(parent)
{
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
}

PinnedColumns FrozenColumnView::pinned() const
{
    return PinnedColumns(*horizontalHeader());
}

QModelIndex FrozenColumnView::indexAt(const QPoint &position) const
{
    const int row = rowAt(position.y());
    const int column = model() && row >= 0 ? pinned().columnAt(position.x()) : -1;
    return column < 0 ? QModelIndex() : model()->index(row, column);
}

QRect FrozenColumnView::visualRect(const QModelIndex &index) const
{
    const QRect rect = QTableView::visualRect(index);
    return index.isValid() ? rect.translated(pinned().shift(index.column()), 0) : rect;
}

void FrozenColumnView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar &bar = *horizontalScrollBar();
    const int before = bar.value();
    const bool stays =
        index.isValid()
        && (index.column() == 0
            || (pinned().right() > 0 && PinnedColumns::isOfTheRight(*horizontalHeader(), index.column())));
    QTableView::scrollTo(index, hint);
    if (stays) {
        bar.setValue(before);
        return;
    }
    const int end = columnViewportPosition(index.column()) + columnWidth(index.column());
    if (const int covered = end - (viewport()->width() - pinned().right()); covered > 0)
        bar.setValue(bar.value() + covered);
    if (const int covered = pinned().left() - columnViewportPosition(index.column()); covered > 0)
        bar.setValue(bar.value() - covered);
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
    const auto [scrolled, held] = columnsIn(*horizontalHeader(), pinned(), dirty);
    const int lastAtBottom = rowAt(dirty.bottom());
    const int last = lastAtBottom < 0 ? model()->rowCount() - 1 : lastAtBottom;
    for (int row = std::max(rowAt(dirty.top()), 0); row <= last; ++row) {
        const QRect all(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
        if (!event->region().intersects(all))
            continue;
        for (const int column : scrolled)
            paintCell(&painter, option, model()->index(row, column));
        for (const int column : held)
            paintHeldCell(&painter, option, model()->index(row, column));
    }
    paintEdges(&painter, pinned());
}

/// The edges of what stays, where something is scrolled under it.
void FrozenColumnView::paintEdges(QPainter *painter, const PinnedColumns &columns) const
{
    const int lastRow = rowAt(viewport()->height() - 1);
    const int last = lastRow < 0 ? model()->rowCount() - 1 : lastRow;
    const int bottom = rowViewportPosition(last) + rowHeight(last);
    const QColor edge = mixed(palette().color(QPalette::Base), palette().color(QPalette::Text), 0.5);
    if (columns.left() > 0)
        painter->fillRect(columns.left() - 1, 0, 1, bottom, edge);
    if (columns.right() > 0)
        painter->fillRect(viewport()->width() - columns.right(), 0, 1, bottom, edge);
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

void FrozenColumnView::paintHeldCell(QPainter *painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    painter->fillRect(visualRect(index), option.palette.color(QPalette::Base));
    paintCell(painter, option, index);
}

} // namespace atlas
