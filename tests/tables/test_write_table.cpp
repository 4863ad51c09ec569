#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/tables/write_table.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

Table madeTable()
{
    return tableOfRows({{.kind = TableColumn::Kind::Text, .code = "area"}, {.code = "a,b"}},
                       {{textCell("Tyne, Wear"), numberCell(0.1)}, {textCell("The \"Fens\""), TableCell()}});
}

} // namespace

class WriteTableTest : public QObject
{
    Q_OBJECT

private slots:
    void csvIsExact();
    void rowsGoByTheOrder();
    void anEmptyLineIsARow();
    void aTableOfNothingHasAHeader();
    void theEndingChoosesTheFormat();
};

void WriteTableTest::csvIsExact()
{
    const QTemporaryDir folder;
    QVERIFY(writeTable(madeTable(), folder.filePath("out.csv")).ok());
    QCOMPARE(readBytes(folder.filePath("out.csv")),
             "area,\"a,b\"\n\"Tyne, Wear\",0.1\n\"The \"\"Fens\"\"\",\n");
}

void WriteTableTest::rowsGoByTheOrder()
{
    Table table = madeTable();
    table.order = {1, 0, 1};
    QCOMPARE(table.rowCount(), size_t(3));
    QCOMPARE(table.cell(0, 0), textCell("The \"Fens\""));
    QCOMPARE(tableBytes(table, "x.csv")->count('\n'), 4);
}

void WriteTableTest::anEmptyLineIsARow()
{
    const Table table = tableOfRows({{.code = "a"}}, {{TableCell()}, {numberCell(2)}});
    QCOMPARE(*tableBytes(table, "x.csv"), "a\n\"\"\n2\n");
}

void WriteTableTest::aTableOfNothingHasAHeader()
{
    QCOMPARE(*tableBytes(tableOfRows({{.code = "a"}, {.code = "b"}}, {}), "x.csv"), "a,b\n");
}

void WriteTableTest::theEndingChoosesTheFormat()
{
    QVERIFY(tableBytes(madeTable(), "/somewhere/OUT.CSV").ok());
    QCOMPARE(tableEndings(), QStringList({"csv"}));
    const QTemporaryDir folder;
    for (const QString name : {"out.xyz", "out", "csv"}) {
        const auto done = writeTable(madeTable(), folder.filePath(name));
        QVERIFY2(!done.ok(), qPrintable(name));
        QCOMPARE(done.error().message,
                 "The table is written as CSV; end " + folder.filePath(name) + " in .csv.");
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

ATLAS_TEST(WriteTableTest)

#include "test_write_table.moc"
