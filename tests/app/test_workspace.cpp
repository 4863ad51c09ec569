#include "app/atlas/atlas_workspace.h"
#include "app/compare/compare_dialog.h"
#include "app/dialogs/issues_dialog.h"
#include "app/import/assistant.h"
#include "app/map/map_widget.h"
#include "app/scenarios/scenarios_dialog.h"
#include "app/table/area_table_view.h"
#include "app/workspace/command_set.h"
#include "tests/app/changes.h"
#include "tests/app/project_window.h"
#include "tests/app/waiting.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace atlas;
using namespace atlas::test;

/// The parts of the window: docks that go and come back, an arrangement that is remembered and kept in
/// projects, commands that stand where they can be found, and files that are named when it is started.
class WorkspaceTest : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void closedDocksComeBackByTheMenu();
    void theArrangementIsRemembered();
    void theArrangementAndScenariosGoWithTheProject();
    void resetPutsEverythingBack();
    void commandsStandWhereTheirKindIs();
    void keysAreThoseOfTheCommands();
    void everyCommandHasWordsOfItsOwn();
    void remarksAreNotWrittenAgainForASelection();
    void filesAreOpenedAsWhatTheyAre();
    void halfASetOfFilesAsksForTheRest();
    void theSwitchIsHiddenWhileThereIsOneWorkspace();
    void questionsTakeTheMiddle();
    void indicatorsHaveAMenu();
    void areasOfAClassAreSelected();
    void zoomTakesInTheWholeSelection();
    void theIndicatorsMakeWayForTheTable();
    void theDrawerTellsWeightsAndTheScenario();

private:
    QDockWidget *dock(const char *name) const { return m_window->findChild<QDockWidget *>(name); }
    QSplitter *divider() const { return m_window->findChild<QSplitter *>("divider"); }
    AreaTableView *table() const { return m_window->findChild<AreaTableView *>(); }
};

void WorkspaceTest::closedDocksComeBackByTheMenu()
{
    model().selection.select({AreaCode{"E37000019"}}); // for the inspector
    for (const char *name : {"indicatorsDock", "areaDock"}) {
        QVERIFY(dock(name)->isVisible());
        dock(name)->close();
        QAction *shown = action(qPrintable(QString(name) + "Shown"));
        QVERIFY(shown && !shown->isChecked());
        shown->trigger();
        QVERIFY(dock(name)->isVisible());
    }
}

void WorkspaceTest::theArrangementIsRemembered()
{
    dock("indicatorsDock")->close();
    table()->sortByColumn(0, Qt::DescendingOrder);
    QCoreApplication::processEvents(); // so that map and table take its room
    QSplitterHandle *handle = divider()->handle(1);
    QTest::mousePress(handle, Qt::LeftButton, {}, {});
    QTest::mouseMove(handle, QPoint(120, 0));
    QTest::mouseRelease(handle, Qt::LeftButton, {}, {});
    const QList<int> sizes = divider()->sizes();
    m_window->close();
    openWindow();
    QVERIFY(!dock("indicatorsDock")->isVisible());
    QVERIFY(!dock("areaDock")->isVisible()); // nothing is selected
    COMES_TRUE(std::abs(divider()->sizes()[0] - sizes[0]) <= 1);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 0);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
}

void WorkspaceTest::theArrangementAndScenariosGoWithTheProject()
{
    action("viewTable")->trigger();
    table()->sortByColumn(1, Qt::AscendingOrder);
    Method kept = model().document.now().method();
    kept.name = "Ours";
    kept.choices.index.excluded = {"soc_1_3"};
    model().scenarios.keep(kept);
    saveAs(path("mine.atlas"));
    QVERIFY(!m_window->isWindowModified());
    model().scenarios.rename(0, "Theirs");
    QVERIFY(m_window->isWindowModified());
    press(Qt::Key_S);
    QVERIFY(!m_window->isWindowModified());

    QSettings().clear(); // another machine, and the file somewhere else
    QVERIFY(QFile::rename(path("mine.atlas"), path("moved.atlas")));
    openWindow();
    QVERIFY(m_window->map().isVisible());
    QVERIFY(model().scenarios.scenarios().empty());
    open(path("moved.atlas"));
    QVERIFY(!m_window->map().isVisible());
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 1);
    QCOMPARE(model().scenarios.scenarios().size(), size_t(1));
    kept.name = "Theirs";
    QVERIFY(model().scenarios.scenarios().front() == kept);
    QVERIFY(!m_window->isWindowModified());
}

