#include "app/widgets/tool_window.h"

#include "app/state/preferences.h"

#include <QGuiApplication>
#include <QScreen>

namespace atlas {

namespace {

QString floatingKey(const QString &name)
{
    return name + QStringLiteral("/floating");
}

} // namespace

ToolWindow::ToolWindow(const QString &name, const QString &title, QSize usualSize, QWidget *parent)
    : QDialog(parent), m_usualSize(usualSize)
{
    setObjectName(name);
    setWindowTitle(title);
    placeWindow();
}

void ToolWindow::placeWindow()
{
    const QScreen *target = screen(); // its parent's
    if (!restoreGeometry(Preferences().layout(objectName())))
        resize(m_usualSize);
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

bool ToolWindow::wasFloating(bool usually) const
{
    const QByteArray remembered = Preferences().layout(floatingKey(objectName()));
    return remembered.isEmpty() ? usually : remembered == "yes";
}

void ToolWindow::rememberFloating(bool floating) const
{
    Preferences().setLayout(floatingKey(objectName()), floating ? "yes" : "no");
}

void ToolWindow::becomePage(QWidget *parent)
{
    setParent(parent, Qt::Widget);
}

void ToolWindow::becomeWindow(QWidget *parent)
{
    setParent(parent, Qt::Dialog);
    placeWindow();
}

void ToolWindow::hideEvent(QHideEvent *event)
{
    if (isWindow())
        Preferences().setLayout(objectName(), saveGeometry());
    QDialog::hideEvent(event);
}

} // namespace atlas
