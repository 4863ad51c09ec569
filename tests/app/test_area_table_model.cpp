#include "app/table/area_sort_model.h"
#include "app/table/area_table_model.h"
#include "app/table/table_colours.h"
#include "app/table/table_layout.h"
#include "core/common/number_text.h"
#include "core/index/rank.h"
#include "core/render/cell_format.h"
#include "core/render/theme.h"
#include "tests/app/loaded_state.h"
#include "tests/support/made_data.h"
#include "tests/support/test_program.h"

#include <QAbstractItemModelTester>
#include <QBrush>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace atlas;

namespace {

constexpr double absent = std::numeric_limits<double>::quiet_NaN();
const QString enDash = QStringLiteral("\u2013");

std::shared_ptr<const Dataset> made(const std::vector<test::MadeIndicator> &indicators)
{
    return std::make_shared<const Dataset>(test::makeDataset(indicators));
}

QStringList headersOf(const QAbstractItemModel &model, int role = Qt::DisplayRole)
{
    QStringList headers;
    for (int column = 0; column < model.columnCount(); ++column)
        headers << model.headerData(column, Qt::Horizontal, role).toString();
    return headers;
}

QStringList columnOf(const QAbstractItemModel &model, int column, int role = Qt::DisplayRole)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts << model.index(row, column).data(role).toString();
    return texts;
}

int rowOf(const AreaTableModel &model, const QString &name)
{
    return static_cast<int>(columnOf(model, 0).indexOf(name));
}

QString cell(const AreaTableModel &model, const QString &area, const QString &column, int role)
{
    return model.index(rowOf(model, area), model.findColumn(column)).data(role).toString();
}

} // namespace

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
    void publishedRanksSayWhatTheyDifferBy();
    void figuresAreRoundedAndRightAligned();
    void scoresHaveTrueMinusSigns();
    void missingIsADashThatSaysWhy();
    void noTextSaysNan();
    void classesAreThoseOfTheMap_data();
    void classesAreThoseOfTheMap();
    void lowIsRedWhereLowIsMoreDisengaged();
    void indexAndRankHaveTheClassOfTheIndex();
    void textsAreReadable_data();
    void textsAreReadable();
    void toolTipsExplainTheCell();
    void screenReadersHearTheWholeCell();
    void headersSayWhichWayIsWorse();
    void switchedOffIndicatorsAreGrey();
    void constantIndicatorsSayWhyTheyAreLeftOut();
    void missingIsLastInBothOrders();
    void tiesStandByNameInBothOrders();
    void namesSortAsPeopleCount();
    void firstClickShowsTheMostDisengaged();
    void looksThatDoNotConcernTheTableChangeNothing();
    void aNewClassCountChangesClasses();
    void layoutsReadBack();
};