void WorkspaceTest::resetPutsEverythingBack()
{
    dock("indicatorsDock")->setFloating(true);
    model().selection.select({AreaCode{"E37000019"}});
    dock("areaDock")->close();
    action("viewMap")->trigger();
    table()->sortByColumn(0, Qt::DescendingOrder);
    action("resetLayout")->trigger();
    QVERIFY(dock("indicatorsDock")->isVisible() && !dock("indicatorsDock")->isFloating());
    QVERIFY(dock("areaDock")->isVisible());
    QVERIFY(table()->isVisible() && m_window->map().isVisible());
    QVERIFY(table()->horizontalHeader()->sortIndicatorSection() != 0);
}

void WorkspaceTest::commandsStandWhereTheirKindIs()
{
    for (const QWidget *widget :
         {static_cast<QWidget *>(&m_window->map()), static_cast<QWidget *>(table())}) {
        QCOMPARE(widget->contextMenuPolicy(), Qt::ActionsContextMenu);
        QVERIFY(widget->actions().contains(action("trace")));
        QVERIFY(widget->actions().contains(action("zoomToSelection")));
        QVERIFY(!widget->actions().contains(action("quit")));
    }
}

void WorkspaceTest::keysAreThoseOfTheCommands()
{
    const auto keys = m_window->findChild<CommandSet *>()->keys();
    QVERIFY(keys.size() >= 6);
    for (const auto &[words, purpose] : keys) {
        QVERIFY(!purpose.isEmpty());
        for (const QString &word : words.split(", ")) {
            const QKeySequence key(word, QKeySequence::NativeText);
            int owners = 0;
            for (const QAction *each : m_window->findChildren<QAction *>())
                owners += each->shortcuts().contains(key) ? 1 : 0;
            QCOMPARE(owners, 1);
        }
    }
}

void WorkspaceTest::everyCommandHasWordsOfItsOwn()
{
    QSet<QString> names;
    for (const QAction *each : m_window->findChildren<QAction *>()) {
        if (each->objectName().isEmpty() || each->objectName().startsWith('_'))
            continue;
        QVERIFY2(!names.contains(each->objectName()), qPrintable(each->objectName()));
        names.insert(each->objectName());
        QVERIFY2(!each->text().isEmpty() && !each->toolTip().isEmpty(), qPrintable(each->objectName()));
    }
    QVERIFY(names.size() > 40);
}

void WorkspaceTest::remarksAreNotWrittenAgainForASelection()
{
    const QString figures =
        writeBytes(*m_files, "figures.csv", "code,name,rate\nA1,One,1\nA2,Two,x\nA3,Three,y\n");
    m_window->openFiles({figures});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    action("remarks")->trigger();
    auto *remarks = m_window->findChild<IssuesDialog *>();
    auto *list = remarks->findChild<QTableView *>();
    QVERIFY(list->model()->rowCount() >= 2);
    QSignalSpy reset(list->model(), &QAbstractItemModel::modelReset);
    model().areas.select({1});
    QCOMPARE(reset.count(), 0);
    QVERIFY(remarks->actions().contains(action("undo"))); // which works there too
    setIndexSettings(model().document, {.scale = {.missing = MissingRule::Mean}});
    QCOMPARE(reset.count(), 1);
}

