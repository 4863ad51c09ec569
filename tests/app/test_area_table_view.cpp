#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/grouped_header.h"
#include "app/table/header_label.h"
#include "core/common/number_range.h"
#include "core/index/area_order.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/table_window.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QClipboard>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

class TestAreaTableView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void startsByRank();
    void clickOnAHeaderSorts();
    void clickOnADomainSortsNothing();
    void theSortSurvivesANewResult();
    void columnsFitTheirContents();
    void rowsAreCompact();
    void copiesSelectedRowsAsShown();
};

void TestAreaTableView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestAreaTableView::startsByRank()
{
    TableWindow window;
    QVERIFY(window.view.areasInOrder()
            == orderByRank(*builtInDataset(), window.state.document.now().result()));
    QCOMPARE(window.name(0), QString("Tees Valley"));
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
}

void TestAreaTableView::clickOnAHeaderSorts()
{
    TableWindow window;
    const int soc = column(window, "SOC 1-3 (%)");
    window.clickHeader(soc);
    QCOMPARE(window.header->sortIndicatorSection(), soc);
    const auto first = [&] { return window.view.model()->index(0, soc).data().toString(); };
    QCOMPARE(first(), QString("32.2")); // lower is more disengaged
    window.clickHeader(soc);
    QCOMPARE(first(), QString("59.1"));
}

void TestAreaTableView::clickOnADomainSortsNothing()
{
    TableWindow window;
    const int x = window.header->sectionViewportPosition(1) + 20;
    QCOMPARE(window.header->domainAt({x, 5}), QString("Risk factors"));
    QTest::mouseClick(window.header->viewport(), Qt::LeftButton, {}, {x, 5});
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
}

void TestAreaTableView::theSortSurvivesANewResult()
{
    TableWindow window;
    setIndexSettings(window.state.document, {.excluded = {"soc_1_3", "exclusions"}});
    QVERIFY(window.view.areasInOrder()
            == orderByRank(*builtInDataset(), window.state.document.now().result()));
    window.clickHeader(0);
    window.state.document.open(
        std::make_shared<const Dataset>(makeDataset({{"a", {1, 2, 3, 4}}, {"b", {4, 1, 2, 2}}})));
    QCOMPARE(window.name(0), QString("A1"));
    QCOMPARE(window.header->sortIndicatorSection(), 0);
}

void TestAreaTableView::columnsFitTheirContents()
{
    TableWindow window;
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
    TableWindow window;
    QVERIFY(window.view.rowHeight(0) >= 22);
    QVERIFY(window.view.rowHeight(0) <= std::max(24, window.view.fontMetrics().height() + 6));
}

void TestAreaTableView::copiesSelectedRowsAsShown()
{
    TableWindow window(
        std::make_shared<const Dataset>(makeDataset({{"a", {1, 2, 3, absent}}, {"b", {1, 2, 3, absent}}})));
    QCOMPARE(window.view.selectedText(), QString());
    window.state.selection.select({AreaCode{"A1"}, AreaCode{"A3"}, AreaCode{"A4"}});
    QTest::keyClick(&window.view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QString("Area\ta\tb\tIndex\tRank\n"
                                                        "A3\t3.0\t3.0\t1.00\t1\n"
                                                        "A1\t1.0\t1.0\t-1.00\t3\n"
                                                        "A4\t\u2013\t\u2013\t\u2013\t\u2013\n"));
}

ATLAS_TEST(TestAreaTableView)

#include "test_area_table_view.moc"
