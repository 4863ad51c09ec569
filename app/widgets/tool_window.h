#pragma once

#include <QDialog>

namespace atlas {

/// A window or dialog beside the main one. Opens where it was last and as large, never larger than its
/// screen, and remembers that under its object name when it is hidden.
class ToolWindow : public QDialog
{
    Q_OBJECT

public:
    /// `usualSize` is for the first time.
    ToolWindow(const QString &name, const QString &title, QSize usualSize, QWidget *parent);

    /// Shows it, in front of the others.
    void bringForward();

protected:
    void hideEvent(QHideEvent *event) override;
};

} // namespace atlas
