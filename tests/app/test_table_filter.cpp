#include "app/table/area_sort_model.h"
#include "app/table/area_table_model.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/random_state.h"
#include "tests/app/table_cells.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

/// A model of made figures with its order.
struct Filtered
{
    explicit Filtered(std::shared_ptr<const Dataset> dataset)
    {
        state.document.open(std::move(dataset));
        order.sort(0);
    }
    QStringList names() const { return columnOf(order, 0); }

    AtlasModel state;
    AreaTableModel model{state.document};
    AreaSortModel order{&model};
};

} // namespace

/// Which areas the table shows.
class TestTableFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesAndCodesMatchInAnyCase();
    void spansIncludeBothEndsAsShown();
    void missingNumbersAreInNoSpan();
    void classesAreThoseOfTheVariableOnTheMap();
    void zeroIsForAreasThatLackAValue();
    void everyPartHasToBeMet();
    void chosenAreasStayWhateverIsSelectedLater();
    void columnsThatAreNotThereAskForNothing();
    void otherDataEndTheFilter();
    void theFilterFollowsTheFigures();
    void tellsOnceAndOnlyWhenSomethingChanges();
    void keepsTheRulesOfModels();
};

void TestTableFilter::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestTableFilter::namesAndCodesMatchInAnyCase()
{
    Filtered table(builtInDataset());
    table.order.setFilter({.name = "  LIVERPOOL city "});
    QCOMPARE(table.names(), QStringList({"Liverpool City Region"}));
    table.order.setFilter({.name = "e37000034"});
    QCOMPARE(table.names(), QStringList({"Tees Valley"}));
    table.order.setFilter({.name = "no such place"});
    QCOMPARE(table.names(), QStringList());
    table.order.setFilter({});
    QCOMPARE(table.order.rowCount(), 39);
}

void TestTableFilter::spansIncludeBothEndsAsShown()
{
    Filtered table(made({{"a", {1.04, 1.06, 2.0, 2.96, 3.04, 3.1}}})); // shown with one decimal
    table.order.setFilter({.spans = {{"a", {1.1, 3.0}}}});
    QCOMPARE(table.names(), QStringList({"A2", "A3", "A4", "A5"}));
    table.order.setFilter({.spans = {{"a", {.from = 3.0}}}});
    QCOMPARE(table.names(), QStringList({"A4", "A5", "A6"}));
    table.order.setFilter({.spans = {{"a", {.to = 1.0}}}});
    QCOMPARE(table.names(), QStringList({"A1"}));
}

void TestTableFilter::missingNumbersAreInNoSpan()
{
    Filtered table(made({{"a", {1, absent, 3}}}));
    table.order.setFilter({.spans = {{"a", {.from = -100}}}});
    QCOMPARE(table.names(), QStringList({"A1", "A3"}));
}

void TestTableFilter::classesAreThoseOfTheVariableOnTheMap()
{
    Filtered table(made({{"a", {1, 2, 3, 4}}, {"b", {4, 2, 3, 10}}}));
    table.order.setFilter({.classes = {4}});
    QCOMPARE(table.names(), QStringList({"A4"}));
    table.state.document.setChoices({.shown = "b"});
    table.order.refilter();
    table.order.setFilter({.classes = {1, 3}});
    QCOMPARE(table.names(), QStringList({"A1", "A2"}));
}

void TestTableFilter::zeroIsForAreasThatLackAValue()
{
    Filtered table(made({{"a", {1, absent, 3, 4}}, {"b", {4, 2, 3, absent}}}));
    QVERIFY(table.model.hasGaps());
    table.order.setFilter({.classes = {0}});
    QCOMPARE(table.names(), QStringList({"A2", "A4"}));
    Filtered whole(made({{"a", {1, 2}}}));
    QVERIFY(!whole.model.hasGaps());
}

