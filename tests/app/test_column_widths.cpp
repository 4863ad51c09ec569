#include "app/table/column_widths.h"
#include "app/table/table_layout.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <numeric>
#include <random>

using namespace atlas;

/// How columns share the room there is, and in which order they stand.
class TestColumnWidths : public QObject
{
    Q_OBJECT

private slots:
    void fillTheRoom();
    void growInProportionToWhatTheyLack();
    void neverGrowBeyondTheirMost();
    void keepTheirLeastWhereThereIsNoRoom();
    void keepWhatWasSetByHand();
    void holdForAnyColumns();
    void newColumnsStandBehindTheirNeighbours();
};

void TestColumnWidths::fillTheRoom()
{
    const std::vector<ColumnRoom> columns = {{100, 200, 300}, {50, 60, 100}, {50, 60, 100}};
    for (const int available : {200, 201, 263, 320, 499, 500}) {
        const std::vector<int> widths = fittedWidths(columns, available);
        QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0), available);
    }
}

void TestColumnWidths::growInProportionToWhatTheyLack()
{
    const std::vector<ColumnRoom> columns = {{100, 200, 200}, {50, 100, 100}};
    QVERIFY(fittedWidths(columns, 180) == std::vector({120, 60}));
}

void TestColumnWidths::neverGrowBeyondTheirMost()
{
    const std::vector<ColumnRoom> columns = {{100, 200, 300}, {50, 60, 100}};
    QVERIFY(fittedWidths(columns, 5000) == std::vector({300, 100}));
}

void TestColumnWidths::keepTheirLeastWhereThereIsNoRoom()
{
    const std::vector<ColumnRoom> columns = {{100, 200, 300}, {50, 60, 100}};
    QVERIFY(fittedWidths(columns, 10) == std::vector({100, 50}));
    QVERIFY(fittedWidths({}, 10).empty());
}

void TestColumnWidths::keepWhatWasSetByHand()
{
    const std::vector<ColumnRoom> columns = {{100, 200, 300}, {50, 60, 100, 20}, {50, 60, 100, 400}};
    QVERIFY(fittedWidths(columns, 600) == std::vector({180, 20, 400}));
}

void TestColumnWidths::holdForAnyColumns()
{
    std::mt19937 random(5);
    const auto upTo = [&random](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    for (int run = 0; run < 500; ++run) {
        std::vector<ColumnRoom> columns(static_cast<size_t>(1 + upTo(12)));
        int least = 0;
        int most = 0;
        for (ColumnRoom &column : columns) {
            column.least = 1 + upTo(90);
            column.wanted = column.least + upTo(40);
            column.most = column.wanted + upTo(60);
            column.byHand = upTo(4) == 0 ? 1 + upTo(200) : 0;
            least += column.byHand > 0 ? column.byHand : column.least;
            most += column.byHand > 0 ? column.byHand : column.most;
        }
        const int available = upTo(1500);
        const std::vector<int> widths = fittedWidths(columns, available);
        QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0), std::clamp(available, least, most));
        for (size_t i = 0; i < columns.size(); ++i) {
            const ColumnRoom &column = columns[i];
            QVERIFY(column.byHand > 0 ? widths[i] == column.byHand
                                      : widths[i] >= column.least && widths[i] <= column.most);
        }
    }
}

void TestColumnWidths::newColumnsStandBehindTheirNeighbours()
{
    QCOMPARE(inOrder({"a", "b", "c"}, {}), QStringList({"a", "b", "c"}));
    QCOMPARE(inOrder({"a", "b", "c"}, {"c", "a", "b"}), QStringList({"c", "a", "b"}));
    QCOMPARE(inOrder({"a", "b", "new", "c"}, {"c", "b", "a"}), QStringList({"c", "b", "new", "a"}));
    QCOMPARE(inOrder({"new", "a"}, {"a", "of other data"}), QStringList({"new", "a"}));
}

ATLAS_TEST(TestColumnWidths)

#include "test_column_widths.moc"
