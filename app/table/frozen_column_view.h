#pragma once

#include <QTableView>

namespace atlas {

class PinnedColumns;

/// A table in which the first column stays at the left and some at the right when the others are scrolled,
/// see PinnedColumns. It is one view: those columns are found, marked and painted at the edges, on top of
/// what has been scrolled under them. It paints its cells itself, and asks isRowSelected() of each row: to
/// ask the selection model of each cell takes long when thousands of rows are selected that do not follow
/// each other.
class FrozenColumnView : public QTableView
{
    Q_OBJECT

public:
    explicit FrozenColumnView(QWidget *parent = nullptr);

    QModelIndex indexAt(const QPoint &position) const override;
    QRect visualRect(const QModelIndex &index) const override;
    /// Cells of columns that stay are always in sight from left to right: for them it scrolls up and down
    /// only.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    /// Whether to paint the row as selected.
    virtual bool isRowSelected(int row) const;

private:
    void paintCell(QPainter *painter, QStyleOptionViewItem option, const QModelIndex &index) const;
    void paintHeldCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintEdges(QPainter *painter, const PinnedColumns &columns) const;
    PinnedColumns pinned() const;
};

} // namespace atlas
