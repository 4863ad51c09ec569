#include "app/main_window.h"

#include "app/actions/choices_command.h"
#include "app/compare/compare_dialog.h"
#include "app/dialogs/about_dialog.h"
#include "app/dialogs/file_tasks.h"
#include "app/dialogs/help_texts.h"
#include "app/dialogs/issues_dialog.h"
#include "app/dialogs/messages.h"
#include "app/map/map_widget.h"
#include "app/method/method_dialog.h"
#include "app/panels/area_panel.h"
#include "app/panels/find_box.h"
#include "app/panels/indicator_panel.h"
#include "app/panels/show_box.h"
#include "app/panels/status_line.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/state/app_theme.h"
#include "app/table/area_table_view.h"
#include "app/trace/trace_dialog.h"
#include "app/widgets/tool_window.h"
#include "core/robustness/index_table.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QLabel>
#include <QSplitter>
#include <QToolBar>

#include <numeric>
#include <utility>

namespace atlas {

MainWindow::MainWindow(const DataSources &sources, QWidget *parent)
    : QMainWindow(parent), m_project(m_state, m_undoStack, *this), m_actions(*this, m_undoStack)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Disengagement Atlas"));
    setMinimumSize(900, 600);
    resize(1360, 860);
    connectLoader();
    m_loader.load(sources); // reads while the window is being built
    useTheme(m_preferences.theme());
    m_state.setDisplay(m_preferences.display());
    buildParts();
    buildToolBar();
    m_actions.buildMenus(*this);
    connectFile();
    connectEdit();
    connectView();
    connectHelp();
    restorePreferences();
    showChoices();
}

MainWindow::~MainWindow()
{
    // The views tell the state when the pointer leaves them, so they go while it is there.
    hide();
    delete takeCentralWidget();
    for (QDialog *dialog : {static_cast<QDialog *>(m_compare), static_cast<QDialog *>(m_trace),
                            static_cast<QDialog *>(m_scenariosDialog), static_cast<QDialog *>(m_robustness)})
        delete dialog; // so do windows with work under way
}

void MainWindow::buildParts()
{
    m_indicators = new IndicatorPanel(m_state);
    m_map = new MapWidget(m_state);
    m_table = new AreaTableView(m_state);
    auto *area = new AreaPanel(m_state);
    connect(area, &AreaPanel::whatIfAsked, this, &MainWindow::tryValue);
    connect(area, &AreaPanel::windowAsked, this, &MainWindow::showTrace);
    m_issues = new IssuesDialog(this);

    m_rows = new QSplitter(Qt::Vertical);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->addWidget(m_map);
    m_rows->addWidget(m_table);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_rows->setSizes({480, 320});
    m_columns = new QSplitter(Qt::Horizontal);
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->addWidget(m_indicators);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(area);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({160, 860, 340});
    m_columns->setChildrenCollapsible(false);
    m_rows->setChildrenCollapsible(false);
    m_indicators->setMinimumWidth(140);
    area->setMinimumWidth(240);
    setCentralWidget(m_columns);

    m_status = new StatusLine(m_state);
    setStatusBar(m_status);
    setTabOrder(m_indicators, m_map);
    setTabOrder(m_map, m_table);
    setTabOrder(m_table, area);
}