void TestAreaTableModel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestAreaTableModel::keepsTheRulesOfModels()
{
    AtlasState state;
    AreaTableModel model(state);
    AreaSortModel order(&model);
    const QAbstractItemModelTester modelTester(&model,
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester orderTester(&order,
                                               QAbstractItemModelTester::FailureReportingMode::QtTest);
    state.setDataset(test::builtInDataset());
    order.sort(model.findColumn("rank"), Qt::DescendingOrder);
    state.setIndexSettings({.excluded = {"neet_16_18", "soc_1_3"}});
    DisplaySettings display;
    display.classCount = 5;
    state.setDisplay(display);
    const int columns = model.columnCount();
    for (const char *shown : {"outcomes", "risk_factors", "neet_16_18", "outcomes"}) { // nodes come and go
        display.shown = shown;
        state.setDisplay(display);
        QCOMPARE(model.columnCount(), columns + (display.shown == "neet_16_18" ? 0 : 2));
    }
    order.sort(model.findColumn("node_rank"), Qt::AscendingOrder);
    display.nodeScores = true;
    state.setDisplay(display);
    QCOMPARE(model.columnCount(), columns + 6);
    state.setIndexSettings({.excluded = {"neet_16_18"}});
    std::set<QString> all;
    for (const Indicator &indicator : state.dataset()->metadata.indicators)
        all.insert(indicator.code);
    state.setIndexSettings({.excluded = all});
    QCOMPARE(model.columnCount(), columns + 6);
    state.setIndexSettings({.aggregation = Aggregation::Geometric}); // which z-scores cannot have
    QVERIFY(state.result().refusal);
    QVERIFY(std::isnan(nodeScores(state.result(), 1)[0]));
    state.setIndexSettings({});
    display.nodeScores = false;
    display.shown = indexCode;
    state.setDisplay(display);
    state.setDataset(made({{"a", {1, absent, 3}}}));
    QCOMPARE(order.rowCount(), 3);
}

void TestAreaTableModel::scoreAndRankOfEveryNodeAreShownWhenAskedFor()
{
    AtlasState state;
    const AreaTableModel model(state);
    state.setDataset(test::builtInDataset());
    state.setDisplay({.nodeScores = true});
    const IndexResult &result = state.result();
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
    const AtlasState state;
    const AreaTableModel model(state);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
}

void TestAreaTableModel::columnsStandByDomainInTheMetadatasOrder()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    QCOMPARE(model.rowCount(), 39);
    QCOMPARE(headersOf(model), QStringList({"Area", "IMD (%)", "SOC 1-3 (%)", "Exclusions (%)", "Absence (%)",
                                            "NEET 16-18 (%)", "Progress (%)", "Index", "Rank", "Published"}));
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
    AtlasState state;
    state.setDataset(std::make_shared<const Dataset>(dataset));
    const AreaTableModel model(state);
    QCOMPARE(headersOf(model), QStringList({"Area", "early", "late", "loose", "Index", "Rank"}));
}

void TestAreaTableModel::publishedRanksNeedData()
{
    Dataset dataset = test::makeDataset({{"a", {1, 2}}});
    dataset.hasPublishedRank = true;
    dataset.areas[0].publishedRank = 7;
    AtlasState state;
    state.setDataset(std::make_shared<const Dataset>(dataset));
    const AreaTableModel model(state);
    QCOMPARE(columnOf(model, model.findColumn("published_rank")), QStringList({"7", enDash}));
    state.setDataset(made({{"a", {1, 2}}}));
    QCOMPARE(model.findColumn("published_rank"), -1);
}

void TestAreaTableModel::publishedRanksSayWhatTheyDifferBy()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    const int column = model.findColumn("published_rank");
    const auto mark = [&](const char *area) {
        return model.index(rowOf(model, area), column).data(AreaTableModel::MarkRole).toString();
    };
    QCOMPARE(mark("Black Country"), "+2"); // third by the index, published fifth
    QCOMPARE(mark("Humber"), "\u22121");
    QCOMPARE(mark("Tees Valley"), "");
    const auto toolTip = [&](const char *area) {
        return model.index(rowOf(model, area), column).data(Qt::ToolTipRole).toString();
    };
    QVERIFY(toolTip("Black Country").contains("less disengaged than by the index"));
    QVERIFY(toolTip("Humber").contains("more disengaged than by the index"));
    QVERIFY(toolTip("Tees Valley").contains("the same as the rank by the index"));
    const QString header = model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
    QVERIFY2(header.contains("14 of 39 equal, largest difference 2, rank correlation 0.995"),
             qPrintable(header));
}

void TestAreaTableModel::figuresAreRoundedAndRightAligned()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    const int row = rowOf(model, "Tees Valley");
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column) {
        texts << model.index(row, column).data().toString();
        const auto expected = Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight);
        QCOMPARE(model.index(row, column).data(Qt::TextAlignmentRole).toInt(), int(expected));
    }
    // Table 4 of the source paper; the score is the mean of the sample z-scores.
    QCOMPARE(texts,
             QStringList({"Tees Valley", "26.9", "38.1", "4.7", "1.8", "6.4", "62.0", "2.15", "1", "1"}));
    QCOMPARE(model.index(row, 0).data(AreaTableModel::MapNumberRole).toInt(), 34);
}

