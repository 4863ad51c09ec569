#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/cli/written_tables.h"
#include "tests/support/test_program.h"

#include "core/common/text_table.h"
#include "core/dataset/load_dataset.h"
#include "core/index/compute_index.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace atlas;
using namespace atlas::test;

class TableCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void columnsAreInTheOrderOfTheContract();
    void figuresAreThoseOfThePaper_data();
    void figuresAreThoseOfThePaper();
    void numbersReadBackExactly();
    void rowsAreInTheOrderOfTheRank();
    void missingIsAnEmptyCell();
    void switchedOffIndicatorsKeepTheirRawColumn_data();
    void switchedOffIndicatorsKeepTheirRawColumn();
    void weightsWeighTheScore_data();
    void weightsWeighTheScore();
    void theNumberOfClassesChangesTheClassColumnOnly();
    void ownBreaksCutTheScore();
    void roundingBandsHoldTheRank();
    void equalSeedsGiveEqualTables();
    void everyBoundaryFormatGivesTheSameTable_data();
    void everyBoundaryFormatGivesTheSameTable();
    void namesMatchWhateverTheirSpelling();
    void semicolonsSeparateToo();

private:
    CliRun good(const QString &line) const { return runCliWell(line, {.folder = m_folder->path()}); }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TableCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeOwnFiles(*m_folder);
    QTest::failOnWarning(QRegularExpression(".*"));
}

void TableCommandTest::columnsAreInTheOrderOfTheContract()
{
    good("table --out own.csv " + ownSources);
    QCOMPARE(readBytes(path("own.csv")).split('\n').front(),
             "area_code,area_name,neet,progress,z_neet,z_progress,score,rank,class");
    good("table --out example.csv");
    const TextTable table = tableOf(path("example.csv"));
    QCOMPARE(table.header.first(2), QStringList({"area_code", "area_name"}));
    const QStringList indicators = table.header.mid(2, 6);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(table.header[8 + i], "z_" + indicators[i]);
    QCOMPARE(table.header.mid(14), QStringList({"score", "rank", "class", "published_rank"}));
    QCOMPARE(table.rows.size(), size_t(39));
}

void TableCommandTest::figuresAreThoseOfThePaper_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("column");
    QTest::newRow("sample deviation") << "table --out out.csv"
                                      << "index_sample_sd";
    QTest::newRow("population deviation") << "table --out out.csv --sd population"
                                          << "index_pop_sd";
}

// "Understanding disengagement", Table 4; see tests/data/README.md.
void TableCommandTest::figuresAreThoseOfThePaper()
{
    QFETCH(const QString, line);
    QFETCH(const QString, column);
    good(line);
    const TextTable table = tableOf(path("out.csv"));
    const TextTable paper = tableOf(ATLAS_SOURCE_DIR "/tests/data/paper_reference.csv");
    QCOMPARE(table.rows.size(), paper.rows.size());
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const QString name = cell(table, row, "area_name");
        const auto found = std::find_if(paper.rows.begin(), paper.rows.end(),
                                        [&name](const QStringList &cells) { return cells.front() == name; });
        QVERIFY2(found != paper.rows.end(), qPrintable(name));
        const auto expected = static_cast<size_t>(found - paper.rows.begin());
        QVERIFY2(std::abs(cell(table, row, "score").toDouble() - cell(paper, expected, column).toDouble())
                     <= 5e-7,
                 qPrintable(name));
        QCOMPARE(cell(table, row, "rank"), cell(paper, expected, "rank"));
        QCOMPARE(cell(table, row, "class"), cell(paper, expected, "quartile_R7"));
        QCOMPARE(cell(table, row, "published_rank"), cell(paper, expected, "rank_published"));
    }
}

void TableCommandTest::numbersReadBackExactly()
{
    good("table --out out.csv");
    const TextTable table = tableOf(path("out.csv"));
    Progress progress;
    const auto data = loadDataset(builtInSources(), progress);
    QVERIFY(data.ok());
    const IndexResult result = computeIndex(**data, {});
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const size_t area = (*data)->findArea({cell(table, row, "area_code")}).value();
        QCOMPARE(cell(table, row, "score").toDouble(), result.scores[area]);
        for (size_t i = 0; i < (*data)->indicatorCount(); ++i) {
            const QString code = (*data)->indicator(i).code;
            QVERIFY(cell(table, row, code).toDouble() == (*data)->cells[i][area].number);
            QVERIFY(cell(table, row, "z_" + code).toDouble() == result.indicators[i].values[area]);
        }
    }
}

