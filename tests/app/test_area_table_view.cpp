#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/grouped_header.h"
#include "app/table/header_label.h"
#include "core/index/index_table.h"
#include "tests/app/loaded_state.h"
#include "tests/app/waiting.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <limits>

using namespace atlas;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();
constexpr int scrolled = 120;

/// A table in a window too narrow and too low for all of it.
struct Window
{
    explicit Window(std::shared_ptr<const Dataset> dataset = test::builtInDataset())
    {
        state.setDataset(std::move(dataset));
        view.resize(560, 300);
        view.show();
        COMES_TRUE(test::isExposed(view));
        view.setFocus();
        header = qobject_cast<GroupedHeader *>(view.horizontalHeader());
    }

    QString name(int row) const { return view.model()->index(row, 0).data().toString(); }
    AreaCode code(int row) const
    {
        return state.dataset()->areas[view.areasInOrder()[static_cast<size_t>(row)]].code;
    }
    QPoint at(int row, int column) const
    {
        return view.visualRect(view.model()->index(row, column)).center();
    }
    void click(int row, int column, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, at(row, column));
    }
    void clickHeader(int column) const
    {
        const int x = header->sectionViewportPosition(column) + header->sectionSize(column) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {x, header->height() - 10});
    }
    QStringList selectedNames() const
    {
        QStringList names;
        for (const QModelIndex &index : view.selectionModel()->selectedRows())
            names << index.data().toString();
        names.sort();
        return names;
    }

    AtlasState state;
    AreaTableView view{state};
    GroupedHeader *header = nullptr;
};

int column(const Window &window, const QString &text)
{
    for (int i = 0; i < window.view.model()->columnCount(); ++i)
        if (window.view.model()->headerData(i, Qt::Horizontal).toString() == text)
            return i;
    return -1;
}

QImage frozenPart(Window &window)
{
    const QPixmap picture = window.view.viewport()->grab();
    return picture.toImage().copy(0, 0, window.view.columnWidth(0) - 1, picture.height());
}

} // namespace

class TestAreaTableView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void startsByRank();
    void clickOnAHeaderSorts();
    void clickOnTheFrozenHeaderSortsByName();
    void clickOnADomainSortsNothing();
    void theSortSurvivesANewResult();
    void clickSelectsTheAreaOnce();
    void modifiersAddAndExtend();
    void shiftExtendsFromTheFrozenColumnToAnother();
    void keysMoveTheCurrentAreaOnce();
    void theLastSelectedRowIsTheCurrentArea();
    void theStatesSelectionIsShownWithoutEcho();
    void selectionElsewhereScrollsToTheRow();
    void selectionStaysWithTheAreaWhenSorted();
    void newDataClearTheSelection();
    void pointerAndStateShareTheHover();
    void firstColumnStaysAtTheLeft();
    void firstColumnLooksTheSameWhenScrolled();
    void pointsInTheFrozenColumnAreItsCells();
    void currentCellIsNeverUnderTheFrozenColumn();
    void scrollingToANameKeepsTheColumnsInSight();
    void theWheelScrollsOverTheFrozenColumn();
    void theFrozenSectionCanBeResized();
    void columnsFitTheirContents();
    void rowsAreCompact();
    void copiesSelectedRowsAsShown();
    void layoutComesBack();
    void layoutWaitsForItsColumns();
    void labelsBreakBetweenWords();
};

void TestAreaTableView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestAreaTableView::startsByRank()
{
    Window window;
    QVERIFY(window.view.areasInOrder() == orderByRank(*test::builtInDataset(), window.state.result()));
    QCOMPARE(window.name(0), QString("Tees Valley"));
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
}

void TestAreaTableView::clickOnAHeaderSorts()
{
    Window window;
    const int soc = column(window, "SOC 1-3 (%)");
    window.clickHeader(soc);
    QCOMPARE(window.header->sortIndicatorSection(), soc);
    const auto first = [&] { return window.view.model()->index(0, soc).data().toString(); };
    QCOMPARE(first(), QString("32.2")); // lower is more disengaged
    window.clickHeader(soc);
    QCOMPARE(first(), QString("59.1"));
}

void TestAreaTableView::clickOnTheFrozenHeaderSortsByName()
{
    Window window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    QTest::mouseClick(window.header->viewport(), Qt::LeftButton, {}, {20, window.header->height() - 10});
    QCOMPARE(window.header->sortIndicatorSection(), 0);
    QCOMPARE(window.name(0), QString("Black Country"));
}

