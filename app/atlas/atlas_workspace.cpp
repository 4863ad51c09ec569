#include "app/atlas/atlas_workspace.h"

#include "app/atlas/atlas_model.h"
#include "app/atlas/choices_command.h"
#include "app/compare/compare_dialog.h"
#include "app/map/atlas_map.h"
#include "app/panels/area_panel.h"
#include "app/panels/find_box.h"
#include "app/panels/indicator_panel.h"
#include "app/panels/show_box.h"
#include "app/robustness/robustness_dialog.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/table/area_table_view.h"
#include "app/trace/trace_dialog.h"
#include "app/workspace/command_set.h"
#include "core/index/method_text.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QMainWindow>
#include <QSplitter>
#include <QToolBar>

namespace atlas {

namespace {

const QString partsKey = QStringLiteral("parts");
const QString rowsKey = QStringLiteral("rows");
const QString tableKey = QStringLiteral("table");

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
    for (QWidget *window : {static_cast<QWidget *>(m_compare), static_cast<QWidget *>(m_trace),
                            static_cast<QWidget *>(m_scenarios), static_cast<QWidget *>(m_robustness),
                            static_cast<QWidget *>(m_parts)})
        delete window; // while what they look at still exists
}

void AtlasWorkspace::buildParts()
{
    m_parts = new QMainWindow;
    m_parts->setObjectName(QStringLiteral("atlas"));
    m_parts->setWindowFlags(Qt::Widget);
    m_parts->setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks
                            | QMainWindow::AllowTabbedDocks);
    m_map = new AtlasMap(m_model.document, m_model.areas);
    m_table = new AreaTableView(m_model.document, m_model.areas);
    m_rows = new QSplitter(Qt::Vertical);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_rows->addWidget(m_map);
    m_rows->addWidget(m_table);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    m_rows->setSizes({480, 320});
    m_rows->setChildrenCollapsible(false);
    m_parts->setCentralWidget(m_rows);

    auto *indicators = new IndicatorPanel(m_model.document);
    indicators->setMinimumWidth(140);
    connect(indicators, &IndicatorPanel::settingsAsked, this,
            [this](const IndexSettings &settings, const QString &text) {
                Choices choices = m_model.document.now().choices();
                choices.index = settings;
                change(choices, text);
            });
    auto *area = new AreaPanel(m_model.document, m_model.areas);
    area->setMinimumWidth(240);
    connect(area, &AreaPanel::whatIfAsked, this, &AtlasWorkspace::tryValue);
    connect(area, &AreaPanel::windowAsked, this, &AtlasWorkspace::showTrace);
    addDock("indicatorsDock", tr("Indicators"), indicators, Qt::LeftDockWidgetArea);
    addDock("areaDock", tr("Why this rank"), area, Qt::RightDockWidgetArea);
    const QList<QDockWidget *> docks = m_parts->findChildren<QDockWidget *>();
    m_parts->resizeDocks(docks, {160, 340}, Qt::Horizontal);
    QWidget::setTabOrder(indicators, m_map);
    QWidget::setTabOrder(m_map, m_table);
    QWidget::setTabOrder(m_table, area);
}

void AtlasWorkspace::addDock(const char *name, const QString &title, QWidget *part, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(title, m_parts);
    dock->setObjectName(QLatin1String(name));
    dock->setWidget(part);
    dock->toggleViewAction()->setObjectName(QLatin1String(name) + QStringLiteral("Shown"));
    m_parts->addDockWidget(area, dock);
}

void AtlasWorkspace::follow()
{
    m_model.document.onChange(~Changes(), this, [this] { emit changed(); });
    m_model.document.onChange(Change::Result, this, [this] { emit issuesChanged(); });
    connect(&m_model.draws, &DrawRun::failed, this, [this](const Error &error) { emit said(error.message); });
    connect(m_map, &MapWidget::memoryShort, this, &Workspace::said);
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
    for (auto list : {fileCommands(), choiceCommands(), selectionCommands(), mapCommands(), looksCommands(),
                      tableCommands(), questionCommands()})
        all.insert(all.end(), std::make_move_iterator(list.begin()), std::make_move_iterator(list.end()));
    return all;
}

void AtlasWorkspace::takeCommands(CommandSet &commands)
{
    const QString panels = tr("Pa&nels");
    for (QDockWidget *dock : m_parts->findChildren<QDockWidget *>())
        commands.add(dock->toggleViewAction(), Menu::View, Section::ViewWindow, panels);
    commands.giveContextMenu(*m_map);
    commands.giveContextMenu(*m_table);
    m_undo = commands.undoActions();
}

void AtlasWorkspace::addTools(QToolBar &bar)
{
    m_show = new ShowBox(m_model.document);
    connect(m_show, &ShowBox::shownAsked, this, [this](const QString &code, const QString &name) {
        Choices choices = m_model.document.now().choices();
        choices.shown = code;
        choices.scheme = choices.otherScheme(); // any bounds belong to what was shown
        change(choices, tr("show %1").arg(name));
    });
    m_find = new FindBox(m_model.document);
    m_find->setMaximumWidth(220);
    connect(m_find, &FindBox::areaChosen, this, &AtlasWorkspace::showArea);
    connect(m_find, &FindBox::nothingFound, this,
            [this](const QString &text) { emit said(tr("No area is called \"%1\".").arg(text)); });
    auto *showLabel = new QLabel(tr("Sho&w"));
    showLabel->setBuddy(m_show);
    showLabel->setContentsMargins(4, 0, 6, 0);
    bar.addWidget(showLabel);
    bar.addWidget(m_show);
    auto *gap = new QWidget;
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar.addWidget(gap);
    bar.addWidget(m_find);
}

bool AtlasWorkspace::hasData() const
{
    return m_model.document.now().dataset() != nullptr;
}

QString AtlasWorkspace::summary() const
{
    const Snapshot &now = m_model.document.now();
    if (!now.dataset())
        return tr("No data are open");
    QStringList parts = {
        whatIfText(*now.dataset()), tr("%n area(s)", nullptr, static_cast<int>(now.dataset()->areas.size())),
        tr("%1 of %n indicator(s)", nullptr, static_cast<int>(now.dataset()->indicatorCount()))
            .arg(now.result().used.size()),
        methodText(now.indexSettings(), now.result()), classRuleText(now.choices().scheme)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
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
    m_model.areas.select({area}, area);
    m_map->revealArea(area);
}

QJsonObject AtlasWorkspace::saveLayout() const
{
    return {{partsKey, textOf(m_parts->saveState())},
            {rowsKey, textOf(m_rows->saveState())},
            {tableKey, QString::fromUtf8(m_table->saveLayout())}};
}

void AtlasWorkspace::restoreLayout(const QJsonObject &layout)
{
    if (m_usualParts.isEmpty())
        m_usualParts = m_parts->saveState();
    m_parts->restoreState(stateIn(layout, partsKey));
    m_rows->restoreState(stateIn(layout, rowsKey));
    m_table->restoreLayout(layout.value(tableKey).toString().toUtf8());
}

void AtlasWorkspace::resetLayout()
{
    m_parts->restoreState(m_usualParts);
    m_rows->setSizes({480, 320});
    m_table->restoreLayout(TableLayout().toBytes());
}

} // namespace atlas
