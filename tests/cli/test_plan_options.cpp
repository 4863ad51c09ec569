#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// How figures are read: what `inspect` says, plans, and the options that decide otherwise.
class PlanOptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void inspectSaysWhatEachColumnIs();
    void aPlanReadsTheSame();
    void aPlanDescribesAndJoins();
    void optionsDecideOtherwise_data();
    void optionsDecideOtherwise();
    void aProjectSaysHowAndOptionsOverrideIt();
    void partsOfThePeopleCountedAreChosen();
    void plansOfBoundariesAreReadToo();
    void textsThatStandForNoValueAreNamed();
    void symbolsStandInColumnsOfTheirOwn();
    void mistakesAreNamed_data();
    void mistakesAreNamed();

private:
    CliRun run(const QString &line) { return runCli(line, {.folder = m_folder.path()}); }
    QByteArray tableOf(const QString &options);

    QTemporaryDir m_folder;
};

void PlanOptionsTest::initTestCase()
{
    writeBytes(m_folder, "figures.csv",
               "Young people;;;;\n"
               "code;name;year;neet;pupils\n"
               "E06000001;North;2015;6,412;100\n"
               "E06000002;South;2015;5,725;300\n"
               "E06000001;North;2016;7,1 [u];200\n"
               "E06000002;South;2016;c;100\n"
               "E06000003;West;2016;3,5;50\n"
               "\n"
               "Source: made up\n");
}

QByteArray PlanOptionsTest::tableOf(const QString &options)
{
    const CliRun written = run("table --out out.csv --quiet --indicators figures.csv " + options);
    if (written.exitCode != 0)
        return written.err;
    return readBytes(m_folder.filePath("out.csv"));
}

void PlanOptionsTest::inspectSaysWhatEachColumnIs()
{
    const CliRun inspected = run("inspect figures.csv");
    QCOMPARE(inspected.exitCode, 0);
    for (const char *expected : {"heads in row 2", "code: area code (its cells are codes of areas)",
                                 "name: area name", "year: period (its head and its cells say when)",
                                 "neet: indicator, decimal commas", "the latest, 2016, is read"})
        QVERIFY2(inspected.out.contains(expected), inspected.out.constData());
    QVERIFY(run("inspect --help").out.contains("--json"));
    const QJsonObject json = QJsonDocument::fromJson(run("inspect --json figures.csv").out).object();
    QCOMPARE(json["kind"].toString(), "figures");
    QCOMPARE(json["header_row"].toInt(), 2);
    QCOMPARE(json["columns"].toArray()[3].toObject()["decimal"].toString(), "comma");
    QCOMPARE(json["periods"].toArray(), (QJsonArray{"2015", "2016"}));
    writeBytes(m_folder, "other.csv", "uCode,a\nN,1\n");
    QCOMPARE(QJsonDocument::fromJson(run("inspect --json figures.csv other.csv").out).array().size(), 2);
}

void PlanOptionsTest::aPlanReadsTheSame()
{
    writeBytes(m_folder, "plan.json", run("inspect --json --period 2015 figures.csv").out);
    const QByteArray planned = tableOf("--plan plan.json");
    QVERIFY2(planned.contains("E06000001,North,6.412,100"), planned.constData());
    QCOMPARE(planned, tableOf("--period 2015"));
    QCOMPARE(tableOf("--plan plan.json --period 2016"), tableOf(""));
}

void PlanOptionsTest::aPlanDescribesAndJoins()
{
    writeBytes(m_folder, "one.csv", "code,name,neet\n1,North,1\n2,South,3\n");
    writeLayer(m_folder, "two.gpkg",
               {.features = {{"E06000001", "Norwich", squareWkt(400000, 300000, 1000)},
                             {"E06000002", "South", squareWkt(402000, 300000, 1000)}}});
    const QString line = "table --out out.csv --boundaries two.gpkg --indicators one.csv --plan plan.json";
    writeBytes(m_folder, "plan.json", R"({"matches": {"1": "E06000001"}})");
    QCOMPARE(run(line).exitCode, 0);
    const QByteArray joined = readBytes(m_folder.filePath("out.csv"));
    QVERIFY2(joined.contains("E06000001,Norwich,1,-0.7"), joined.constData());
    writeBytes(m_folder, "plan.json",
               R"({"matches": {"1": "E06000001"}, "descriptions": {"NEET": {"direction": -1}}})");
    QCOMPARE(run(line).exitCode, 0);
    const QByteArray turned = readBytes(m_folder.filePath("out.csv"));
    QVERIFY2(turned.contains("E06000001,Norwich,1,0.7"), turned.constData());
}