void WorkspaceTest::filesAreOpenedAsWhatTheyAre()
{
    const QString figures =
        writeBytes(*m_files, "figures.csv", "code,name,rate\nA1,One,1\nA2,Two,4\nA3,Three,2\n");
    m_window->openFiles({figures});
    COMES_TO(model().document.now().dataset()->areas.size(), size_t(3));
    setShown(model().document, "rate");
    saveAs(path("rates.atlas"));

    m_window = std::make_unique<MainWindow>(std::nullopt);
    m_window->show();
    QVERIFY(!model().document.now().dataset());
    QVERIFY(!action("exportTable")->isEnabled() && !action("saveProject")->isEnabled());
    m_window->openFiles({path("rates.atlas")});
    COMES_TRUE(model().document.now().dataset());
    QCOMPARE(model().document.now().choices().shown, "rate");
    QCOMPARE(m_window->windowTitle(), QString::fromUtf8("rates.atlas[*] — Disengagement Atlas"));
}

void WorkspaceTest::halfASetOfFilesAsksForTheRest()
{
    const QString areas = writeBytes(*m_files, "areas.geojson", "{}");
    m_window->openFiles({areas});
    auto *assistant = m_window->findChild<Assistant *>();
    QVERIFY(assistant && assistant->isVisible());
    QCOMPARE(assistant->sources().boundaries, areas);
    QCOMPARE(assistant->sources().indicators, QString());
    QVERIFY(!assistant->canOpen());
    assistant->reject();
}

void WorkspaceTest::questionsTakeTheMiddle()
{
    const auto rail = [this](const char *name) {
        return m_window->findChild<QToolButton *>(QString("button.") + name);
    };
    QTest::mouseClick(rail("compare"), Qt::LeftButton);
    auto *compare = m_window->findChild<CompareDialog *>();
    QVERIFY(compare && compare->isVisible() && !compare->isWindow());
    QVERIFY(!m_window->map().isVisible() && !table()->isVisible());
    QVERIFY(rail("compare")->isChecked() && !rail("explore")->isChecked());
    QTest::mouseClick(rail("scenarios"), Qt::LeftButton);
    QVERIFY(!compare->isVisible() && !rail("compare")->isChecked() && rail("scenarios")->isChecked());
    QTest::keyClick(m_window->findChild<ScenariosDialog *>(), Qt::Key_Escape);
    QVERIFY(m_window->map().isVisible() && rail("explore")->isChecked());
    QTest::mouseClick(rail("robustness"), Qt::LeftButton);
    QTest::mouseClick(rail("explore"), Qt::LeftButton);
    QVERIFY(m_window->map().isVisible());
}

void WorkspaceTest::theSwitchIsHiddenWhileThereIsOneWorkspace()
{
    const auto *workspaces = m_window->findChild<QTabBar *>("workspaceSwitch");
    QCOMPARE(workspaces->count(), 1);
    QCOMPARE(workspaces->tabText(0), "Atlas");
    QVERIFY(!workspaces->isVisible());
}

void WorkspaceTest::indicatorsHaveAMenu()
{
    auto *tree = m_window->findChild<QTreeWidget *>("indicators");
    const auto choose = [&](const QString &name, const QString &text) {
        const QList<QTreeWidgetItem *> found = tree->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(found.size(), 1);
        tree->setCurrentItem(found.front()); // as a right click does
        emit tree->customContextMenuRequested(tree->visualItemRect(found.front()).center());
        auto *menu = tree->findChild<QMenu *>("indicatorMenu");
        QVERIFY(menu && menu->isVisible());
        for (QAction *each : menu->actions())
            if (each->text().remove('&') == text)
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(each).center());
        COMES_TRUE(!tree->findChild<QMenu *>("indicatorMenu"));
    };
    choose("NEET 16-18", "Show on the map");
    QCOMPARE(model().document.now().choices().shown, "neet_16_18");
    choose("Risk factors", "Show on the map");
    QCOMPARE(model().document.now().choices().shown, "risk_factors");
    choose("Absence", "Leave out of the index");
    QVERIFY(model().document.now().indexSettings().excluded.count("unauthorised_absence") == 1);
    choose("Absence", "Use in the index");
    QVERIFY(model().document.now().indexSettings().excluded.empty());
}

