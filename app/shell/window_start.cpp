#include "app/panels/status_line.h"
#include "app/shell/main_window.h"
#include "app/shell/recovery.h"
#include "app/shell/recovery_bar.h"
#include "app/shell/start_page.h"
#include "app/shell/thumbnail.h"
#include "app/workspace/command_set.h"
#include "app/workspace/workspace.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QStackedWidget>
#include <QToolBar>
#include <QUrl>

#include <algorithm>

// How work begins: the start page, what was open last, files that are dropped, and work that was left.

namespace atlas {

void MainWindow::buildStart()
{
    m_start = new StartPage;
    m_middle->addWidget(m_start);
    connect(m_start, &StartPage::openAsked, m_commands->action(QStringLiteral("open")), &QAction::trigger);
    // Not at once: who dropped them waits for the drop to end, and there may be questions.
    connect(
        this, &MainWindow::dropped, this,
        [this](const QStringList &files) {
            if (m_project.mayClose())
                openFiles(files);
        },
        Qt::QueuedConnection);
    connect(m_start, &StartPage::projectAsked, m_commands->action(QStringLiteral("openProject")),
            &QAction::trigger);
    connect(m_start, &StartPage::exampleAsked, m_commands->action(QStringLiteral("openBuiltIn")),
            &QAction::trigger);
    connect(m_start, &StartPage::recentAsked, this, [this](const RecentFile &file) {
        if (!m_project.mayClose())
            return;
        if (file.project.isEmpty())
            openSources(file.sources);
        else
            m_project.open(file.project);
    });
    connect(m_start, &StartPage::forgetAsked, this, [this](const RecentFile &file) {
        QList<RecentFile> recent = m_preferences.recentFiles();
        recent.removeIf([&file](const RecentFile &each) { return each.isSameAs(file); });
        m_preferences.setRecentFiles(recent);
        m_start->setRecent(recent);
    });
    connect(m_start, &StartPage::tourAsked, this, &MainWindow::startTour);
    connect(m_start, &StartPage::backAsked, this, [this] {
        leaveStart();
        workspace().widget()->setFocus(Qt::OtherFocusReason);
    });
}

void MainWindow::showStart()
{
    m_start->setRecent(m_preferences.recentFiles());
    m_start->setCanGoBack(m_model.document.now().dataset() != nullptr);
    m_middle->setCurrentWidget(m_start);
}

/// For the workspace, if it has anything to show.
void MainWindow::leaveStart()
{
    if (m_model.document.now().dataset() && m_middle->currentWidget() == m_start)
        m_middle->setCurrentWidget(workspace().widget());
}

/// The example has a button of its own.
void MainWindow::rememberOpened()
{
    const DataSources &sources = m_project.sources();
    if (m_project.path().isEmpty() && sources == builtInSources())
        return;
    const QString file = m_project.path().isEmpty() ? sources.indicators : m_project.path();
    m_preferences.setRecentFiles(
        withRecent(m_preferences.recentFiles(), {.project = m_project.path(),
                                                 .sources = sources,
                                                 .title = QFileInfo(file).completeBaseName(),
                                                 .opened = QDateTime::currentDateTimeUtc(),
                                                 .picture = thumbnailOf(m_model.document.now())}));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (std::any_of(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); }))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    event->acceptProposedAction();
    if (!files.isEmpty())
        emit dropped(files);
}

void MainWindow::keepWork(const QString &folder)
{
    m_recovery = std::make_unique<Recovery>(m_project, folder);
    constexpr int longEnough = 20000;
    connect(m_recovery.get(), &Recovery::failed, this,
            [this](const Error &error) { m_status->showMessage(error.message, longEnough); });
    connect(m_recovery.get(), &Recovery::kept, this, [this] { m_status->setKept(m_recovery->keptText()); });
    auto *bar = new RecoveryBar(*m_recovery);
    auto *row = new QToolBar(tr("Work to restore"), this);
    row->setObjectName(QStringLiteral("recovery"));
    row->setMovable(false);
    row->toggleViewAction()->setVisible(false); // it comes and goes by itself
    row->addWidget(bar);
    row->setVisible(!m_recovery->left().empty());
    connect(bar, &RecoveryBar::offers, row, &QToolBar::setVisible);
    addToolBarBreak();
    addToolBar(row);
}

} // namespace atlas
