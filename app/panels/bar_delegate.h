#pragma once

#include <QStyledItemDelegate>

namespace atlas {

/// Draws a signed bar for a z-score beside its figure: right of the middle pushes the area up.
class BarDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace atlas