void TableCommandTest::rowsAreInTheOrderOfTheRank()
{
    good("table --out out.csv");
    const TextTable table = tableOf(path("out.csv"));
    for (size_t row = 0; row < table.rows.size(); ++row)
        QCOMPARE(cell(table, row, "rank").toInt(), static_cast<int>(row) + 1);
}

void TableCommandTest::missingIsAnEmptyCell()
{
    writeBytes(*m_folder, "figures.csv",
               "uCode,neet,progress\nE37000001,1.5,c\nE37000002,,\nE37000003,3.5,65\nE37000004,5.5,50\n");
    const CliRun run = runCli("table --quiet --out out.csv " + ownSources, {.folder = m_folder->path()});
    QCOMPARE(run.exitCode, 0);
    const TextTable table = tableOf(path("out.csv"));
    QCOMPARE(columnByCode(table, "progress")["E37000001"], "");
    QCOMPARE(columnByCode(table, "z_progress")["E37000001"], "");
    QVERIFY(!columnByCode(table, "score")["E37000001"].isEmpty());
    QCOMPARE(table.rows.back(),
             QStringList({"E37000002", "St Bees", "", "", "", "", "", "", ""})); // without a rank, last
}

void TableCommandTest::switchedOffIndicatorsKeepTheirRawColumn_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("used");
    QTest::newRow("one excluded") << "--exclude soc_1_3"
                                  << QStringList({"imd_worst_10pct", "exclusions", "unauthorised_absence",
                                                  "neet_16_18", "expected_progress"});
    QTest::newRow("only two") << "--only neet_16_18,exclusions" << QStringList({"exclusions", "neet_16_18"});
    QTest::newRow("only one") << "--only expected_progress" << QStringList({"expected_progress"});
}

void TableCommandTest::switchedOffIndicatorsKeepTheirRawColumn()
{
    QFETCH(const QString, options);
    QFETCH(const QStringList, used);
    good("table --out all.csv");
    good("table --out some.csv " + options);
    const TextTable all = tableOf(path("all.csv"));
    const TextTable some = tableOf(path("some.csv"));
    QStringList expected = all.header.first(8);
    for (const QString &code : used)
        expected << "z_" + code;
    QCOMPARE(some.header, expected + QStringList({"score", "rank", "class", "published_rank"}));
    for (const QString &code : all.header.mid(2, 6))
        QCOMPARE(columnByCode(some, code), columnByCode(all, code));
    for (size_t row = 0; row < some.rows.size(); ++row) {
        double sum = 0;
        for (const QString &code : used)
            sum += cell(some, row, "z_" + code).toDouble();
        QVERIFY(std::abs(sum / static_cast<double>(used.size()) - cell(some, row, "score").toDouble())
                < 1e-12);
    }
}

void TableCommandTest::weightsWeighTheScore_data()
{
    QTest::addColumn<QByteArray>("metadata"); // the column Weight
    QTest::addColumn<QString>("options");
    QTest::addColumn<double>("neet");
    QTest::addColumn<double>("progress");
    QTest::newRow("none") << QByteArray(",") << "" << 1.0 << 1.0;
    QTest::newRow("by metadata") << QByteArray("3,1") << "" << 3.0 << 1.0;
    QTest::newRow("by option") << QByteArray(",") << "--weights neet=0.5" << 1.0 << 2.0;
    QTest::newRow("option before metadata") << QByteArray("3,2") << "--weights progress=9" << 1.0 << 3.0;
}

void TableCommandTest::weightsWeighTheScore()
{
    QFETCH(const QByteArray, metadata);
    QFETCH(const QString, options);
    QFETCH(const double, neet);
    QFETCH(const double, progress);
    writeBytes(*m_folder, "metadata.csv",
               "iCode,Direction,Weight\nneet,1," + metadata.split(',')[0] + "\nprogress,-1,"
                   + metadata.split(',')[1] + "\n");
    good("table --out out.csv " + ownSources + options);
    const TextTable table = tableOf(path("out.csv"));
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const double expected = (neet * cell(table, row, "z_neet").toDouble()
                                 + progress * cell(table, row, "z_progress").toDouble())
                                / (neet + progress);
        QVERIFY(std::abs(cell(table, row, "score").toDouble() - expected) < 1e-15);
    }
}

void TableCommandTest::theNumberOfClassesChangesTheClassColumnOnly()
{
    good("table --out four.csv");
    good("table --out nine.csv --classes 9");
    const TextTable four = tableOf(path("four.csv"));
    const TextTable nine = tableOf(path("nine.csv"));
    QCOMPARE(nine.header, four.header);
    for (const QString &column : four.header)
        QCOMPARE(columnByCode(nine, column) == columnByCode(four, column), column != "class");
    QCOMPARE(cell(nine, 0, "class"), "9");
    QCOMPARE(cell(nine, 38, "class"), "1");
}

