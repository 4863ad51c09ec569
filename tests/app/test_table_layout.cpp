#include "app/table/header_label.h"
#include "app/table/table_layout.h"
#include "tests/app/loaded_state.h"
#include "tests/app/table_window.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// The order and the widths of the columns, as they are remembered, and the labels above them.
class TestTableLayout : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void layoutsReadBack();
    void layoutComesBack();
    void layoutWaitsForItsColumns();
    void labelsBreakBetweenWords();
};

void TestTableLayout::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestTableLayout::layoutsReadBack()
{
    const TableLayout layout{.sortedBy = "soc_1_3",
                             .order = Qt::DescendingOrder,
                             .widths = {{"area", 300}, {"index", 90}},
                             .hidden = {"exclusions", "imd"},
                             .moved = {"area", "soc_1_3", "imd"}};
    QVERIFY(TableLayout::fromBytes(layout.toBytes()) == layout);
    QVERIFY(!TableLayout::fromBytes({}));
    QVERIFY(!TableLayout::fromBytes("\x00\xff rubbish"));
    QCOMPARE(TableLayout::fromBytes(R"({"sortedBy":"rank","widths":{"area":-5}})")->widths["area"], 16);
}

void TestTableLayout::layoutComesBack()
{
    QByteArray layout;
    {
        TableWindow window;
        window.clickHeader(1);
        window.clickHeader(1);
        window.view.setColumnWidth(2, 111);
        layout = window.view.saveLayout();
    }
    TableWindow window;
    window.view.restoreLayout("rubbish");
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
    window.view.restoreLayout(layout);
    QCOMPARE(window.header->sortIndicatorSection(), 1);
    QCOMPARE(window.header->sortIndicatorOrder(), Qt::AscendingOrder);
    QCOMPARE(window.view.columnWidth(2), 111);
    QCOMPARE(window.view.saveLayout(), layout);
}

void TestTableLayout::layoutWaitsForItsColumns()
{
    TableWindow window(std::make_shared<const Dataset>(makeDataset({{"a", {1, 2, 3}}})));
    window.view.restoreLayout(R"({"sortedBy":"soc_1_3","descending":true,"widths":{"soc_1_3":99}})");
    QCOMPARE(window.name(0), QString("A3"));
    QCOMPARE(window.header->sortIndicatorSection(), column(window, "Rank"));
    window.state.document.open(builtInDataset());
    const int soc = column(window, "SOC 1-3 (%)");
    QCOMPARE(window.header->sortIndicatorSection(), soc);
    QCOMPARE(window.header->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(window.view.columnWidth(soc), 99);
}

void TestTableLayout::labelsBreakBetweenWords()
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

ATLAS_TEST(TestTableLayout)

#include "test_table_layout.moc"
