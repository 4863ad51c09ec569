#pragma once

#include <QStatusBar>

class QLabel;
class QProgressBar;
class QToolButton;

namespace atlas {

class AtlasState;

/// What was counted and how, the number of remarks, and the progress of loading.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(const AtlasState &state, QWidget *parent = nullptr);

    /// Shows a bar from 0 to 1 with a button to cancel.
    void showProgress(double fraction);
    void hideProgress();

signals:
    void remarksAsked();
    void cancelAsked();

private:
    void showState();

    const AtlasState &m_state;
    QLabel *m_summary;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QToolButton *m_remarks;
};

} // namespace atlas
