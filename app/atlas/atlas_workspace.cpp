#include "app/atlas/atlas_workspace.h"

#include "app/atlas/atlas_model.h"
#include "app/atlas/choices_command.h"
#include "app/atlas/explore_pane.h"
#include "app/atlas/map_buttons.h"
#include "app/compare/compare_dialog.h"
#include "app/map/atlas_map.h"
#include "app/method/method_dialog.h"
#include "app/panels/indicator_panel.h"
#include "app/panels/inspector.h"
#include "app/panels/show_box.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/table/area_table_view.h"
#include "app/table/table_pane.h"
#include "app/trace/trace_dialog.h"
#include "app/widgets/fold_strip.h"
#include "app/workspace/command_set.h"
#include "app/workspace/stage.h"
#include "core/index/method_text.h"
#include "core/snapshot/area_sentence.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QLabel>
#include <QMainWindow>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace atlas {

namespace {

const QString partsKey = QStringLiteral("parts");
const QString exploreKey = QStringLiteral("explore");
const QString tableKey = QStringLiteral("table");
const QString foldedKey = QStringLiteral("inspectorClosed");

constexpr int inspectorWidth = 320;
constexpr int drawerWidth = 200;
/// Of the height of a line of text: below about 1500 logical pixels the indicators make room for the table.
constexpr int linesForDrawer = 88;

QString textOf(const QByteArray &state)
{
    return QString::fromLatin1(state.toBase64());
}

QByteArray stateIn(const QJsonObject &layout, const QString &key)
{
    return QByteArray::fromBase64(layout.value(key).toString().toLatin1());
}

} // namespace

AtlasWorkspace::AtlasWorkspace(AtlasModel &model, QObject *parent) : Workspace(parent), m_model(model)
{
    buildParts();
    follow();
}

AtlasWorkspace::~AtlasWorkspace()
{
    for (QWidget *window : {static_cast<QWidget *>(m_method), static_cast<QWidget *>(m_compare),
                            static_cast<QWidget *>(m_trace), static_cast<QWidget *>(m_scenarios),
                            static_cast<QWidget *>(m_robustness), static_cast<QWidget *>(m_parts)})
        delete window; // while what they look at still exists
}

void AtlasWorkspace::buildParts()
{
    m_parts = new QMainWindow;
    m_parts->setObjectName(QStringLiteral("atlas"));
    m_parts->setWindowFlags(Qt::Widget);
    m_parts->setContextMenuPolicy(Qt::PreventContextMenu); // panels are shown and hidden by the View menu
    m_parts->setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks
                            | QMainWindow::AllowTabbedDocks);
    m_map = new AtlasMap(m_model.document, m_model.areas);
    auto *table = new TablePane(m_model.document, m_model.areas);
    m_table = &table->table();
    m_explore = new ExplorePane(m_map, table);
    m_stage = new Stage(m_explore);
    m_stage->setObjectName(QStringLiteral("stage"));
    m_parts->setCentralWidget(m_stage);
    m_rail = new QToolBar(tr("Rail"));
    m_rail->setObjectName(QStringLiteral("rail"));
    m_rail->setMovable(false);
    m_rail->setIconSize({22, 22});
    m_parts->addToolBar(Qt::LeftToolBarArea, m_rail);
    buildDocks();
    buildStrip();
    m_parts->installEventFilter(this);
}

