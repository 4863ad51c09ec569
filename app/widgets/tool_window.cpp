#include "app/widgets/tool_window.h"

#include "app/state/preferences.h"

#include <QGuiApplication>
#include <QScreen>

namespace atlas {

ToolWindow::ToolWindow(const QString &name, const QString &title, QSize usualSize, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(name);
    setWindowTitle(title);
    const QScreen *target = screen(); // its parent's
    if (!restoreGeometry(Preferences().layout(name)))
        resize(usualSize);
    else if (const QScreen *last = QGuiApplication::screenAt(geometry().center()))
        target = last;
    resize(size().boundedTo(target->availableSize())); // it may have been on a larger one
}

void ToolWindow::bringForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void ToolWindow::hideEvent(QHideEvent *event)
{
    Preferences().setLayout(objectName(), saveGeometry());
    QDialog::hideEvent(event);
}

} // namespace atlas