void TestAreaTableModel::scoresHaveTrueMinusSigns()
{
    AtlasState state;
    state.setDataset(made({{"a", {1, 2, 3}}}));
    const AreaTableModel model(state);
    QCOMPARE(columnOf(model, model.findColumn("index")), QStringList({"\u22121.00", "0.00", "1.00"}));
}

void TestAreaTableModel::missingIsADashThatSaysWhy()
{
    Dataset dataset = test::makeDataset({{"a", {1, absent, 3, absent}}});
    dataset.cells[0][1] = {absent, Missing::Suppressed, "c"};
    dataset.areas[3].hasData = false;
    AtlasState state;
    state.setDataset(std::make_shared<const Dataset>(dataset));
    const AreaTableModel model(state);
    QCOMPARE(columnOf(model, 1), QStringList({"1.0", enDash, "3.0", enDash}));
    QVERIFY(cell(model, "A2", "a", Qt::ToolTipRole).contains("suppressed (\"c\")"));
    QVERIFY(cell(model, "A4", "a", Qt::ToolTipRole).contains("no row for this area"));
    QCOMPARE(cell(model, "A2", "index", Qt::DisplayRole), enDash);
    QVERIFY(cell(model, "A2", "index", Qt::ToolTipRole).contains("no score"));
    QCOMPARE(cell(model, "A2", "rank", Qt::DisplayRole), enDash);
    QVERIFY(cell(model, "A2", "rank", Qt::ToolTipRole).contains("no rank"));
    QVERIFY(!model.index(1, 1).data(Qt::BackgroundRole).isValid());
}

void TestAreaTableModel::noTextSaysNan()
{
    AtlasState state;
    state.setDataset(
        made({{"gaps", {1, absent, 3}}, {"none", {absent, absent, absent}}, {"same", {2, 2, 2}}}));
    const AreaTableModel model(state);
    for (const auto &excluded : {std::set<QString>(), std::set<QString>{"gaps", "none", "same"}}) {
        state.setIndexSettings({.excluded = excluded});
        for (int column = 0; column < model.columnCount(); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
                const QStringList texts = columnOf(model, column, role)
                                          << model.headerData(column, Qt::Horizontal, role).toString();
                for (const QString &text : texts) {
                    QVERIFY(!text.isEmpty());
                    QVERIFY2(!text.contains("nan"), qPrintable(text));
                    QVERIFY2(!text.contains("%1") && !text.contains("%2"), qPrintable(text));
                }
            }
    }
}

void TestAreaTableModel::classesAreThoseOfTheMap_data()
{
    QTest::addColumn<QString>("code");
    for (const Indicator &indicator : test::builtInDataset()->metadata.indicators)
        QTest::newRow(qPrintable(indicator.code)) << indicator.code;
}

void TestAreaTableModel::classesAreThoseOfTheMap()
{
    QFETCH(QString, code);
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    const auto shown = showVariable(*test::builtInDataset(), state.result(), RankRule::Minimum, code, 4);
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, model.findColumn(code));
        const int number = shown.classification.classes[static_cast<size_t>(row)];
        QCOMPARE(index.data(AreaTableModel::ClassRole).toInt(), number);
        QCOMPARE(index.data(AreaTableModel::MarkRole).toString(), QString("Q%1").arg(number));
        QCOMPARE(index.data(Qt::BackgroundRole).value<QBrush>().color(), cellFormat(number, 4).background);
        QCOMPARE(index.data(Qt::ForegroundRole).value<QBrush>().color(), cellFormat(number, 4).text);
    }
}

void TestAreaTableModel::lowIsRedWhereLowIsMoreDisengaged()
{
    AtlasState state;
    state.setDataset(made({{"soc", {10, 20, 30, 40}, Direction::LowerIsMoreDisengaged}}));
    const AreaTableModel model(state);
    QCOMPARE(columnOf(model, 1, AreaTableModel::MarkRole), QStringList({"Q4", "Q3", "Q2", "Q1"}));
    const QColor colour = model.index(0, 1).data(Qt::BackgroundRole).value<QBrush>().color();
    QVERIFY(colour.red() > colour.green() + 100 && colour.red() > colour.blue() + 100);
}

