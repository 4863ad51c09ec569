#include "app/atlas/atlas_workspace.h"
#include "app/dialogs/issues_dialog.h"
#include "app/dialogs/open_dialog.h"
#include "app/map/map_widget.h"
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
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>
#include <QTest>

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

private:
    QDockWidget *dock(const char *name) const { return m_window->findChild<QDockWidget *>(name); }
    QSplitter *rows() const { return m_window->findChild<QSplitter *>("rows"); }
    AreaTableView *table() const { return m_window->findChild<AreaTableView *>(); }
};

void WorkspaceTest::closedDocksComeBackByTheMenu()
{
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
    rows()->setSizes({300, 400});
    const QList<int> sizes = rows()->sizes();
    m_window->close();
    openWindow();
    QVERIFY(!dock("indicatorsDock")->isVisible());
    QVERIFY(dock("areaDock")->isVisible());
    QCOMPARE(rows()->sizes(), sizes);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 0);
    QCOMPARE(table()->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
}

void WorkspaceTest::theArrangementAndScenariosGoWithTheProject()
{
    dock("areaDock")->close();
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
    QVERIFY(dock("areaDock")->isVisible());
    QVERIFY(model().scenarios.scenarios().empty());
    open(path("moved.atlas"));
    QVERIFY(!dock("areaDock")->isVisible());
    QCOMPARE(table()->horizontalHeader()->sortIndicatorSection(), 1);
    QCOMPARE(model().scenarios.scenarios().size(), size_t(1));
    kept.name = "Theirs";
    QVERIFY(model().scenarios.scenarios().front() == kept);
    QVERIFY(!m_window->isWindowModified());
}

void WorkspaceTest::resetPutsEverythingBack()
{
    dock("indicatorsDock")->setFloating(true);
    dock("areaDock")->close();
    table()->sortByColumn(0, Qt::DescendingOrder);
    action("resetLayout")->trigger();
    QVERIFY(dock("indicatorsDock")->isVisible() && !dock("indicatorsDock")->isFloating());
    QVERIFY(dock("areaDock")->isVisible());
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
    QStringList offered;
    m_answering = std::make_unique<Answering>([&offered](QDialog &shown) {
        if (auto *dialog = qobject_cast<OpenDialog *>(&shown)) {
            offered << dialog->sources().boundaries << dialog->sources().indicators;
            dialog->reject();
        }
    });
    const QString areas = writeBytes(*m_files, "areas.geojson", "{}");
    m_window->openFiles({areas});
    QCOMPARE(offered, QStringList({areas, QString()}));
}

ATLAS_TEST(WorkspaceTest)
#include "test_workspace.moc"
