#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/cli/requests.h"
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// From smaller to larger areas: --add-up, --lookup, --larger, --members and --population.
class AddUpOptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rulesAndALookupMakeATable();
    void columnsOfTheFiguresNameLargerAreas();
    void theBuiltInLookupIsFoundByItself();
    void membersMayBeSharedOut();
    void rulesMayHoldSpacesAndCommas();
    void populationStandsBehindTheClass();
    void aMapHasTheLepsShapes();
    void projectsAndPlansAddUp();
    void checkSaysHowMuchWasAddedUp();
    void wrongCommandLinesAreSaid_data();
    void wrongCommandLinesAreSaid();
    void figuresOfOthersDropTheLookup();

private:
    CliRun run(const QStringList &arguments) { return runCli(arguments, {.folder = m_folder.path()}); }
    QByteArray tableOf(const QStringList &options);

    QTemporaryDir m_folder;
};

const QString rateRule = "pct=rate:excluded/pupils";

void AddUpOptionsTest::initTestCase()
{
    writeBytes(m_folder, "districts.csv",
               "code,name,pupils,excluded,pct,first,second\n"
               "E07000001,North,100,1,1.0,East,\nE07000002,South,300,9,3.0,East,West\n"
               "E07000003,Far,200,4,2.0,West,\n");
    writeBytes(m_folder, "lookup.csv",
               "lad_code,lep_code,lep_name,share\nE07000001,E37000901,East,1\nE07000002,E37000901,East,0.5\n"
               "E07000002,E37000902,West,0.5\nE07000003,E37000902,West,1\n");
    writeBytes(m_folder, "authorities.csv",
               "code,name,pupils,excluded\nE06000015,Derby,100,4\nE10000007,Derbyshire,300,4\n"
               "E06000013,North Lincolnshire,50,1\n");
}

QByteArray AddUpOptionsTest::tableOf(const QStringList &options)
{
    const CliRun written = run(QStringList{"table", "--out", "out.csv", "--quiet"} + options);
    if (written.exitCode != 0)
        return written.err;
    return readBytes(m_folder.filePath("out.csv"));
}

void AddUpOptionsTest::rulesAndALookupMakeATable()
{
    const QByteArray table = tableOf({"--indicators", "districts.csv", "--lookup", "lookup.csv", "--add-up",
                                      rateRule, "--add-up", "pupils=sum"});
    QVERIFY2(table.startsWith("area_code,area_name,pupils,pct,z_pupils,z_pct,score,rank,class,members,"
                              "members_elsewhere,coverage\n"),
             table.constData());
    QVERIFY2(table.contains("E37000901,East,400,2.5,"), table.constData());
    QVERIFY2(table.contains("E37000902,West,500,2.6,"), table.constData());
    QVERIFY(table.contains(",2,1,100\n"));
}

void AddUpOptionsTest::columnsOfTheFiguresNameLargerAreas()
{
    const QByteArray table =
        tableOf({"--indicators", "districts.csv", "--larger", "first,second", "--add-up=pct=share:pct<=1"});
    QVERIFY2(table.contains(",East,50,"), table.constData());
    QVERIFY2(table.contains(",West,0,"), table.constData());
}

void AddUpOptionsTest::theBuiltInLookupIsFoundByItself()
{
    for (const QStringList &lookup : {QStringList(), QStringList{"--lookup", "built-in"}}) {
        const QByteArray table =
            tableOf(QStringList{"--indicators", "authorities.csv", "--add-up", rateRule} + lookup);
        QVERIFY2(table.contains("E37000008,\"Derby, Derbyshire, Nottingham and Nottinghamshire\",2,"),
                 table.constData());
        QVERIFY(table.contains("E37000014,Greater Lincolnshire,2,"));
        QVERIFY(table.contains("E37000018,Humber,2,"));
    }
}

void AddUpOptionsTest::membersMayBeSharedOut()
{
    const QByteArray table = tableOf({"--indicators", "districts.csv", "--lookup", "lookup.csv", "--members",
                                      "shared", "--add-up", "pupils=sum"});
    QVERIFY2(table.contains("E37000901,East,250,"), table.constData());
    QVERIFY2(table.contains("E37000902,West,350,"), table.constData());
}

void AddUpOptionsTest::rulesMayHoldSpacesAndCommas()
{
    writeBytes(
        m_folder, "heads.csv",
        "code,\"all pupils, 2014\",\"excluded, ever\"\nE07000001,100,1\nE07000002,300,9\nE07000003,200,4\n");
    const QByteArray table = tableOf({"--indicators", "heads.csv", "--lookup", "lookup.csv", "--add-up",
                                      "ever=rate:excluded, ever/all pupils, 2014"});
    QVERIFY2(table.contains("E37000901,East,2.5,"), table.constData());
}

