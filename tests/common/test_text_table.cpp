#include "tests/support/captured_stderr.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/common/files.h"
#include "core/common/text_table.h"

#include <QStringEncoder>
#include <QTest>

#include <vector>

using namespace atlas;
using namespace atlas::test;

namespace {

using Rows = std::vector<QStringList>;

Result<TextTable> readBack(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    return readTextTable(writeBytes(folder, "table.csv", bytes), "The indicator file");
}

QByteArray encoded(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

} // namespace

class TextTableTest : public QObject
{
    Q_OBJECT

private slots:
    void layoutsOfOneTableReadAlike_data();
    void layoutsOfOneTableReadAlike();
    void quotedCellsMayHoldAnything();
    void aBackslashIsNothingSpecial();
    void encodings_data();
    void encodings();
    void aTextThatIsNotUtf8IsReadAsWindows1252WithANote();
    void libraryWarningsAreNotPrinted();
    void shortRowsAreFilledUp();
    void cellsBeyondTheHeaderAreAnIssue();
    void emptyCellsBeyondTheHeaderAreNone();
    void blankLinesKeepTheNumbersOfRows();
    void blankLinesAtTheEndAreDropped();
    void rowsWithNothingBelowTheHeaderAreDroppedAtTheEnd();
    void aHeaderOfTwoWordsIsOneColumn();
    void byteOrderMarksAreNoPartOfCells();
    void columnsWithoutAHeaderGetOne();
    void columnsAreFoundWhateverTheirCase();
    void filesThatAreNoTables_data();
    void filesThatAreNoTables();
    void whatIsWrittenReadsBack_data();
    void whatIsWrittenReadsBack();
    void onlyCellsThatNeedItAreQuoted();
    void aTableWithoutRowsIsItsHeader();
};

void TextTableTest::layoutsOfOneTableReadAlike_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("commas") << QByteArray("code,value\nE1,4.7\nE2,5\n");
    QTest::newRow("semicolons") << QByteArray("code;value\nE1;4.7\nE2;5\n");
    QTest::newRow("tabs") << QByteArray("code\tvalue\nE1\t4.7\nE2\t5\n");
    QTest::newRow("lines of Windows") << QByteArray("code,value\r\nE1,4.7\r\nE2,5\r\n");
    QTest::newRow("lines of old Macs") << QByteArray("code,value\rE1,4.7\rE2,5\r");
    QTest::newRow("no end to the last line") << QByteArray("code,value\nE1,4.7\nE2,5");
    QTest::newRow("everything quoted") << QByteArray("\"code\",\"value\"\n\"E1\",\"4.7\"\n\"E2\",\"5\"\n");
    QTest::newRow("spaces around cells") << QByteArray(" code , value\nE1 , 4.7\n E2,5 \n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "code,value\nE1,4.7\nE2,5\n");
    QTest::newRow("empty columns at the right") << QByteArray("code,value,,\nE1,4.7,,\nE2,5,,\n");
}

void TextTableTest::layoutsOfOneTableReadAlike()
{
    QFETCH(const QByteArray, bytes);
    const auto table = readBack(bytes);
    QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.error().message));
    QCOMPARE(table->header, QStringList({"code", "value"}));
    QCOMPARE(table->rows, (Rows{{"E1", "4.7"}, {"E2", "5"}}));
    QCOMPARE(table->file, "table.csv");
    QVERIFY(table->issues.empty());
}

void TextTableTest::quotedCellsMayHoldAnything()
{
    const auto table = readBack("\"a; b\",c\n\"x, y\",\"two\nlines\"\n\"he said \"\"yes\"\"\",\";\"\n");
    QVERIFY(table.ok());
    QCOMPARE(table->header, QStringList({"a; b", "c"}));
    QCOMPARE(table->rows, (Rows{{"x, y", "two\nlines"}, {"he said \"yes\"", ";"}}));
}

