#include "app/state/app_theme.h"
#include "app/table/column_arranger.h"
#include "app/table/columns_popup.h"
#include "app/table/grouped_header.h"
#include "tests/app/changes.h"
#include "tests/app/pane_window.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

using namespace atlas;
using namespace atlas::test;

/// Which columns the table shows, and in which order.
class TestTableColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void columnsAreHiddenAndComeBack();
    void columnsMoveAmongTheirOwn();
    void theColumnListShowsAndHides();
    void altDownOpensTheMenuOfTheColumn();
    void theArrangementIsRemembered();
};

void TestTableColumns::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyStyle();
}

void TestTableColumns::columnsAreHiddenAndComeBack()
{
    PaneWindow window;
    const int soc = window.column("soc_1_3");
    const int name = window.table().columnWidth(0);
    QMenu menu;
    window.menuAction(menu, soc, "Hide")->trigger();
    QVERIFY(window.table().isColumnHidden(soc));
    QVERIFY(window.table().columnWidth(0) > name); // the others share its room
    QVERIFY(!window.shownColumns().contains("soc_1_3"));
    setIndexSettings(window.state.document, {.excluded = {"exclusions"}});
    window.table().setFilter({.name = "e"});
    QVERIFY(window.table().isColumnHidden(soc));
    QMenu again;
    window.menuAction(again, 1, "Show all columns")->trigger();
    QVERIFY(!window.table().isColumnHidden(soc));
    QMenu ofNames;
    QVERIFY(!window.menuAction(ofNames, 0, "Hide")->isEnabled());
}

void TestTableColumns::columnsMoveAmongTheirOwn()
{
    PaneWindow window;
    ColumnArranger &columns = window.table().columns();
    QMenu menu;
    window.menuAction(menu, window.column("soc_1_3"), "Move left")->trigger();
    QCOMPARE(window.shownColumns().mid(0, 3), QStringList({"area", "soc_1_3", "imd_worst_10pct"}));
    QVERIFY(!columns.canMove(window.column("soc_1_3"), -1));          // names stay first
    QVERIFY(!columns.canMove(window.column("expected_progress"), 1)); // and the index last
    QVERIFY(columns.canMove(window.column("rank"), 1));
    // Dragged too far, a column comes back among its own.
    auto *header = window.table().findChild<GroupedHeader *>();
    header->moveSection(header->visualIndex(window.column("soc_1_3")), 9);
    QCOMPARE(window.shownColumns().mid(5),
             QStringList({"expected_progress", "soc_1_3", "index", "rank", "published_rank"}));
    header->moveSection(header->visualIndex(window.column("rank")), 1);
    QCOMPARE(window.shownColumns().mid(7), QStringList({"rank", "index", "published_rank"}));
}

void TestTableColumns::theColumnListShowsAndHides()
{
    PaneWindow window;
    QTest::mouseClick(window.pane.findChild<QPushButton *>("columnsButton"), Qt::LeftButton);
    auto *popup = window.pane.findChild<ColumnsPopup *>();
    QVERIFY(popup && popup->isVisible());
    auto *list = popup->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 6);                 // three domains, index, rank and published rank
    list->topLevelItem(2)->setCheckState(0, Qt::Unchecked); // a domain as a whole
    QCOMPARE(window.shownColumns().mid(5), QStringList({"index", "rank", "published_rank"}));
    QTest::keyClick(list, Qt::Key_Space); // the keys are on the first domain
    QCOMPARE(window.shownColumns().mid(1, 2), QStringList({"exclusions", "unauthorised_absence"}));
    for (QPushButton *button : popup->findChildren<QPushButton *>())
        if (button->text() == "&Show all")
            button->click();
    QCOMPARE(window.shownColumns().size(), 10);
    QCOMPARE(list->topLevelItem(2)->checkState(0), Qt::Checked);
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
}

void TestTableColumns::altDownOpensTheMenuOfTheColumn()
{
    PaneWindow window;
    window.table().setFocus();
    window.table().setCurrentIndex(window.table().model()->index(0, window.column("soc_1_3")));
    bool wasOpen = false;
    QTimer::singleShot(0, this, [&] {
        if (auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) {
            wasOpen = menu->actions().size() > 5;
            menu->close();
        }
    });
    QTest::keyClick(&window.table(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY(wasOpen);
}

void TestTableColumns::theArrangementIsRemembered()
{
    QByteArray layout;
    QStringList columns;
    {
        PaneWindow window;
        window.table().columns().setHidden(window.column("exclusions"), true);
        window.table().columns().move(window.column("imd_worst_10pct"), 1);
        window.table().setColumnWidth(window.column("rank"), 77);
        window.table().setFilter({.name = "Tees"});
        columns = window.shownColumns();
        layout = window.table().saveLayout();
    }
    PaneWindow window;
    window.table().restoreLayout(layout);
    QCOMPARE(window.shownColumns(), columns);
    QVERIFY(!columns.contains("exclusions"));
    QCOMPARE(window.table().columnWidth(window.column("rank")), 77);
    QCOMPARE(window.table().model()->rowCount(), 39); // what it was filtered by is not kept
    QCOMPARE(window.table().saveLayout(), layout);
    window.table().restoreLayout(TableLayout().toBytes());
    QCOMPARE(window.shownColumns().size(), 10);
}

ATLAS_TEST(TestTableColumns)
#include "test_table_columns.moc"
