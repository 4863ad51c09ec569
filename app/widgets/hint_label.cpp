#include "app/widgets/hint_label.h"

#include "core/render/theme.h"

#include <QEvent>

namespace atlas {

HintLabel::HintLabel(QWidget *parent) : QLabel(parent)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    updateInk();
}

void HintLabel::setHint(const QString &text)
{
    show(text, false);
}

void HintLabel::setProblem(const QString &text)
{
    show(text, true);
}

void HintLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateInk();
}

void HintLabel::show(const QString &text, bool isProblem)
{
    setText(text);
    m_isProblem = isProblem;
    updateInk();
}

void HintLabel::updateInk()
{
    const bool dark = palette().color(QPalette::Window).lightness() < 128;
    const QColor problem = dark ? QColor(0xff, 0x9d, 0x94) : QColor(0xa8, 0x1c, 0x12);
    const QColor ink = m_isProblem ? problem : mapColours(dark ? Theme::Dark : Theme::Light).faintInk;
    if (palette().color(QPalette::WindowText) == ink) // setPalette() comes back here
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, ink);
    setPalette(own);
}

} // namespace atlas
