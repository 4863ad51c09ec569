#include "core/project/project_file.h"
#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/cli/written_tables.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

#include <memory>

using namespace atlas;
using namespace atlas::test;

/// A project on the command line makes what the same options by hand make.
namespace {

Project projectOf(const Choices &choices, const Looks &looks = {})
{
    return {.method = {.choices = choices, .looks = looks}};
}

} // namespace

class CliProjectTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aTableIsThatOfTheSameOptions_data();
    void aTableIsThatOfTheSameOptions();
    void aMapIsThatOfTheSameOptions_data();
    void aMapIsThatOfTheSameOptions();
    void drawsAreThoseOfTheProject();
    void optionsGoBeforeTheProject_data();
    void optionsGoBeforeTheProject();
    void filesThatAreNamedTakeThePlaceOfTheProjects();
    void keptScalesAreThoseOfTheProject();
    void theProjectMovesWithItsData();
    void whatIsTriedIsMarkedInEveryOutput();
    void aDomainOnTheMapIsInTheTable();
    void projectsAreComparedAndChecked();
    void theIndexGoesByItsOwnCodeToo();
    void drawsOfAnIndicatorAreRefused();
    void whatTheDataHaveNotIsARemark();
    void whatCannotBeDoneIsSaid_data();
    void whatCannotBeDoneIsSaid();

private:
    CliRun good(const QString &line) const { return runCliWell(line, {.folder = m_folder->path()}); }
    QByteArray read(const QString &name) const { return readBytes(m_folder->filePath(name)); }
    void write(const Project &project) const
    {
        writeBytes(*m_folder, "mine.atlas", writeProject(project, m_folder->path()));
    }
    DataSources own() const
    {
        return {.boundaries = m_folder->filePath("areas.shp"),
                .boundaryOptions = {},
                .indicators = m_folder->filePath("figures.csv"),
                .metadata = m_folder->filePath("metadata.csv")};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CliProjectTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    writeOwnFiles(*m_folder);
    QTest::failOnWarning(QRegularExpression(".*"));
}

void CliProjectTest::aTableIsThatOfTheSameOptions_data()
{
    QTest::addColumn<Project>("project");
    QTest::addColumn<QString>("options");
    QTest::newRow("nothing chosen") << Project() << "";
    IndexSettings index{.excluded = {"exclusions"},
                        .weights = {{"soc_1_3", 0.5}},
                        .scale = {.normalisation = Normalisation::MinMax, .low = 1, .high = 100},
                        .levels = Levels::Nested,
                        .aggregation = Aggregation::Geometric,
                        .rankRule = RankRule::Dense};
    QTest::newRow("a method") << projectOf({.index = index, .scheme = {5, {}, QuantileRule::Type5}})
                              << "--exclude exclusions --weights soc_1_3=0.5 --normalise minmax "
                                 "--range 1:100 --levels nested --aggregate geometric --rank-rule dense "
                                 "--classes 5 --quantile-type 5";
    QTest::newRow("own bounds") << projectOf({.scheme = {3, {-0.5, 0.5}}}) << "--breaks -0.5,0.5";
    QTest::newRow("own bounds of another variable, which are not the table's")
        << projectOf({.shown = "neet_16_18", .scheme = {4, {3, 4.5, 6}}}) << "";
}

void CliProjectTest::aTableIsThatOfTheSameOptions()
{
    QFETCH(const Project, project);
    QFETCH(const QString, options);
    write(project);
    good("table --out project.csv --project mine.atlas");
    good("table --out options.csv " + options);
    QVERIFY(!read("options.csv").isEmpty());
    QCOMPARE(read("project.csv"), read("options.csv"));
    // Another run with the method alone gives the same, whatever the project shows on its map.
    good("table --out method.csv --method project.method.json");
    QCOMPARE(read("method.csv"), read("project.csv"));
    QCOMPARE(read("method.method.json"), read("project.method.json"));
}

void CliProjectTest::aMapIsThatOfTheSameOptions_data()
{
    QTest::addColumn<Project>("project");
    QTest::addColumn<QString>("options");
    const Looks looks{.palette = "greens", .labels = Labels::Name};
    QTest::newRow("looks") << projectOf({.shown = "neet_16_18"}, looks)
                           << "--show neet_16_18 --palette greens --labels name";
    QTest::newRow("own bounds") << projectOf({.shown = "neet_16_18", .scheme = {4, {3, 4.5, 6}}}, looks)
                                << "--show neet_16_18 --palette greens --labels name --breaks 3,4.5,6";
    QTest::newRow("own bounds of the index") << projectOf({.scheme = {2, {0.25}}}) << "--breaks 0.25";
}

