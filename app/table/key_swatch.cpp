#include "app/table/key_swatch.h"

#include "app/table/cell_paint.h"
#include "core/render/cell_colours.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace atlas {

namespace {

constexpr int leastCellWidth = 26;
constexpr int markPadding = 5;
constexpr int gap = 4;
constexpr int margin = 3; // around, for the focus
constexpr int underline = 3;

} // namespace

KeySwatch::KeySwatch(int classNumber, QWidget *parent) : QAbstractButton(parent), m_classNumber(classNumber)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void KeySwatch::setFormat(const CellFormat &format)
{
    m_format = format;
    updateGeometry();
    update();
}

QRect KeySwatch::cellRect() const
{
    const int height = fontMetrics().height() + 2;
    const int width = std::max(leastCellWidth, QFontMetrics(markFont(font())).horizontalAdvance(m_format.mark)
                                                   + 2 * markPadding);
    return {margin, (this->height() - underline - height) / 2, width, height};
}

QSize KeySwatch::sizeHint() const
{
    const int words = text().isEmpty() ? 0 : gap + fontMetrics().horizontalAdvance(text());
    return {cellRect().width() + words + 2 * margin + 1, fontMetrics().height() + 2 + 2 * margin + underline};
}

QSize KeySwatch::minimumSizeHint() const
{
    return {cellRect().width() + 2 * margin, sizeHint().height()};
}

void KeySwatch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        emit stepAsked(event->key() == Qt::Key_Left ? -1 : 1);
    else
        QAbstractButton::keyPressEvent(event);
}

void KeySwatch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect cell = cellRect();
    const QColor background = palette().color(QPalette::Window);
    const QColor ink = palette().color(QPalette::WindowText);
    if (m_format.background.isValid())
        paintClassCell(&painter, cell, m_format.background, cellEdge(m_format.background, background));
    else
        paintMissingCell(&painter, cell, ink, background);
    painter.setFont(markFont(font()));
    painter.setPen(m_format.text.isValid() ? m_format.text : ink);
    painter.drawText(cell, Qt::AlignCenter,
                     m_format.background.isValid() ? m_format.mark : QStringLiteral("\u2013"));
    painter.setFont(font());
    painter.setPen(ink);
    const int left = cell.right() + 1 + gap;
    const QRect words(left, cell.top(), width() - left - margin + 1, cell.height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    if (isChecked())
        painter.fillRect(cell.left(), cell.bottom() + 2, cell.width(), underline, ink);
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.backgroundColor = background;
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace atlas
