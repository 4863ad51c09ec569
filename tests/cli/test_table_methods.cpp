#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/cli/written_tables.h"
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <memory>

using namespace atlas;
using namespace atlas::test;

/// Tables by other methods than the paper's, and of more than the index.
class TableMethodsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nodesAddTheirScoresAndRanks();
    void theMethodFileGivesTheSameTable();
    void oneAreaIsTraced();
    void twoMethodsAreCompared();
    void figuresWithoutAMapAreScored();
    void thePublishedExampleOfCompositeIndexesComesOut();
    void drawnRanksAreInTheTable();
    void aMethodFileMakesTheSameDraws();
    void drawnRanksAreOnTheMap();

private:
    CliRun good(const QString &line) const { return runCliWell(line, {.folder = m_folder->path()}); }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TableMethodsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeOwnFiles(*m_folder);
    QTest::failOnWarning(QRegularExpression(".*"));
}

void TableMethodsTest::nodesAddTheirScoresAndRanks()
{
    good("table --nodes --out out.csv");
    const TextTable table = tableOf(path("out.csv"));
    QCOMPARE(table.header.last(6),
             QStringList({"score_risk_factors", "rank_risk_factors", "score_direct_measures",
                          "rank_direct_measures", "score_outcomes", "rank_outcomes"}));
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const double mean =
            (cell(table, row, "z_imd_worst_10pct").toDouble() + cell(table, row, "z_soc_1_3").toDouble()) / 2;
        QVERIFY(std::abs(cell(table, row, "score_risk_factors").toDouble() - mean) < 1e-12);
    }
}

void TableMethodsTest::theMethodFileGivesTheSameTable()
{
    const QString method =
        "--normalise minmax --range 1:100 --aggregate arithmetic,3=geometric --levels nested "
        "--weights risk_factors=2,soc_1_3=0.5 --exclude exclusions --rank-rule dense "
        "--outliers treat,soc_1_3=log --quantile-type 5 --classes 5 --missing median ";
    good("table --out first.csv --nodes " + method);
    good("table --out again.csv --nodes --method first.method.json");
    QCOMPARE(readBytes(path("again.csv")), readBytes(path("first.csv")));
    QCOMPARE(readBytes(path("again.method.json")), readBytes(path("first.method.json")));
    good("table --out plain.csv --nodes");
    QVERIFY(readBytes(path("plain.csv")) != readBytes(path("first.csv")));
    // What the command line says goes before what the file says.
    good("table --out mixed.csv --nodes --method first.method.json --classes 4");
    QVERIFY(columnByCode(tableOf(path("mixed.csv")), "score")
            == columnByCode(tableOf(path("first.csv")), "score"));
    QVERIFY(columnByCode(tableOf(path("mixed.csv")), "class")
            != columnByCode(tableOf(path("first.csv")), "class"));
}

void TableMethodsTest::oneAreaIsTraced()
{
    good("table --out all.csv");
    const TextTable all = tableOf(path("all.csv"));
    for (const QString area : {"E37000034", "cumbria"}) { // by code and by name
        good("table --out trace.csv --trace " + area);
        const TextTable table = tableOf(path("trace.csv"));
        double sum = cell(table, 0, "total").toDouble();
        for (size_t row = 1; row <= 6; ++row)
            sum += cell(table, row, "contribution").toDouble();
        QCOMPARE(cell(table, 7, "member"), "score");
        const QString rank = cell(table, 7, "rank");
        QCOMPARE(rank, area == "cumbria" ? "15" : "1");
        const auto row = static_cast<size_t>(rank.toInt()) - 1;
        QCOMPARE(cell(table, 7, "value"), cell(all, row, "score"));
        QVERIFY(std::abs(sum - cell(all, row, "score").toDouble()) < 1e-12);
    }
    const CliRun gone = runCli("table --out trace.csv --trace Atlantis", {.folder = m_folder->path()});
    QCOMPARE(gone.exitCode, 1);
    QVERIFY(gone.err.contains("There is no area Atlantis"));
}

void TableMethodsTest::twoMethodsAreCompared()
{
    good("table --out other.csv --exclude soc_1_3 --normalise minmax");
    good("table --out all.csv");
    good("compare --out both.csv --with other.method.json");
    const TextTable both = tableOf(path("both.csv"));
    QCOMPARE(both.header, QStringList({"area_code", "area_name", "score_a", "rank_a", "class_a", "score_b",
                                       "rank_b", "class_b", "rank_shift"}));
    QCOMPARE(columnByCode(both, "score_a"), columnByCode(tableOf(path("all.csv")), "score"));
    QCOMPARE(columnByCode(both, "rank_b"), columnByCode(tableOf(path("other.csv")), "rank"));
    QCOMPARE(columnByCode(both, "class_b"), columnByCode(tableOf(path("other.csv")), "class"));
    for (size_t row = 0; row < both.rows.size(); ++row)
        QCOMPARE(cell(both, row, "rank_shift").toInt(),
                 cell(both, row, "rank_b").toInt() - cell(both, row, "rank_a").toInt());
}

