#include "app/help/what_is_this.h"

#include "app/help/help_topic.h"

#include <QEvent>

namespace atlas {

WhatIsThis::WhatIsThis(const QString &topic, QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("whatIsThis"));
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    showLink();
    setAccessibleName(tr("What is this?"));
    setToolTip(tr("Open the page of the help about this"));
    setTopic(topic);
    connect(this, &QLabel::linkActivated, this, [this] { showHelp(m_topic, this); });
}

/// A document keeps the colour of links that it was made with, so that another theme needs another document.
void WhatIsThis::showLink()
{
    setText(QStringLiteral("<a href=\"help\" style=\"color:%1\">%2</a>")
                .arg(palette().color(QPalette::Link).name(), tr("What is this?").toHtmlEscaped()));
}

void WhatIsThis::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showLink();
}

void WhatIsThis::setTopic(const QString &topic)
{
    m_topic = topic;
    setProperty(helpTopicProperty, topic);
}

} // namespace atlas