void AtlasWorkspace::buildDocks()
{
    auto *indicators = new IndicatorPanel(m_model.document);
    indicators->setMinimumWidth(140);
    connect(indicators, &IndicatorPanel::settingsAsked, this,
            [this](const IndexSettings &settings, const QString &text) {
                Choices choices = m_model.document.now().choices();
                choices.index = settings;
                change(choices, text);
            });
    connect(indicators, &IndicatorPanel::scenariosAsked, this, &AtlasWorkspace::showScenarios);
    const auto nameScenario = [this, indicators] { indicators->setScenario(scenarioInUse()); };
    m_model.document.onChange(Change::Data | Change::Result | Change::Shown, this, nameScenario);
    connect(&m_model.scenarios, &ScenarioList::changed, this, nameScenario);
    m_inspector = new Inspector(m_model.document, m_model.areas);
    m_inspector->setMinimumWidth(240);
    connect(m_inspector, &Inspector::whatIfAsked, this, &AtlasWorkspace::tryValue);
    connect(m_inspector, &Inspector::traceAsked, this, &AtlasWorkspace::showTrace);
    connect(m_inspector, &Inspector::sureAsked, this, &AtlasWorkspace::showRobustness);
    connect(m_inspector, &Inspector::comparisonAsked, this, &AtlasWorkspace::showComparison);
    connect(m_inspector, &Inspector::endWhatIfAsked, this, &AtlasWorkspace::endWhatIf);
    connect(m_inspector, &Inspector::written, this, &Workspace::written);
    m_indicatorsDock = addDock("indicatorsDock", tr("Indicators"), indicators, Qt::LeftDockWidgetArea);
    m_inspectorDock = addDock("areaDock", tr("Inspector"), m_inspector, Qt::RightDockWidgetArea);
    m_inspectorDock->hide();
    m_parts->resizeDocks({m_indicatorsDock, m_inspectorDock}, {drawerWidth, inspectorWidth}, Qt::Horizontal);
    QWidget::setTabOrder(indicators, m_map);
    QWidget::setTabOrder(m_map, m_table);
    QWidget::setTabOrder(m_table, m_inspector);
}

QDockWidget *AtlasWorkspace::addDock(const char *name, const QString &title, QWidget *part,
                                     Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, m_parts);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(part);
    dock->toggleViewAction()->setObjectName(QLatin1String(name) + QStringLiteral("Shown"));
    m_parts->addDockWidget(area, dock);
    return dock;
}

/// The name of the kept scenario that has the choices in use; empty for none.
QString AtlasWorkspace::scenarioInUse() const
{
    const Choices &now = m_model.document.now().choices();
    for (const Method &kept : m_model.scenarios.scenarios())
        if (kept.choices.index == now.index && kept.choices.indexScheme() == now.indexScheme())
            return kept.name;
    return {};
}

/// Stands for the inspector while it is folded.
void AtlasWorkspace::buildStrip()
{
    m_strip = new QToolBar(tr("Folded inspector"));
    m_strip->setObjectName(QStringLiteral("inspectorStrip"));
    m_strip->setMovable(false);
    auto *strip = new FoldStrip(tr("Inspector: select an area to see why it ranks there"));
    strip->setToolTip(tr("Show the inspector"));
    m_strip->addWidget(strip);
    m_parts->addToolBar(Qt::RightToolBarArea, m_strip);
    connect(strip, &FoldStrip::clicked, this, [this] {
        m_isFoldedAway = false;
        m_inspectorDock->show();
        m_inspectorDock->raise();
        m_inspector->setFocus(Qt::OtherFocusReason);
    });
    connect(m_inspectorDock, &QDockWidget::visibilityChanged, m_strip,
            [this] { m_strip->setVisible(m_inspectorDock->isHidden()); });
    m_inspectorDock->installEventFilter(this);
    m_indicatorsDock->installEventFilter(this);
}

/// Hears of what the user closes and of the window's size.
bool AtlasWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_inspectorDock && event->type() == QEvent::Close)
        m_isFoldedAway = true;
    else if (watched == m_indicatorsDock && event->type() == QEvent::Close)
        m_hasDrawer = true; // it is the user's own decision now
    else if (watched == m_parts && event->type() == QEvent::Resize)
        followSize();
    return Workspace::eventFilter(watched, event);
}

/// Where there is not much room, the indicators make way for map and table, and come back when there is.
void AtlasWorkspace::followSize()
{
    const bool hasRoom = m_parts->width() >= linesForDrawer * m_parts->fontMetrics().height();
    if (!hasRoom && m_hasDrawer && m_indicatorsDock->isVisibleTo(m_parts)
        && !m_indicatorsDock->isFloating()) {
        m_hasDrawer = false;
        m_indicatorsDock->hide();
    } else if (hasRoom && !m_hasDrawer) {
        m_hasDrawer = true;
        m_indicatorsDock->show();
    }
}

