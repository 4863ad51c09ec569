#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"

#include "core/classification/classify.h"
#include "core/common/text_table.h"
#include "core/dataset/load_dataset.h"
#include "core/index/compute_index.h"

#include <QImage>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace atlas;
using namespace atlas::test;

namespace {

const QString own = "--boundaries areas.shp --indicators figures.csv --metadata metadata.csv ";

QStringList words(const QString &line)
{
    return line.split(' ', Qt::SkipEmptyParts);
}

TextTable tableOf(const QString &path)
{
    return readTextTable(path, "The table").value();
}

QString cell(const TextTable &table, size_t row, const QString &column)
{
    return table.rows[row][table.column(column)];
}

/// Values of a column by area code.
QHash<QString, QString> columnByCode(const TextTable &table, const QString &column)
{
    QHash<QString, QString> values;
    for (size_t row = 0; row < table.rows.size(); ++row)
        values.insert(cell(table, row, "area_code"), cell(table, row, column));
    return values;
}

/// The time of writing is the one thing in a PDF that differs from run to run.
QByteArray withoutTime(const QByteArray &bytes)
{
    static const QRegularExpression time("/CreationDate \\(D:[^)]*\\)");
    return QString::fromLatin1(bytes).remove(time).toLatin1();
}

} // namespace

class ResultsTest : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreInTheOrderOfTheContract();
    void figuresAreThoseOfThePaper_data();
    void figuresAreThoseOfThePaper();
    void numbersReadBackExactly();
    void rowsAreInTheOrderOfTheRank();
    void missingIsAnEmptyCell();
    void switchedOffIndicatorsKeepTheirRawColumn_data();
    void switchedOffIndicatorsKeepTheirRawColumn();
    void theNumberOfClassesChangesTheClassColumnOnly();
    void everyBoundaryFormatGivesTheSameTable_data();
    void everyBoundaryFormatGivesTheSameTable();
    void namesMatchWhateverTheirSpelling();
    void semicolonsSeparateToo();
    void mapsAreWritten_data();
    void mapsAreWritten();
    void aMapOfOwnDataShowsTheirNames();
    void mapOptionsChangeTheMap();
    void checkSaysWhatItRead_data();
    void checkSaysWhatItRead();
    void helpAndVersionArePrinted();
    void aSecondRunGivesTheSameFile();
    void theLanguageOfTheSystemChangesNothing_data();
    void theLanguageOfTheSystemChangesNothing();
    void fileNamesMayHaveAnyLetters();
    void outputReplacesWhatWasThere();
    void nothingIsLeftInTheTemporaryFolder();

private:
    /// Runs what must go well without a word on standard error.
    CliRun good(const QString &line, const QStringList &variables = {})
    {
        const CliRun run = runCli(words(line), {.folder = m_folder->path(), .variables = variables});
        if (run.exitCode != 0 || !run.err.isEmpty())
            qWarning("%s gave %d: %s", qPrintable(line), run.exitCode, run.err.constData());
        return run;
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeOwnFiles(*m_folder);
        QTest::failOnWarning(QRegularExpression(".*"));
    }
};

void ResultsTest::columnsAreInTheOrderOfTheContract()
{
    good("table --out own.csv " + own);
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

void ResultsTest::figuresAreThoseOfThePaper_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("column");
    QTest::newRow("sample deviation") << "table --out out.csv"
                                      << "index_sample_sd";
    QTest::newRow("population deviation") << "table --out out.csv --sd population"
                                          << "index_pop_sd";
}

// "Understanding disengagement", Table 4; see tests/data/README.md.
void ResultsTest::figuresAreThoseOfThePaper()
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

void ResultsTest::numbersReadBackExactly()
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

void ResultsTest::rowsAreInTheOrderOfTheRank()
{
    good("table --out out.csv");
    const TextTable table = tableOf(path("out.csv"));
    for (size_t row = 0; row < table.rows.size(); ++row)
        QCOMPARE(cell(table, row, "rank").toInt(), static_cast<int>(row) + 1);
}

void ResultsTest::missingIsAnEmptyCell()
{
    writeBytes(*m_folder, "figures.csv",
               "uCode,neet,progress\nE37000001,1.5,c\nE37000002,,\nE37000003,3.5,65\nE37000004,5.5,50\n");
    const CliRun run = runCli(words("table --quiet --out out.csv " + own), {.folder = m_folder->path()});
    QCOMPARE(run.exitCode, 0);
    const TextTable table = tableOf(path("out.csv"));
    QCOMPARE(columnByCode(table, "progress")["E37000001"], "");
    QCOMPARE(columnByCode(table, "z_progress")["E37000001"], "");
    QVERIFY(!columnByCode(table, "score")["E37000001"].isEmpty());
    QCOMPARE(table.rows.back(),
             QStringList({"E37000002", "St Bees", "", "", "", "", "", "", ""})); // without a rank, last
}

