#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "tests/app/loaded_state.h"
#include "tests/app/project_window.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What the menus offer for the table.
class TestTableCommands : public ProjectWindow
{
    Q_OBJECT

private slots:
    void initTestCase() { useOwnSettings(); }
    void init() { begin(); }
    void cleanup() { end(); }
    void coloursAreChosenUndoneAndRemembered();
    void barsAndBenchmarksAreSwitched();
    void onlySelectedKeepsTheAreasOfThatMoment();
    void filtersAreNoChangeOfTheProject();

private:
    AreaTableView &table() const { return *m_window->findChild<AreaTableView *>(); }
    const Looks &looks() { return model().document.now().looks(); }
};

void TestTableCommands::coloursAreChosenUndoneAndRemembered()
{
    QVERIFY(action("cellColours.automatic")->isChecked());
    action("cellColours.safe")->trigger();
    QCOMPARE(looks().cellColours, CellColours::Safe);
    QVERIFY(action("cellColours.safe")->isChecked() && !action("cellColours.automatic")->isChecked());
    model().undoStack.undo();
    QCOMPARE(looks().cellColours, CellColours::Automatic);
    model().undoStack.redo();
    openWindow(); // the next start
    QCOMPARE(looks().cellColours, CellColours::Safe);
}

void TestTableCommands::barsAndBenchmarksAreSwitched()
{
    QVERIFY(!looks().cellBars && looks().benchmarks);
    action("cellBars")->trigger();
    action("benchmarks")->trigger();
    QVERIFY(looks().cellBars && !looks().benchmarks);
    QVERIFY(action("cellBars")->isChecked() && !action("benchmarks")->isChecked());
    model().undoStack.undo();
    QVERIFY(looks().cellBars && looks().benchmarks);
}

void TestTableCommands::onlySelectedKeepsTheAreasOfThatMoment()
{
    model().selection.select({});
    action("onlySelected")->trigger();
    QCOMPARE(table().model()->rowCount(), 39);
    model().selection.select({AreaCode{"E37000034"}, AreaCode{"E37000008"}});
    action("onlySelected")->trigger();
    QCOMPARE(table().model()->rowCount(), 2);
    model().selection.select({AreaCode{"E37000001"}});
    QCOMPARE(table().model()->rowCount(), 2);
    action("allRows")->trigger();
    QCOMPARE(table().model()->rowCount(), 39);
}

void TestTableCommands::filtersAreNoChangeOfTheProject()
{
    saveAs(path("mine.atlas"));
    table().setFilter({.classes = {4}, .name = "e"});
    QVERIFY(table().model()->rowCount() < 39);
    QVERIFY(!m_window->isWindowModified());
    QVERIFY(!table().saveLayout().contains("filter"));
}

ATLAS_TEST(TestTableCommands)

#include "test_table_commands.moc"