void AtlasWorkspace::follow()
{
    m_model.document.onChange(~Changes(), this, [this] { emit changed(); });
    m_model.document.onChange(Change::Data, this, [this] { followData(); });
    m_model.document.onChange(Change::Result, this, [this] { emit issuesChanged(); });
    m_model.document.onChange(Change::Data, this, [this] { followMethod(Change::Data); });
    m_model.document.onChange(Change::Result, this, [this] { followMethod(Change::Result); });
    connect(&m_model.areas, &SelectedAreas::changed, this, &AtlasWorkspace::followSelection);
    connect(&m_model.draws, &DrawRun::failed, this, [this](const Error &error) { emit said(error.message); });
    connect(m_map, &MapWidget::memoryShort, this, &Workspace::said);
    connect(m_stage, &Stage::pageChanged, this, &Workspace::changed);
    connect(m_explore, &ExplorePane::viewChanged, this, &Workspace::changed);
}

void AtlasWorkspace::followData()
{
    const Dataset &data = *m_model.document.now().dataset();
    const QRectF bounds = data.hasMap() ? data.boundaries->extent() : QRectF();
    if (bounds.height() > 0)
        m_explore->setAspect(bounds.width() / bounds.height());
    emit searchChanged();
}

/// The inspector unfolds for a selection and folds when there is none, unless the user has closed it.
void AtlasWorkspace::followSelection()
{
    if (m_isFoldedAway || m_inspectorDock->isFloating())
        return;
    m_inspectorDock->setVisible(!m_model.areas.areas().empty());
}

MapWidget &AtlasWorkspace::map() const
{
    return *m_map;
}

QWidget *AtlasWorkspace::widget()
{
    return m_parts;
}

std::vector<Command> AtlasWorkspace::commands()
{
    std::vector<Command> all;
    for (auto list : {fileCommands(), choiceCommands(), selectionCommands(), viewCommands(),
                      questionCommands(), mapCommands(), looksCommands(), tableCommands(), copyCommands()})
        all.insert(all.end(), std::make_move_iterator(list.begin()), std::make_move_iterator(list.end()));
    return all;
}

void AtlasWorkspace::takeCommands(CommandSet &commands)
{
    const QString panels = tr("Pa&nels");
    for (QDockWidget *dock : m_parts->findChildren<QDockWidget *>())
        commands.add(dock->toggleViewAction(), Menu::View, Section::ViewWindow, panels);
    commands.fillRail(*m_rail,
                      {QStringLiteral("explore"), QStringLiteral("chooseMethod"), QStringLiteral("compare"),
                       QStringLiteral("robustness"), QStringLiteral("scenarios")});
    new MapButtons(*m_map, commands);
    commands.giveContextMenu(*m_map);
    commands.giveContextMenu(*m_table);
    m_undo = commands.undoActions();
}

void AtlasWorkspace::addTools(QToolBar &bar, const CommandSet &commands)
{
    m_show = new ShowBox(m_model.document);
    connect(m_show, &ShowBox::shownAsked, this, &AtlasWorkspace::showVariable);
    auto *showLabel = new QLabel(tr("Sho&w"));
    showLabel->setBuddy(m_show);
    showLabel->setContentsMargins(4, 0, 6, 0);
    bar.addWidget(showLabel);
    bar.addWidget(m_show);
    bar.addSeparator();
    const auto addView = [&](const char *name, const QString &text) {
        bar.addWidget(commands.newButton(QLatin1String(name), text, Qt::ToolButtonTextOnly));
    };
    addView("viewMap", tr("Map"));
    addView("viewBoth", tr("Both"));
    addView("viewTable", tr("Table"));
}

bool AtlasWorkspace::hasData() const
{
    return m_model.document.now().dataset() != nullptr;
}