void CliProjectTest::aMapIsThatOfTheSameOptions()
{
    QFETCH(const Project, project);
    QFETCH(const QString, options);
    write(project);
    good("map --out project.svg --project mine.atlas");
    good("map --out options.svg " + options);
    good("map --out plain.svg");
    QCOMPARE(read("project.svg"), read("options.svg"));
    QVERIFY(read("project.svg") != read("plain.svg"));
}

void CliProjectTest::drawsAreThoseOfTheProject()
{
    Project project{
        .method = {.draws = DrawSettings{.assumptions = {.scale = true}, .draws = 200, .seed = 9}}};
    write(project);
    good("table --quiet --out project.csv --project mine.atlas");
    good("table --quiet --out options.csv --robustness 200 --vary rounding,weights=25,scale --seed 9");
    QVERIFY(read("options.csv").contains("rank_p05"));
    QCOMPARE(read("project.csv"), read("options.csv"));
    good("map --quiet --out pattern.svg --project mine.atlas");
    QVERIFY(read("pattern.svg").contains("200 draws (seed 9)"));
    project.method.looks = Looks{.certainty = false}; // as in the window
    write(project);
    good("map --quiet --out plain.svg --project mine.atlas");
    QVERIFY(!read("plain.svg").contains("draws (seed"));
}

void CliProjectTest::optionsGoBeforeTheProject_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("beside");
    QTest::addColumn<QString>("alone");
    QTest::newRow("classes") << "table --out %1.csv"
                             << "--classes 4"
                             << "--exclude soc_1_3 --classes 4";
    QTest::newRow("indicators") << "table --out %1.csv"
                                << "--only soc_1_3,neet_16_18"
                                << "--only soc_1_3,neet_16_18 --classes 5";
    QTest::newRow("a method file") << "table --out %1.csv"
                                   << "--method other.method.json"
                                   << "--method other.method.json";
    QTest::newRow("looks") << "map --out %1.svg"
                           << "--palette blues --labels none"
                           << "--exclude soc_1_3 --show neet_16_18 --breaks 2,3,4,5 --palette blues "
                              "--labels none";
    QTest::newRow("another variable, which has no own bounds")
        << "map --out %1.svg"
        << "--show soc_1_3"
        << "--exclude soc_1_3 --show soc_1_3 --classes 5 "
           "--palette greens";
}

void CliProjectTest::optionsGoBeforeTheProject()
{
    QFETCH(const QString, command);
    QFETCH(const QString, beside);
    QFETCH(const QString, alone);
    write(projectOf({.index = {.excluded = {"soc_1_3"}}, .shown = "neet_16_18", .scheme = {5, {2, 3, 4, 5}}},
                    {.palette = "greens"}));
    good("table --out other.csv --normalise rank --classes 3");
    const QString extension = command.startsWith("map") ? ".svg" : ".csv";
    good(command.arg("project") + " --project mine.atlas " + beside);
    good(command.arg("options") + " " + alone);
    QVERIFY(!read("options" + extension).isEmpty());
    QCOMPARE(read("project" + extension), read("options" + extension));
}

void CliProjectTest::filesThatAreNamedTakeThePlaceOfTheProjects()
{
    write({.sources = own(), .method = {.choices = {.scheme = 2}}});
    good("table --out project.csv --project mine.atlas");
    good("table --out options.csv --classes 2 " + ownSources);
    QCOMPARE(read("project.csv"), read("options.csv"));

    writeBytes(*m_folder, "later.csv", read("figures.csv").replace("5.5", "0.5"));
    good("table --out later-project.csv --project mine.atlas --indicators later.csv");
    good("table --out later-options.csv --classes 2 --boundaries areas.shp --indicators later.csv "
         "--metadata metadata.csv");
    QCOMPARE(read("later-project.csv"), read("later-options.csv"));
    QVERIFY(read("later-project.csv") != read("project.csv"));
}

