#include "tests/support/grid_text.h"
#include "tests/support/made_files.h"
#include "tests/support/made_workbook.h"
#include "tests/support/made_zip.h"
#include "tests/support/test_program.h"

#include "core/common/postgres_table.h"
#include "core/tables/read_grid.h"

#include <QFile>
#include <QTest>

#include <sys/stat.h>

#include <chrono>
#include <future>

using namespace atlas;
using namespace atlas::test;

namespace {

Result<Grid> read(const QString &path, const QString &sheet = {})
{
    Progress progress;
    return readGrid(path, "The indicator file", {sheet}, progress);
}

} // namespace

class ReadGridTest : public QObject
{
    Q_OBJECT

private slots:
    void tablesInZips_data();
    void tablesInZips();
    void aWorkbookInAZip();
    void zipsWithoutATable_data();
    void zipsWithoutATable();
    void whatIsNoFileIsRefusedAtOnce();
    void aFileThatIsWrittenToMeanwhileIsSaid();
    void aTextHasNoSheets();
    void tablesOfServers_data();
    void tablesOfServers();
    void namesThatAreNoTableOfAServer_data();
    void namesThatAreNoTableOfAServer();
};

using Files = std::vector<std::pair<QString, QByteArray>>;

void ReadGridTest::tablesInZips_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("cells");
    QTest::addColumn<QString>("sheet");
    const QByteArray table = "a,b\nE1,1\n";
    QTest::newRow("one") << Files{{"table.csv", table}} << ""
                         << "a,b|E1,1"
                         << "table.csv";
    QTest::newRow("in a folder, in capitals, beside a text for people")
        << Files{{"README.TXT", "Of the year"}, {"data/TABLE.CSV", table}, {"__MACOSX/data/._TABLE.CSV", "x"}}
        << ""
        << "a,b|E1,1"
        << "data/TABLE.CSV";
    QTest::newRow("the one with most figures")
        << Files{{"meta.csv", "column,label\na,Area\n"}, {"data.csv", table}} << ""
        << "a,b|E1,1"
        << "data.csv";
    QTest::newRow("one that is named")
        << Files{{"meta.csv", "column,label\na,Area\n"}, {"data.csv", table}} << "META.csv"
        << "column,label|a,Area"
        << "meta.csv";
    QTest::newRow("one beside an empty one") << Files{{"none.csv", ""}, {"data.csv", table}} << ""
                                             << "a,b|E1,1"
                                             << "data.csv";
}

void ReadGridTest::tablesInZips()
{
    QFETCH(const Files, files);
    QFETCH(const QString, wanted);
    QFETCH(const QString, cells);
    QFETCH(const QString, sheet);
    const QTemporaryDir folder;
    const auto grid = read(writeZip(folder, "tables.zip", files), wanted);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(gridText(*grid), cells);
    QCOMPARE(grid->sheet, sheet);
    QCOMPARE(grid->file, "tables.zip");
    QVERIFY(grid->facts.front().contains("inside of a zip"));
}

void ReadGridTest::aWorkbookInAZip()
{
    const QTemporaryDir folder;
    const QByteArray first = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    const QByteArray second = "<sheetData><row><c><v>2</v></c><c><v>3</v></c></row></sheetData>";
    const QString workbook = writeXlsx(folder, "a.xlsx", {{"One", first}, {"Two", second}});
    const QString zip = writeZip(folder, "a.zip", {{"folder/a.xlsx", readBytes(workbook)}});
    QCOMPARE(gridText(*read(zip)), "2#,3#");
    QCOMPARE(gridText(*read(zip, "One")), "1#");
    QCOMPARE(read(zip)->file, "a.zip");
}

void ReadGridTest::zipsWithoutATable_data()
{
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("says");
    QTest::newRow("a picture") << Files{{"a.png", "x"}} << "without a table";
    QTest::newRow("an empty table") << Files{{"a.csv", ""}} << "is empty";
    QTest::newRow("a zip") << Files{{"a.zip", "PK\3\4"}} << "another zip";
    QTest::newRow("a binary workbook")
        << Files{{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "x"}} << "Save it as .xlsx";
}

void ReadGridTest::zipsWithoutATable()
{
    QFETCH(const Files, files);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const auto grid = read(writeZip(folder, "tables.zip", files));
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains(says), qPrintable(grid.error().message));
}

void ReadGridTest::whatIsNoFileIsRefusedAtOnce()
{
    const QTemporaryDir folder;
    const QString pipe = folder.filePath("pipe.csv"), loop = folder.filePath("loop.csv");
    QCOMPARE(mkfifo(pipe.toUtf8().constData(), S_IRUSR | S_IWUSR), 0);
    QVERIFY(QFile::link(loop, loop));
    for (const QString &path :
         {pipe, loop, QString("/dev/zero"), folder.path(), folder.filePath("none.csv")}) {
        const auto grid = read(path);
        QVERIFY(!grid.ok());
        QVERIFY(grid.error().message.startsWith("The indicator file " + path));
    }
}

void ReadGridTest::aFileThatIsWrittenToMeanwhileIsSaid()
{
    using namespace std::chrono_literals;
    const QTemporaryDir folder;
    QByteArray rows = "uCode,a\n";
    for (int row = 0; row < 50'000; ++row)
        rows += "E" + QByteArray::number(row) + ",1\n";
    const QString path = writeBytes(folder, "a.csv", rows);
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    auto reading = std::async(std::launch::async, [&path] { return read(path); });
    while (reading.wait_for(0s) != std::future_status::ready) {
        file.write("E,1\n");
        file.flush();
    }
    const auto grid = reading.get();
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains("was written to while it was read"),
             qPrintable(grid.error().message));
}

void ReadGridTest::aTextHasNoSheets()
{
    const QTemporaryDir folder;
    const auto grid = read(writeBytes(folder, "a.csv", "a,b\n1,2\n"), "Sheet1");
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains("no sheets"), qPrintable(grid.error().message));
}

void ReadGridTest::tablesOfServers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("parts");
    QTest::newRow("a table") << "pg:atlas/figures"
                             << "atlas||figures";
    QTest::newRow("a table of a schema") << "pg:my-service/open.Table 4"
                                         << "my-service|open|Table 4";
}

void ReadGridTest::tablesOfServers()
{
    QFETCH(const QString, name);
    QFETCH(const QString, parts);
    QVERIFY(isPostgresTable(name));
    const auto table = postgresTable(name);
    QVERIFY(table.ok());
    QCOMPARE(QStringList({table->service, table->schema, table->table}).join("|"), parts);
}

void ReadGridTest::namesThatAreNoTableOfAServer_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("an address with a password") << "postgresql://me:secret@server/db";
    QTest::newRow("a connection of GDAL") << "PG:host=server password=secret dbname=db";
    QTest::newRow("settings behind the service") << "pg:atlas password=secret/figures";
    QTest::newRow("no table") << "pg:atlas";
    QTest::newRow("a quotation mark") << "pg:atlas/secret\"; DROP";
}

void ReadGridTest::namesThatAreNoTableOfAServer()
{
    QFETCH(const QString, name);
    const auto grid = read(name);
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains("pg:SERVICE/TABLE"), qPrintable(grid.error().message));
    QVERIFY(!(grid.error().message + grid.error().details).contains("secret"));
}

ATLAS_TEST(ReadGridTest)
#include "test_read_grid.moc"
