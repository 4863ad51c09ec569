#include "app/panels/status_line.h"

#include "app/help/what_is_this.h"
#include "app/widgets/data_text.h"
#include "core/common/plain_text.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QSet>
#include <QToolButton>

namespace atlas {

namespace {

/// What remarks are about: " on 3 areas", " on figures.csv", " on 3 areas and figures.csv".
QString subjectOf(const Issues &issues)
{
    QSet<QString> areas;
    QSet<QString> files;
    for (const Issue &issue : issues)
        if (!issue.area.text.isEmpty())
            areas.insert(issue.area.text);
        else if (!issue.file.isEmpty())
            files.insert(plainLine(issue.file));
    const QString areasText = StatusLine::tr("%n area(s)", nullptr, static_cast<int>(areas.size()));
    const QString filesText = files.size() == 1
                                  ? *files.begin()
                                  : StatusLine::tr("%n file(s)", nullptr, static_cast<int>(files.size()));
    if (areas.isEmpty() && files.isEmpty())
        return StatusLine::tr(" on the method");
    if (files.isEmpty())
        return StatusLine::tr(" on %1").arg(areasText);
    return areas.isEmpty() ? StatusLine::tr(" on %1").arg(filesText)
                           : StatusLine::tr(" on %1 and %2").arg(areasText, filesText);
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent), m_summary(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_cancel(new QToolButton(this)), m_remarks(new QToolButton(this)), m_kept(new QLabel(this))
{
    setProperty("helpTopic", QStringLiteral("part-status"));
    m_summary->setObjectName(QStringLiteral("statusSummary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setMargin(3);
    m_summary->setMinimumWidth(1); // a narrow window cuts it, and the tool tip has it all
    m_progress->setRange(0, 100);
    m_progress->setFixedWidth(160);
    m_progress->setAccessibleName(tr("Reading"));
    m_cancel->setText(tr("Cancel"));
    m_remarks->setObjectName(QStringLiteral("remarksButton"));
    m_remarks->setAutoRaise(true);
    m_remarks->setToolTip(tr("What was missing, assumed or left out (Ctrl+R)"));
    addWidget(m_summary);
    addWidget(new WhatIsThis(QStringLiteral("index"), this), 1);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    m_kept->setObjectName(QStringLiteral("kept"));
    m_kept->setForegroundRole(QPalette::PlaceholderText);
    m_kept->hide();
    addPermanentWidget(m_kept);
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

void StatusLine::setSummary(const QString &text, const QString &details)
{
    m_summary->setText(text);
    m_summary->setToolTip(plainToolTip(details.isEmpty() ? text : text + QLatin1Char('\n') + details));
    m_summary->setAccessibleDescription(details);
}

void StatusLine::setRemarks(size_t count, const std::function<Issues()> &issues)
{
    constexpr size_t mostRead = 500;
    if (count == 0)
        m_remarks->setText(tr("no remarks on the data"));
    else
        m_remarks->setText(tr("%n remark(s)", nullptr, static_cast<int>(count))
                           + (count <= mostRead ? subjectOf(issues()) : QString()));
    m_remarks->setProperty("hasRemarks", count > 0);
    colourRemarks();
    m_remarks->show();
}

void StatusLine::setKept(const QString &text)
{
    m_kept->setText(text);
    m_kept->setVisible(!text.isEmpty());
}

/// Green where all is well, amber where there is something to read; the words say the same.
void StatusLine::colourRemarks()
{
    const bool has = m_remarks->property("hasRemarks").toBool();
    const bool isDark = palette().color(QPalette::Window).lightness() < 128;
    const QString background = has ? (isDark ? QStringLiteral("#5c4a12") : QStringLiteral("#fdeebf"))
                                   : (isDark ? QStringLiteral("#1f4a30") : QStringLiteral("#dff3e4"));
    const QString ink = isDark ? QStringLiteral("#ffffff") : QStringLiteral("#211b2b");
    m_remarks->setStyleSheet(
        QStringLiteral("QToolButton { background: %1; color: %2; border: 1px solid transparent; "
                       "border-radius: 9px; padding: 1px 10px; } "
                       "QToolButton:focus, QToolButton:hover { border-color: %2; }")
            .arg(background, ink));
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_remarks)
        colourRemarks();
    QStatusBar::changeEvent(event);
}

} // namespace atlas
