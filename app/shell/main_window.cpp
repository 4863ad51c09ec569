#include "app/shell/main_window.h"

#include "app/atlas/atlas_workspace.h"
#include "app/dialogs/issues_dialog.h"
#include "app/dialogs/messages.h"
#include "app/import/assistant.h"
#include "app/panels/status_line.h"
#include "app/shell/recovery.h"
#include "app/shell/tour.h"
#include "app/state/app_theme.h"
#include "app/workspace/command_set.h"
#include "app/workspace/search_box.h"

#include <QApplication>
#include <QCloseEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace atlas {

MainWindow::MainWindow(const std::optional<DataSources> &sources, QWidget *parent)
    : QMainWindow(parent), m_project(m_model, *this),
      m_atlas(new AtlasWorkspace(m_model, this)), m_workspaces{m_atlas}, m_commands(new CommandSet(*this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Disengagement Atlas[*]"));
    setMinimumSize(640, 440);
    setAcceptDrops(true);
    resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    if (sources)
        m_loader.load(*sources); // loads while the window is being built
    useTheme(m_preferences.theme());
    m_model.document.set(m_preferences.choices(), m_preferences.looks());
    buildParts();
    follow();
    buildCommands();
    buildToolBar();
    buildStart();
    restorePreferences();
    showWorkspace();
    if (!sources)
        showStart();
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    // Views tell the model when the pointer leaves them, so they must go before it does.
    hide();
    delete m_atlas;
}

Workspace &MainWindow::workspace() const
{
    const auto shown = std::find_if(m_workspaces.begin(), m_workspaces.end(), [this](Workspace *each) {
        return m_middle && each->widget() == m_middle->currentWidget();
    });
    return shown == m_workspaces.end() ? *m_atlas : **shown;
}

MapWidget &MainWindow::map()
{
    return m_atlas->map();
}

void MainWindow::buildParts()
{
    m_middle = new QStackedWidget;
    for (Workspace *each : m_workspaces)
        m_middle->addWidget(each->widget());
    setCentralWidget(m_middle);
    m_status = new StatusLine;
    setStatusBar(m_status);
    connect(m_status, &StatusLine::remarksAsked, this, &MainWindow::showRemarks);
    connect(m_status, &StatusLine::cancelAsked, &m_loader, &DatasetLoader::cancel);
    connect(m_status, &StatusLine::cancelAsked, this, &MainWindow::dropAssistant);
    m_issues = new IssuesDialog(this);
    connect(m_issues, &IssuesDialog::areaActivated, this, [this](const AreaCode &area) {
        leaveStart();
        workspace().goTo(area);
    });
}

void MainWindow::follow()
{
    connect(&m_project, &OpenProject::loadAsked, this, [this](const DataSources &sources) {
        const Snapshot &now = m_model.document.now();
        m_loader.load(sources, {now.givenDataset(), now.shapes()});
    });
    connect(&m_project, &OpenProject::written, this, [this](const QString &path) {
        sayWritten(path);
        rememberOpened();
    });
    connect(&m_project, &OpenProject::opened, this, [this](const DataSources &sources) {
        if (sources != builtInSources())
            m_preferences.setLastSources(sources);
        m_middle->setCurrentWidget(workspace().widget());
        showWorkspace();
        rememberOpened();
        if (std::exchange(m_isTourAsked, false))
            startTour();
    });
    m_project.setLayouts(
        [this] {
            return QJsonObject{{workspace().name(), workspace().saveLayout()}};
        },
        [this](const QJsonObject &layouts) {
            if (layouts.contains(workspace().name()))
                workspace().restoreLayout(layouts.value(workspace().name()).toObject());
        });
    connect(&m_loader, &DatasetLoader::started, this, &MainWindow::dropAssistant);
    connect(&m_loader, &DatasetLoader::loaded, &m_project, &OpenProject::show);
    connect(&m_project, &OpenProject::loadDropped, &m_loader, &DatasetLoader::cancel);
    connect(&m_loader, &DatasetLoader::failed, this, [this](const Error &error) {
        m_isTourAsked = false;
        showError(this, tr("Not opened"), error);
    });
    connect(&m_loader, &DatasetLoader::progressed, this,
            [this](double fraction) { m_status->showProgress(fraction); });
    connect(&m_loader, &DatasetLoader::finished, this, [this] { m_status->hideProgress(); });
    connect(m_atlas, &AtlasWorkspace::periodAsked, &m_project, &OpenProject::readPeriod);
    connect(m_atlas, &Workspace::changed, this, &MainWindow::showWorkspace);
    connect(m_atlas, &Workspace::searchChanged, this, [this] { m_search->forget(); });
    connect(m_atlas, &Workspace::issuesChanged, this, &MainWindow::followIssues);
    connect(m_atlas, &Workspace::written, this, &MainWindow::sayWritten);
    constexpr int longEnough = 10000;
    connect(m_atlas, &Workspace::said, this,
            [this](const QString &message) { m_status->showMessage(message, longEnough); });
}

void MainWindow::showWorkspace()
{
    m_commands->refresh();
    m_status->setSummary(workspace().summary(), workspace().summaryDetails());
}

void MainWindow::followIssues()
{
    if (m_model.document.now().dataset())
        m_status->setRemarks(workspace().issueCount(), [this] { return workspace().issues(); });
    if (m_issues->isVisible()) // otherwise they are written on demand
        m_issues->setIssues(workspace().issues());
}

void MainWindow::showRemarks()
{
    m_issues->setIssues(workspace().issues());
    m_issues->bringForward();
}

void MainWindow::sayWritten(const QString &path)
{
    constexpr int aWhile = 8000;
    if (!path.isEmpty())
        m_status->showMessage(
            tr("Written: %1")
                .arg(m_status->fontMetrics().elidedText(path, Qt::ElideMiddle, m_status->width() * 2 / 3)),
            aWhile);
}

void MainWindow::useTheme(ThemeChoice choice)
{
    applyTheme(resolveTheme(choice));
}

void MainWindow::resetLayout()
{
    workspace().resetLayout();
}

void MainWindow::restorePreferences()
{
    restoreGeometry(m_preferences.windowGeometry());
    if (!isMaximized() && !isFullScreen())
        resize(size().boundedTo(screen()->availableSize())); // it may have been a larger one
    workspace().restoreLayout(m_preferences.workspaceLayout(workspace().name()));
}

void MainWindow::savePreferences()
{
    m_preferences.setWindowGeometry(saveGeometry());
    m_preferences.setWorkspaceLayout(workspace().name(), workspace().saveLayout());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_project.mayClose()) {
        event->ignore();
        return;
    }
    savePreferences();
    if (m_recovery)
        m_recovery->finish();
    event->accept();
}

namespace {

/// Whether a key is redo in a field. Ctrl+Y is on some systems alone, and elsewhere would reach the window's
/// own redo.
bool redoesInField(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<QLineEdit *>(watched);
    const auto *press = field ? dynamic_cast<const QKeyEvent *>(event) : nullptr;
    if (!press || event->type() == QEvent::KeyRelease
        || QKeySequence(press->keyCombination()) != QKeySequence(Qt::CTRL | Qt::Key_Y))
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        field->redo();
    return true;
}

} // namespace

/// Keys of commands work whatever has the focus: a line edit would take Ctrl+U, for one, to clear itself.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (redoesInField(watched, event))
        return true;
    const auto *press =
        event->type() == QEvent::ShortcutOverride ? dynamic_cast<const QKeyEvent *>(event) : nullptr;
    if (press && isActiveWindow() && m_commands->claims(*press)) {
        event->ignore(); // so that it becomes a shortcut
        return true;
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_preferences.theme() == ThemeChoice::System)
        useTheme(ThemeChoice::System);
    QMainWindow::changeEvent(event);
}

} // namespace atlas
