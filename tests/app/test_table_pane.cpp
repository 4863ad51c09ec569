#include "app/state/app_theme.h"
#include "app/table/area_table_model.h"
#include "app/table/area_table_view.h"
#include "app/table/cell_paint.h"
#include "app/table/filter_line.h"
#include "app/table/grouped_header.h"
#include "app/table/key_swatch.h"
#include "app/table/range_popup.h"
#include "app/table/table_pane.h"
#include "core/render/cell_colours.h"
#include "tests/app/loaded_state.h"
#include "tests/app/pane_window.h"
#include "tests/app/table_cells.h"
#include "tests/app/waiting.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QFontInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace atlas;
using namespace atlas::test;

namespace {

std::shared_ptr<const Dataset> withEngland()
{
    auto data = std::make_shared<Dataset>(makeDataset({{"a", {1, 2, 6}}, {"b", {4, 2, 3}}}));
    data->benchmarks = {
        {{QStringLiteral("E92000001")}, "England", RowKind::Country, {{5, Missing::No, {}}, {}}},
        {{QStringLiteral("E12000001")}, "North East", RowKind::Region, {{4, Missing::No, {}}, {}}}};
    return data;
}

} // namespace

/// The table with its key and its filters.
class TestTablePane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyColumnAndTwentyRowsFitBesideTheMap();
    void columnsFillTheRoomThereIs();
    void indexAndRankStayInSightInANarrowTable();
    void marksAreLargeEnoughToRead();
    void theKeySaysWhatTheCellsLookLike();
    void theKeyFollowsTheColours();
    void theKeyMarksMissingOnlyWhereSomethingIs();
    void aClickOnTheKeyFiltersAndAnotherEndsIt();
    void theBoxFiltersAndEscapeEndsIt();
    void eachFilterHasAButtonThatEndsIt();
    void selectedAreasOutOfSightStaySelected();
    void theExportKeepsEveryArea();
    void theRangeFilterReadsAndWritesNumbers();
    void benchmarksStandAboveTheTable();
    void benchmarksNameTheCountryWhereTheDataHaveIt();
    void barsStartAtZero();
    void looksRepaintWithoutNewFigures();
};

void TestTablePane::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyStyle();
}

void TestTablePane::everyColumnAndTwentyRowsFitBesideTheMap()
{
    PaneWindow window;
    AreaTableView &table = window.table();
    QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    QVERIFY(window.wholeRows() >= 20);
    const QFontMetrics metrics = table.fontMetrics();
    const AreaTableModel &model = table.areaModel();
    for (int column = 1; column < model.columnCount(); ++column) {
        QVERIFY(table.visualRect(table.model()->index(0, column)).right() < table.viewport()->width());
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex cell = model.index(row, column);
            QFont bold = table.font();
            bold.setBold(true);
            const int mark = QFontMetrics(markFont(table.font()))
                                 .horizontalAdvance(cell.data(AreaTableModel::MarkRole).toString());
            const int figure = (cell.data(AreaTableModel::StrongRole).toBool() ? QFontMetrics(bold) : metrics)
                                   .horizontalAdvance(cell.data().toString());
            QVERIFY(figure + mark + 8 < table.columnWidth(column));
        }
    }
    QCOMPARE(table.model()->headerData(9, Qt::Horizontal).toString(), QString("Publ."));
    QVERIFY(table.model()
                ->index(8, 0)
                .data(Qt::ToolTipRole)
                .toString()
                .startsWith("Derby, Derbyshire, Nottingham and Nottinghamshire"));
}

void TestTablePane::columnsFillTheRoomThereIs()
{
    PaneWindow window;
    for (const int width : {1000, 700, 660}) {
        window.pane.resize(width, 640);
        QCoreApplication::processEvents();
        QCOMPARE(window.table().horizontalHeader()->length(), window.table().viewport()->width());
    }
    window.table().setColumnWidth(2, 131);
    window.pane.resize(900, 640);
    QCoreApplication::processEvents();
    QCOMPARE(window.table().columnWidth(2), 131);
    QCOMPARE(window.table().horizontalHeader()->length(), window.table().viewport()->width());
}

