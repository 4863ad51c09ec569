#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/cli/requests.h"
#include "tests/support/test_program.h"

#include <QFileInfo>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What `check` says of a join, and --alias and --report.
class JoinOptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void checkEndsWithTheJoin();
    void theReportIsWritten();
    void aReportThatCannotBeWrittenLeavesTheOldOne();
    void aReportWritesOverNoInput();
    void aReportOfAnotherEndingIsRefused();
    void aliasesJoinWhatTheFilesCallDifferently();
    void aliasesOfAProjectAreRead();
    void aliasesNeedBoundaries();
    void aWrongAliasIsOneSentence();
    void benchmarksAreInNoTable();

private:
    CliRun run(const QString &line) { return runCli(line, {.folder = m_folder.path()}); }

    QTemporaryDir m_folder;
};

void JoinOptionsTest::initTestCase()
{
    writeOwnFiles(m_folder);
    writeBytes(m_folder, "others.csv",
               "uCode,uName,neet,progress\n"
               "E92000001,England,3,61\n"
               "E37000001,Avon,1.5,70\n"
               "e37000002,St Bees,2.5,60\n"
               "X3,Isis & Cam,3.5,65\n"
               "X4,Exe,5.5,50\n");
    writeBytes(m_folder, "aliases.csv", "figures,boundaries\nX4,Derwent\nX3,E37000003\n");
}

void JoinOptionsTest::checkEndsWithTheJoin()
{
    const CliRun checked =
        run("check --boundaries areas.shp --metadata metadata.csv --indicators others.csv");
    QCOMPARE(checked.exitCode, 0);
    const QString out = QString::fromUtf8(checked.out);
    QVERIFY2(out.endsWith(
                 "Join: 3 of 4 areas of the boundaries have a row: 1 by code, 1 by mended code, 1 by name "
                 "otherwise spelt.\n"
                 "Rows without a shape: 1 (Exe).\n"
                 "Benchmarks: 1 (England).\n"),
             checked.out.constData());
}

void JoinOptionsTest::theReportIsWritten()
{
    const CliRun checked = run(
        "check --boundaries areas.shp --metadata metadata.csv --indicators others.csv --report report.csv");
    QCOMPARE(checked.exitCode, 0);
    const QList<QByteArray> lines = readBytes(m_folder.filePath("report.csv")).trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 4 + 5);
    QCOMPARE(lines[0], QByteArray("about,area_code,area_name,row,row_code,row_name,outcome,remark"));
    QCOMPARE(lines[2], QByteArray("area,E37000002,St Bees,4,e37000002,St Bees,joined by mended code,"));
    QCOMPARE(lines[4], QByteArray("area,E37000004,Derwent,,,,no row,"));
    QCOMPARE(lines[5], QByteArray("row,,,2,E92000001,England,benchmark,"));
}

void JoinOptionsTest::aReportThatCannotBeWrittenLeavesTheOldOne()
{
    writeBytes(m_folder, "old.csv", "old\n");
    const CliRun checked =
        runCli("check " + ownSources + "--report old.csv", {.folder = m_folder.path(), .fileLimit = 20});
    QCOMPARE(checked.exitCode, 1);
    QCOMPARE(checked.errorLines().size(), 1);
    QCOMPARE(readBytes(m_folder.filePath("old.csv")), QByteArray("old\n"));
}

void JoinOptionsTest::aReportWritesOverNoInput()
{
    const CliRun checked = run("check " + ownSources + "--report figures.csv");
    QCOMPARE(checked.exitCode, 2);
    QVERIFY2(checked.err.contains("--report figures.csv would write over"), checked.err.constData());
}

void JoinOptionsTest::aReportOfAnotherEndingIsRefused()
{
    const CliRun checked = run("check " + ownSources + "--report report.png");
    QCOMPARE(checked.exitCode, 2);
    QVERIFY(!QFileInfo::exists(m_folder.filePath("report.png")));
}

void JoinOptionsTest::aliasesJoinWhatTheFilesCallDifferently()
{
    const CliRun checked = run("check --boundaries areas.shp --metadata metadata.csv --indicators others.csv "
                               "--alias aliases.csv");
    QCOMPARE(checked.exitCode, 0);
    QVERIFY2(
        checked.out.contains("Join: 4 of 4 areas of the boundaries have a row: 2 by alias, 1 by code, 1 by "
                             "mended code.\n"),
        checked.out.constData());
}

void JoinOptionsTest::aliasesOfAProjectAreRead()
{
    writeBytes(
        m_folder, "project.atlas",
        R"({"disengagement_atlas_project": 2, "data": {"boundaries": "areas.shp", "indicators": "others.csv",
                   "metadata": "metadata.csv", "aliases": "aliases.csv"}})");
    QVERIFY(run("check --project project.atlas").out.contains("2 by alias"));
    QVERIFY(!run("check --project project.atlas --boundaries areas.shp").out.contains("by alias"));
}

void JoinOptionsTest::aliasesNeedBoundaries()
{
    const CliRun checked = run("check --indicators others.csv --alias aliases.csv");
    QCOMPARE(checked.exitCode, 2);
    QCOMPARE(checked.err, QByteArray("disengagement-atlas-cli: --alias needs --boundaries.\n"));
}

void JoinOptionsTest::aWrongAliasIsOneSentence()
{
    writeBytes(m_folder, "wrong.csv", "figures,boundaries\nX4,Derwen\n");
    const CliRun checked = run("check " + ownSources + "--alias wrong.csv");
    QCOMPARE(checked.exitCode, 1);
    QCOMPARE(checked.err,
             QByteArray("disengagement-atlas-cli: wrong.csv, row 2: areas.shp has no area \"Derwen\". "
                        "Did you mean \"Derwent\"?\n"));
    QCOMPARE(run("check " + ownSources + "--alias nowhere.csv").exitCode, 1);
    QCOMPARE(run("check " + ownSources + "--alias figures.csv --report figures.csv").exitCode, 2);
}

void JoinOptionsTest::benchmarksAreInNoTable()
{
    const CliRun written = run("table --metadata metadata.csv --indicators others.csv --out table.csv");
    QCOMPARE(written.exitCode, 0);
    QVERIFY(!readBytes(m_folder.filePath("table.csv")).contains("England"));
    QVERIFY(written.err.contains("1 row stands for a country, a region or a total (England)"));
}

ATLAS_TEST(JoinOptionsTest)

#include "test_join_options.moc"
