#include "tests/app/table_window.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace atlas;
using namespace atlas::test;

/// The names, which stay in sight while the other columns are scrolled.
class TestFrozenColumn : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void firstColumnStaysAtTheLeft();
    void firstColumnLooksTheSameWhenScrolled();
    void pointsInTheFrozenColumnAreItsCells();
    void clickOnTheFrozenHeaderSortsByName();
    void shiftExtendsFromTheFrozenColumnToAnother();
    void currentCellIsNeverUnderTheFrozenColumn();
    void scrollingToANameKeepsTheColumnsInSight();
    void theWheelScrollsOverTheFrozenColumn();
    void theFrozenSectionCanBeResized();
};

void TestFrozenColumn::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestFrozenColumn::firstColumnStaysAtTheLeft()
{
    TableWindow window;
    QVERIFY(window.view.horizontalScrollBar()->maximum() > scrolled);
    window.view.horizontalScrollBar()->setValue(scrolled);
    const QRect name = window.view.visualRect(window.view.model()->index(1, 0));
    QCOMPARE(name.left(), 0);
    QVERIFY(window.view.visualRect(window.view.model()->index(1, 1)).left() < name.width());
}

void TestFrozenColumn::firstColumnLooksTheSameWhenScrolled()
{
    TableWindow window;
    window.click(2, 0);
    const QImage before = frozenPart(window);
    window.view.horizontalScrollBar()->setValue(scrolled);
    QCOMPARE(frozenPart(window), before);
    window.view.verticalScrollBar()->setValue(100);
    const QImage lower = frozenPart(window);
    window.view.horizontalScrollBar()->setValue(0);
    QCOMPARE(frozenPart(window), lower);
}

void TestFrozenColumn::pointsInTheFrozenColumnAreItsCells()
{
    TableWindow window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    for (const int x : {0, 10, window.view.columnWidth(0) - 1})
        QCOMPARE(window.view.indexAt({x, 30}), window.view.model()->index(1, 0));
    QVERIFY(window.view.indexAt({window.view.columnWidth(0), 30}).column() > 0);
    QVERIFY(!window.view.indexAt({10, -5}).isValid());
}

void TestFrozenColumn::clickOnTheFrozenHeaderSortsByName()
{
    TableWindow window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    QTest::mouseClick(window.header->viewport(), Qt::LeftButton, {}, {20, window.labelHeight()});
    QCOMPARE(window.header->sortIndicatorSection(), 0);
    QCOMPARE(window.name(0), QString("Black Country"));
}

void TestFrozenColumn::shiftExtendsFromTheFrozenColumnToAnother()
{
    TableWindow window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    window.click(1, 0);
    window.click(4, 5, Qt::ShiftModifier);
    QCOMPARE(window.state.areas.areas().size(), size_t(4));
    QVERIFY(window.state.areas.isSelected(*window.state.areas.find(window.code(1))));
    QCOMPARE(window.view.horizontalScrollBar()->value(), scrolled);
}

void TestFrozenColumn::currentCellIsNeverUnderTheFrozenColumn()
{
    TableWindow window;
    window.click(0, 0);
    const auto isInSight = [&] {
        const QModelIndex current = window.view.currentIndex();
        const QRect rect = window.view.visualRect(current);
        const int left = current.column() == 0 ? 0 : window.view.columnWidth(0);
        return rect.left() >= left && rect.right() < window.view.viewport()->width();
    };
    for (int step = 1; step < window.view.model()->columnCount(); ++step) {
        QTest::keyClick(&window.view, Qt::Key_Right);
        QCOMPARE(window.view.currentIndex().column(), step);
        QVERIFY(isInSight());
    }
    for (int step = window.view.model()->columnCount() - 2; step >= 0; --step) {
        QTest::keyClick(&window.view, Qt::Key_Left);
        QCOMPARE(window.view.currentIndex().column(), step);
        QVERIFY(isInSight());
    }
    QTest::keyClick(&window.view, Qt::Key_End);
    QVERIFY(isInSight());
    QTest::keyClick(&window.view, Qt::Key_Home);
    QCOMPARE(window.view.currentIndex().column(), 0);
    QCOMPARE(window.view.horizontalScrollBar()->value(), 0);
}

void TestFrozenColumn::scrollingToANameKeepsTheColumnsInSight()
{
    TableWindow window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    window.view.scrollTo(window.view.model()->index(38, 0));
    QCOMPARE(window.view.horizontalScrollBar()->value(), scrolled);
    QVERIFY(window.view.viewport()->rect().contains(window.at(38, 0)));
}

void TestFrozenColumn::theWheelScrollsOverTheFrozenColumn()
{
    TableWindow window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    QWheelEvent wheel({20, 30}, window.view.viewport()->mapToGlobal(QPointF(20, 30)), {}, {0, -120},
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(window.view.viewport(), &wheel);
    QVERIFY(window.view.verticalScrollBar()->value() > 0);
}

void TestFrozenColumn::theFrozenSectionCanBeResized()
{
    TableWindow window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    const int width = window.view.columnWidth(0);
    const QPoint edge(width - 1, window.labelHeight());
    QTest::mouseMove(window.header->viewport(), edge);
    QTest::mousePress(window.header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(window.header->viewport(), edge + QPoint(20, 0));
    QTest::mouseMove(window.header->viewport(), edge + QPoint(30, 0));
    QTest::mouseRelease(window.header->viewport(), Qt::LeftButton, {}, edge + QPoint(30, 0));
    QCOMPARE(window.view.columnWidth(0), width + 30);
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
}

ATLAS_TEST(TestFrozenColumn)

#include "test_frozen_column.moc"