void PlanOptionsTest::optionsDecideOtherwise_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("nothing") << "" << QByteArray("E06000001,North,7.1,200");
    QTest::newRow("another period") << "--period 2015" << QByteArray("E06000001,North,6.412,100");
    QTest::newRow("a role") << "--role pupils=population" << QByteArray("E06000001,North,7.1,");
    QTest::newRow("another decimal mark where it is open")
        << "--period 2015 --decimal comma --role pupils=ignored" << QByteArray("E06000002,South,5.725,");
    QTest::newRow("names alone") << "--role code=ignored --name-column name"
                                 << QByteArray("North,North,7.1,200");
    QTest::newRow("the row of the heads") << "--header-row 2" << QByteArray("E06000003,West,3.5,50");
}

void PlanOptionsTest::optionsDecideOtherwise()
{
    QFETCH(const QString, options);
    QFETCH(const QByteArray, expected);
    const QByteArray table = tableOf(options);
    QVERIFY2(table.contains(expected), table.constData());
}

void PlanOptionsTest::aProjectSaysHowAndOptionsOverrideIt()
{
    writeBytes(m_folder, "years.atlas",
               R"({"disengagement_atlas_project": 2,
                   "data": {"indicators": "figures.csv", "plan": {"period": "2015"}}})");
    QCOMPARE(run("table --out out.csv --quiet --project years.atlas").exitCode, 0);
    QCOMPARE(readBytes(m_folder.filePath("out.csv")), tableOf("--period 2015"));
    QCOMPARE(run("table --out out.csv --quiet --project years.atlas --period 2016").exitCode, 0);
    QCOMPARE(readBytes(m_folder.filePath("out.csv")), tableOf(""));
    // A plan belongs to its figures.
    writeBytes(m_folder, "plain.csv", "uCode,a\nN,1\nS,2\n");
    QCOMPARE(run("table --out out.csv --quiet --project years.atlas --indicators plain.csv").exitCode, 0);
}

void PlanOptionsTest::partsOfThePeopleCountedAreChosen()
{
    writeBytes(m_folder, "parts.csv",
               "uCode,sex,term,neet\nN,Boys,Autumn,1\nN,Girls,Autumn,2\nN,Boys,Spring,3\nN,Girls,Spring,4\n"
               "S,Boys,Autumn,5\nS,Girls,Autumn,6\nS,Boys,Spring,7\nS,Girls,Spring,8\n");
    const QString table = "table --out out.csv --quiet --indicators parts.csv ";
    const CliRun open = run(table);
    QCOMPARE(open.exitCode, 1);
    QVERIFY2(open.err.contains("told apart by sex (Boys, Girls) and term (Autumn, Spring)")
                 && open.err.contains("--filter \"sex=Boys\" --filter \"term=Autumn\""),
             open.err.constData());
    const CliRun inspected = run("inspect parts.csv");
    QCOMPARE(inspected.exitCode, 0);
    for (const char *expected : {"sex: part of the people counted, not sure", "Boys, Girls",
                                 "told apart by sex (Boys, Girls) and term"})
        QVERIFY2(inspected.out.contains(expected), inspected.out.constData());
    QCOMPARE(run(table + "--filter sex=Girls --filter term=spring").exitCode, 0);
    const QByteArray girls = readBytes(m_folder.filePath("out.csv"));
    QVERIFY2(girls.contains("N,N,4,") && girls.contains("S,S,8,"), girls.constData());
    const CliRun plan = run("inspect --json parts.csv --filter sex=Girls --filter term=Spring");
    const QJsonObject json = QJsonDocument::fromJson(plan.out).object();
    QCOMPARE(json["filters"].toObject(), (QJsonObject{{"sex", "Girls"}, {"term", "Spring"}}));
    QCOMPARE(json["columns"].toArray()[1].toObject()["values"].toArray(), (QJsonArray{"Boys", "Girls"}));
    writeBytes(m_folder, "parts.json", plan.out);
    QCOMPARE(run(table + "--plan parts.json").exitCode, 0);
    QCOMPARE(readBytes(m_folder.filePath("out.csv")), girls);
    QCOMPARE(run(table + "--plan parts.json --filter SEX=Boys").exitCode, 0);
    QVERIFY(readBytes(m_folder.filePath("out.csv")).contains("N,N,3,"));
    QVERIFY(run("table --help").out.contains("--filter column=value"));
    writeBytes(m_folder, "parts.atlas",
               R"({"disengagement_atlas_project": 2,
                   "data": {"indicators": "parts.csv",
                            "plan": {"filters": {"sex": "Girls", "term": "Spring"}}}})");
    QCOMPARE(run("table --out out.csv --quiet --project parts.atlas").exitCode, 0);
    QCOMPARE(readBytes(m_folder.filePath("out.csv")), girls);
}