void TestAreaTableModel::indexAndRankHaveTheClassOfTheIndex()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    const auto classes = showIndex(state.result(), 4).classification.classes;
    for (int row = 0; row < model.rowCount(); ++row)
        for (const char *code : {"index", "rank"})
            QCOMPARE(model.index(row, model.findColumn(code)).data(AreaTableModel::ClassRole).toInt(),
                     classes[static_cast<size_t>(row)]);
}

void TestAreaTableModel::textsAreReadable_data()
{
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("disabled");
    QTest::newRow("light") << QColor(Qt::white) << QColor(Qt::black) << QColor(190, 190, 190);
    QTest::newRow("dark") << QColor(0x1e, 0x1d, 0x24) << QColor(0xf2, 0xf0, 0xf6) << QColor(0x60, 0x60, 0x68);
}

void TestAreaTableModel::textsAreReadable()
{
    QFETCH(QColor, base);
    QFETCH(QColor, text);
    QFETCH(QColor, disabled);
    for (int count = 2; count <= 9; ++count)
        for (int number = 1; number <= count; ++number) {
            const CellFormat format = cellFormat(number, count);
            QVERIFY(contrastRatio(format.background, format.text) >= 4.5);
        }
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Disabled, QPalette::Text, disabled);
    const QColor faint = faintText(palette, base);
    QVERIFY(contrastRatio(faint, base) >= 4.5);
    QVERIFY(contrastRatio(faint, base) < contrastRatio(text, base));
    for (const QColor &highlight : {QColor(48, 140, 198), QColor(0x7c, 0x52, 0xae), QColor(255, 194, 51)})
        QVERIFY(contrastRatio(readableText(Qt::white, highlight), highlight) >= 4.5);
}

void TestAreaTableModel::toolTipsExplainTheCell()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    const QStringList lines = cell(model, "Tees Valley", "imd_worst_10pct", Qt::ToolTipRole).split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QString("Deprived neighbourhoods (IMD)"));
    QCOMPARE(lines[1], QString("Tees Valley"));
    QCOMPARE(lines[2], QString("26.9%"));
    QVERIFY(lines[3].startsWith("mean 9.0%, z +"));
    QCOMPARE(lines[4], QString("Q4, most disengaged (quartiles (type 7))"));
    QCOMPARE(lines[5], QString("2015, Department for Communities and Local Government"));
    QVERIFY(cell(model, "Tees Valley", "rank", Qt::ToolTipRole).contains("1 of 39"));
    QVERIFY(cell(model, "Tees Valley", "area", Qt::ToolTipRole).contains("E37000034"));
}

void TestAreaTableModel::screenReadersHearTheWholeCell()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    QCOMPARE(cell(model, "Tees Valley", "imd_worst_10pct", Qt::AccessibleTextRole),
             QString("IMD, Tees Valley: 26.9%, Q4, most disengaged"));
    QCOMPARE(cell(model, "Tees Valley", "rank", Qt::AccessibleTextRole),
             QString("Rank, Tees Valley: 1 of 39, Q4, most disengaged"));
    state.setDataset(made({{"a", {1, absent, 3}}}));
    QCOMPARE(cell(model, "A2", "a", Qt::AccessibleTextRole), QString("a, A2: no value given"));
}

void TestAreaTableModel::headersSayWhichWayIsWorse()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    const QStringList toolTips = headersOf(model, Qt::ToolTipRole);
    const QString imd = toolTips[model.findColumn("imd_worst_10pct")];
    QVERIFY(imd.startsWith("Deprived neighbourhoods (IMD)\nunit: %\nhigher is more disengaged\nShare of"));
    QVERIFY(imd.endsWith("2015, Department for Communities and Local Government"));
    QVERIFY(toolTips[model.findColumn("soc_1_3")].contains("lower is more disengaged"));
}

void TestAreaTableModel::switchedOffIndicatorsAreGrey()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    const int column = model.findColumn("exclusions");
    QSignalSpy dataChanged(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy headerChanged(&model, &QAbstractItemModel::headerDataChanged);
    state.setIndexSettings({.excluded = {"exclusions"}});
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
    state.setIndexSettings({});
    QVERIFY(index.data(Qt::BackgroundRole).isValid());
}

