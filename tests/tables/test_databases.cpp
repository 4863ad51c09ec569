#include "tests/support/grid_text.h"
#include "tests/support/made_files.h"
#include "tests/support/made_zip.h"
#include "tests/support/test_program.h"

#include "core/tables/read_grid.h"
#include "core/tables/sqlite_grid.h"

#include <QElapsedTimer>
#include <QTest>

#include <sqlite3.h>

#include <memory>

using namespace atlas;
using namespace atlas::test;

namespace {

Result<Grid> read(const QString &path, const QString &table = {})
{
    Progress progress;
    return readGrid(path, "The indicator file", {table}, progress);
}

/// Writes a database by these statements and returns its path.
QString writeDatabase(const QTemporaryDir &folder, const QString &name, const char *statements)
{
    QString path = folder.filePath(name);
    sqlite3 *database = nullptr;
    sqlite3_open(path.toUtf8().constData(), &database);
    const bool done = sqlite3_exec(database, statements, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done ? path : QString();
}

const char *const figures = "CREATE TABLE notes (line TEXT); INSERT INTO notes VALUES ('read me');"
                            "CREATE TABLE figures (code TEXT, a REAL, b INTEGER, shape BLOB);"
                            "INSERT INTO figures VALUES ('E1', 0.1, 7, x'00'), ('E2', NULL, 8, NULL);"
                            "CREATE VIEW seen AS SELECT code, a * 2 AS twice FROM figures;";

} // namespace

class DatabasesTest : public QObject
{
    Q_OBJECT

private slots:
    void theTableWithMostFiguresIsRead();
    void tablesAndViewsCanBeNamed();
    void theDatabaseAndItsFolderStayAsTheyAre();
    void viewsThatNeverEndAreStopped_data();
    void viewsThatNeverEndAreStopped();
    void aGeoPackageOfAreasGivesItsAttributes();
    void aDbfByItselfIsATable();
    void attributesOfAreasAreATable();
    void damagedDatabases_data();
    void damagedDatabases();
};

void DatabasesTest::theTableWithMostFiguresIsRead()
{
    const QTemporaryDir folder;
    const auto grid = read(writeDatabase(folder, "f.sqlite", figures));
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(gridText(*grid), "code,a,b|E1,0.1#,7#|E2,,8#");
    QCOMPARE(grid->sheet, "figures");
    QCOMPARE(grid->sheets, QStringList({"notes", "figures", "seen"}));
    QVERIFY(grid->isTyped);
    QVERIFY(grid->issues.back().message.contains("--sheet: notes, seen"));
}

void DatabasesTest::tablesAndViewsCanBeNamed()
{
    const QTemporaryDir folder;
    const QString path = writeDatabase(folder, "f.gpkg", figures);
    QCOMPARE(gridText(*read(path, "Seen")), "code,twice|E1,0.2#|E2");
    QCOMPARE(gridText(*read(path, "notes")), "line|read me");
    const auto none = read(path, "x\"; DROP TABLE notes; --");
    QVERIFY(!none.ok());
    QVERIFY(none.error().message.contains("notes, figures, seen"));
}

void DatabasesTest::theDatabaseAndItsFolderStayAsTheyAre()
{
    const QTemporaryDir folder;
    const QString path =
        writeDatabase(folder, "f.sqlite", (QByteArray("PRAGMA journal_mode=WAL;") + figures).constData());
    const QByteArray before = readBytes(path);
    const QStringList files = filesIn(folder);
    QVERIFY(read(path).ok());
    QCOMPARE(readBytes(path), before);
    QCOMPARE(filesIn(folder), files);
}

void DatabasesTest::viewsThatNeverEndAreStopped_data()
{
    QTest::addColumn<QByteArray>("view");
    QTest::addColumn<QString>("says");
    const QByteArray endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";
    QTest::newRow("no row at all") << endless + "SELECT count(*) FROM n"
                                   << "gives no row";
    QTest::newRow("eleven gigabytes")
        << QByteArray("SELECT hex(zeroblob(900000000)) AS a") << "takes too much memory";
    QTest::newRow("rows without an end") << endless + "SELECT i, hex(zeroblob(8000000)) FROM n"
                                         << "takes too much memory";
}

void DatabasesTest::viewsThatNeverEndAreStopped()
{
    QFETCH(const QByteArray, view);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const QString path = writeDatabase(folder, "f.gpkg", ("CREATE VIEW v AS " + view).constData());
    Progress progress;
    const auto grid = readSqliteGrid(path, "The indicator file", {}, progress, 50);
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains(says), qPrintable(grid.error().message));
}

void DatabasesTest::aGeoPackageOfAreasGivesItsAttributes()
{
    const QTemporaryDir folder;
    const QString path =
        writeLayer(folder, "areas.gpkg", {.features = {{"E1", "Avon", squareWkt(0, 0, 10)}}});
    const auto grid = read(path);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(gridText(*grid), "fid,code,name|1#,E1,Avon");
    QCOMPARE(grid->sheets, QStringList{"areas"});
}

void DatabasesTest::aDbfByItselfIsATable()
{
    const QTemporaryDir folder;
    writeLayer(folder, "areas.shp", {.features = {{"E1", "Ynys M\xC3\xB4n", squareWkt(0, 0, 10)}}});
    const QTemporaryDir other;
    const QString path = writeBytes(other, "AREAS.DBF", readBytes(folder.filePath("areas.dbf")));
    const auto grid = read(path);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(gridText(*grid), QString::fromUtf8("code,name|E1,Ynys Môn"));
    QVERIFY(grid->isTyped);
}

void DatabasesTest::attributesOfAreasAreATable()
{
    const QTemporaryDir folder;
    for (const char *name : {"areas.shp", "areas.geojson", "areas.fgb"}) {
        const auto grid =
            read(writeLayer(folder, name, {.features = {{"E1", "Avon", squareWkt(400000, 300000, 10)}}}));
        QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
        QCOMPARE(gridText(*grid), "code,name|E1,Avon");
    }
}

void DatabasesTest::damagedDatabases_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("a database cut off")
        << "a.sqlite" << QByteArray("SQLite format 3\0 and no more", 28) << "damaged";
    QTest::newRow("no dBASE") << "a.dbf" << QByteArray("nothing") << "damaged";
    QTest::newRow("no workbook of the old kind")
        << "a.xls" << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut off") << "protected by a password";
    const QString stream = "EncryptedPackage";
    QTest::newRow("a workbook with a password")
        << "a.xlsx"
        << QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
               + QByteArray(reinterpret_cast<const char *>(stream.utf16()), stream.size() * 2)
        << "is protected by a password";
    QTest::newRow("a web page called a workbook")
        << "a.xls" << QByteArray("<html><table><tr><td>1") << "web page";
}

void DatabasesTest::damagedDatabases()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const auto grid = read(writeBytes(folder, name, bytes));
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains(says), qPrintable(grid.error().message));
}

ATLAS_TEST(DatabasesTest)
#include "test_databases.moc"