void WorkspaceTest::areasOfAClassAreSelected()
{
    QVERIFY(!action("selectClass")->isEnabled());
    model().selection.select({AreaCode{"E37000019"}}); // Lancashire, of the ten in Q4
    action("selectClass")->trigger();
    QCOMPARE(model().areas.areas().size(), size_t(10));
    QCOMPARE(model().selection.current(), AreaCode{"E37000019"});
    const auto &classes = model().document.now().shown().classification.classes;
    for (const size_t area : model().areas.areas())
        QCOMPARE(classes[area], 4);
}

void WorkspaceTest::zoomTakesInTheWholeSelection()
{
    QVERIFY(!action("zoomToSelection")->isEnabled());
    model().selection.select({AreaCode{"E37000034"}, AreaCode{"E37000005"}}); // Tees Valley and Cornwall
    action("zoomToSelection")->trigger();
    const MapViewport &view = m_window->map().viewport();
    const QRectF screen(QPointF(), view.screen());
    for (const size_t area : model().areas.areas())
        QVERIFY(screen.contains(view.toScreen(model().document.now().dataset()->boundaries->boxes[area])));
}

void WorkspaceTest::theIndicatorsMakeWayForTheTable()
{
    QVERIFY(dock("indicatorsDock")->isVisible());
    m_window->resize(1150, 768);
    COMES_TRUE(!dock("indicatorsDock")->isVisible());
    m_window->resize(1600, 900);
    COMES_TRUE(dock("indicatorsDock")->isVisible());
    dock("indicatorsDock")->close(); // by hand: it stays away
    m_window->resize(1150, 768);
    QCoreApplication::processEvents();
    m_window->resize(1600, 900);
    QCoreApplication::processEvents();
    QVERIFY(!dock("indicatorsDock")->isVisible());
}

void WorkspaceTest::theDrawerTellsWeightsAndTheScenario()
{
    const auto *tree = m_window->findChild<QTreeWidget *>("indicators");
    const auto shares = [tree] {
        QStringList texts;
        for (QTreeWidgetItemIterator it(const_cast<QTreeWidget *>(tree)); *it; ++it)
            if (!(*it)->text(1).isEmpty())
                texts << (*it)->text(1) + ' ' + (*it)->text(2);
        return texts;
    };
    QCOMPARE(shares().size(), 6);
    QCOMPARE(shares().front(), QString::fromUtf8("↑ 16.7%"));
    QCOMPARE(shares()[1], QString::fromUtf8("↓ 16.7%")); // more managers and professionals, fewer disengaged
    setIndexSettings(model().document, {.excluded = {"imd_worst_10pct"}, .weights = {{"soc_1_3", 2}}});
    QCOMPARE(shares(), QStringList({QString::fromUtf8("↑ "), QString::fromUtf8("↓ 33.3%"),
                                    QString::fromUtf8("↑ 16.7%"), QString::fromUtf8("↑ 16.7%"),
                                    QString::fromUtf8("↑ 16.7%"), QString::fromUtf8("↓ 16.7%")}));
    const auto *scenario = m_window->findChild<QPushButton *>("scenarioInUse");
    QCOMPARE(scenario->text(), "Scenario: not kept");
    Method kept = model().document.now().method();
    kept.name = "Ours & theirs";
    model().scenarios.keep(kept);
    QCOMPARE(scenario->text(), "Scenario: Ours && theirs");
    setIndexSettings(model().document, {});
    QCOMPARE(scenario->text(), "Scenario: " + ScenarioList::paperName());
}

ATLAS_TEST(WorkspaceTest)
#include "test_workspace.moc"
