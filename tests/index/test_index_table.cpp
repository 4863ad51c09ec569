#include "tests/support/made_data.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/index/index_table.h"
#include "core/indicators/indicator_table.h"
#include "core/robustness/monte_carlo.h"
#include "core/robustness/rounding_band.h"

#include <QSet>
#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace atlas;
using namespace atlas::test;

namespace {

TextTable tableOf(const Dataset &dataset, bool withNodes = false)
{
    const IndexResult result = computeIndex(dataset, {});
    const auto order = orderByRank(dataset, result);
    TextTable table = indexTable(dataset, result, 4, order);
    if (withNodes)
        addNodes(table, result, RankRule::Minimum, order);
    return table;
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
};

void IndexTableTest::columnsKeepTheirNamesWhereNoneIsTaken()
{
    const Dataset dataset = makeDataset({{"a", {1, 2, 3}}, {"b", {3, 1, 2}}});
    QCOMPARE(tableOf(dataset).header,
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
    QStringList header = tableOf(dataset).header;
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
    TextTable table = tableOf(dataset, true);
    const std::vector<size_t> order = {0, 1, 2};
    addRankBands(table, std::vector<RankBand>(3), order);
    addRankUncertainty(table, {.low = {1, 1, 1}, .median = {1, 1, 1}, .high = {1, 1, 1}}, order);
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
        std::vector<MadeIndicator> made;
        for (const QString &code : codes) {
            std::vector<double> values(12);
            for (double &value : values)
                value = random() % 5 == 0 ? std::numeric_limits<double>::quiet_NaN() : anyNumber(random);
            if (random() % 3 != 0)
                made.push_back({code, values});
        }
        const Dataset dataset = makeDataset(made);
        const TextTable table = tableOf(dataset, true);
        QCOMPARE(distinct(table.header).size(), table.header.size());

        const QTemporaryDir folder;
        const auto text = readTextTable(writeBytes(folder, "out.csv", writeTextTable(table)), "The table");
        QVERIFY2(text.ok(), text ? "" : qPrintable(text.error().message));
        QCOMPARE(text->header, table.header);
        const auto read = readIndicators(*text, &dataset.metadata);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->table.metadata.indicators, dataset.metadata.indicators);
        for (const IndicatorRow &row : read->table.rows) {
            const auto area = dataset.findArea(row.code);
            QVERIFY2(area, qPrintable(row.code.text));
            for (size_t i = 0; i < made.size(); ++i) {
                const double written = dataset.cells[i][*area].number;
                QVERIFY(row.cells[i].number == written
                        || (std::isnan(written) && std::isnan(row.cells[i].number)));
            }
        }
    }
}

ATLAS_TEST(IndexTableTest)

#include "test_index_table.moc"
