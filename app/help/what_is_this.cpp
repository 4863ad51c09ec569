#include "app/help/what_is_this.h"

#include "app/help/help_topic.h"

namespace atlas {

WhatIsThis::WhatIsThis(const QString &topic, QWidget *parent) : QLabel(parent)
{
    setObjectName(QStringLiteral("whatIsThis"));
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    setText(QStringLiteral("<a href=\"help\">%1</a>").arg(tr("What is this?").toHtmlEscaped()));
    setAccessibleName(tr("What is this?"));
    setToolTip(tr("Open the page of the help about this"));
    setTopic(topic);
    connect(this, &QLabel::linkActivated, this, [this] { showHelp(m_topic, this); });
}

void WhatIsThis::setTopic(const QString &topic)
{
    m_topic = topic;
    setProperty(helpTopicProperty, topic);
}

} // namespace atlas