std::vector<SearchItem> AtlasWorkspace::searchItems()
{
    std::vector<SearchItem> items;
    if (!hasData())
        return items;
    const Dataset &data = *m_model.document.now().dataset();
    items.reserve(data.areas.size() + data.indicatorCount());
    for (const Area &area : data.areas)
        items.push_back({area.name, tr("area"),
                         area.mapNumber > 0 ? QStringList{area.code.text, QString::number(area.mapNumber)}
                                            : QStringList{area.code.text},
                         [this, code = area.code] { goTo(code); }});
    for (const Indicator &indicator : data.metadata.indicators)
        items.push_back({indicator.name,
                         tr("indicator"),
                         {indicator.code, indicator.shortName},
                         [this, code = indicator.code, name = indicator.name] { showVariable(code, name); }});
    return items;
}

void AtlasWorkspace::showVariable(const QString &code, const QString &name)
{
    Choices choices = m_model.document.now().choices();
    choices.shown = code;
    choices.scheme = choices.otherScheme(); // any bounds belong to what was shown
    change(choices, tr("show %1").arg(name));
}

QString AtlasWorkspace::summary() const
{
    const Snapshot &now = m_model.document.now();
    if (!now.dataset())
        return tr("Nothing is open");
    QStringList parts = {
        whatIfText(*now.dataset()), plainMethodSentence(now, m_parts->locale()),
        tr("%n area(s)", nullptr, static_cast<int>(now.dataset()->areas.size())),
        tr("%1 of %n indicator(s)", nullptr, static_cast<int>(now.dataset()->indicatorCount()))
            .arg(now.result().used.size())};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString AtlasWorkspace::summaryDetails() const
{
    const Snapshot &now = m_model.document.now();
    if (!now.dataset())
        return {};
    return methodText(now.indexSettings(), now.result()) + QStringLiteral(" · ")
           + classRuleText(now.choices().scheme);
}

Issues AtlasWorkspace::issues() const
{
    return m_model.document.now().issues();
}

size_t AtlasWorkspace::issueCount() const
{
    return m_model.document.now().issueCount();
}

void AtlasWorkspace::goTo(const AreaCode &area)
{
    if (const auto position = m_model.areas.find(area))
        showArea(*position);
}

void AtlasWorkspace::showArea(size_t area)
{
    m_stage->goHome();
    m_model.areas.select({area}, area);
    m_map->revealArea(area);
}

/// An inspector that comes and goes with the selection is not part of the layout.
QJsonObject AtlasWorkspace::saveLayout() const
{
    return {{partsKey, textOf(m_parts->saveState())},
            {exploreKey, textOf(m_explore->saveState())},
            {tableKey, QString::fromUtf8(m_table->saveLayout())},
            {foldedKey, m_isFoldedAway}};
}

void AtlasWorkspace::restoreLayout(const QJsonObject &layout)
{
    if (m_usualParts.isEmpty())
        m_usualParts = m_parts->saveState();
    m_parts->restoreState(stateIn(layout, partsKey));
    m_explore->restoreState(stateIn(layout, exploreKey));
    m_table->restoreLayout(layout.value(tableKey).toString().toUtf8());
    m_isFoldedAway = layout.value(foldedKey).toBool();
    if (m_isFoldedAway)
        m_inspectorDock->hide();
    else
        followSelection();
    m_strip->setVisible(m_inspectorDock->isHidden());
    m_rail->show();
    m_hasDrawer = true;
    followSize();
}

void AtlasWorkspace::resetLayout()
{
    m_isFoldedAway = false;
    m_parts->restoreState(m_usualParts);
    m_parts->resizeDocks({m_indicatorsDock, m_inspectorDock}, {drawerWidth, inspectorWidth}, Qt::Horizontal);
    followSelection();
    m_explore->reset();
    m_table->restoreLayout(TableLayout().toBytes());
    m_hasDrawer = true;
    followSize();
}

} // namespace atlas