void ResultsTest::switchedOffIndicatorsKeepTheirRawColumn_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("used");
    QTest::newRow("one excluded") << "--exclude soc_1_3"
                                  << QStringList({"imd_worst_10pct", "exclusions", "unauthorised_absence",
                                                  "neet_16_18", "expected_progress"});
    QTest::newRow("only two") << "--only neet_16_18,exclusions" << QStringList({"exclusions", "neet_16_18"});
    QTest::newRow("only one") << "--only expected_progress" << QStringList({"expected_progress"});
}

void ResultsTest::switchedOffIndicatorsKeepTheirRawColumn()
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

void ResultsTest::theNumberOfClassesChangesTheClassColumnOnly()
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

void ResultsTest::everyBoundaryFormatGivesTheSameTable_data()
{
    QTest::addColumn<QString>("fileName");
    QTest::addColumn<int>("epsg");
    QTest::newRow("shapefile in degrees") << "other.shp" << 4326;
    QTest::newRow("GeoPackage") << "other.gpkg" << 27700;
    QTest::newRow("GeoJSON in degrees") << "other.geojson" << 4326;
    QTest::newRow("FlatGeobuf") << "other.fgb" << 3857;
}

void ResultsTest::everyBoundaryFormatGivesTheSameTable()
{
    QFETCH(const QString, fileName);
    QFETCH(const int, epsg);
    MadeLayer layer = fourAreas();
    layer.epsg = epsg;
    QVERIFY(!writeLayer(*m_folder, fileName, layer).isEmpty());
    good("table --out shp.csv " + own);
    good("table --out other.csv --indicators figures.csv --metadata metadata.csv --boundaries " + fileName);
    QCOMPARE(readBytes(path("other.csv")), readBytes(path("shp.csv")));
    good("map --out map.png --indicators figures.csv --metadata metadata.csv --boundaries " + fileName);
    QCOMPARE(QImage(path("map.png")).size(), QSize(1200, 1400));
}

void ResultsTest::namesMatchWhateverTheirSpelling()
{
    good("table --out by_code.csv " + own);
    writeBytes(*m_folder, "figures.csv",
               "uName,neet,progress\nAVON,1.5,70\nSt. Bees,2.5,60\nCam and Isis,3.5,65\n derwent ,5.5,50\n");
    good("table --out by_name.csv " + own);
    QCOMPARE(readBytes(path("by_name.csv")), readBytes(path("by_code.csv")));
}

void ResultsTest::semicolonsSeparateToo()
{
    good("table --out commas.csv " + own);
    writeBytes(*m_folder, "figures.csv", readBytes(path("figures.csv")).replace(',', ';'));
    good("table --out semicolons.csv " + own);
    QCOMPARE(readBytes(path("semicolons.csv")), readBytes(path("commas.csv")));
}

void ResultsTest::mapsAreWritten_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("the example") << "";
    QTest::newRow("own data") << own;
    QTest::newRow("an indicator") << "--show neet_16_18 --classes 7 --palette greens";
    QTest::newRow("names") << "--labels name";
    QTest::newRow("no labels, no legend") << "--labels none --no-legend --no-key";
}

void ResultsTest::mapsAreWritten()
{
    QFETCH(const QString, options);
    QCOMPARE(good("map --size 700x800 --out map.png " + options).out, QByteArray());
    good("map --size 700x800 --out map.svg " + options);
    good("map --width-mm 170 --height-mm 200 --out map.pdf " + options);
    QCOMPARE(QImage(path("map.png")).size(), QSize(700, 800));
    QXmlStreamReader svg(readBytes(path("map.svg")));
    while (!svg.atEnd())
        svg.readNext();
    QCOMPARE(svg.errorString(), QString());
    QVERIFY(readBytes(path("map.pdf")).startsWith("%PDF-"));
    QCOMPARE(filesIn(*m_folder).filter("map."), QStringList({"map.pdf", "map.png", "map.svg"}));
}

void ResultsTest::aMapOfOwnDataShowsTheirNames()
{
    good("map --out map.svg --title Rivers --labels name " + own);
    const QByteArray svg = readBytes(path("map.svg"));
    for (const char *text : {"<title>Rivers</title>", "Avon", "Cam &amp; Isis", "areas.shp"})
        QVERIFY2(svg.contains(text), text);
    QVERIFY(!svg.contains("approximate boundaries"));
}