void TextTableTest::aBackslashIsNothingSpecial()
{
    const auto table = readBack("a,b\n\"x\\\",2\n\"y\",3\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows, (Rows{{"x\\", "2"}, {"y", "3"}}));
}

void TextTableTest::encodings_data()
{
    QTest::addColumn<QStringConverter::Encoding>("encoding");
    QTest::newRow("UTF-8 with a byte order mark") << QStringConverter::Utf8;
    QTest::newRow("UTF-16, little end first") << QStringConverter::Utf16LE;
    QTest::newRow("UTF-16, big end first") << QStringConverter::Utf16BE;
}

void TextTableTest::encodings()
{
    QFETCH(const QStringConverter::Encoding, encoding);
    const auto table = readBack(encoded(QString::fromUtf8("name,value\nYnys Môn – 島,5\n"), encoding));
    QVERIFY(table.ok());
    QCOMPARE(table->header, QStringList({"name", "value"}));
    QCOMPARE(table->rows[0][0], QString::fromUtf8("Ynys Môn – 島"));
    QVERIFY(table->issues.empty());
}

void TextTableTest::aTextThatIsNotUtf8IsReadAsWindows1252WithANote()
{
    const auto table = readBack("name,cost\nYnys M\xF4n \x96 west,\x80 5\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows[0], QStringList({QString::fromUtf8("Ynys Môn – west"), QString::fromUtf8("€ 5")}));
    QCOMPARE(table->issues.size(), size_t(1));
    QCOMPARE(table->issues[0].severity, Severity::Note);
    QVERIFY(table->issues[0].message.contains("Windows-1252"));
}

void TextTableTest::libraryWarningsAreNotPrinted()
{
    CapturedStderr captured;
    const auto table = readBack("name,value\ncaf\xE9 \x81,5\n"); // 0x81 means nothing in Windows-1252
    QCOMPARE(captured.text(), QByteArray());
    QVERIFY(table.ok());
}

void TextTableTest::shortRowsAreFilledUp()
{
    const auto table = readBack("a,b,c\n1\n2,3\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows, (Rows{{"1", "", ""}, {"2", "3", ""}}));
    QVERIFY(table->issues.empty());
}

void TextTableTest::cellsBeyondTheHeaderAreAnIssue()
{
    const auto table = readBack("name,value\nLeeds,1\nDerby, Derbyshire,2\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows[1], QStringList({"Derby", "Derbyshire"}));
    QCOMPARE(table->issues.size(), size_t(1));
    QCOMPARE(table->issues[0].severity, Severity::Warning);
    QCOMPARE(table->issues[0].row, 3);
}

void TextTableTest::emptyCellsBeyondTheHeaderAreNone()
{
    const auto table = readBack("a,b\n1,2,,\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows[0], QStringList({"1", "2"}));
    QVERIFY(table->issues.empty());
}

void TextTableTest::blankLinesKeepTheNumbersOfRows()
{
    const auto table = readBack("a,b\n1,2\n\n,\n3,4\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows.size(), size_t(4));
    QVERIFY(table->isBlank(1));
    QVERIFY(table->isBlank(2));
    QCOMPARE(table->rows[3], QStringList({"3", "4"}));
    QCOMPARE(TextTable::spreadsheetRow(3), 5);
}

void TextTableTest::blankLinesAtTheEndAreDropped()
{
    const auto table = readBack("a,b\n1,2\n\n,\n , \n\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows.size(), size_t(1));
}

void TextTableTest::rowsWithNothingBelowTheHeaderAreDroppedAtTheEnd()
{
    const auto table = readBack("a,b\n1,2\n,,beyond\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows, (Rows{{"1", "2"}}));
    QCOMPARE(table->issues.size(), size_t(1));
    QCOMPARE(table->issues[0].row, 3);
}

void TextTableTest::aHeaderOfTwoWordsIsOneColumn()
{
    const auto table = readBack("area code\nE1\nE2\n");
    QVERIFY(table.ok());
    QCOMPARE(table->header, QStringList{"area code"});
    QCOMPARE(table->rows, (Rows{{"E1"}, {"E2"}}));
}

void TextTableTest::byteOrderMarksAreNoPartOfCells()
{
    const QByteArray mark("\xEF\xBB\xBF");
    const auto table = readBack(mark + "a,b\n1,2\n" + mark + "3,4\n \"" + mark + "5\",6\n");
    QVERIFY(table.ok());
    QCOMPARE(table->rows, (Rows{{"1", "2"}, {"3", "4"}, {"5", "6"}}));
}

void TextTableTest::columnsWithoutAHeaderGetOne()
{
    const auto table = readBack("a,,b\n1,2,3\n");
    QVERIFY(table.ok());
    QCOMPARE(table->header, QStringList({"a", "column 2", "b"}));
}

void TextTableTest::columnsAreFoundWhateverTheirCase()
{
    const auto table = readBack("uCode,Value\nE1,2\n");
    QVERIFY(table.ok());
    QCOMPARE(table->column("UCODE"), 0);
    QCOMPARE(table->column("value"), 1);
    QCOMPARE(table->column("other"), -1);
}

void TextTableTest::filesThatAreNoTables_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::newRow("empty") << QByteArray() << "is empty";
    QTest::newRow("blank lines") << QByteArray("\n\n \n") << "no header";
    QTest::newRow("a blank first line") << QByteArray("\na,b\n1,2\n") << "no header";
    QTest::newRow("a byte order mark alone") << QByteArray("\xEF\xBB\xBF") << "no header";
    QTest::newRow("header only") << QByteArray("a,b\n") << "no rows";
    QTest::newRow("header and blank rows") << QByteArray("a,b\n,\n\n") << "no rows";
    QTest::newRow("a NUL byte") << QByteArray("a,b\n1,\0\n", 8) << "not a text table";
    QTest::newRow("a workbook") << QByteArray("PK\3\4\24\0\6\0\xff\xfe\0,\n\n", 14) << "not a text table";
    QTest::newRow("an open quotation mark") << QByteArray("a,b\n1,\"2\n3,4\n") << "never closed";
    QTest::newRow("two columns of one name") << QByteArray("a,b,A\n1,2,3\n") << "two columns named A";
}

void TextTableTest::filesThatAreNoTables()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, expected);
    const auto table = readBack(bytes);
    QVERIFY(!table.ok());
    QVERIFY(table.error().message.startsWith("The indicator file "));
    QVERIFY(table.error().message.contains("table.csv"));
    QVERIFY2(table.error().message.contains(expected), qPrintable(table.error().message));
}

void TextTableTest::whatIsWrittenReadsBack_data()
{
    QTest::addColumn<QStringList>("header");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("plain") << QStringList{"a", "b"} << Rows{{"1", "x"}, {"2", "y"}};
    QTest::newRow("commas, semicolons and tabs") << QStringList{"a,1", "b;2"} << Rows{{"x,y", "p;q\tr"}};
    QTest::newRow("quotation marks") << QStringList{"a \"b\"", "c"} << Rows{{"\"", "say \"yes\""}};
    QTest::newRow("lines in a cell") << QStringList{"a", "b"} << Rows{{"one\ntwo", "x"}, {"3", "y"}};
    QTest::newRow("empty cells") << QStringList{"a", "b"} << Rows{{"", "x"}, {"", ""}, {"y", ""}};
    QTest::newRow("one column with an empty cell") << QStringList{"a"} << Rows{{"x"}, {""}, {"y"}};
    QTest::newRow("other scripts") << QStringList{QString::fromUtf8("é"), "b"}
                                   << Rows{{QString::fromUtf8("島 – “x”"), QString::fromUtf8("😀")}};
}

void TextTableTest::whatIsWrittenReadsBack()
{
    QFETCH(const QStringList, header);
    QFETCH(const Rows, rows);
    const auto written = writeTextTable({.header = header, .rows = rows});
    const auto table = readBack(written);
    QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.error().message));
    QCOMPARE(table->header, header);
    QCOMPARE(table->rows, rows);
}

void TextTableTest::onlyCellsThatNeedItAreQuoted()
{
    const auto written =
        writeTextTable({.header = {"code", "a value"}, .rows = {{"007", "-1.5"}, {"x,y", ""}}});
    QCOMPARE(written, QByteArray("code,a value\n007,-1.5\n\"x,y\",\n"));
}

void TextTableTest::aTableWithoutRowsIsItsHeader()
{
    QCOMPARE(writeTextTable({.header = {"a", "b"}}), QByteArray("a,b\n"));
}

ATLAS_TEST(TextTableTest)

#include "test_text_table.moc"
