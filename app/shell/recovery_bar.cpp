#include "app/shell/recovery_bar.h"

#include "app/shell/recovery.h"
#include "core/common/files.h"
#include "core/common/plain_text.h"

#include <QLocale>
#include <QPushButton>

namespace atlas {

namespace {

QString momentText(const QDateTime &moment)
{
    const QLocale locale;
    return moment.date() == QDate::currentDate()
               ? RecoveryBar::tr("%1 today", "time").arg(locale.toString(moment.time(), QLocale::ShortFormat))
               : locale.toString(moment, QLocale::ShortFormat);
}

QString dataText(const DataSources &sources)
{
    return sources == builtInSources() ? RecoveryBar::tr("the built-in example")
                                       : plainLine(fileNameOf(sources.indicators));
}

QString offerText(const UnsavedWork &work)
{
    const QString data = dataText(work.project.sources);
    const QString moment = momentText(work.keptAt);
    if (work.projectPath.isEmpty())
        return RecoveryBar::tr("Restore your work on %1, as it was at %2?", "data, time").arg(data, moment);
    return RecoveryBar::tr("Restore %1 (%2) as it was at %3?", "project, data, time")
        .arg(plainLine(fileNameOf(work.projectPath)), data, moment);
}

} // namespace

RecoveryBar::RecoveryBar(Recovery &recovery, QWidget *parent) : NoticeBar(parent), m_recovery(recovery)
{
    setObjectName(QStringLiteral("recoveryBar"));
    connect(
        addButton(tr("&Restore"), "restoreWork", tr("Open it as it was; it stays unsaved until you save it")),
        &QPushButton::clicked, &recovery, &Recovery::restoreFirst);
    connect(addButton(tr("Look later"), "leaveWork", tr("Keep it, and ask again at the next start")),
            &QPushButton::clicked, &recovery, &Recovery::leaveAll);
    connect(addButton(tr("Discard"), "discardWork", tr("Delete it; this cannot be undone")),
            &QPushButton::clicked, &recovery, &Recovery::discardFirst);
    connect(&recovery, &Recovery::leftChanged, this, &RecoveryBar::showFirst);
    showFirst();
}

void RecoveryBar::showFirst()
{
    const auto &left = m_recovery.left();
    if (!left.empty()) {
        const UnsavedWork &work = left.front().work;
        const auto more = static_cast<int>(left.size()) - 1;
        QString text = offerText(work);
        if (more > 0)
            text += QLatin1Char(' ') + tr("%n more after this.", nullptr, more);
        setNotice(work.wasDeclined ? tr("You closed without saving") : tr("The program ended unexpectedly"),
                  text);
    }
    setVisible(!left.empty());
    emit offers(!left.empty());
}

} // namespace atlas
