#include "tests/cli/cli_run.h"
#include "tests/cli/own_files.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// What `table --change` adds: the change since another period of the figures.
class ChangeColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void changesStandBehindTheColumnsThereAre();
    void columnsOfYearsAreComparedToo();
    void mistakesAreNamed();

private:
    CliRun run(const QString &line) { return runCli(line, {.folder = m_folder.path()}); }
    QList<QByteArray> linesOf(const QString &options);

    QTemporaryDir m_folder;
};

void ChangeColumnsTest::initTestCase()
{
    writeBytes(m_folder, "long.csv",
               "code,name,year,neet,pupils\n"
               "E06000001,North,2015,6.5,100\n"
               "E06000002,South,2015,5.25,300\n"
               "E06000001,North,2016,7,200\n"
               "E06000002,South,2016,c,100\n"
               "E06000003,West,2016,3.5,50\n");
    writeBytes(m_folder, "wide.csv",
               "code,name,neet_2015,neet_2016\nE06000001,North,6.5,7\nE06000002,South,5.25,4\n");
    writeBytes(m_folder, "plain.csv", "code,name,neet\nE06000001,North,6.5\nE06000002,South,5.25\n");
}

QList<QByteArray> ChangeColumnsTest::linesOf(const QString &options)
{
    const CliRun written = run("table --out out.csv --quiet --indicators " + options);
    return (written.exitCode == 0 ? readBytes(m_folder.filePath("out.csv")) : written.err).split('\n');
}

void ChangeColumnsTest::changesStandBehindTheColumnsThereAre()
{
    const QList<QByteArray> plain = linesOf("long.csv");
    const QList<QByteArray> compared = linesOf("long.csv --change 2015");
    QCOMPARE(compared[0], plain[0] + ",change_neet,change_pupils");
    for (qsizetype i = 1; i + 1 < plain.size(); ++i) {
        const QByteArray added = plain[i].contains("North")   ? ",0.5,100"
                                 : plain[i].contains("South") ? ",,-200"
                                                              : ",,";
        QCOMPARE(compared[i], plain[i] + added);
    }
    QVERIFY(linesOf("long.csv --change 2016 --period 2015")[0].endsWith(",change_neet,change_pupils"));
}

void ChangeColumnsTest::columnsOfYearsAreComparedToo()
{
    const QByteArray all = linesOf("wide.csv --change 2015").join('\n');
    QVERIFY2(all.contains(",change_neet"), all.constData());
    QVERIFY2(all.contains(",0.5\n") && all.contains(",-1.25\n"), all.constData());
}

void ChangeColumnsTest::mistakesAreNamed()
{
    QVERIFY(linesOf("long.csv --change 2011").join().contains("2015, 2016"));
    QVERIFY(linesOf("plain.csv --change 2015").join().contains("--change"));
    QCOMPARE(run("table --out out.csv --indicators long.csv --trace North --change 2015").exitCode, 2);
}

ATLAS_TEST(ChangeColumnsTest)

#include "test_change_columns.moc"
