#include "core/common/number_range.h"
#include "tests/app/changes.h"
#include "tests/app/table_window.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// The selection and the hover, which the table shares with the map.
class TestTableSelection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void clickSelectsTheAreaOnce();
    void modifiersAddAndExtend();
    void keysMoveTheCurrentAreaOnce();
    void theLastSelectedRowIsTheCurrentArea();
    void theStatesSelectionIsShownWithoutEcho();
    void selectionElsewhereScrollsToTheRow();
    void selectionStaysWithTheAreaWhenSorted();
    void newDataClearTheSelection();
    void pointerAndStateShareTheHover();
};

void TestTableSelection::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestTableSelection::clickSelectsTheAreaOnce()
{
    TableWindow window;
    QSignalSpy changed(&window.state.areas, &SelectedAreas::changed);
    window.click(2, 3);
    QCOMPARE(changed.count(), 1);
    QVERIFY(window.state.selection.codes() == window.codes({2}));
    QCOMPARE(window.state.areas.current(), window.view.areasInOrder()[2]);
    window.click(2, 1);
    QCOMPARE(changed.count(), 1);
}

void TestTableSelection::modifiersAddAndExtend()
{
    TableWindow window;
    window.click(1, 0);
    QSignalSpy changed(&window.state.areas, &SelectedAreas::changed);
    window.click(3, 0, Qt::ControlModifier);
    QCOMPARE(changed.count(), 1);
    QVERIFY(window.state.selection.codes() == window.codes({1, 3}));
    QCOMPARE(window.state.areas.current(), window.view.areasInOrder()[3]);
    window.click(3, 0, Qt::ControlModifier);
    QVERIFY(window.state.selection.codes() == window.codes({1}));
    QCOMPARE(window.state.areas.current(), window.view.areasInOrder()[1]);
    window.click(1, 0);
    window.click(4, 0, Qt::ShiftModifier);
    QCOMPARE(window.state.selection.codes().size(), 4);
    QCOMPARE(window.state.areas.current(), window.view.areasInOrder()[4]);
}

void TestTableSelection::keysMoveTheCurrentAreaOnce()
{
    TableWindow window;
    window.click(0, 0);
    QSignalSpy changed(&window.state.areas, &SelectedAreas::changed);
    QTest::keyClick(&window.view, Qt::Key_Down);
    QCOMPARE(changed.count(), 1);
    QVERIFY(window.state.selection.codes() == window.codes({1}));
    QCOMPARE(window.state.areas.current(), window.view.areasInOrder()[1]);
    QTest::keyClick(&window.view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(window.state.selection.codes().size(), 2);
    QCOMPARE(window.state.areas.current(), window.view.areasInOrder()[2]);
    QTest::keyClick(&window.view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(window.state.selection.codes().size(), 39);
}

void TestTableSelection::theLastSelectedRowIsTheCurrentArea()
{
    TableWindow window;
    window.click(1, 0);
    window.click(2, 0, Qt::ControlModifier);
    QTest::keyClick(&window.view, Qt::Key_Up);
    QVERIFY(window.state.selection.codes() == window.codes({1}));
    QCOMPARE(window.state.areas.current(), window.view.areasInOrder()[1]);
}

void TestTableSelection::theStatesSelectionIsShownWithoutEcho()
{
    TableWindow window;
    QSignalSpy changed(&window.state.areas, &SelectedAreas::changed);
    window.state.selection.select({window.code(1), window.code(2), window.code(7)}, window.code(2));
    QCOMPARE(changed.count(), 1);
    QStringList expected = {window.name(1), window.name(2), window.name(7)};
    expected.sort();
    QCOMPARE(window.selectedNames(), expected);
    QCOMPARE(window.view.currentIndex().row(), 2);
    window.state.selection.select({});
    QCOMPARE(window.selectedNames(), QStringList());
    QCOMPARE(changed.count(), 2);
}

void TestTableSelection::selectionElsewhereScrollsToTheRow()
{
    TableWindow window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    window.state.selection.select({window.code(30)}, window.code(30));
    QVERIFY(window.view.viewport()->rect().contains(window.at(30, 0)));
    QCOMPARE(window.view.horizontalScrollBar()->value(), scrolled);
}

void TestTableSelection::selectionStaysWithTheAreaWhenSorted()
{
    TableWindow window;
    window.click(2, 0);
    const QStringList selected = window.selectedNames();
    QSignalSpy changed(&window.state.areas, &SelectedAreas::changed);
    window.clickHeader(1);
    setIndexSettings(window.state.document, {.excluded = {"exclusions"}});
    QCOMPARE(window.selectedNames(), selected);
    QCOMPARE(changed.count(), 0);
}

void TestTableSelection::newDataClearTheSelection()
{
    TableWindow window;
    window.click(2, 0);
    window.state.areas.hover(3);
    window.state.document.open(std::make_shared<const Dataset>(makeDataset({{"a", {1, absent}}})));
    QCOMPARE(window.selectedNames(), QStringList());
    window.click(0, 0);
    QVERIFY(window.state.selection.codes() == (std::vector<AreaCode>{AreaCode{"A1"}}));
}

void TestTableSelection::pointerAndStateShareTheHover()
{
    TableWindow window;
    QTest::mouseMove(window.view.viewport(), window.at(3, 0));
    QCOMPARE(window.state.areas.hovered(), window.view.areasInOrder()[3]);
    QTest::mouseMove(window.view.viewport(), window.at(4, 2));
    QCOMPARE(window.state.areas.hovered(), window.view.areasInOrder()[4]);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(window.view.viewport(), &leave);
    QVERIFY(!window.state.areas.hovered());
    const QImage before = frozenPart(window);
    window.state.areas.hover(window.view.areasInOrder()[1]);
    QVERIFY(frozenPart(window) != before);
}

ATLAS_TEST(TestTableSelection)

#include "test_table_selection.moc"