void MainWindow::buildToolBar()
{
    m_show = new ShowBox(m_state);
    m_find = new FindBox(m_state);
    m_find->setMaximumWidth(220);
    auto *bar = addToolBar(tr("Tools"));
    bar->setObjectName(QStringLiteral("tools"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_actions.open->setIconText(tr("Open"));
    m_actions.exportMap->setIconText(tr("Export map"));
    m_actions.exportTable->setIconText(tr("Export table"));
    bar->addActions({m_actions.open, m_actions.exportMap, m_actions.exportTable});
    bar->addSeparator();
    bar->addActions({m_actions.fit, m_actions.zoomIn, m_actions.zoomOut});
    bar->addSeparator();
    auto *showLabel = new QLabel(tr("Sho&w"));
    showLabel->setBuddy(m_show);
    showLabel->setContentsMargins(4, 0, 6, 0);
    bar->addWidget(showLabel);
    bar->addWidget(m_show);
    auto *gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addWidget(m_find);
}

void MainWindow::connectLoader()
{
    connect(&m_project, &OpenProject::loadAsked, &m_loader, &DatasetLoader::load);
    connect(&m_loader, &DatasetLoader::loaded, &m_project, &OpenProject::show);
    connect(&m_project, &OpenProject::opened, this, [this](const DataSources &sources) {
        m_scenarios.open(sources.indicators);
        if (sources != builtInSources())
            m_preferences.setLastSources(sources);
    });
    connect(&m_loader, &DatasetLoader::failed, this,
            [this](const Error &error) { showError(this, tr("Not opened"), error); });
    connect(&m_loader, &DatasetLoader::progressed, this,
            [this](double fraction) { m_status->showProgress(fraction); });
    connect(&m_loader, &DatasetLoader::finished, this, [this] { m_status->hideProgress(); });
    connect(&m_state, &AtlasState::datasetChanged, this, &MainWindow::showChoices);
}

void MainWindow::connectFile()
{
    connect(m_actions.open, &QAction::triggered, this, [this] {
        if (!m_project.mayClose())
            return;
        if (const auto chosen = askForSources(this))
            m_project.openData(*chosen);
    });
    connect(m_actions.openBuiltIn, &QAction::triggered, this, [this] {
        if (m_project.mayClose())
            m_project.openData(builtInSources());
    });
    connect(m_actions.openProject, &QAction::triggered, &m_project, &OpenProject::openByDialog);
    connect(m_actions.saveProject, &QAction::triggered, &m_project, &OpenProject::save);
    connect(m_actions.saveProjectAs, &QAction::triggered, &m_project, &OpenProject::saveAs);
    connect(&m_project, &OpenProject::written, this, &MainWindow::sayWritten);
    connect(&m_project, &OpenProject::drawsAsked, this,
            [this](const DrawSettings &how) { robustness().draw(how); });
    connect(m_status, &StatusLine::cancelAsked, &m_loader, &DatasetLoader::cancel);
    connect(m_actions.exportMap, &QAction::triggered, this,
            [this] { sayWritten(exportMapByDialog(m_state, this)); });
    connect(m_actions.exportTable, &QAction::triggered, this, [this] {
        const std::vector<size_t> order = m_table->areasInOrder();
        const auto result = std::make_shared<const IndexResult>(m_state.result());
        IndexFigures figures{m_state.dataset(), result, m_state.shownIndex()};
        if (m_state.showsNode() || m_state.display().nodeScores)
            figures.nodes = shownNodes(*result, m_state.indexSettings().rankRule, m_state.indexScheme());
        figures.draws = m_state.uncertainty();
        const Table table = indexTable(figures, fileColumns(figures), order);
        Method method = m_state.method();
        if (m_state.uncertainty())
            method.draws = m_state.uncertainty()->settings;
        sayWritten(
            exportTableByDialog(table, {method}, m_state.dataset()->files, tr("Disengagement table"), this));
    });
    const auto openMethod = [this](Scales scales) {
        if (const auto method = openMethodByDialog(m_state, scales, this))
            useMethod(*method);
    };
    connect(m_actions.openMethod, &QAction::triggered, this, [=] { openMethod(Scales::OfTheData); });
    connect(m_actions.openMethodAndScales, &QAction::triggered, this, [=] { openMethod(Scales::Kept); });
    connect(m_actions.saveMethod, &QAction::triggered, this,
            [this] { sayWritten(saveMethodByDialog(m_state.method(), m_state.dataset()->files, this)); });
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::sayWritten(const QString &path)
{
    if (!path.isEmpty())
        m_status->showMessage(
            tr("Written: %1")
                .arg(m_status->fontMetrics().elidedText(path, Qt::ElideMiddle, m_status->width() * 2 / 3)),
            8000);
}

void MainWindow::connectEdit()
{
    connect(m_indicators, &IndicatorPanel::settingsAsked, this,
            [this](const IndexSettings &settings, const QString &text) {
                Choices choices = choicesOf(m_state);
                choices.index = settings;
                pushChoices(m_undoStack, m_state, choices, text);
            });
    connect(m_show, &ShowBox::shownAsked, this, [this](const QString &code, const QString &name) {
        Choices choices = choicesOf(m_state);
        choices.shown = code;
        choices.scheme.breaks.clear(); // they are of what was shown
        pushChoices(m_undoStack, m_state, choices, tr("show %1").arg(name));
    });
    connect(m_actions.switchAllOn, &QAction::triggered, this, [this] {
        Choices choices = choicesOf(m_state);
        choices.index.excluded.clear();
        pushChoices(m_undoStack, m_state, choices, tr("switch all on"));
    });
    connect(m_actions.standardDeviation, &QActionGroup::triggered, this, [this](const QAction *action) {
        Choices choices = choicesOf(m_state);
        choices.index.scale.standardDeviation = static_cast<StandardDeviation>(action->data().toInt());
        pushChoices(m_undoStack, m_state, choices, tr("standard deviation"));
    });
    connect(m_actions.endWhatIf, &QAction::triggered, this, [this] {
        Choices choices = choicesOf(m_state);
        choices.whatIfs.clear();
        pushChoices(m_undoStack, m_state, choices, tr("end what-if"));
    });
    connect(m_actions.trace, &QAction::triggered, this, &MainWindow::showTrace);
    connect(m_actions.compare, &QAction::triggered, this, &MainWindow::showComparison);
    connect(m_actions.robustness, &QAction::triggered, this, [this] { bringForward(robustness()); });
    connect(m_actions.scenarios, &QAction::triggered, this, &MainWindow::showScenarios);
    connect(m_actions.chooseMethod, &QAction::triggered, this, &MainWindow::chooseMethod);
    connect(m_actions.selectAll, &QAction::triggered, this, [this] {
        std::vector<size_t> all(m_state.dataset() ? m_state.dataset()->areas.size() : 0);
        std::iota(all.begin(), all.end(), size_t(0));
        m_state.setSelectedAreas(std::move(all));
    });
    connect(m_actions.clearSelection, &QAction::triggered, this, [this] { m_state.setSelection({}); });
    connect(m_actions.find, &QAction::triggered, this, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    });
    connect(m_find, &FindBox::areaChosen, this, &MainWindow::goToArea);
    connect(m_find, &FindBox::nothingFound, this, [this](const QString &text) {
        m_status->showMessage(tr("No area is called \"%1\".").arg(text), 5000);
    });
    connect(&m_state, &AtlasState::resultChanged, this, &MainWindow::showChoices);
    connect(&m_state, &AtlasState::displayChanged, this, &MainWindow::showChoices);
}

void MainWindow::connectView()
{
    connect(m_actions.zoomIn, &QAction::triggered, m_map, &MapWidget::zoomIn);
    connect(m_actions.zoomOut, &QAction::triggered, m_map, &MapWidget::zoomOut);
    connect(m_actions.fit, &QAction::triggered, m_map, &MapWidget::fit);
    connect(m_actions.zoomToSelection, &QAction::triggered, this, [this] {
        if (const auto area = m_state.currentArea())
            m_map->showArea(*area);
    });
    connect(m_actions.palette, &QActionGroup::triggered, this, [this](const QAction *action) {
        DisplaySettings display = m_state.display();
        display.palette = action->data().toString();
        changeDisplay(display);
    });
    connect(m_actions.labels, &QActionGroup::triggered, this, [this](const QAction *action) {
        DisplaySettings display = m_state.display();
        display.labels = static_cast<Labels>(action->data().toInt());
        changeDisplay(display);
    });
    const auto switches = [this](const QAction *action, bool DisplaySettings::*choice) {
        connect(action, &QAction::triggered, this, [this, choice](bool on) {
            DisplaySettings display = m_state.display();
            display.*choice = on;
            changeDisplay(display);
        });
    };
    switches(m_actions.classMarks, &DisplaySettings::classMarks);
    switches(m_actions.nodeScores, &DisplaySettings::nodeScores);
    switches(m_actions.certainty, &DisplaySettings::certainty);
    connect(m_actions.theme, &QActionGroup::triggered, this, [this](const QAction *action) {
        const auto choice = static_cast<ThemeChoice>(action->data().toInt());
        m_preferences.setTheme(choice);
        useTheme(choice);
    });
}

void MainWindow::connectHelp()
{
    connect(m_actions.remarks, &QAction::triggered, this, &MainWindow::showRemarks);
    connect(m_status, &StatusLine::remarksAsked, this, &MainWindow::showRemarks);
    connect(m_map, &MapWidget::memoryShort, m_status,
            [this](const QString &message) { m_status->showMessage(message, 10000); });
    connect(&m_state, &AtlasState::resultChanged, this, [this] {
        if (m_issues->isVisible()) // else they are written when they are asked for
            m_issues->setIssues(m_state.issues());
    });
    connect(m_issues, &IssuesDialog::areaActivated, this, [this](const AreaCode &code) {
        if (const auto area = m_state.dataset()->findArea(code))
            goToArea(*area);
    });
    connect(m_actions.keys, &QAction::triggered, this,
            [this] { showText(this, tr("Keys and mouse"), keysText()); });
    connect(m_actions.method, &QAction::triggered, this,
            [this] { showText(this, tr("How the index is made"), methodHelpText()); });
    connect(m_actions.about, &QAction::triggered, this, [this] { AboutDialog(this).exec(); });
}

void MainWindow::chooseMethod()
{
    MethodDialog dialog(m_state, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    Choices choices = choicesOf(m_state);
    choices.index = dialog.settings();
    choices.scheme.rule = dialog.quantileRule();
    pushChoices(m_undoStack, m_state, choices, tr("method"));
}

/// Undo works there too.
void MainWindow::bringForward(ToolWindow &window)
{
    if (window.actions().isEmpty())
        window.addActions({m_actions.undo, m_actions.redo});
    window.bringForward();
}

RobustnessDialog &MainWindow::robustness()
{
    if (!m_robustness) {
        m_robustness = new RobustnessDialog(m_state, this);
        connect(m_robustness, &RobustnessDialog::written, this, &MainWindow::sayWritten);
        connect(m_robustness, &RobustnessDialog::drawingEnded, &m_project, &OpenProject::dropDraws);
    }
    return *m_robustness;
}

/// A value of the data takes the tried one's place again.
void MainWindow::tryValue(size_t area, size_t indicator, std::optional<double> value)
{
    Choices choices = choicesOf(m_state);
    std::erase_if(choices.whatIfs,
                  [&](const WhatIf &tried) { return tried.area == area && tried.indicator == indicator; });
    if (value && m_state.givenDataset()->cells[indicator][area].number != *value)
        choices.whatIfs.push_back({area, indicator, *value});
    pushChoices(m_undoStack, m_state, choices,
                tr("what-if of %1").arg(m_state.dataset()->indicator(indicator).shortName));
}

void MainWindow::showComparison()
{
    if (!m_compare) {
        m_compare = new CompareDialog(m_state, this);
        connect(m_compare, &CompareDialog::areaActivated, this, [this](const AreaCode &code) {
            if (const auto area = m_state.findArea(code))
                goToArea(*area);
        });
    }
    bringForward(*m_compare);
}

void MainWindow::showScenarios()
{
    if (!m_scenariosDialog) {
        m_scenariosDialog = new ScenariosDialog(m_state, m_scenarios, this);
        connect(m_scenariosDialog, &ScenariosDialog::written, this, &MainWindow::sayWritten);
        connect(m_scenariosDialog, &ScenariosDialog::useAsked, this, &MainWindow::useMethod);
    }
    bringForward(*m_scenariosDialog);
}

/// Its own breaks are scores, which need the index on the map.
void MainWindow::useMethod(const Method &method)
{
    Choices choices = choicesOf(m_state);
    choices.index = method.index;
    if (!method.scheme.breaks.empty())
        choices.shown = indexCode;
    choices.scheme = method.scheme;
    pushChoices(m_undoStack, m_state, choices, tr("use %1").arg(method.name));
}

void MainWindow::showTrace()
{
    if (!m_trace) {
        m_trace = new TraceDialog(m_state, this);
        connect(m_trace, &TraceDialog::written, this, &MainWindow::sayWritten);
        connect(m_trace, &TraceDialog::whatIfAsked, this, &MainWindow::tryValue);
    }
    bringForward(*m_trace);
}

void MainWindow::changeDisplay(const DisplaySettings &display)
{
    m_preferences.setDisplay(display, m_state.display()); // a project's other looks are not the user's
    m_state.setDisplay(display);
}

void MainWindow::useTheme(ThemeChoice choice)
{
    const Theme theme = resolveTheme(choice);
    applyTheme(theme);
    m_state.setTheme(theme);
}

void MainWindow::goToArea(size_t area)
{
    const AreaCode code = m_state.dataset()->areas[area].code;
    m_state.setSelection({code}, code);
    m_map->revealArea(area);
}

void MainWindow::showRemarks()
{
    m_issues->setIssues(m_state.issues());
    bringForward(*m_issues);
}

void MainWindow::showChoices()
{
    const bool open = m_state.dataset() != nullptr;
    for (QAction *action :
         {m_actions.exportMap, m_actions.fit, m_actions.zoomIn, m_actions.zoomOut, m_actions.zoomToSelection})
        action->setEnabled(open && m_state.dataset()->hasMap());
    for (QAction *action :
         {m_actions.exportTable, m_actions.selectAll, m_actions.chooseMethod, m_actions.scenarios,
          m_actions.openMethod, m_actions.openMethodAndScales, m_actions.saveMethod, m_actions.saveProject,
          m_actions.saveProjectAs, m_actions.trace, m_actions.compare, m_actions.robustness})
        action->setEnabled(open);
    m_actions.endWhatIf->setEnabled(open && !m_state.dataset()->whatIfs.empty());
    m_actions.switchAllOn->setEnabled(!m_state.indexSettings().excluded.empty());
    checkAction(*m_actions.standardDeviation,
                static_cast<int>(m_state.indexSettings().scale.standardDeviation));
    checkAction(*m_actions.palette, m_state.display().palette);
    checkAction(*m_actions.labels, static_cast<int>(m_state.display().labels));
    m_actions.classMarks->setChecked(m_state.display().classMarks);
    m_actions.nodeScores->setChecked(m_state.display().nodeScores);
    m_actions.certainty->setChecked(m_state.display().certainty);
    checkAction(*m_actions.theme, static_cast<int>(m_preferences.theme()));
}

void MainWindow::restorePreferences()
{
    restoreGeometry(m_preferences.windowGeometry());
    m_columns->restoreState(m_preferences.layout(m_columns->objectName()));
    m_rows->restoreState(m_preferences.layout(m_rows->objectName()));
    m_table->restoreLayout(m_preferences.layout(QStringLiteral("table")));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_project.mayClose()) {
        event->ignore();
        return;
    }
    m_preferences.setWindowGeometry(saveGeometry());
    m_preferences.setLayout(m_columns->objectName(), m_columns->saveState());
    m_preferences.setLayout(m_rows->objectName(), m_rows->saveState());
    m_preferences.setLayout(QStringLiteral("table"), m_table->saveLayout());
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && m_preferences.theme() == ThemeChoice::System)
        useTheme(ThemeChoice::System);
    QMainWindow::changeEvent(event);
}

} // namespace atlas
