#include "app/atlas/atlas_workspace.h"

#include "app/atlas/atlas_model.h"
#include "app/atlas/choices_command.h"
#include "app/atlas/explore_pane.h"
#include "app/atlas/map_buttons.h"
#include "app/compare/compare_dialog.h"
#include "app/map/atlas_map.h"
#include "app/method/method_dialog.h"
#include "app/panels/inspector.h"
#include "app/panels/period_box.h"
#include "app/panels/show_box.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/state/outline_run.h"
#include "app/table/area_table_view.h"
#include "app/table/column_arranger.h"
#include "app/table/table_pane.h"
#include "app/trace/trace_dialog.h"
#include "app/workspace/command_set.h"
#include "app/workspace/stage.h"
#include "core/index/kept_scales.h"
#include "core/index/method_text.h"
#include "core/snapshot/area_sentence.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QToolBar>
#include <QToolButton>

namespace atlas {

AtlasWorkspace::AtlasWorkspace(AtlasModel &model, QObject *parent) : Workspace(parent), m_model(model)
{
    buildParts();
    follow();
}

AtlasWorkspace::~AtlasWorkspace()
{
    blockSignals(true); // nobody asks which question is open while they go
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

void AtlasWorkspace::follow()
{
    m_model.document.onChange(~Changes(), this, [this] { emit changed(); });
    m_model.document.onChange(Change::Data, this, [this] { followData(); });
    m_model.document.onChange(Change::Result, this, [this] { emit issuesChanged(); });
    m_model.document.onChange(Change::Data, this, [this] { followMethod(Change::Data); });
    m_model.document.onChange(Change::Result, this, [this] { followMethod(Change::Result); });
    connect(&m_model.areas, &SelectedAreas::changed, this, &AtlasWorkspace::followSelection);
    m_outlines = new OutlineRun(m_model.document, this);
    connect(m_outlines, &OutlineRun::found, this, &Workspace::issuesChanged);
    connect(&m_model.draws, &DrawRun::failed, this, [this](const Error &error) { emit said(error.message); });
    connect(m_map, &MapWidget::memoryShort, this, &Workspace::said);
    connect(m_stage, &Stage::pageChanged, this, &Workspace::changed);
    connect(&m_model.areas, &SelectedAreas::changed, this, &Workspace::changed);
    connect(m_explore, &ExplorePane::viewChanged, this, &Workspace::changed);
    connect(m_table, &AreaTableView::showAsked, this, &AtlasWorkspace::showVariable);
    connect(&m_table->columns(), &ColumnArranger::changeSinceAsked, &m_model.otherPeriod,
            &OtherPeriodRun::setPeriod);
    connect(&m_model.otherPeriod, &OtherPeriodRun::changed, this,
            [this] { m_table->setOtherPeriod(m_model.otherPeriod.figures()); });
    connect(&m_model.otherPeriod, &OtherPeriodRun::failed, this,
            [this](const Error &error) { emit said(error.message); });
    connect(m_table, &AreaTableView::useAsked, this, &AtlasWorkspace::useIndicator);
}

void AtlasWorkspace::followData()
{
    const Dataset &data = *m_model.document.now().dataset();
    const QRectF bounds = data.hasMap() ? data.boundaries->extent() : QRectF();
    m_explore->setHasMap(data.hasMap());
    if (bounds.height() > 0)
        m_explore->setAspect(bounds.width() / bounds.height());
    emit searchChanged();
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
    m_map->addActions({commands.action(QStringLiteral("fit")), commands.action(QStringLiteral("exportMap"))});
    m_table->addAction(commands.action(QStringLiteral("exportTable")));
    m_undo = commands.undoActions();
    m_ofAreas = commands.areaActions();
    giveAreaActions(*m_inspector);
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
    addPeriod(bar);
    bar.addSeparator();
    const auto addView = [&](const char *name, const QString &text) {
        bar.addWidget(commands.newButton(QLatin1String(name), text, Qt::ToolButtonTextOnly));
    };
    addView("viewMap", tr("Map"));
    addView("viewBoth", tr("Both"));
    addView("viewTable", tr("Table"));
}

/// Where the indicators, which have it too, are folded away.
void AtlasWorkspace::addPeriod(QToolBar &bar)
{
    auto *period = new PeriodBox(m_model.document);
    period->setObjectName(QStringLiteral("periodInBar"));
    connect(period, &PeriodBox::periodAsked, this, &AtlasWorkspace::periodAsked);
    QAction *shown = bar.addWidget(period);
    const auto follow = [this, period, shown] {
        shown->setVisible(period->canChoose() && m_indicatorsDock->isHidden());
    };
    m_model.document.onChange(Change::Data, period, follow);
    connect(m_indicatorsDock, &QDockWidget::visibilityChanged, period, follow);
    follow();
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
    const Snapshot &now = m_model.document.now();
    Choices choices = now.choices();
    choices.shown = code;
    choices.scheme = choices.otherScheme(); // any bounds belong to what was shown
    if (now.dataset() && now.dataset()->figuresPlan.periods.size() > 1
        && keepsScales(now.choices(), *now.dataset(), now.result(), now.shown()))
        choices.scheme.breaks = boundsOf(
            atlas::showVariable(*now.dataset(), now.result(), choices.index.rankRule, code, choices.scheme));
    change(choices, tr("show %1").arg(name));
}

void AtlasWorkspace::keepScales(bool keeps)
{
    const Snapshot &now = m_model.document.now();
    change(keeps ? withKeptScales(now.choices(), *now.dataset(), now.result(), now.shown())
                 : withoutKeptScales(now.choices()),
           keeps ? tr("same scale for all periods") : tr("a scale for each period"));
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
    Issues issues = m_model.document.now().issues();
    const Issues &late = m_outlines->issues();
    issues.insert(issues.end(), late.begin(), late.end());
    return issues;
}

size_t AtlasWorkspace::issueCount() const
{
    return m_model.document.now().issueCount() + m_outlines->issues().size();
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

} // namespace atlas