void TestTablePane::indexAndRankStayInSightInANarrowTable()
{
    PaneWindow window(builtInDataset(), {420, 400});
    AreaTableView &table = window.table();
    QScrollBar &bar = *table.horizontalScrollBar();
    QVERIFY(bar.maximum() > 50);
    for (const int scrolled : {0, 40, bar.maximum()}) {
        bar.setValue(scrolled);
        int left = table.viewport()->width();
        for (const char *code : {"published_rank", "rank", "index"}) {
            const int column = window.column(code);
            const QRect cell = table.visualRect(table.model()->index(1, column));
            QCOMPARE(cell.right(), left - 1);
            QCOMPARE(table.indexAt(cell.center()), table.model()->index(1, column));
            left = cell.left();
        }
        QVERIFY(table.indexAt({left - 2, 30}).column() < window.column("index"));
    }
    bar.setValue(0);
    auto *header = table.findChild<GroupedHeader *>();
    const QRect index = table.visualRect(table.model()->index(0, window.column("index")));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {index.center().x(), header->benchmarksTop() - 12});
    QCOMPARE(header->sortIndicatorSection(), window.column("index"));
    table.setCurrentIndex(table.model()->index(0, 0));
    for (int step = 1; step < table.model()->columnCount(); ++step) {
        QTest::keyClick(&table, Qt::Key_Right);
        const QRect cell = table.visualRect(table.currentIndex());
        QVERIFY(cell.left() >= table.columnWidth(0) && cell.right() < table.viewport()->width());
        QCOMPARE(table.indexAt(cell.center()).column(), step);
    }
}

void TestTablePane::marksAreLargeEnoughToRead()
{
    for (const int pixels : {9, 12, 13, 24}) {
        QFont font = QApplication::font();
        font.setPixelSize(pixels);
        QVERIFY(QFontInfo(markFont(font)).pixelSize() >= 11);
    }
}

void TestTablePane::theKeySaysWhatTheCellsLookLike()
{
    PaneWindow window;
    QCOMPARE(window.count(), QString("39 area(s)"));
    QCOMPARE(window.swatch(1)->text(), QString("least"));
    QCOMPARE(window.swatch(4)->text(), QString("most"));
    QCOMPARE(window.swatch(4)->accessibleName(), QString("Disengagement index: Q4, most disengaged"));
    Choices choices;
    choices.scheme.classCount = 6;
    window.state.document.setChoices(choices);
    QCOMPARE(window.pane.findChildren<KeySwatch *>().size(), 7);
    QCOMPARE(window.swatch(6)->text(), QString("most"));
}

void TestTablePane::theKeyFollowsTheColours()
{
    PaneWindow window;
    const QImage paper = window.swatch(3)->grab().toImage();
    window.state.document.setLooks({.cellColours = CellColours::Safe});
    const QImage safe = window.swatch(3)->grab().toImage();
    QVERIFY(safe != paper);
    QCOMPARE(safe.pixelColor(5, safe.height() / 2), safeColours(4)[2]);
}

void TestTablePane::theKeyMarksMissingOnlyWhereSomethingIs()
{
    PaneWindow whole;
    QVERIFY(whole.swatch(0)->isHidden());
    PaneWindow holes(made({{"a", {1, 2, absent, 4}}}));
    QVERIFY(!holes.swatch(0)->isHidden());
    QTest::mouseClick(holes.swatch(0), Qt::LeftButton);
    QCOMPARE(holes.count(), QString("1 of 4 area(s)"));
}

void TestTablePane::aClickOnTheKeyFiltersAndAnotherEndsIt()
{
    PaneWindow window;
    QTest::mouseClick(window.swatch(4), Qt::LeftButton);
    QCOMPARE(window.count(), QString("10 of 39 area(s)"));
    window.swatch(1)->setFocus();
    QTest::keyClick(window.swatch(1), Qt::Key_Right);
    QVERIFY(window.swatch(2)->hasFocus());
    QTest::keyClick(window.swatch(2), Qt::Key_Left);
    QTest::keyClick(window.swatch(1), Qt::Key_Left);
    QVERIFY(window.swatch(1)->hasFocus());
    QTest::keyClick(window.swatch(1), Qt::Key_Space);
    QVERIFY(window.table().filter().classes == std::set<int>({1, 4}));
    QVERIFY(window.swatch(1)->isChecked() && window.swatch(4)->isChecked() && !window.swatch(2)->isChecked());
    QTest::mouseClick(window.swatch(4), Qt::LeftButton);
    QTest::mouseClick(window.swatch(1), Qt::LeftButton);
    QVERIFY(window.table().filter().isEmpty());
    QCOMPARE(window.count(), QString("39 area(s)"));
}

