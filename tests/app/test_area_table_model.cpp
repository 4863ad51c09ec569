#include "app/table/area_sort_model.h"
#include "app/table/area_table_model.h"
#include "core/common/number_text.h"
#include "core/index/rank.h"
#include "tests/app/changes.h"
#include "tests/app/loaded_state.h"
#include "tests/app/table_cells.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QBrush>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <set>

using namespace atlas;
using namespace atlas::test;

/// Which rows and columns there are, and when they change.
class TestAreaTableModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsTheRulesOfModels();
    void scoreAndRankOfEveryNodeAreShownWhenAskedFor();
    void isEmptyBeforeTheFirstData();
    void columnsStandByDomainInTheMetadatasOrder();
    void indicatorsWithoutDomainComeLast();
    void publishedRanksNeedData();
    void switchedOffIndicatorsAreGrey();
    void looksThatDoNotConcernTheTableChangeNothing();
    void aNewClassCountChangesClasses();
};

void TestAreaTableModel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestAreaTableModel::keepsTheRulesOfModels()
{
    AtlasModel state;
    AreaTableModel model(state.document);
    AreaSortModel order(&model);
    const QAbstractItemModelTester modelTester(&model,
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester orderTester(&order,
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
    state.document.open(test::builtInDataset());
    order.sort(model.findColumn("rank"), Qt::DescendingOrder);
    setIndexSettings(state.document, {.excluded = {"neet_16_18", "soc_1_3"}});
    Choices choices;
    choices.scheme.classCount = 5;
    state.document.setChoices(choices);
    const int columns = model.columnCount();
    for (const char *shown : {"outcomes", "risk_factors", "neet_16_18", "outcomes"}) { // nodes come and go
        choices.shown = shown;
        state.document.setChoices(choices);
        QCOMPARE(model.columnCount(), columns + (choices.shown == "neet_16_18" ? 0 : 2));
    }
    order.sort(model.findColumn("node_rank"), Qt::AscendingOrder);
    choices.nodeScores = true;
    state.document.setChoices(choices);
    QCOMPARE(model.columnCount(), columns + 6);
    setIndexSettings(state.document, {.excluded = {"neet_16_18"}});
    std::set<QString> all;
    for (const Indicator &indicator : state.document.now().dataset()->metadata.indicators)
        all.insert(indicator.code);
    setIndexSettings(state.document, {.excluded = all});
    QCOMPARE(model.columnCount(), columns + 6);
    setIndexSettings(state.document, {.aggregation = Aggregation::Geometric}); // which z-scores cannot have
    QVERIFY(state.document.now().result().refusal);
    QVERIFY(std::isnan(nodeScores(state.document.now().result(), 1)[0]));
    setIndexSettings(state.document, {});
    choices.nodeScores = false;
    choices.shown = indexCode;
    state.document.setChoices(choices);
    state.document.open(made({{"a", {1, absent, 3}}}));
    QCOMPARE(order.rowCount(), 3);
}

void TestAreaTableModel::scoreAndRankOfEveryNodeAreShownWhenAskedFor()
{
    AtlasModel state;
    const AreaTableModel model(state.document);
    state.document.open(test::builtInDataset());
    state.document.setChoices({.nodeScores = true});
    const IndexResult &result = state.document.now().result();
    for (const char *code : {"risk_factors", "direct_measures", "outcomes"}) {
        const size_t node = *result.tree->find(code);
        const std::vector<double> scores = nodeScores(result, node);
        const std::vector<double> ranks = rankScores(scores);
        const int scoreColumn = model.findColumn(QStringLiteral("node_score_%1").arg(code));
        const int rankColumn = model.findColumn(QStringLiteral("node_rank_%1").arg(code));
        QCOMPARE(rankColumn, scoreColumn + 1);
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto area = static_cast<size_t>(row);
            QCOMPARE(model.index(row, scoreColumn).data().toString(),
                     roundedNumber(scores[area], 2, QLocale()));
            QCOMPARE(model.index(row, rankColumn).data().toString(), QLocale().toString(ranks[area]));
        }
    }
    QVERIFY(model.findColumn("node_rank_risk_factors") < model.findColumn("node_score_direct_measures"));
}

void TestAreaTableModel::isEmptyBeforeTheFirstData()
{
    const AtlasModel state;
    const AreaTableModel model(state.document);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

void TestAreaTableModel::columnsStandByDomainInTheMetadatasOrder()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    QCOMPARE(model.rowCount(), 39);
    QCOMPARE(headersOf(model), QStringList({"Area", "IMD (%)", "SOC 1-3 (%)", "Exclusions (%)", "Absence (%)",
                                            "NEET 16-18 (%)", "Progress (%)", "Index", "Rank", "Publ."}));
    QCOMPARE(headersOf(model, AreaTableModel::DomainRole),
             QStringList({"", "Risk factors", "Risk factors", "Direct measures", "Direct measures",
                          "Outcomes", "Outcomes", "", "", ""}));
}

void TestAreaTableModel::indicatorsWithoutDomainComeLast()
{
    Dataset dataset = test::makeDataset({{"loose", {1, 2}}, {"late", {1, 2}}, {"early", {1, 2}}});
    dataset.metadata.aggregates = {{"d1", "First", {}}, {"d2", "Second", {}}};
    dataset.metadata.indicators[1].domain = "d2";
    dataset.metadata.indicators[2].domain = "d1";
    AtlasModel state;
    state.document.open(std::make_shared<const Dataset>(dataset));
    const AreaTableModel model(state.document);
    QCOMPARE(headersOf(model), QStringList({"Area", "early", "late", "loose", "Index", "Rank"}));
}

void TestAreaTableModel::publishedRanksNeedData()
{
    Dataset dataset = test::makeDataset({{"a", {1, 2}}});
    dataset.hasPublishedRank = true;
    dataset.areas[0].publishedRank = 7;
    AtlasModel state;
    state.document.open(std::make_shared<const Dataset>(dataset));
    const AreaTableModel model(state.document);
    QCOMPARE(columnOf(model, model.findColumn("published_rank")), QStringList({"7", enDash}));
    state.document.open(made({{"a", {1, 2}}}));
    QCOMPARE(model.findColumn("published_rank"), -1);
}

void TestAreaTableModel::switchedOffIndicatorsAreGrey()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    const int column = model.findColumn("exclusions");
    QSignalSpy dataChanged(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy headerChanged(&model, &QAbstractItemModel::headerDataChanged);
    setIndexSettings(state.document, {.excluded = {"exclusions"}});
    QCOMPARE(dataChanged.count(), 1);
    QCOMPARE(headerChanged.count(), 1);
    const QModelIndex index = model.index(rowOf(model, "Tees Valley"), column);
    QCOMPARE(index.data().toString(), QString("4.7"));
    QVERIFY(!index.data(AreaTableModel::UsedRole).toBool());
    QVERIFY(!index.data(Qt::BackgroundRole).isValid());
    QCOMPARE(index.data(AreaTableModel::ClassRole).toInt(), 0);
    QCOMPARE(index.data(AreaTableModel::MarkRole).toString(), QString());
    QVERIFY(index.data(Qt::ToolTipRole).toString().contains("switched off"));
    QVERIFY(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().contains("switched off"));
    QVERIFY(!model.headerData(column, Qt::Horizontal, AreaTableModel::UsedRole).toBool());
    setIndexSettings(state.document, {});
    QVERIFY(index.data(Qt::BackgroundRole).isValid());
}

void TestAreaTableModel::looksThatDoNotConcernTheTableChangeNothing()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    state.document.set({.shown = "soc_1_3"}, {.palette = "blues"});
    QCOMPARE(changed.count(), 0);
}

void TestAreaTableModel::aNewClassCountChangesClasses()
{
    AtlasModel state;
    state.document.open(test::builtInDataset());
    const AreaTableModel model(state.document);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Choices choices;
    choices.scheme.classCount = 5;
    state.document.setChoices(choices);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, "Tees Valley", "index", AreaTableModel::MarkRole), QString("5"));
}

ATLAS_TEST(TestAreaTableModel)

#include "test_area_table_model.moc"