void TableCommandTest::ownBreaksCutTheScore()
{
    good("table --out four.csv");
    good("table --out own.csv --breaks -0.5,0.25");
    const TextTable four = tableOf(path("four.csv"));
    const TextTable own = tableOf(path("own.csv"));
    for (const QString &column : four.header)
        QCOMPARE(columnByCode(own, column) == columnByCode(four, column), column != "class");
    for (size_t row = 0; row < own.rows.size(); ++row) {
        const double score = cell(own, row, "score").toDouble();
        QCOMPARE(cell(own, row, "class"), score <= -0.5 ? "1" : score <= 0.25 ? "2" : "3");
    }
}

void TableCommandTest::roundingBandsHoldTheRank()
{
    const CliRun run =
        runCli("table --out bands.csv --rounding-band --seed 5 --strict", {.folder = m_folder->path()});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.err.contains("10,000 random draws, seed 5"), run.err.constData());
    const TextTable table = tableOf(path("bands.csv"));
    QCOMPARE(table.header.mid(table.header.size() - 2), QStringList({"rank_low", "rank_high"}));
    int wide = 0;
    for (size_t row = 0; row < table.rows.size(); ++row) {
        const int rank = cell(table, row, "rank").toInt();
        const int low = cell(table, row, "rank_low").toInt();
        const int high = cell(table, row, "rank_high").toInt();
        QVERIFY(1 <= low && low <= rank && rank <= high && high <= 39);
        wide += low < high ? 1 : 0;
    }
    QVERIFY(wide > 20);
    QCOMPARE(cell(table, 0, "rank_high"), "1"); // Tees Valley is far ahead
}

void TableCommandTest::equalSeedsGiveEqualTables()
{
    const auto bytes = [this](const QString &seed) {
        const QString line = "table --quiet --out bands.csv --rounding-band --seed " + seed;
        return runCli(line, {.folder = m_folder->path()}).exitCode == 0 ? readBytes(path("bands.csv"))
                                                                        : QByteArray();
    };
    QVERIFY(!bytes("1").isEmpty());
    QCOMPARE(bytes("1"), bytes("1"));
    QVERIFY(bytes("1") != bytes("2"));
}

void TableCommandTest::everyBoundaryFormatGivesTheSameTable_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<int>("epsg");
    QTest::newRow("shapefile in degrees") << "other.shp" << 4326;
    QTest::newRow("GeoPackage") << "other.gpkg" << 27700;
    QTest::newRow("GeoJSON in degrees") << "other.geojson" << 4326;
    QTest::newRow("FlatGeobuf") << "other.fgb" << 3857;
}

void TableCommandTest::everyBoundaryFormatGivesTheSameTable()
{
    QFETCH(const QString, fileName);
    QFETCH(const int, epsg);
    MadeLayer layer = fourAreas();
    layer.epsg = epsg;
    QVERIFY(!writeLayer(*m_folder, fileName, layer).isEmpty());
    good("table --out shp.csv " + ownSources);
    good("table --out other.csv --indicators figures.csv --metadata metadata.csv --boundaries " + fileName);
    QCOMPARE(readBytes(path("other.csv")), readBytes(path("shp.csv")));
    good("map --out map.png --indicators figures.csv --metadata metadata.csv --boundaries " + fileName);
    QVERIFY(readBytes(path("map.png")).startsWith("\x89PNG"));
}

void TableCommandTest::namesMatchWhateverTheirSpelling()
{
    good("table --out by_code.csv " + ownSources);
    writeBytes(*m_folder, "figures.csv",
               "uName,neet,progress\nAVON,1.5,70\nSt. Bees,2.5,60\nCam and Isis,3.5,65\n derwent ,5.5,50\n");
    good("table --out by_name.csv " + ownSources);
    QCOMPARE(readBytes(path("by_name.csv")), readBytes(path("by_code.csv")));
}

void TableCommandTest::semicolonsSeparateToo()
{
    good("table --out commas.csv " + ownSources);
    writeBytes(*m_folder, "figures.csv", readBytes(path("figures.csv")).replace(',', ';'));
    good("table --out semicolons.csv " + ownSources);
    QCOMPARE(readBytes(path("semicolons.csv")), readBytes(path("commas.csv")));
}

ATLAS_TEST(TableCommandTest)

#include "test_table_command.moc"
