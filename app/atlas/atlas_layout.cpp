#include "app/atlas/atlas_model.h"
#include "app/atlas/atlas_workspace.h"
#include "app/atlas/explore_pane.h"
#include "app/map/atlas_map.h"
#include "app/panels/indicator_panel.h"
#include "app/panels/inspector.h"
#include "app/table/area_table_view.h"
#include "app/widgets/fold_strip.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>
#include <QToolBar>

// The docks around map and table: what comes, goes and is remembered.

namespace atlas {

namespace {

const QString partsKey = QStringLiteral("parts");
const QString exploreKey = QStringLiteral("explore");
const QString tableKey = QStringLiteral("table");
const QString drawerKey = QStringLiteral("hasDrawer");
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
    connect(indicators, &IndicatorPanel::shownAsked, this, &AtlasWorkspace::showVariable);
    connect(indicators, &IndicatorPanel::periodAsked, this, &AtlasWorkspace::periodAsked);
    connect(indicators, &IndicatorPanel::sameScaleAsked, this, &AtlasWorkspace::keepScales);
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

/// The name of the scenario that has the choices in use, of those kept or as in the paper; empty for none.
QString AtlasWorkspace::scenarioInUse() const
{
    const Choices &now = m_model.document.now().choices();
    const auto isInUse = [&now](const Choices &choices) {
        return choices.index == now.index && choices.indexScheme() == now.indexScheme();
    };
    for (const Method &kept : m_model.scenarios.scenarios())
        if (isInUse(kept.choices))
            return kept.name;
    return isInUse(Choices()) ? ScenarioList::paperName() : QString();
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
    m_inspectorDock->installEventFilter(this);
    m_indicatorsDock->installEventFilter(this);
}

/// Hears of what the user closes and of the window's size.
bool AtlasWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    // By type first: while parts are being destroyed they are not what they are compared with any more.
    const QEvent::Type type = event->type();
    if (type == QEvent::Resize && watched == m_parts)
        followSize();
    if (type == QEvent::Close && watched == m_inspectorDock)
        m_isFoldedAway = true;
    if (type == QEvent::Close && watched == m_indicatorsDock)
        m_hasDrawer = true; // it is the user's own decision now
    if (type == QEvent::ShowToParent && watched == m_inspectorDock)
        m_isFoldedAway = false; // wherever it was opened from
    if ((type == QEvent::ShowToParent || type == QEvent::HideToParent) && watched == m_inspectorDock)
        m_strip->setVisible(m_inspectorDock->isHidden());
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

/// The inspector unfolds for a selection and folds when there is none, unless the user has closed it.
void AtlasWorkspace::followSelection()
{
    if (m_isFoldedAway || m_inspectorDock->isFloating())
        return;
    m_inspectorDock->setVisible(!m_model.areas.areas().empty());
}

/// Whether the inspector is open follows from the selection when the layout is restored.
QJsonObject AtlasWorkspace::saveLayout() const
{
    return {{partsKey, textOf(m_parts->saveState())},
            {exploreKey, textOf(m_explore->saveState())},
            {tableKey, QString::fromUtf8(m_table->saveLayout())},
            {foldedKey, m_isFoldedAway},
            {drawerKey, m_hasDrawer}};
}

void AtlasWorkspace::restoreLayout(const QJsonObject &layout)
{
    if (m_usualParts.isEmpty())
        m_usualParts = m_parts->saveState();
    m_parts->restoreState(stateIn(layout, partsKey));
    m_explore->restoreState(stateIn(layout, exploreKey));
    m_table->restoreLayout(layout.value(tableKey).toString().toUtf8());
    const bool isFoldedAway = layout.value(foldedKey).toBool();
    if (isFoldedAway)
        m_inspectorDock->hide();
    m_isFoldedAway = isFoldedAway;
    followSelection();
    m_strip->setVisible(m_inspectorDock->isHidden());
    m_rail->show();
    m_hasDrawer = layout.value(drawerKey).toBool(true);
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
