#include "app/table/area_sort_model.h"
#include "app/table/area_table_model.h"
#include "tests/app/loaded_state.h"
#include "tests/app/table_cells.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

class TestAreaSortModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void missingIsLastInBothOrders();
    void tiesStandByNameInBothOrders();
    void namesSortAsPeopleCount();
    void firstClickShowsTheMostDisengaged();
};

void TestAreaSortModel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestAreaSortModel::missingIsLastInBothOrders()
{
    AtlasModel state;
    state.document.open(made({{"a", {absent, 5, absent, 7, 6}}}));
    AreaTableModel model(state.document);
    AreaSortModel order(&model);
    for (const char *code : {"a", "index"}) {
        order.sort(model.findColumn(code), Qt::AscendingOrder);
        QCOMPARE(columnOf(order, 0), QStringList({"A2", "A5", "A4", "A1", "A3"}));
        order.sort(model.findColumn(code), Qt::DescendingOrder);
        QCOMPARE(columnOf(order, 0), QStringList({"A4", "A5", "A2", "A1", "A3"}));
    }
    order.sort(model.findColumn("rank"), Qt::AscendingOrder);
    QCOMPARE(columnOf(order, 0), QStringList({"A4", "A5", "A2", "A1", "A3"}));
    order.sort(model.findColumn("rank"), Qt::DescendingOrder);
    QCOMPARE(columnOf(order, 0), QStringList({"A2", "A5", "A4", "A1", "A3"}));
}

void TestAreaSortModel::tiesStandByNameInBothOrders()
{
    Dataset dataset = test::makeDataset({{"a", {1, 2, 1, 2}}});
    for (size_t area = 0; area < 4; ++area)
        dataset.areas[area].name = QStringList({"Delta", "Beta", "Alpha", "Gamma"})[static_cast<int>(area)];
    AtlasModel state;
    state.document.open(std::make_shared<const Dataset>(dataset));
    AreaTableModel model(state.document);
    AreaSortModel order(&model);
    order.sort(1, Qt::AscendingOrder);
    QCOMPARE(columnOf(order, 0), QStringList({"Alpha", "Delta", "Beta", "Gamma"}));
    order.sort(1, Qt::DescendingOrder);
    QCOMPARE(columnOf(order, 0), QStringList({"Beta", "Gamma", "Alpha", "Delta"}));
}

void TestAreaSortModel::namesSortAsPeopleCount()
{
    AtlasModel state;
    state.document.open(made({{"a", std::vector<double>(12, 1.0)}}));
    AreaTableModel model(state.document);
    AreaSortModel order(&model);
    order.sort(0, Qt::DescendingOrder);
    QCOMPARE(columnOf(order, 0),
             QStringList({"A12", "A11", "A10", "A9", "A8", "A7", "A6", "A5", "A4", "A3", "A2", "A1"}));
}

void TestAreaSortModel::firstClickShowsTheMostDisengaged()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    const auto first = [&model](const char *code) {
        return model.headerData(model.findColumn(code), Qt::Horizontal, Qt::InitialSortOrderRole).toInt();
    };
    QCOMPARE(first("imd_worst_10pct"), int(Qt::DescendingOrder));
    QCOMPARE(first("soc_1_3"), int(Qt::AscendingOrder));
    QCOMPARE(first("index"), int(Qt::DescendingOrder));
    QCOMPARE(first("rank"), int(Qt::AscendingOrder));
    QCOMPARE(first("area"), int(Qt::AscendingOrder));
}

ATLAS_TEST(TestAreaSortModel)

#include "test_area_sort_model.moc"