void ResultsTest::mapOptionsChangeTheMap()
{
    good("map --out map.svg");
    const QByteArray plain = readBytes(path("map.svg"));
    for (const QString option : {"--palette blues", "--labels name", "--classes 5", "--no-legend", "--no-key",
                                 "--title Where", "--show neet_16_18", "--sd population",
                                 "--exclude neet_16_18", "--locale de_DE", "--size 900x900"}) {
        good("map --out map.svg " + option);
        QVERIFY2(readBytes(path("map.svg")) != plain, qPrintable(option));
    }
}

void ResultsTest::checkSaysWhatItRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the example") << "check" << QByteArray("39 areas, 6 indicators, no remarks\n");
    QTest::newRow("the example, strictly")
        << "check --strict --quiet" << QByteArray("39 areas, 6 indicators, no remarks\n");
    QTest::newRow("own data") << "check " + own << QByteArray("4 areas, 2 indicators, no remarks\n");
}

void ResultsTest::checkSaysWhatItRead()
{
    QFETCH(const QString, line);
    QFETCH(const QByteArray, expected);
    QCOMPARE(good(line).out, expected);
}

void ResultsTest::helpAndVersionArePrinted()
{
    QVERIFY(good("--help").out.contains("--boundaries"));
    QVERIFY(good("map -h").out.contains("Exit codes"));
    QCOMPARE(good("--version").out, QByteArray("disengagement-atlas-cli " ATLAS_VERSION "\n"));
}

void ResultsTest::aSecondRunGivesTheSameFile()
{
    for (const QString name : {"out.csv", "out.png", "out.svg", "out.pdf"}) {
        const QString command = name == "out.csv" ? "table" : "map";
        good(command + " --out " + name);
        const QByteArray first = readBytes(path(name));
        good(command + " --out " + name);
        QVERIFY2(withoutTime(readBytes(path(name))) == withoutTime(first), qPrintable(name));
    }
}

void ResultsTest::theLanguageOfTheSystemChangesNothing_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::newRow("C") << QStringList({"LANG=C"});
    QTest::newRow("C in UTF-8") << QStringList({"LC_ALL=C.UTF-8"});
    QTest::newRow("German") << QStringList({"LANG=de_DE.UTF-8", "LC_ALL=de_DE.UTF-8", "LANGUAGE=de"});
    QTest::newRow("Turkish") << QStringList({"LANG=tr_TR.UTF-8", "LC_NUMERIC=tr_TR.UTF-8"});
    QTest::newRow("Arabic") << QStringList({"LANG=ar_EG.UTF-8"});
}

void ResultsTest::theLanguageOfTheSystemChangesNothing()
{
    QFETCH(const QStringList, variables);
    for (const QString line :
         {"table --out out.csv ", "map --out out.png ", "map --out out.svg ", "map --out out.pdf "}) {
        const QString out = path(words(line)[2]);
        for (const QString &sources : {QString(), own}) {
            good(line + sources);
            const QByteArray plain = readBytes(out);
            good(line + sources, variables);
            QVERIFY2(withoutTime(readBytes(out)) == withoutTime(plain), qPrintable(line + sources));
        }
    }
    QCOMPARE(good("check", variables).out, QByteArray("39 areas, 6 indicators, no remarks\n"));
}

void ResultsTest::fileNamesMayHaveAnyLetters()
{
    const QString name = QString::fromUtf8("Übersicht von Łódź & \"Ñandú\".csv");
    QFile::rename(path("figures.csv"), path(name));
    const CliRun run = runCli({"table", "--boundaries", "areas.shp", "--indicators", name, "--metadata",
                               "metadata.csv", "--out", "out " + name},
                              {.folder = m_folder->path(), .variables = {"LANG=C"}});
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.exitCode, 0);
    QVERIFY(filesIn(*m_folder).contains("out " + name));
    const CliRun wrong = runCli({"check", "--boundaries", name, "--indicators", name},
                                {.folder = m_folder->path(), .variables = {"LANG=C"}});
    QVERIFY2(wrong.err.contains(name.toUtf8()), wrong.err.constData());
}

void ResultsTest::outputReplacesWhatWasThere()
{
    writeBytes(*m_folder, "out.csv", QByteArray(100'000, 'x'));
    good("table --out out.csv " + own);
    QCOMPARE(tableOf(path("out.csv")).rows.size(), size_t(4));
}

void ResultsTest::nothingIsLeftInTheTemporaryFolder()
{
    const QTemporaryDir temporary;
    good("map --out out.png", {"TMPDIR=" + temporary.path()});
    QCOMPARE(filesIn(temporary), QStringList());
}

QTEST_GUILESS_MAIN(ResultsTest)

#include "test_results.moc"
