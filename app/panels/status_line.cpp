#include "app/panels/status_line.h"

#include "app/widgets/data_text.h"
#include "core/index/method_text.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace atlas {

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_summary(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_cancel(new QToolButton(this)), m_remarks(new QToolButton(this))
{
    setProperty("helpTopic", QStringLiteral("part-status"));
    m_summary->setObjectName(QStringLiteral("statusSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setMargin(3);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_progress->setRange(0, 100);
    m_progress->setFixedWidth(160);
    m_progress->setAccessibleName(tr("Reading"));
    m_cancel->setText(tr("Cancel"));
    m_remarks->setObjectName(QStringLiteral("remarksButton"));
    m_remarks->setAutoRaise(true);
    m_remarks->setToolTip(tr("What was missing, assumed or left out (Ctrl+R)"));
    addWidget(m_summary, 1);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_remarks);
    setSizeGripEnabled(false);
    hideProgress();
    connect(m_remarks, &QToolButton::clicked, this, &StatusLine::remarksAsked);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelAsked);
    m_remarks->hide();
}

void StatusLine::showProgress(double fraction)
{
    m_progress->setValue(static_cast<int>(fraction * 100));
    m_progress->show();
    m_cancel->show();
}

void StatusLine::hideProgress()
{
    m_progress->hide();
    m_cancel->hide();
}

void StatusLine::setSummary(const QString &text)
{
    m_summary->setText(text);
    m_summary->setToolTip(plainToolTip(text)); // a narrow window may cut it
}

void StatusLine::setRemarks(size_t count)
{
    m_remarks->setText(count == 0 ? tr("no remarks") : tr("%n remark(s)", nullptr, static_cast<int>(count)));
    m_remarks->show();
}

} // namespace atlas