void PlanOptionsTest::plansOfBoundariesAreReadToo()
{
    const QTemporaryDir folder;
    writeOwnFiles(folder);
    const auto runThere = [&folder](const QString &line) { return runCli(line, {.folder = folder.path()}); };
    const CliRun inspected = runThere("inspect --json areas.shp");
    QCOMPARE(inspected.exitCode, 0);
    QJsonObject plan = QJsonDocument::fromJson(inspected.out).object();
    QCOMPARE(plan["kind"].toString(), "boundaries");
    for (const char *member : {"layer", "code_field", "name_field", "projection"})
        QVERIFY2(!plan[member].toString().isEmpty(), member);
    writeBytes(folder, "areas.json", inspected.out);
    writeBytes(folder, "both.json", runThere("inspect --json areas.shp figures.csv").out);
    for (const char *planned : {"--plan areas.json", "--plan both.json"}) {
        const CliRun drawn = runThere("map --out out.svg " + ownSources + planned);
        QVERIFY2(drawn.exitCode == 0, drawn.err.constData());
    }
    plan["code_field"] = "elsewhere";
    writeBytes(folder, "areas.json", QJsonDocument(plan).toJson());
    const CliRun wrong = runThere("map --out out.svg " + ownSources + "--plan both.json --plan areas.json");
    QCOMPARE(wrong.exitCode, 1);
    QVERIFY2(wrong.err.contains("has no field \"elsewhere\""), wrong.err.constData());
    QCOMPARE(runThere("map --out out.svg " + ownSources + "--plan areas.json --code-field code").exitCode, 0);
}

void PlanOptionsTest::textsThatStandForNoValueAreNamed()
{
    writeBytes(m_folder, "standing.csv", "uCode,neet\nN,6.4\nS,-99\nW,5.7\nE,-1\nU,4\n");
    const QString table = "table --out out.csv --indicators standing.csv ";
    const CliRun usual = run(table);
    QVERIFY2(usual.err.contains("-99 of neet stands apart from all its other values"), usual.err.constData());
    QVERIFY(readBytes(m_folder.filePath("out.csv")).contains("S,S,,"));
    const CliRun number = run(table + "--no-value -99=number,-1=suppressed --symbols");
    QCOMPARE(number.exitCode, 0);
    const QByteArray written = readBytes(m_folder.filePath("out.csv"));
    QVERIFY2(written.contains("S,S,-99,") && written.contains("E,E,,"), written.constData());
    QVERIFY(!number.err.contains("stands apart"));
    QCOMPARE(run(table + "--no-value -1=absent").exitCode, 2);
    writeBytes(m_folder, "standing.json", R"({"header_row": 1, "symbols": {"-99": "number"}})");
    QCOMPARE(run(table + "--plan standing.json").exitCode, 0);
    QVERIFY(readBytes(m_folder.filePath("out.csv")).contains("S,S,-99,"));
}

void PlanOptionsTest::symbolsStandInColumnsOfTheirOwn()
{
    const QByteArray with = tableOf("--symbols");
    const QList<QByteArray> lines = with.split('\n');
    QVERIFY2(lines[0].endsWith(",symbol_neet"), lines[0].constData());
    QVERIFY2(with.contains(",[u]\n") && with.contains(",c\n"), with.constData());
    QVERIFY(!tableOf("").contains("symbol"));
    const CliRun traced = run("table --out out.csv --indicators figures.csv --symbols --trace North");
    QCOMPARE(traced.exitCode, 2);
}

void PlanOptionsTest::mistakesAreNamed_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    QTest::newRow("a column that is not there")
        << "--code-column LAD" << 1 << "has no column LAD. Its columns are: code, name";
    QTest::newRow("a role that is not known") << "--role neet=figure" << 2 << "--role";
    QTest::newRow("a filter without a value") << "--filter sex" << 2 << "a column and one of its values";
    QTest::newRow("a filter that the file lacks") << "--filter sex=Boys" << 1 << "has no column sex";
    QTest::newRow("a role without a column") << "--role indicator" << 2 << "columns with roles";
    QTest::newRow("a mark that is not known") << "--decimal dot" << 2 << "point or comma";
    QTest::newRow("a row that is none") << "--header-row 0" << 2 << "the number of a row";
    QTest::newRow("a period that is not there") << "--period 1999" << 1 << "Its periods are: 2015, 2016";
    QTest::newRow("a plan that is not there") << "--plan gone.json" << 1 << "gone.json";
    QTest::newRow("a plan that is none") << "--plan figures.csv" << 1 << "figures.csv is no plan";
}

void PlanOptionsTest::mistakesAreNamed()
{
    QFETCH(const QString, options);
    QFETCH(const QString, says);
    const CliRun refused = run("table --out out.csv --indicators figures.csv " + options);
    QTEST(refused.exitCode, "exitCode");
    QCOMPARE(refused.errorLines().size(), 1);
    QVERIFY2(refused.err.contains(says.toUtf8()), refused.err.constData());
}

ATLAS_TEST(PlanOptionsTest)

#include "test_plan_options.moc"
