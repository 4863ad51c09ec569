#pragma once

#include <QDialog>

namespace atlas {

/// A question beside the map and table: a page in the middle of the main window, or a window of its own.
/// Which of the two it was last is remembered under its object name; a window opens where it was last and as
/// large, never larger than its screen.
class ToolWindow : public QDialog
{
    Q_OBJECT

public:
    /// `usualSize` is for the first time.
    ToolWindow(const QString &name, const QString &title, QSize usualSize, QWidget *parent);

    /// Shows it as a window, in front of the others.
    void bringForward();

    /// Whether the user last had it as a window; `usually` is for the first time.
    bool wasFloating(bool usually) const;
    void rememberFloating(bool floating) const;
    /// Becomes a page of `parent`, which shows it.
    void becomePage(QWidget *parent);
    /// Becomes a window beside `parent`, still hidden.
    void becomeWindow(QWidget *parent);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void placeWindow();

    QSize m_usualSize;
};

} // namespace atlas
