#include "tests/support/made_data.h"
#include "tests/support/made_files.h"
#include "tests/support/none.h"
#include "tests/support/table_texts.h"
#include "tests/support/test_program.h"

#include "core/import/read_figures.h"
#include "core/index/area_order.h"
#include "core/robustness/index_table.h"
#include "core/tables/write_table.h"

#include <QSet>
#include <QTest>

#include <cmath>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

/// The file's table of a dataset, with every node.
Table tableOf(const Dataset &dataset, const std::shared_ptr<const std::vector<RankBand>> &bands = nullptr,
              const std::shared_ptr<const RankUncertainty> &draws = nullptr)
{
    const auto result = std::make_shared<const IndexResult>(computeIndex(dataset, {}));
    IndexFigures figures = indexFigures(dataset, *result, 4);
    figures.result = result;
    figures.nodes = shownNodes(*result, RankRule::Minimum, 4);
    figures.roundingBands = bands;
    figures.draws = draws;
    return indexTable(figures, fileColumns(figures), orderByRank(dataset, *result));
}

QStringList headerOf(const Dataset &dataset)
{
    return textsOf(tableOf(dataset)).header;
}

QSet<QString> distinct(const QStringList &names)
{
    QSet<QString> all;
    for (const QString &name : names)
        all.insert(name.toCaseFolded());
    return all;
}

/// Any number that can be computed with, of any size.
double anyNumber(std::mt19937 &random)
{
    std::uniform_real_distribution<double> exponent(-59.9, 59.9);
    const double size = std::pow(10, random() % 2 == 0 ? exponent(random) : exponent(random) / 30);
    return random() % 3 == 0 ? -size : size;
}

} // namespace

class IndexTableTest : public QObject
{
    Q_OBJECT

private slots:
    void columnsKeepTheirNamesWhereNoneIsTaken();
    void aNameThatAnIndicatorHasGivesWay_data();
    void aNameThatAnIndicatorHasGivesWay();
    void columnsThatAreAddedGiveWayToo();
    void whatIsWrittenReadsBack();
    void ranksOfDrawsStandBesideTheAreas();
    void codesThatAreTriedCanBeTold();
    void cellsSayWhatTheyAre();
    void theScreenGroupsIndicatorsByDomain();
};

void IndexTableTest::columnsKeepTheirNamesWhereNoneIsTaken()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {3, 1, 2}}});
    QCOMPARE(headerOf(dataset),
             QStringList({"area_code", "area_name", "a", "b", "z_a", "z_b", "score", "rank", "class"}));
}

void IndexTableTest::aNameThatAnIndicatorHasGivesWay_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("expected"); // columns besides those of the indicators a and CODE
    QTest::newRow("score") << "score"
                           << "area_code area_name z_a z_score score_2 rank class";
    QTest::newRow("rank") << "rank"
                          << "area_code area_name z_a z_rank score rank_2 class";
    QTest::newRow("class") << "class"
                           << "area_code area_name z_a z_class score rank class_2";
    QTest::newRow("in capitals") << "Score"
                                 << "area_code area_name z_a z_Score score_2 rank class";
    QTest::newRow("Index") << "Index"
                           << "area_code area_name z_a z_Index score rank class";
    QTest::newRow("z_a") << "z_a"
                         << "area_code area_name z_a_2 z_z_a score rank class";
    QTest::newRow("area_name") << "area_name"
                               << "area_code area_name_2 z_a z_area_name score rank class";
}

void IndexTableTest::aNameThatAnIndicatorHasGivesWay()
{
    QFETCH(const QString, code);
    QFETCH(const QString, expected);
    const Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {code, {3, 1, 2}}});
    QStringList header = headerOf(dataset);
    QCOMPARE(header.mid(2, 2), QStringList({"a", code}));
    header.remove(2, 2);
    QCOMPARE(header.join(' '), expected);
}

void IndexTableTest::columnsThatAreAddedGiveWayToo()
{
    Dataset dataset =
        makeDataset({{"score_risk", {1, 2, 3}}, {"RANK_LOW", {3, 1, 2}}, {"rank_p05", {1, 3, 2}}});
    dataset.metadata.aggregates = {{.code = "risk", .name = "Risk"}, {.code = "rest", .name = "Rest"}};
    for (Indicator &indicator : dataset.metadata.indicators)
        indicator.domain = "risk";
    dataset.metadata.indicators.back().domain = "rest";
    const auto bands = std::make_shared<const std::vector<RankBand>>(3);
    const auto draws = std::make_shared<const RankUncertainty>(
        RankUncertainty{.low = {1, 1, 1}, .median = {1, 1, 1}, .high = {1, 1, 1}});
    const TextTable table = textsOf(tableOf(dataset, bands, draws));
    QVERIFY2(table.header.contains("score_risk_2") && table.header.contains("rank_low_2")
                 && table.header.contains("rank_p05_2"),
             qPrintable(table.header.join(' ')));
    QCOMPARE(distinct(table.header).size(), table.header.size());
}

