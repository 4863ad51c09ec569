#include "app/widgets/fold_strip.h"

#include <QPainter>
#include <QStyleOption>

namespace atlas {

namespace {

constexpr int stripMargin = 8;

} // namespace

FoldStrip::FoldStrip(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize FoldStrip::sizeHint() const
{
    return {fontMetrics().height() + stripMargin, fontMetrics().horizontalAdvance(text()) + 4 * stripMargin};
}

QSize FoldStrip::minimumSizeHint() const
{
    return {sizeHint().width(), 6 * stripMargin};
}

void FoldStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(),
                     palette().color(underMouse() || isDown() ? QPalette::Midlight : QPalette::Button));
    painter.save();
    painter.translate(width(), 0);
    painter.rotate(90);
    const QRect room(2 * stripMargin, 0, height() - 3 * stripMargin, width());
    painter.setPen(palette().color(QPalette::ButtonText));
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    painter.restore();
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect().adjusted(2, 2, -2, -2);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace atlas