void TestTableFilter::everyPartHasToBeMet()
{
    Filtered table(builtInDataset());
    table.order.setFilter({.classes = {4}, .spans = {{"neet_16_18", {.from = 5}}}, .name = "er"});
    QVERIFY(!table.names().isEmpty());
    for (int row = 0; row < table.order.rowCount(); ++row) {
        const auto area = table.order.areaOfRow(row);
        QVERIFY(builtInDataset()->areas[area].name.contains("er"));
        QCOMPARE(table.state.document.now().shownIndex()->classification.classes[area], 4);
    }
}

void TestTableFilter::chosenAreasStayWhateverIsSelectedLater()
{
    Filtered table(made({{"a", {1, 2, 3, 4}}}));
    table.order.setFilter({.areas = std::set<AreaCode>{{"A2"}, {"A4"}, {"A9"}}});
    QCOMPARE(table.names(), QStringList({"A2", "A4"}));
    table.state.areas.select({0});
    QCOMPARE(table.names(), QStringList({"A2", "A4"}));
    table.order.setFilter({.areas = std::set<AreaCode>()});
    QCOMPARE(table.names(), QStringList());
}

void TestTableFilter::columnsThatAreNotThereAskForNothing()
{
    Filtered table(made({{"a", {1, 2, 3}}}));
    table.order.setFilter({.spans = {{"gone", {5, 6}}}});
    QCOMPARE(table.order.rowCount(), 3);
}

void TestTableFilter::otherDataEndTheFilter()
{
    Filtered table(builtInDataset());
    table.order.setFilter({.name = "Tees"});
    QSignalSpy told(&table.order, &AreaSortModel::filtered);
    table.state.document.open(made({{"a", {1, 2, 3}}}));
    QVERIFY(table.order.filter().isEmpty());
    QCOMPARE(table.order.rowCount(), 3);
    QCOMPARE(told.count(), 1);
}

void TestTableFilter::theFilterFollowsTheFigures()
{
    Filtered table(made({{"a", {1, 2, 3, 4}}, {"b", {4, 3, 2, 1}}, {"c", {1, 2, 3, 4}}}));
    table.order.setFilter({.spans = {{"rank", {1, 1}}}});
    QCOMPARE(table.names(), QStringList({"A4"}));
    setIndexSettings(table.state.document, {.excluded = {"a", "c"}});
    QCOMPARE(table.names(), QStringList({"A1"}));
    QCOMPARE(table.order.allAreas().size(), size_t(4));
}

void TestTableFilter::tellsOnceAndOnlyWhenSomethingChanges()
{
    Filtered table(builtInDataset());
    QSignalSpy told(&table.order, &AreaSortModel::filtered);
    table.order.setFilter({.name = "Tees"});
    QCOMPARE(told.count(), 1);
    table.order.setFilter({.name = "Tees"});
    QCOMPARE(told.count(), 1);
    table.order.setFilter({.name = "Tees V"}); // the same areas, another filter
    QCOMPARE(told.count(), 2);
}

void TestTableFilter::keepsTheRulesOfModels()
{
    std::mt19937 random(3);
    Filtered table(std::make_shared<const Dataset>(randomDataset(random, 300, 4)));
    const QAbstractItemModelTester tester(&table.order,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int step = 0; step < 60; ++step) {
        if (step % 3 == 0)
            changeAtRandom(table.state.document, random);
        if (step % 3 == 1)
            table.order.sort(static_cast<int>(random() % 7), Qt::DescendingOrder);
        TableFilter filter;
        if (random() % 2 == 0)
            filter.classes = {static_cast<int>(random() % 4)};
        if (random() % 2 == 0)
            filter.name = QString::number(random() % 10);
        if (random() % 3 == 0)
            filter.spans["i1"] = {5, 25};
        table.order.setFilter(filter);
        const std::vector<bool> passes = table.model.passing(filter);
        QCOMPARE(table.order.rowCount(), static_cast<int>(std::count(passes.begin(), passes.end(), true)));
        for (size_t area = 0; area < passes.size(); ++area) {
            const int row = table.order.rowOfArea(area);
            QCOMPARE(row >= 0, bool(passes[area]));
            if (row >= 0)
                QCOMPARE(table.order.areaOfRow(row), area);
        }
    }
}

ATLAS_TEST(TestTableFilter)

#include "test_table_filter.moc"
