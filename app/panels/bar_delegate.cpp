#include "app/panels/bar_delegate.h"

#include "app/panels/contribution_model.h"
#include "core/render/theme.h"

#include <QApplication>
#include <QPainter>

#include <cmath>

namespace atlas {

namespace {

constexpr int barWidth = 84;
constexpr int gap = 8;

} // namespace

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem text = option;
    initStyleOption(&text, index);
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &text, painter, widget);
    text.rect.setLeft(option.rect.left() + barWidth + gap);
    style->drawControl(QStyle::CE_ItemViewItem, &text, painter, widget);

    const QRectF track = QRectF(option.rect).adjusted(4, 4, 0, -4);
    const double middle = track.left() + barWidth / 2.0;
    painter->fillRect(QRectF(middle, option.rect.top(), 1, option.rect.height()), option.palette.mid());
    const double z = index.data(ContributionModel::zRole).toDouble();
    if (std::isnan(z))
        return;
    const double limit = index.data(ContributionModel::zLimitRole).toDouble();
    const double length = z / limit * (barWidth / 2.0 - 2);
    painter->fillRect(QRectF(middle, track.top(), length, track.height()).normalized(),
                      z > 0 ? raisingColour() : loweringColour());
}

QSize BarDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    return {text.width() + barWidth + gap, text.height()};
}

} // namespace atlas