void CliProjectTest::keptScalesAreThoseOfTheProject()
{
    good("table --out first.csv " + ownSources);
    const auto method = readMethod(read("first.method.json"), "first.method.json");
    write({.sources = own(), .method = *method});
    writeBytes(*m_folder, "later.csv", read("figures.csv").replace("5.5", "9.5"));
    good("table --out kept.csv --project mine.atlas --indicators later.csv --keep-scales");
    const auto before = columnByCode(tableOf(m_folder->filePath("first.csv")), "score");
    const auto after = columnByCode(tableOf(m_folder->filePath("kept.csv")), "score");
    QCOMPARE(after.value("E37000001"), before.value("E37000001"));
    QVERIFY(after.value("E37000004") != before.value("E37000004"));
}

void CliProjectTest::theProjectMovesWithItsData()
{
    QDir(m_folder->path()).mkpath("work/data");
    for (const QString name :
         {"areas.shp", "areas.shx", "areas.dbf", "areas.prj", "figures.csv", "metadata.csv"})
        QFile::rename(m_folder->filePath(name), m_folder->filePath("work/data/" + name));
    const QString data = m_folder->filePath("work/data/");
    const Project project{.sources = {.boundaries = data + "areas.shp",
                                      .boundaryOptions = {.codeField = "code", .nameField = "name"},
                                      .indicators = data + "figures.csv",
                                      .metadata = data + "metadata.csv"}};
    writeBytes(*m_folder, "work/mine.atlas", writeProject(project, m_folder->filePath("work")));
    good("table --out here.csv --project work/mine.atlas");
    QVERIFY(QDir(m_folder->path()).rename("work", "moved"));
    good("table --out there.csv --project moved/mine.atlas");
    QVERIFY(!read("here.csv").isEmpty());
    QCOMPARE(read("there.csv"), read("here.csv"));
}

void CliProjectTest::whatIsTriedIsMarkedInEveryOutput()
{
    write({.sources = own(), .method = {.choices = {.tried = {{{"E37000001"}, "neet", 9.25}}}}});
    good("table --out tried.csv --project mine.atlas");
    const TextTable table = tableOf(m_folder->filePath("tried.csv"));
    QCOMPARE(columnByCode(table, "what_if").value("E37000001"), "neet");
    QCOMPARE(columnByCode(table, "what_if").value("E37000002"), "");
    QCOMPARE(columnByCode(table, "neet").value("E37000001"), "9.25");
    // But for the mark, the figures are those of data that say so.
    writeBytes(*m_folder, "figures.csv", read("figures.csv").replace("1.5,70", "9.25,70"));
    good("table --out given.csv " + ownSources);
    for (const char *column : {"neet", "z_neet", "z_progress", "score", "rank", "class"})
        QCOMPARE(columnByCode(table, column), columnByCode(tableOf(m_folder->filePath("given.csv")), column));

    good("map --out tried.svg --project mine.atlas");
    QVERIFY(read("tried.svg").contains("what-if: 1 value tried"));
    writeBytes(*m_folder, "paper.json", writeMethod(Method()));
    good("compare --out both.csv --project mine.atlas --with paper.json");
    QCOMPARE(columnByCode(tableOf(m_folder->filePath("both.csv")), "what_if").value("E37000001"), "neet");
    good("table --out trace.csv --project mine.atlas --trace Derwent");
    QCOMPARE(tableOf(m_folder->filePath("trace.csv")).header.back(), "what_if");
    QVERIFY(read("trace.csv").contains("E37000001.neet"));
    QVERIFY(good("check --project mine.atlas").out.contains("what-if: 1 value tried"));
}

void CliProjectTest::aDomainOnTheMapIsInTheTable()
{
    write(projectOf({.shown = "risk_factors"}));
    good("table --out project.csv --project mine.atlas");
    good("table --out options.csv --nodes");
    QCOMPARE(read("project.csv"), read("options.csv"));
    write(projectOf({.nodeScores = true})); // and so they are where they are asked for
    good("table --out asked.csv --project mine.atlas");
    QCOMPARE(read("asked.csv"), read("options.csv"));
}

void CliProjectTest::projectsAreComparedAndChecked()
{
    write(projectOf({.index = {.aggregation = Aggregation::Copeland}, .scheme = 3}));
    writeBytes(*m_folder, "paper.json", writeMethod(Method()));
    good("compare --out project.csv --project mine.atlas --with paper.json");
    good("compare --out options.csv --aggregate copeland --classes 3 --with paper.json");
    QCOMPARE(read("project.csv"), read("options.csv"));
    QCOMPARE(good("check --project mine.atlas").out, good("check").out);
}