void TestAreaTableView::clickOnADomainSortsNothing()
{
    Window window;
    const int x = window.header->sectionViewportPosition(1) + 20;
    QCOMPARE(window.header->domainAt({x, 5}), QString("Risk factors"));
    QTest::mouseClick(window.header->viewport(), Qt::LeftButton, {}, {x, 5});
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
}

void TestAreaTableView::theSortSurvivesANewResult()
{
    Window window;
    window.state.setIndexSettings({.excluded = {"soc_1_3", "exclusions"}});
    QVERIFY(window.view.areasInOrder() == orderByRank(*test::builtInDataset(), window.state.result()));
    window.clickHeader(0);
    window.state.setDataset(
        std::make_shared<const Dataset>(test::makeDataset({{"a", {1, 2, 3, 4}}, {"b", {4, 1, 2, 2}}})));
    QCOMPARE(window.name(0), QString("A1"));
    QCOMPARE(window.header->sortIndicatorSection(), 0);
}

void TestAreaTableView::clickSelectsTheAreaOnce()
{
    Window window;
    QSignalSpy changed(&window.state, &AtlasState::selectionChanged);
    window.click(2, 3);
    QCOMPARE(changed.count(), 1);
    QVERIFY(window.state.selection() == QSet<AreaCode>{window.code(2)});
    QCOMPARE(window.state.currentArea(), window.view.areasInOrder()[2]);
    window.click(2, 1);
    QCOMPARE(changed.count(), 1);
}

void TestAreaTableView::modifiersAddAndExtend()
{
    Window window;
    window.click(1, 0);
    QSignalSpy changed(&window.state, &AtlasState::selectionChanged);
    window.click(3, 0, Qt::ControlModifier);
    QCOMPARE(changed.count(), 1);
    QVERIFY(window.state.selection() == (QSet<AreaCode>{window.code(1), window.code(3)}));
    QCOMPARE(window.state.currentArea(), window.view.areasInOrder()[3]);
    window.click(3, 0, Qt::ControlModifier);
    QVERIFY(window.state.selection() == (QSet<AreaCode>{window.code(1)}));
    QCOMPARE(window.state.currentArea(), window.view.areasInOrder()[1]);
    window.click(1, 0);
    window.click(4, 0, Qt::ShiftModifier);
    QCOMPARE(window.state.selection().size(), 4);
    QCOMPARE(window.state.currentArea(), window.view.areasInOrder()[4]);
}

void TestAreaTableView::shiftExtendsFromTheFrozenColumnToAnother()
{
    Window window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    window.click(1, 0);
    window.click(4, 5, Qt::ShiftModifier);
    QCOMPARE(window.state.selection().size(), 4);
    QVERIFY(window.state.selection().contains(window.code(1)));
    QCOMPARE(window.view.horizontalScrollBar()->value(), scrolled);
}