void TableMethodsTest::figuresWithoutAMapAreScored()
{
    writeBytes(*m_folder, "only.csv", "uCode,a\nN,1\nS,2\n");
    good("table --quiet --out out.csv --indicators only.csv");
    const TextTable table = tableOf(path("out.csv"));
    QCOMPARE(cell(table, 0, "area_code"), "S");
    QCOMPARE(cell(table, 0, "rank"), "1");
    QCOMPARE(table.rows.size(), size_t(2));
}

// ASEM sustainable connectivity, as the articles of COINr 1.1.14 work it out.
void TableMethodsTest::thePublishedExampleOfCompositeIndexesComesOut()
{
    const QString folder = ATLAS_SOURCE_DIR "/../shared/data/asem/";
    if (!QFileInfo::exists(folder + "iData.csv"))
        QSKIP("The example is not beside this source tree.");
    good("table --quiet --out out.csv --indicators " + folder + "iData.csv --metadata " + folder
         + "iMeta.csv --missing group-mean --outliers treat --normalise minmax --range 0:100");
    const TextTable table = tableOf(path("out.csv"));
    const auto scores = columnByCode(table, "score");
    const auto ranks = columnByCode(table, "rank");
    QCOMPARE(QString::number(scores["CHE"].toDouble(), 'f', 2), "68.38");
    QCOMPARE(ranks["CHE"], "1");
    QCOMPARE(QString::number(scores["IND"].toDouble(), 'f', 2), "39.79");
    QCOMPARE(ranks["IND"], "45");
}

void TableMethodsTest::drawnRanksAreInTheTable()
{
    good("table --quiet --out out.csv --robustness 500 --seed 3 --vary rounding,dirichlet=20,leave-out");
    const TextTable table = tableOf(path("out.csv"));
    QCOMPARE(table.header.last(7), QStringList({"rank_p05", "rank_median", "rank_p95", "p_class_1",
                                                "p_class_2", "p_class_3", "p_class_4"}));
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const auto number = [&](const char *column) { return cell(table, row, column).toDouble(); };
        QVERIFY(1 <= number("rank_p05") && number("rank_p05") <= number("rank_median"));
        QVERIFY(number("rank_median") <= number("rank_p95") && number("rank_p95") <= 39);
        const double sum =
            number("p_class_1") + number("p_class_2") + number("p_class_3") + number("p_class_4");
        QVERIFY(std::abs(sum - 1) < 1e-12);
    }
    good("table --quiet --out again.csv --robustness 500 --seed 3 --vary rounding,dirichlet=20,leave-out");
    QCOMPARE(readBytes(path("again.csv")), readBytes(path("out.csv")));
}

void TableMethodsTest::aMethodFileMakesTheSameDraws()
{
    good("table --quiet --out out.csv --robustness 300 --seed 18446744073709551615 --vary weights=7,scale "
         "--rounding-band");
    good("table --quiet --out again.csv --method out.method.json");
    QCOMPARE(readBytes(path("again.csv")), readBytes(path("out.csv")));
    QCOMPARE(readBytes(path("again.method.json")), readBytes(path("out.method.json")));
    good("table --quiet --out other.csv --method out.method.json --seed 2");
    QVERIFY(readBytes(path("other.csv")) != readBytes(path("out.csv")));
    good("map --quiet --out map.svg --method out.method.json"); // and the map's pattern
    QVERIFY(readBytes(path("map.svg")).contains("300 draws (seed 18446744073709551615)"));
    good("map --quiet --out one.svg --method out.method.json --show soc_1_3"); // which has none
    good("table --quiet --out trace.csv --method out.method.json --trace Cumbria");
}

void TableMethodsTest::drawnRanksAreOnTheMap()
{
    good("map --quiet --out plain.svg");
    good("map --quiet --out sure.svg --robustness 500 --seed 3");
    const QByteArray plain = readBytes(path("plain.svg"));
    const QByteArray sure = readBytes(path("sure.svg"));
    QVERIFY(!plain.contains(" draws (seed"));
    QVERIFY(sure.contains("500 draws (seed 3)"));
    QVERIFY(sure.contains("certain") && sure.contains("likely"));
    good("map --quiet --out again.svg --robustness 500 --seed 3");
    QCOMPARE(readBytes(path("again.svg")), sure);
}

ATLAS_TEST(TableMethodsTest)

#include "test_table_methods.moc"
