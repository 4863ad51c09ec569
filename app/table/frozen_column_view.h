#pragma once

#include <QTableView>

namespace atlas {

/// A table whose first column stays at the left when the others are scrolled. It is one view: the first
/// column is found, marked and painted at the left edge, on top of what has been scrolled under it.
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

private:
    void paintFrozenCell(QPainter *painter, const QModelIndex &index) const;
};

} // namespace atlas
