#include "app/panels/status_line.h"

#include "app/state/atlas_state.h"
#include "app/widgets/data_text.h"
#include "core/index/method_text.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace atlas {

StatusLine::StatusLine(const AtlasState &state, QWidget *parent)
    : QStatusBar(parent), m_state(state), m_summary(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_cancel(new QToolButton(this)), m_remarks(new QToolButton(this))
{
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
    connect(&state, &AtlasState::resultChanged, this, &StatusLine::showState);
    connect(&state, &AtlasState::displayChanged, this, &StatusLine::showState);
    showState();
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

void StatusLine::showState()
{
    if (!m_state.dataset()) {
        m_summary->setText(tr("No data are open"));
        m_remarks->hide();
        return;
    }
    const QString areas = tr("%n area(s)", nullptr, static_cast<int>(m_state.dataset()->areas.size()));
    const QString indicators =
        tr("%1 of %n indicator(s)", nullptr, static_cast<int>(m_state.dataset()->indicatorCount()))
            .arg(m_state.result().used.size());
    QStringList parts = {whatIfText(*m_state.dataset()), areas, indicators,
                         methodText(m_state.indexSettings(), m_state.result()),
                         classRuleText(m_state.display().scheme())};
    parts.removeAll(QString());
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_summary->setToolTip(plainToolTip(m_summary->text())); // a narrow window may cut it
    const auto count = static_cast<int>(m_state.issueCount());
    m_remarks->setText(count == 0 ? tr("no remarks") : tr("%n remark(s)", nullptr, count));
    m_remarks->show();
}

} // namespace atlas