void TestAreaTableView::keysMoveTheCurrentAreaOnce()
{
    Window window;
    window.click(0, 0);
    QSignalSpy changed(&window.state, &AtlasState::selectionChanged);
    QTest::keyClick(&window.view, Qt::Key_Down);
    QCOMPARE(changed.count(), 1);
    QVERIFY(window.state.selection() == QSet<AreaCode>{window.code(1)});
    QCOMPARE(window.state.currentArea(), window.view.areasInOrder()[1]);
    QTest::keyClick(&window.view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(window.state.selection().size(), 2);
    QCOMPARE(window.state.currentArea(), window.view.areasInOrder()[2]);
    QTest::keyClick(&window.view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(window.state.selection().size(), 39);
}

void TestAreaTableView::theLastSelectedRowIsTheCurrentArea()
{
    Window window;
    window.click(1, 0);
    window.click(2, 0, Qt::ControlModifier);
    QTest::keyClick(&window.view, Qt::Key_Up);
    QVERIFY(window.state.selection() == QSet<AreaCode>{window.code(1)});
    QCOMPARE(window.state.currentArea(), window.view.areasInOrder()[1]);
}

void TestAreaTableView::theStatesSelectionIsShownWithoutEcho()
{
    Window window;
    QSignalSpy changed(&window.state, &AtlasState::selectionChanged);
    window.state.setSelection({window.code(1), window.code(2), window.code(7)}, window.code(2));
    QCOMPARE(changed.count(), 1);
    QStringList expected = {window.name(1), window.name(2), window.name(7)};
    expected.sort();
    QCOMPARE(window.selectedNames(), expected);
    QCOMPARE(window.view.currentIndex().row(), 2);
    window.state.setSelection({});
    QCOMPARE(window.selectedNames(), QStringList());
    QCOMPARE(changed.count(), 2);
}

void TestAreaTableView::selectionElsewhereScrollsToTheRow()
{
    Window window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    window.state.setSelection({window.code(30)}, window.code(30));
    QVERIFY(window.view.viewport()->rect().contains(window.at(30, 0)));
    QCOMPARE(window.view.horizontalScrollBar()->value(), scrolled);
}

void TestAreaTableView::selectionStaysWithTheAreaWhenSorted()
{
    Window window;
    window.click(2, 0);
    const QStringList selected = window.selectedNames();
    QSignalSpy changed(&window.state, &AtlasState::selectionChanged);
    window.clickHeader(1);
    window.state.setIndexSettings({.excluded = {"exclusions"}});
    QCOMPARE(window.selectedNames(), selected);
    QCOMPARE(changed.count(), 0);
}

void TestAreaTableView::newDataClearTheSelection()
{
    Window window;
    window.click(2, 0);
    window.state.setHovered(3);
    window.state.setDataset(std::make_shared<const Dataset>(test::makeDataset({{"a", {1, absent}}})));
    QCOMPARE(window.selectedNames(), QStringList());
    window.click(0, 0);
    QVERIFY(window.state.selection() == QSet<AreaCode>{AreaCode{"A1"}});
}

void TestAreaTableView::pointerAndStateShareTheHover()
{
    Window window;
    QTest::mouseMove(window.view.viewport(), window.at(3, 0));
    QCOMPARE(window.state.hovered(), window.view.areasInOrder()[3]);
    QTest::mouseMove(window.view.viewport(), window.at(4, 2));
    QCOMPARE(window.state.hovered(), window.view.areasInOrder()[4]);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(window.view.viewport(), &leave);
    QVERIFY(!window.state.hovered());
    const QImage before = frozenPart(window);
    window.state.setHovered(window.view.areasInOrder()[1]);
    QVERIFY(frozenPart(window) != before);
}

void TestAreaTableView::firstColumnStaysAtTheLeft()
{
    Window window;
    QVERIFY(window.view.horizontalScrollBar()->maximum() > scrolled);
    window.view.horizontalScrollBar()->setValue(scrolled);
    const QRect name = window.view.visualRect(window.view.model()->index(1, 0));
    QCOMPARE(name.left(), 0);
    QVERIFY(window.view.visualRect(window.view.model()->index(1, 1)).left() < name.width());
}

void TestAreaTableView::firstColumnLooksTheSameWhenScrolled()
{
    Window window;
    window.click(2, 0);
    const QImage before = frozenPart(window);
    window.view.horizontalScrollBar()->setValue(scrolled);
    QCOMPARE(frozenPart(window), before);
    window.view.verticalScrollBar()->setValue(100);
    const QImage lower = frozenPart(window);
    window.view.horizontalScrollBar()->setValue(0);
    QCOMPARE(frozenPart(window), lower);
}

void TestAreaTableView::pointsInTheFrozenColumnAreItsCells()
{
    Window window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    for (const int x : {0, 10, window.view.columnWidth(0) - 1})
        QCOMPARE(window.view.indexAt({x, 30}), window.view.model()->index(1, 0));
    QVERIFY(window.view.indexAt({window.view.columnWidth(0), 30}).column() > 0);
    QVERIFY(!window.view.indexAt({10, -5}).isValid());
}

void TestAreaTableView::currentCellIsNeverUnderTheFrozenColumn()
{
    Window window;
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

void TestAreaTableView::scrollingToANameKeepsTheColumnsInSight()
{
    Window window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    window.view.scrollTo(window.view.model()->index(38, 0));
    QCOMPARE(window.view.horizontalScrollBar()->value(), scrolled);
    QVERIFY(window.view.viewport()->rect().contains(window.at(38, 0)));
}

void TestAreaTableView::theWheelScrollsOverTheFrozenColumn()
{
    Window window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    QWheelEvent wheel({20, 30}, window.view.viewport()->mapToGlobal(QPointF(20, 30)), {}, {0, -120},
                      Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(window.view.viewport(), &wheel);
    QVERIFY(window.view.verticalScrollBar()->value() > 0);
}

void TestAreaTableView::theFrozenSectionCanBeResized()
{
    Window window;
    window.view.horizontalScrollBar()->setValue(scrolled);
    const int width = window.view.columnWidth(0);
    const QPoint edge(width - 1, window.header->height() - 10);
    QTest::mouseMove(window.header->viewport(), edge);
    QTest::mousePress(window.header->viewport(), Qt::LeftButton, {}, edge);
    QTest::mouseMove(window.header->viewport(), edge + QPoint(20, 0));
    QTest::mouseMove(window.header->viewport(), edge + QPoint(30, 0));
    QTest::mouseRelease(window.header->viewport(), Qt::LeftButton, {}, edge + QPoint(30, 0));
    QCOMPARE(window.view.columnWidth(0), width + 30);
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
}

void TestAreaTableView::columnsFitTheirContents()
{
    Window window;
    const QFontMetrics metrics = window.view.fontMetrics();
    for (int i = 1; i < window.view.model()->columnCount(); ++i)
        for (int row = 0; row < window.view.model()->rowCount(); ++row) {
            const QString text = window.view.model()->index(row, i).data().toString();
            QVERIFY(metrics.horizontalAdvance(text) + 20 < window.view.columnWidth(i));
        }
    QVERIFY(window.view.columnWidth(0) <= 220);
}

void TestAreaTableView::rowsAreCompact()
{
    Window window;
    QVERIFY(window.view.rowHeight(0) >= 22);
    QVERIFY(window.view.rowHeight(0) <= std::max(24, window.view.fontMetrics().height() + 6));
}

void TestAreaTableView::copiesSelectedRowsAsShown()
{
    Window window(std::make_shared<const Dataset>(
        test::makeDataset({{"a", {1, 2, 3, absent}}, {"b", {1, 2, 3, absent}}})));
    QCOMPARE(window.view.selectedText(), QString());
    QApplication::clipboard()->setText("before");
    QTest::keyClick(&window.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QString("before"));
    window.state.setSelection({AreaCode{"A1"}, AreaCode{"A3"}, AreaCode{"A4"}});
    QTest::keyClick(&window.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QString("Area\ta\tb\tIndex\tRank\n"
                                                        "A3\t3.0\t3.0\t1.00\t1\n"
                                                        "A1\t1.0\t1.0\t-1.00\t3\n"
                                                        "A4\t\u2013\t\u2013\t\u2013\t\u2013\n"));
}

void TestAreaTableView::layoutComesBack()
{
    QByteArray layout;
    {
        Window window;
        window.clickHeader(1);
        window.clickHeader(1);
        window.view.setColumnWidth(2, 111);
        layout = window.view.saveLayout();
    }
    Window window;
    window.view.restoreLayout("rubbish");
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
    window.view.restoreLayout(layout);
    QCOMPARE(window.header->sortIndicatorSection(), 1);
    QCOMPARE(window.header->sortIndicatorOrder(), Qt::AscendingOrder);
    QCOMPARE(window.view.columnWidth(2), 111);
    QCOMPARE(window.view.saveLayout(), layout);
}

void TestAreaTableView::layoutWaitsForItsColumns()
{
    Window window(std::make_shared<const Dataset>(test::makeDataset({{"a", {1, 2, 3}}})));
    window.view.restoreLayout(R"({"sortedBy":"soc_1_3","descending":true,"widths":{"soc_1_3":99}})");
    QCOMPARE(window.name(0), QString("A3"));
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
    window.state.setDataset(test::builtInDataset());
    const int soc = column(window, "SOC 1-3 (%)");
    QCOMPARE(window.header->sortIndicatorSection(), soc);
    QCOMPARE(window.header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(window.view.columnWidth(soc), 99);
}

void TestAreaTableView::labelsBreakBetweenWords()
{
    const QFontMetrics metrics(QApplication::font());
    const auto lines = [&](const QString &label, const QString &room) {
        return labelLines(label, metrics, metrics.horizontalAdvance(room) + 1);
    };
    QCOMPARE(lines("NEET 16-18 (%)", "NEET 16-18 (%)"), QStringList({"NEET 16-18 (%)"}));
    QCOMPARE(lines("NEET 16-18 (%)", "16-18 (%)"), QStringList({"NEET", "16-18 (%)"}));
    QCOMPARE(lines("Index", "Index"), QStringList({"Index"}));
    QCOMPARE(lines("one two three four five six seven", "one two").size(), 2);
    QCOMPARE(labelWidth("NEET 16-18 (%)", metrics), metrics.horizontalAdvance("16-18 (%)"));
}

ATLAS_TEST(TestAreaTableView)
#include "test_area_table_view.moc"