void IndexTableTest::whatIsWrittenReadsBack()
{
    std::mt19937 random(13);
    const QStringList codes = {"score",     "RANK",
                               "class",     "Index",
                               "z_a",       "a",
                               "what_if",   "a,b",
                               "say \"x\"", "x; y",
                               "area_code", "rank_p05",
                               "z_z_a",     QString::fromUtf8("\xC3\xA9t\xC3\xA9 <&>"),
                               "score_2"};
    for (int round = 0; round < 100; ++round) {
        std::vector<MadeIndicator> indicators;
        for (const QString &code : codes) {
            std::vector<double> values(12);
            for (double &value : values)
                value = random() % 5 == 0 ? none : anyNumber(random);
            if (random() % 3 != 0)
                indicators.push_back({code, values});
        }
        const Dataset dataset = makeDataset(indicators);
        const Table made = tableOf(dataset);
        const TextTable table = textsOf(made);
        QCOMPARE(distinct(table.header).size(), table.header.size());

        const QTemporaryDir folder;
        const auto done = writeTable(made, folder.filePath("out.csv"));
        QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().message));
        const auto text = readTextTable(folder.filePath("out.csv"), "The table");
        QVERIFY2(text.ok(), text ? "" : qPrintable(text.error().message));
        QCOMPARE(text->header, table.header);
        const auto read = readIndicators(*text, &dataset.metadata);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->table.metadata.indicators, dataset.metadata.indicators);
        for (const IndicatorRow &row : read->table.rows) {
            const auto area = dataset.findArea(row.code);
            QVERIFY2(area, qPrintable(row.code.text));
            for (size_t i = 0; i < indicators.size(); ++i) {
                const double written = dataset.cells[i][*area].number;
                QVERIFY(row.cells[i].number == written
                        || (std::isnan(written) && std::isnan(row.cells[i].number)));
            }
        }
    }
}

void IndexTableTest::ranksOfDrawsStandBesideTheAreas()
{
    const Dataset dataset = makeDataset({{"a", {1, none}}});
    const auto draws = std::make_shared<const RankUncertainty>(RankUncertainty{
        .low = {1, 0}, .median = {2, 0}, .high = {3, 0}, .classShares = {{0.25, 0}, {0.75, 0}}});
    const TextTable table = textsOf(tableOf(dataset, nullptr, draws));
    QCOMPARE(table.header.last(5),
             QStringList({"rank_p05", "rank_median", "rank_p95", "p_class_1", "p_class_2"}));
    QCOMPARE(table.rows[0].last(5), QStringList({"1", "2", "3", "0.25", "0.75"}));
    QCOMPARE(table.rows[1].last(5), QStringList({"", "", "", "", ""}));
}

void IndexTableTest::codesThatAreTriedCanBeTold()
{
    const auto tried = withWhatIfs(makeDataset({{"half days", {1, 2, 3}}, {"b", {3, 1, 2}}}),
                                   {{0, 0, 4.0}, {0, 1, 4.0}, {1, 1, 5.0}});
    const TextTable table = textsOf(tableOf(*tried));
    for (const QStringList &row : table.rows) {
        const QString expected = row[0] == "A1" ? "\"half days\" b" : row[0] == "A2" ? "b" : "";
        QCOMPARE(row[table.column("what_if")], expected);
    }
}

void IndexTableTest::cellsSayWhatTheyAre()
{
    Dataset given = makeDataset({{"a", {1, 2, none}}, {"b", {3, 1, 2}}});
    given.cells[0][2] = {none, Missing::Suppressed, "[c]"};
    const auto dataset = withWhatIfs(given, {{1, 0, 5.0}});
    const IndexResult result = computeIndex(*dataset, {.scale = {.missing = MissingRule::Mean}});
    IndexFigures figures = indexFigures(*dataset, result, 2);
    for (size_t i = 0; i < 2; ++i)
        figures.indicators.push_back(std::make_shared<const ShownVariable>(showIndicator(*dataset, i, 2)));
    const Table table = indexTable(figures, screenColumns(figures), orderAsGiven(3));
    QCOMPARE(table.columns.size(), size_t(5));
    QCOMPARE(table.cell(0, 0), textCell("A1"));
    QCOMPARE(table.cell(0, 1), (TableCell{.content = 1.0, .classNumber = 1}));
    QCOMPARE(table.cell(1, 1), (TableCell{.content = 5.0, .classNumber = 2, .isTried = true}));
    QCOMPARE(table.cell(2, 1), (TableCell{.content = MissingCell{Missing::Suppressed, "[c]", 3.0}}));
    QVERIFY(std::isnan(table.cell(2, 1).number()));
    QCOMPARE(table.columns[4].kind, TableColumn::Kind::Rank);
    QCOMPARE(table.cell(1, 4).number(), 1.0);
}

void IndexTableTest::theScreenGroupsIndicatorsByDomain()
{
    Dataset dataset = makeDataset({{"x", {1, 2}}, {"a", {1, 2}}, {"y", {2, 1}}, {"b", {1, 2}}});
    dataset.metadata.aggregates = {{.code = "first", .name = "First"}, {.code = "second", .name = "Second"}};
    for (const auto &[indicator, domain] : {std::pair{0, "second"}, {1, "first"}, {2, "second"}})
        dataset.metadata.indicators[static_cast<size_t>(indicator)].domain = domain;
    const IndexResult result = computeIndex(dataset, {});
    const IndexFigures figures = indexFigures(dataset, result, 2);
    const Table table = indexTable(figures, screenColumns(figures), orderAsGiven(2));
    QStringList columns;
    for (const TableColumn &column : table.columns)
        columns << column.head + '/' + column.code;
    QCOMPARE(columns,
             QStringList({"/area_name", "First/a", "Second/x", "Second/y", "/b", "/score", "/rank"}));
}

ATLAS_TEST(IndexTableTest)

#include "test_index_table.moc"