void TestTablePane::theBoxFiltersAndEscapeEndsIt()
{
    PaneWindow window;
    QLineEdit &box = window.pane.filterBox();
    emit window.table().filterAsked();
    QVERIFY(box.hasFocus());
    QTest::keyClicks(&box, "greater");
    QCOMPARE(window.count(), QString("4 of 39 area(s)"));
    QTest::keyClick(&box, Qt::Key_Escape);
    QCOMPARE(box.text(), QString());
    QCOMPARE(window.count(), QString("39 area(s)"));
    QTest::keyClick(&box, Qt::Key_Down);
    QVERIFY(window.table().hasFocus());
    window.state.document.open(made({{"a", {1, 2}}}));
    box.setText("A1");
    window.state.document.open(builtInDataset());
    QCOMPARE(box.text(), QString());
}

void TestTablePane::eachFilterHasAButtonThatEndsIt()
{
    PaneWindow window;
    auto *line = window.pane.findChild<FilterLine *>();
    QVERIFY(line->isHidden());
    TableFilter filter{.classes = {3, 4}, .spans = {{"neet_16_18", {.from = 4.5}}}, .name = "e"};
    filter.areas.emplace();
    for (const Area &area : builtInDataset()->areas)
        filter.areas->insert(area.code);
    window.table().setFilter(filter);
    QVERIFY(!line->isHidden());
    const auto parts = [line] {
        QStringList names;
        for (const QPushButton *part : line->findChildren<QPushButton *>())
            if (!part->isHidden() && part->objectName().isEmpty())
                names << part->accessibleName();
        return names;
    };
    QCOMPARE(parts(), QStringList({"Filter: Disengagement index: Q3, Q4. Press to remove it",
                                   "Filter: NEET 16-18 (%) from 4.5. Press to remove it",
                                   "Filter: 39 chosen area(s). Press to remove it",
                                   "Filter: names with \u201ce\u201d. Press to remove it"}));
    while (!parts().isEmpty())
        for (QPushButton *part : line->findChildren<QPushButton *>())
            if (!part->isHidden() && part->objectName().isEmpty()) {
                part->click();
                break;
            }
    QVERIFY(window.table().filter().isEmpty());
    QVERIFY(line->isHidden());
    QCOMPARE(window.pane.filterBox().text(), QString());
    window.table().setFilter(filter);
    line->findChild<QPushButton *>("showAllAreas")->click();
    QCOMPARE(window.count(), QString("39 area(s)"));
}

void TestTablePane::selectedAreasOutOfSightStaySelected()
{
    PaneWindow window;
    const size_t tees = areaNamed(*builtInDataset(), "Tees Valley");
    const size_t london = areaNamed(*builtInDataset(), "London");
    window.state.areas.select({tees, london}, london);
    window.table().setFilter({.name = "Tees"});
    QCOMPARE(window.state.areas.areas().size(), size_t(2));
    QCOMPARE(window.table().selectionModel()->selectedRows().size(), 1);
    window.table().setFilter({});
    QCOMPARE(window.table().selectionModel()->selectedRows().size(), 2);
}

void TestTablePane::theExportKeepsEveryArea()
{
    PaneWindow window;
    const std::vector<size_t> before = window.table().areasInOrder();
    window.table().setFilter({.name = "Tees"});
    QVERIFY(window.table().areasInOrder() == before);
    QVERIFY(window.table().areasInSight() == std::vector{before[0]});
}

void TestTablePane::theRangeFilterReadsAndWritesNumbers()
{
    PaneWindow window;
    const int neet = window.column("neet_16_18");
    QMenu menu;
    window.menuAction(menu, neet, QString("Filter by value…"))->trigger();
    auto *popup = window.pane.findChild<RangePopup *>();
    QVERIFY(popup && popup->isVisible());
    auto *from = popup->findChild<QLineEdit *>("from");
    QCOMPARE(from->placeholderText(), QString("2.4"));
    QVERIFY(from->hasFocus());
    QTest::keyClicks(from, "5.1");
    QTest::keyClick(from, Qt::Key_Return);
    QVERIFY(window.table().filter().spans.at("neet_16_18") == NumberSpan{.from = 5.1});
    for (int row = 0; row < window.table().model()->rowCount(); ++row)
        QVERIFY(window.table().model()->index(row, neet).data().toString().toDouble() >= 5.1);
    RangePopup again(window.table(), neet);
    QCOMPARE(again.findChild<QLineEdit *>("from")->text(), QString("5.1"));
    QCOMPARE(again.findChild<QLineEdit *>("to")->text(), QString());
    QMenu after;
    window.menuAction(after, neet, "Show every value")->trigger();
    QVERIFY(window.table().filter().isEmpty());
}