void CliProjectTest::theIndexGoesByItsOwnCodeToo()
{
    good("map --out index.svg --show index --robustness 50");
    good("map --out own.svg --show disengagement --robustness 50");
    QVERIFY(read("own.svg").contains("50 draws"));
    QCOMPARE(read("own.svg"), read("index.svg"));
    write(projectOf({.shown = "disengagement", .scheme = {2, {0.5}}}));
    good("table --out own.csv --project mine.atlas");
    good("table --out index.csv --breaks 0.5");
    QCOMPARE(read("own.csv"), read("index.csv"));
    QCOMPARE(read("own.method.json"), read("index.method.json"));
}

void CliProjectTest::drawsOfAnIndicatorAreRefused()
{
    const CliRun run =
        runCli("map --out out.png --robustness 10 --show soc_1_3", {.folder = m_folder->path()});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains("add --show index"), run.err.constData());
    QVERIFY(!QFile::exists(m_folder->filePath("out.png")));
}

void CliProjectTest::whatTheDataHaveNotIsARemark()
{
    write({.method = {.choices = {.tried = {{{"E99"}, "soc_1_3", 1}}}}, .selection = {{"E98"}}});
    const CliRun run = runCli("table --out out.csv --project mine.atlas", {.folder = m_folder->path()});
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.errorLines().size(), 2);
    QVERIFY2(run.errorLines()[0].contains("mine.atlas") && run.errorLines()[0].contains("area E99"),
             run.err.constData());
    QVERIFY2(run.errorLines()[1].contains("area E98"), run.err.constData());
    QCOMPARE(runCli("table --strict --quiet --out out.csv --project mine.atlas", {.folder = m_folder->path()})
                 .exitCode,
             3);
}

void CliProjectTest::whatCannotBeDoneIsSaid_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    const auto with = [](const char *members) {
        return QByteArray(R"({"disengagement_atlas_project": 1)") + members + "}";
    };
    const QString table = "table --out out.csv --project mine.atlas ";
    QTest::newRow("no project") << QByteArray("a,b") << table << 1 << "mine.atlas is not a project";
    QTest::newRow("an empty file") << QByteArray() << table << 1 << "mine.atlas is empty";
    QTest::newRow("a file that is not there")
        << with("") << "table --out out.csv --project gone.atlas" << 1 << "gone.atlas does not exist";
    QTest::newRow("a later version") << QByteArray(R"({"disengagement_atlas_project": 9})") << table << 1
                                     << "later version";
    QTest::newRow("a word nobody knows")
        << with(R"(, "looks": {"palette": "pink"})") << table << 1 << "\"pink\" is not understood as palette";
    QTest::newRow("data that are gone")
        << with(R"(, "data": {"indicators": "gone.csv"})") << table << 1 << "gone.csv does not exist";
    QTest::newRow("an indicator that the data have not")
        << with(R"(, "method": {"excluded": ["gone"]})") << table << 2 << "There is no indicator gone";
    QTest::newRow("a variable that the data have not")
        << with(R"(, "looks": {"shown": "gone"})") << "map --out out.png --project mine.atlas" << 2
        << "There is no indicator gone";
    QTest::newRow("a map of figures only")
        << with(R"(, "data": {"indicators": "figures.csv"})") << "map --out out.png --project mine.atlas" << 2
        << "A map needs --boundaries";
    QTest::newRow("a layer of the example") << with("") << table + "--layer x" << 2 << "need --boundaries";
}

void CliProjectTest::whatCannotBeDoneIsSaid()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, line);
    QFETCH(const int, exitCode);
    QFETCH(const QString, says);
    writeBytes(*m_folder, "mine.atlas", json);
    const CliRun run = runCli(line, {.folder = m_folder->path()});
    QCOMPARE(run.exitCode, exitCode);
    QVERIFY2(run.errorLines().size() == 1 && run.err.contains(says.toUtf8()), run.err.constData());
    QVERIFY(!QFile::exists(m_folder->filePath("out.csv")) && !QFile::exists(m_folder->filePath("out.png")));
}

ATLAS_TEST(CliProjectTest)

#include "test_project.moc"
