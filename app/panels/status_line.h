#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace atlas {

/// A summary of what is on show, the number of remarks, and the progress of loading.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setSummary(const QString &text);
    void setRemarks(size_t count);

    /// Shows a bar from 0 to 1 with a button to cancel.
    void showProgress(double fraction);
    void hideProgress();

signals:
    void remarksAsked();
    void cancelAsked();

private:
    QLabel *m_summary;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QToolButton *m_remarks;
};

} // namespace atlas
