#include "tests/cli/cli_run.h"
#include "tests/support/grid_text.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/boundaries/boundary_reader.h"
#include "core/tables/read_grid.h"

#include <QProcess>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// Of a server that pg_virtualenv has started, as ./dev outside does.
class PostgresTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void figuresAreReadFromATable();
    void shapesAreReadFromATable();
    void theProgramOpensAMap();
    void passwordsAreNotRepeated();
    void whatIsNotThereIsSaid_data();
    void whatIsNotThereIsSaid();

private:
    CliSurroundings surroundings() const
    {
        return {.folder = m_folder.path(),
                .variables = {"PGSERVICEFILE=" + qEnvironmentVariable("PGSERVICEFILE"),
                              "PGPASSFILE=" + qEnvironmentVariable("PGPASSFILE")}};
    }

    QTemporaryDir m_folder;
    QByteArray m_password;
};

namespace {

/// Six Local Enterprise Partnerships as squares, and figures of them.
QByteArray statements()
{
    QByteArray sql =
        "CREATE EXTENSION postgis; CREATE TABLE leps (code text, name text, shape geometry(Polygon, "
        "27700)); CREATE SCHEMA open; CREATE TABLE open.figures (lep_code text, lep_name text, "
        "neet numeric(5, 1), absence double precision, pupils integer, note text);";
    for (int i = 1; i <= 6; ++i)
        sql +=
            QString("INSERT INTO leps VALUES ('E3700000%1', 'Part %1', ST_GeomFromText('%2', 27700));"
                    "INSERT INTO open.figures VALUES ('E3700000%1', 'Part %1', %1.5, 0.%1, 1000 * %1, NULL);")
                .arg(i)
                .arg(QString(squareWkt(400000 + i * 10000, 300000, 10000)))
                .toUtf8();
    return sql;
}

} // namespace

void PostgresTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("ATLAS_OUTSIDE"))
        QSKIP("Needs a PostgreSQL server with PostGIS; ./dev outside starts one.");
    m_password = qgetenv("PGPASSWORD");
    QVERIFY(!m_password.isEmpty());
    const QByteArray service = "[atlas]\nhost=" + qgetenv("PGHOST") + "\nport=" + qgetenv("PGPORT")
                               + "\nuser=" + qgetenv("PGUSER") + "\ndbname=" + qgetenv("PGDATABASE") + "\n";
    qputenv("PGSERVICEFILE", writeBytes(m_folder, "pg_service.conf", service).toUtf8());
    const QString passwords = writeBytes(m_folder, "passwords", "*:*:*:*:" + m_password + "\n");
    QVERIFY(QFile::setPermissions(passwords, QFile::ReadOwner | QFile::WriteOwner));
    qputenv("PGPASSFILE", passwords.toUtf8());
    for (const char *name : {"PGPASSWORD", "PGHOST", "PGPORT", "PGUSER", "PGDATABASE"})
        qunsetenv(name);
    QProcess psql;
    psql.start("psql", {"-q", "-v", "ON_ERROR_STOP=1", "service=atlas", "-f",
                        writeBytes(m_folder, "made.sql", statements())});
    QVERIFY(psql.waitForFinished());
    QVERIFY2(psql.exitCode() == 0, psql.readAllStandardError().constData());
}

void PostgresTest::figuresAreReadFromATable()
{
    Progress progress;
    const auto grid = readGrid("pg:atlas/open.figures", "The indicator file", {}, progress);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message + grid.error().details));
    QCOMPARE(grid->rowCount(), 7);
    QCOMPARE(gridText(*grid).section('|', 0, 1),
             "lep_code,lep_name,neet,absence,pupils,note|E37000001,Part 1,1.5#,0.1#,1000#");
    QVERIFY(grid->isTyped);
}

void PostgresTest::shapesAreReadFromATable()
{
    Progress progress;
    const auto read = readBoundaries("pg:atlas/leps", {}, progress);
    QVERIFY2(read.ok(), read.ok() ? "" : qPrintable(read.error().message + read.error().details));
    QCOMPARE(read->boundaries.size(), 6);
    QCOMPARE(read->readAs.codeField, "code");
    Progress other;
    const auto grid = readGrid("pg:atlas/leps", "The indicator file", {}, other);
    QVERIFY(grid.ok());
    QCOMPARE(gridText(*grid).section('|', 0, 1), "code,name|E37000001,Part 1");
}

void PostgresTest::theProgramOpensAMap()
{
    const CliRun run = runCli({"map", "--boundaries", "pg:atlas/leps", "--indicators",
                               "pg:atlas/open.figures", "--out", m_folder.filePath("map.svg")},
                              surroundings());
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY(readBytes(m_folder.filePath("map.svg")).contains("Part 6"));
    for (const auto &[table, kind] : {std::pair{"pg:atlas/leps", "boundaries of areas"},
                                      std::pair{"pg:atlas/open.figures", "figures of areas"}}) {
        const CliRun inspected = runCli({"inspect", table}, surroundings());
        QVERIFY2(inspected.out.contains(kind), (inspected.out + inspected.err).constData());
    }
}

void PostgresTest::passwordsAreNotRepeated()
{
    const QString address = "postgresql://postgres:" + m_password + "@localhost/postgres";
    for (const char *option : {"--boundaries", "--indicators", "--metadata"}) {
        const CliRun run = runCli({"check", option, address}, surroundings());
        QVERIFY(run.exitCode != 0);
        QVERIFY2(!run.out.contains(m_password) && !run.err.contains(m_password), run.err.constData());
    }
}

void PostgresTest::whatIsNotThereIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("a service") << "pg:nowhere/figures"
                               << "service nowhere does not answer";
    QTest::newRow("a table") << "pg:atlas/nothing"
                             << "no such table";
}

void PostgresTest::whatIsNotThereIsSaid()
{
    QFETCH(const QString, name);
    QFETCH(const QString, says);
    Progress progress;
    const auto grid = readGrid(name, "The indicator file", {}, progress);
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains(says), qPrintable(grid.error().message));
    Progress other;
    QVERIFY(!readBoundaries(name, {}, other).ok());
}

ATLAS_TEST(PostgresTest)
#include "test_postgres.moc"