void AddUpOptionsTest::populationStandsBehindTheClass()
{
    const QByteArray table =
        tableOf({"--indicators", "authorities.csv", "--add-up", rateRule, "--population"});
    QVERIFY2(table.startsWith("area_code,area_name,pct,z_pct,score,rank,class,population,population_pct,"
                              "affected_pct,members,"),
             table.constData());
    const CliRun without =
        run({"table", "--out", "none.csv", "--indicators", "districts.csv", "--population"});
    QCOMPARE(without.exitCode, 1);
    QVERIFY2(without.err.contains("Say --role COLUMN=population"), without.err.constData());
    QVERIFY(!QFileInfo::exists(m_folder.filePath("none.csv")));
    const QByteArray own =
        tableOf({"--indicators", "districts.csv", "--population", "--role", "pupils=population"});
    QVERIFY2(own.contains("class,population,population_pct"), own.constData());
}

void AddUpOptionsTest::aMapHasTheLepsShapes()
{
    const CliRun drawn =
        run({"map", "--out", "map.svg", "--quiet", "--indicators", "authorities.csv", "--add-up", rateRule});
    QVERIFY2(drawn.exitCode == 0, drawn.err.constData());
    QVERIFY(readBytes(m_folder.filePath("map.svg")).contains("Greater Lincolnshire"));
    QCOMPARE(run({"map", "--out", "map.svg", "--indicators", "authorities.csv"}).exitCode, 2);
}

void AddUpOptionsTest::projectsAndPlansAddUp()
{
    const QByteArray rules =
        R"({"rules": [{"indicator": "pct", "rule": "rate", "column": "excluded", "denominator": "pupils"}]})";
    const QByteArray expected =
        tableOf({"--indicators", "districts.csv", "--lookup", "lookup.csv", "--add-up", rateRule});
    writeBytes(m_folder, "plan.json", R"({"adding_up": )" + rules + "}");
    QCOMPARE(tableOf({"--indicators", "districts.csv", "--lookup", "lookup.csv", "--plan", "plan.json"}),
             expected);
    writeBytes(
        m_folder, "project.atlas",
        R"({"disengagement_atlas_project": 2, "data": {"indicators": "districts.csv", "lookup": "lookup.csv",
                   "plan": {"adding_up": )"
            + rules + "}}}");
    QCOMPARE(tableOf({"--project", "project.atlas"}), expected);
    QVERIFY(tableOf({"--project", "project.atlas", "--add-up", "pupils=sum", "--members", "shared"})
                .contains("E37000901,East,250,"));
}

void AddUpOptionsTest::checkSaysHowMuchWasAddedUp()
{
    const CliRun checked = run({"check", "--indicators", "authorities.csv", "--add-up", rateRule});
    QCOMPARE(checked.exitCode, 0);
    QVERIFY2(
        checked.out.contains("\nAdded up: 3 areas to 4 by the built-in lookup of upper-tier authorities and "
                             "LEPs; at least 16 % of the members of each have figures.\n"),
        checked.out.constData());
}

void AddUpOptionsTest::wrongCommandLinesAreSaid_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("words");
    QTest::newRow("a lookup alone") << QStringList{"--lookup", "lookup.csv"} << "--lookup needs --add-up";
    QTest::newRow("columns alone") << QStringList{"--larger", "first"} << "--larger needs --add-up";
    QTest::newRow("no rule") << QStringList{"--add-up", "pct"} << "--add-up pct is not understood";
    QTest::newRow("an unknown rule") << QStringList{"--add-up", "pct=median"}
                                     << "--add-up pct=median is not understood";
    QTest::newRow("a mean of nothing")
        << QStringList{"--add-up", "pct=mean"} << "--add-up pct=mean needs a column that weighs";
    QTest::newRow("one indicator twice")
        << QStringList{"--add-up", "pct=mean:pupils", "--add-up", "pct=sum"} << "names pct twice";
    QTest::newRow("members") << QStringList{"--add-up", "pct=mean:pupils", "--members", "half"}
                             << "give whole or shared";
    QTest::newRow("no value") << QStringList{"--add-up"} << "--add-up needs a value";
}

void AddUpOptionsTest::wrongCommandLinesAreSaid()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, words);
    const CliRun refused = run(QStringList{"check", "--indicators", "districts.csv"} + options);
    QCOMPARE(refused.exitCode, 2);
    QCOMPARE(refused.errorLines().size(), 1);
    QVERIFY2(refused.err.contains(words.toUtf8()), refused.err.constData());
}

/// The lookup of a project belongs to its figures.
void AddUpOptionsTest::figuresOfOthersDropTheLookup()
{
    writeBytes(
        m_folder, "project.atlas",
        R"({"disengagement_atlas_project": 2, "data": {"indicators": "districts.csv", "lookup": "lookup.csv",
                   "plan": {"adding_up": {"rules": [{"indicator": "pupils", "rule": "sum"}]}}}})");
    const QByteArray table = tableOf({"--project", "project.atlas", "--indicators", "districts.csv"});
    QVERIFY2(table.contains("E07000001,North,"), table.constData());
}

ATLAS_TEST(AddUpOptionsTest)

#include "test_add_up_options.moc"
