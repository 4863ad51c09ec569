#pragma once

#include <QTableView>

namespace atlas {

/// A table whose first column stays at the left when the others are scrolled. It is one view: the first
/// column is found, marked and painted at the left edge, on top of what has been scrolled under it.
/// It paints its cells itself, and asks isRowSelected() of each row: to ask the selection model of each cell
/// takes long when thousands of rows are selected that do not follow each other.
class FrozenColumnView : public QTableView
{
    Q_OBJECT

public:
    explicit FrozenColumnView(QWidget *parent = nullptr);

    QModelIndex indexAt(const QPoint &position) const override;
    QRect visualRect(const QModelIndex &index) const override;
    /// Cells of the first column are always in sight from left to right: for them it scrolls up and down
    /// only.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

protected:
    /// Width of the first column while others are scrolled under it; else 0.
    int frozenWidth() const;

    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    /// Whether to paint the row as selected.
    virtual bool isRowSelected(int row) const;

private:
    void paintCell(QPainter *painter, QStyleOptionViewItem option, const QModelIndex &index) const;
    void paintFrozenCell(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const;
};

} // namespace atlas