void TestTablePane::benchmarksStandAboveTheTable()
{
    PaneWindow window(made({{"a", {1, 2, 6, absent}}, {"b", {4, 2, 3, 3.5}}}));
    const QAbstractItemModel &model = *window.table().model();
    const auto lines = [&](const QString &code) {
        return model.headerData(window.column(code), Qt::Horizontal, AreaTableModel::BenchmarksRole)
            .toStringList();
    };
    QCOMPARE(lines("area"), QStringList({"Mean", "Median"}));
    QCOMPARE(lines("a"), QStringList({"3.0", "2.0"}));
    QCOMPARE(lines("b"), QStringList({"3.1", "3.3"}));
    QCOMPARE(lines("rank"), QStringList({"", ""}));
    QVERIFY(model.headerData(1, Qt::Horizontal, Qt::AccessibleTextRole)
                .toString()
                .endsWith("; Mean 3.0; Median 2.0"));
    auto *header = window.table().findChild<GroupedHeader *>();
    const int height = header->height();
    window.table().setFilter({.name = "A1"}); // they stand for all areas
    QCOMPARE(lines("a"), QStringList({"3.0", "2.0"}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(1) + 10, header->benchmarksTop() + 5});
    QCOMPARE(header->sortIndicatorSection(), window.column("rank"));
    window.state.document.setLooks({.benchmarks = false});
    QCOMPARE(lines("a"), QStringList());
    COMES_TRUE(header->height() == height - 2 * header->benchmarkHeight());
}

void TestTablePane::benchmarksNameTheCountryWhereTheDataHaveIt()
{
    PaneWindow window(withEngland());
    const QAbstractItemModel &model = *window.table().model();
    const auto lines = [&](int column) {
        return model.headerData(column, Qt::Horizontal, AreaTableModel::BenchmarksRole).toStringList();
    };
    QCOMPARE(lines(0), QStringList({"Mean", "Median", "England"}));
    QCOMPARE(lines(1), QStringList({"3.0", "2.0", "5.0"}));
}

void TestTablePane::barsStartAtZero()
{
    PaneWindow window(
        made({{"a", {1, 2, 6, absent}}, {"low", {4, 2, 3, 3}, Direction::LowerIsMoreDisengaged}}));
    const AreaTableModel &model = window.table().areaModel();
    const auto bar = [&](int row, int column) {
        return model.index(row, column).data(AreaTableModel::BarRole).toDouble();
    };
    QVERIFY(std::isnan(bar(0, 1))); // not unless asked for
    window.state.document.setLooks({.cellBars = true});
    QCOMPARE(bar(0, 1), 1.0 / 6); // twice the figure is twice the bar
    QCOMPARE(bar(1, 1), 2.0 / 6);
    QCOMPARE(bar(2, 1), 1.0);
    QVERIFY(std::isnan(bar(3, 1)));
    QCOMPARE(bar(2, 2), 0.75); // by the number, whatever it means
    QVERIFY(std::isnan(bar(0, model.findColumn("rank"))));
}

void TestTablePane::looksRepaintWithoutNewFigures()
{
    PaneWindow window;
    const AreaTableModel &model = window.table().areaModel();
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QImage before = window.table().viewport()->grab().toImage();
    window.state.document.setLooks({.cellColours = CellColours::Map});
    QCOMPARE(changed.count(), 1);
    QVERIFY(!changed[0][2].value<QList<int>>().contains(Qt::DisplayRole));
    QVERIFY(window.table().viewport()->grab().toImage() != before);
    window.state.document.setLooks({.labels = Labels::Name, .cellColours = CellColours::Map});
    QCOMPARE(changed.count(), 1);
}

ATLAS_TEST(TestTablePane)

#include "test_table_pane.moc"
