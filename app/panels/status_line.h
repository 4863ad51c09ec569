#pragma once

#include "core/common/issue.h"

#include <QStatusBar>

#include <functional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace atlas {

/// A summary of what is on show, remarks, when the work was last kept, and the progress of loading.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// `details` are for the tool tip.
    void setSummary(const QString &text, const QString &details);
    /// How many there are, and what they are about: `issues` is asked where they are few enough to read.
    void setRemarks(size_t count, const std::function<Issues()> &issues);
    void setKept(const QString &text); ///< when the work was last kept

    /// Shows a bar from 0 to 1 with a button to cancel.
    void showProgress(double fraction);
    void hideProgress();

signals:
    void remarksAsked();
    void cancelAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colourRemarks();

    QLabel *m_summary;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    QToolButton *m_remarks;
    QLabel *m_kept;
};

} // namespace atlas
