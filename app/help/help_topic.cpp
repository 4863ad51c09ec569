#include "app/help/help_topic.h"

#include "app/help/help_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QVariant>
#include <QWidget>

namespace atlas {

namespace {

/// The window that help belongs to: the outermost one, or the dialog that keeps the others from being used.
QWidget *ownerOfHelp(QWidget *from)
{
    QWidget *window = from->window();
    while (!window->isModal() && window->parentWidget())
        window = window->parentWidget()->window();
    return window;
}

} // namespace

QString helpTopicOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget())
        if (const QVariant topic = widget->property(helpTopicProperty); topic.isValid())
            return topic.toString();
    return QStringLiteral("start");
}

void showHelp(const QString &topic, QWidget *from)
{
    QWidget *owner = ownerOfHelp(from);
    auto *help = qobject_cast<HelpWindow *>(from->window());
    if (!help)
        help = owner->findChild<HelpWindow *>(QString(), Qt::FindDirectChildrenOnly);
    if (!help)
        help = new HelpWindow(owner);
    help->showTopic(topic);
    help->bringForward();
}

void showHelpOnFocus(QWidget *window)
{
    QWidget *focus = QApplication::focusWidget();
    showHelp(helpTopicOf(focus), focus ? focus : window);
}

HelpKey::HelpKey(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool HelpKey::eventFilter(QObject *watched, QEvent *event)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (event->type() != QEvent::KeyPress || !widget)
        return false;
    const auto *key = dynamic_cast<QKeyEvent *>(event);
    if (!key || key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier)
        return false;
    showHelp(helpTopicOf(widget), widget);
    return true;
}

} // namespace atlas