void TestAreaTableModel::constantIndicatorsSayWhyTheyAreLeftOut()
{
    AtlasState state;
    state.setDataset(made({{"a", {1, 2, 3}}, {"same", {2, 2, 2}}}));
    const AreaTableModel model(state);
    QVERIFY(headersOf(model, Qt::ToolTipRole)[2].contains("its values do not differ"));
    QVERIFY(!model.index(0, 2).data(AreaTableModel::UsedRole).toBool());
}

void TestAreaTableModel::missingIsLastInBothOrders()
{
    AtlasState state;
    state.setDataset(made({{"a", {absent, 5, absent, 7, 6}}}));
    AreaTableModel model(state);
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

void TestAreaTableModel::tiesStandByNameInBothOrders()
{
    Dataset dataset = test::makeDataset({{"a", {1, 2, 1, 2}}});
    for (size_t area = 0; area < 4; ++area)
        dataset.areas[area].name = QStringList({"Delta", "Beta", "Alpha", "Gamma"})[static_cast<int>(area)];
    AtlasState state;
    state.setDataset(std::make_shared<const Dataset>(dataset));
    AreaTableModel model(state);
    AreaSortModel order(&model);
    order.sort(1, Qt::AscendingOrder);
    QCOMPARE(columnOf(order, 0), QStringList({"Alpha", "Delta", "Beta", "Gamma"}));
    order.sort(1, Qt::DescendingOrder);
    QCOMPARE(columnOf(order, 0), QStringList({"Beta", "Gamma", "Alpha", "Delta"}));
}

void TestAreaTableModel::namesSortAsPeopleCount()
{
    AtlasState state;
    state.setDataset(made({{"a", std::vector<double>(12, 1.0)}}));
    AreaTableModel model(state);
    AreaSortModel order(&model);
    order.sort(0, Qt::DescendingOrder);
    QCOMPARE(columnOf(order, 0),
             QStringList({"A12", "A11", "A10", "A9", "A8", "A7", "A6", "A5", "A4", "A3", "A2", "A1"}));
}

void TestAreaTableModel::firstClickShowsTheMostDisengaged()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    const auto first = [&model](const char *code) {
        return model.headerData(model.findColumn(code), Qt::Horizontal, Qt::InitialSortOrderRole).toInt();
    };
    QCOMPARE(first("imd_worst_10pct"), int(Qt::DescendingOrder));
    QCOMPARE(first("soc_1_3"), int(Qt::AscendingOrder));
    QCOMPARE(first("index"), int(Qt::DescendingOrder));
    QCOMPARE(first("rank"), int(Qt::AscendingOrder));
    QCOMPARE(first("area"), int(Qt::AscendingOrder));
}

void TestAreaTableModel::looksThatDoNotConcernTheTableChangeNothing()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    DisplaySettings display;
    display.palette = "blues";
    display.shown = "soc_1_3";
    state.setDisplay(display);
    QCOMPARE(changed.count(), 0);
}

void TestAreaTableModel::aNewClassCountChangesClasses()
{
    AtlasState state;
    state.setDataset(test::builtInDataset());
    const AreaTableModel model(state);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    DisplaySettings display;
    display.classCount = 5;
    state.setDisplay(display);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, "Tees Valley", "rank", AreaTableModel::MarkRole), QString("5"));
}

void TestAreaTableModel::layoutsReadBack()
{
    const TableLayout layout{
        .sortedBy = "soc_1_3", .order = Qt::DescendingOrder, .widths = {{"area", 300}, {"index", 90}}};
    QVERIFY(TableLayout::fromBytes(layout.toBytes()) == layout);
    QVERIFY(!TableLayout::fromBytes({}));
    QVERIFY(!TableLayout::fromBytes("\x00\xff rubbish"));
    QCOMPARE(TableLayout::fromBytes(R"({"sortedBy":"rank","widths":{"area":-5}})")->widths["area"], 16);
}

ATLAS_TEST(TestAreaTableModel)
#include "test_area_table_model.moc"
