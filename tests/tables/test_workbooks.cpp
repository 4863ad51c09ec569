#include "tests/support/grid_text.h"
#include "tests/support/made_files.h"
#include "tests/support/made_workbook.h"
#include "tests/support/made_zip.h"
#include "tests/support/test_program.h"

#include "core/tables/read_grid.h"

#include <QTest>

using namespace atlas;
using namespace atlas::test;

namespace {

Result<Grid> read(const QString &path, const QString &sheet = {})
{
    Progress progress;
    return readGrid(path, "The indicator file", {sheet}, progress);
}

QByteArray inRow(const QByteArray &cells)
{
    return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>";
}

/// A cell of an ODS.
QByteArray odsText(const QByteArray &text, const QByteArray &attributes = {})
{
    return "<table:table-cell office:value-type=\"string\" " + attributes + "><text:p>" + text
           + "</text:p></table:table-cell>";
}

QByteArray odsValue(const QByteArray &type, const QByteArray &value, const QByteArray &shown)
{
    return "<table:table-cell office:value-type=\"" + type + "\" office:" + value + "><text:p>" + shown
           + "</text:p></table:table-cell>";
}

QByteArray odsRow(const QByteArray &cells, const QByteArray &attributes = {})
{
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

} // namespace

class WorkbooksTest : public QObject
{
    Q_OBJECT

private slots:
    void cellsOfXlsx_data();
    void cellsOfXlsx();
    void cellsOfOds_data();
    void cellsOfOds();
    void mergedCellsOfXlsxFillWhatTheyCover();
    void daysMayCountFrom1904();
    void whatIsHiddenIsReadAndSaid();
    void formulasWithoutAResultAreSaid();
    void theSheetWithMostFiguresIsRead();
    void aSheetCanBeNamed();
    void hiddenSheetsAreReadOnlyWhenNamed();
    void aPasswordIsSaid();
    void badWorkbooks_data();
    void badWorkbooks();
    void aSheetThatIsMostlyAirIsBounded();
};

void WorkbooksTest::cellsOfXlsx_data()
{
    QTest::addColumn<QByteArray>("cells");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *cells, const char *shown) {
        QTest::newRow(name) << QByteArray(cells) << QString::fromUtf8(shown);
    };
    row("a percentage has all digits of the share", R"(<c r="A1" s="1"><v>6.4321799999999998E-2</v></c>)",
        "6.43218%#");
    row("a percentage in a format that is built in", R"(<c s="6"><v>0.057</v></c><c s="6"><v>1</v></c>)",
        "5.7%#,100%#");
    row("a sign of percentage that only stands behind", R"(<c s="5"><v>6.4</v></c>)", "6.4%#");
    row("a number has the digits that read back",
        "<c><v>99.900000000000006</v></c><c><v>0.30000000000000004</v></c><c><v>-3.50</v></c><c><v>12</v></"
        "c>",
        "99.9#,0.30000000000000004#,-3.5#,12#");
    row("large and small numbers", "<c><v>1E-3</v></c><c><v>123456789.123456789</v></c><c><v>1e300</v></c>",
        "0.001#,123456789.12345679#,1e300#");
    row("shares of any size in a format of percentages",
        R"(<c s="1"><v>0</v></c><c s="1"><v>-0.5</v></c><c s="1"><v>12</v></c><c s="1"><v>0.0001</v></c>)"
        R"(<c s="1"><v>0.10</v></c><c s="1"><v>1.23456789012345</v></c><c s="1"><v>5E-3</v></c>)",
        "0%#,-50%#,1200%#,0.01%#,10%#,123.456789012345%#,0.5%#");
    row("days",
        R"(<c s="2"><v>42434</v></c><c s="2"><v>1</v></c><c s="2"><v>59</v></c><c s="2"><v>61</v></c>)",
        "2016-03-05,1900-01-01,1900-02-28,1900-03-01");
    row("a year", R"(<c s="3"><v>42370</v></c>)", "2016#");
    row("a day with its time", R"(<c s="4"><v>42434.5</v></c>)", "2016-03-05T12:00:00");
    row("a shared text", R"(<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>7</v></c>)",
        "plain,rich text");
    row("a text in the cell", R"(<c t="inlineStr"><is><r><t>in </t></r><r><t>parts</t></r></is></c>)",
        "in parts");
    row("a formula has its last result",
        R"(<c><f>1/3</f><v>0.5</v></c><c t="str"><f>A1</f><v>x&amp;y</v></c><c t="b"><f>A1</f><v>1</v></c>)",
        "0.5#,x&y,TRUE");
    row("errors are their text", R"(<c t="e"><v>#N/A</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>)",
        "#N/A,#DIV/0!");
    row("truths", R"(<c t="b"><v>1</v></c><c t="b"><v>0</v></c>)", "TRUE,FALSE");
    row("cells without a place follow each other", R"(<c r="B1"><v>1</v></c><c><v>2</v></c>)", ",1#,2#");
    row("cells in no order", R"(<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>)", "1#,,3#");
    row("a code that is a text stays one", R"(<c t="inlineStr"><is><t>00123</t></is></c>)", "00123");
    row("thousands and millions",
        R"(<c s="7"><v>12345.678</v></c><c s="7"><v>-50</v></c><c s="11"><v>2500000</v></c>)",
        "12.345678#,-0.05#,2.5#");
    row("texts that a format shows in place of numbers",
        R"(<c s="8"><v>3</v></c><c s="8"><v>1234</v></c><c s="12"><v>0</v></c><c s="12"><v>-7</v></c>)",
        "c,1234#,low,-7#");
    row("markers that a format shows", R"(<c s="9"><v>12.3</v></c>)", "12.3 [u]#");
    row("the dash of accounts is zero",
        R"(<c s="10"><v>0</v></c><c s="10"><v>-1200</v></c><c s="10"><v>5</v></c>)", "0#,-1200#,5#");
    row("raised digits are no decimals",
        R"(<c t="s"><v>2</v></c><c t="inlineStr"><is><r><t>12.3</t></r><r><rPr><vertAlign val="superscript"/></rPr>)"
        R"(<t>12</t></r></is></c><c t="s"><v>0</v></c>)",
        "6.4\u00B9,12.3\u00B9\u00B2,plain");
    row("what is no number in a cell of numbers", "<c><v>NaN</v></c><c><v>12a</v></c>", "NaN,12a");
    row("a code of a character is that character", R"(<c t="str"><v>a_x0041_b</v></c>)", "aAb");
}

void WorkbooksTest::cellsOfXlsx()
{
    QFETCH(const QByteArray, cells);
    QFETCH(const QString, shown);
    const QTemporaryDir folder;
    const auto grid =
        read(writeXlsx(folder, "a.xlsx", {{"Data", inRow(cells)}},
                       {"<t>plain</t>", "<r><t>rich </t></r><r><t>text</t></r><rPh><t>no</t></rPh>",
                        "<r><t>6.4</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>"}));
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(gridText(*grid), shown);
    QVERIFY(grid->isTyped);
    QCOMPARE(grid->sheet, "Data");
    QCOMPARE(grid->sheets, QStringList{"Data"});
    QCOMPARE(grid->file, "a.xlsx");
    QVERIFY(grid->issues.empty());
}

void WorkbooksTest::cellsOfOds_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<QString>("shown");
    QTest::newRow("a percentage has all digits of the share")
        << odsRow(odsValue("percentage", "value=\"0.0643218\"", "6.4%")) << "6.43218%#";
    QTest::newRow("a sign of percentage that only stands behind")
        << odsRow(odsValue("float", "value=\"6.4\"", "6.4%")) << "6.4%#";
    QTest::newRow("numbers and currency") << odsRow(odsValue("float", "value=\"0.333333333333333\"", "0.33")
                                                    + odsValue("currency", "value=\"1200\"", "£1,200"))
                                          << "0.333333333333333#,1200#";
    QTest::newRow("days and years") << odsRow(
        odsValue("date", "date-value=\"2016-03-05\"", "05/03/16")
        + odsValue("date", "date-value=\"2016-01-01\"", "2016")
        + odsValue("date", "date-value=\"2016-03-05T12:00:00\"", "5 Mar 12:00"))
                                    << "2016-03-05,2016#,2016-03-05T12:00:00";
    QTest::newRow("truths and errors") << odsRow(odsValue("boolean", "boolean-value=\"true\"", "TRUE")
                                                 + odsValue("string", "string-value=\"\"", "#N/A")
                                                 + odsValue("float", "value=\"0\"", "#DIV/0!"))
                                       << "TRUE,#N/A,#DIV/0!";
    QTest::newRow("thousands, texts and markers that are shown")
        << odsRow(odsValue("float", "value=\"12345.678\"", "12.3")
                  + odsValue("float", "value=\"2500000\"", "2,5") + odsValue("float", "value=\"3\"", "c")
                  + odsValue("float", "value=\"12.3\"", "12.3 [u]") + odsValue("float", "value=\"0\"", "-")
                  + odsValue("float", "value=\"12345.678\"", "12,346")
                  + odsValue("float", "value=\"1234\"", "1.23E+03"))
        << "12.345678#,2.5#,c,12.3 [u]#,0#,12345.678#,1234#";
    QTest::newRow("raised digits are no decimals")
        << odsRow("<table:table-cell office:value-type=\"string\"><text:p>6.4<text:span "
                  "text:style-name=\"raised\">1</text:span></text:p></table:table-cell>"
                  + odsText("7<text:span>2</text:span>"))
        << QString::fromUtf8("6.4\u00B9,72");
    QTest::newRow("paragraphs, spaces and notes")
        << odsRow("<table:table-cell office:value-type=\"string\"><office:annotation><text:p>a note</text:p>"
                  "</office:annotation><text:p>a<text:s text:c=\"2\"/>b <text:span>c</text:span></text:p>"
                  "<text:p>d</text:p></table:table-cell>")
        << "a  b c\nd";
    QTest::newRow("repeated cells and rows")
        << odsRow(odsText("x", "table:number-columns-repeated=\"2\"")
                      + "<table:table-cell table:number-columns-repeated=\"16000\"/>",
                  "table:number-rows-repeated=\"2\"")
               + odsRow("<table:table-cell/>", "table:number-rows-repeated=\"2\"") + odsRow(odsText("y"))
               + odsRow("<table:table-cell/>", "table:number-rows-repeated=\"1048000\"")
        << "x,x|x,x|||y";
    QTest::newRow("merged cells fill what they cover")
        << odsRow(odsText("LEP", "table:number-rows-spanned=\"2\"")
                  + odsText("Rates", "table:number-columns-spanned=\"2\"") + "<table:covered-table-cell/>"
                  + odsText("When"))
               + odsRow("<table:covered-table-cell/>" + odsText("a") + odsText("b"))
        << "LEP,Rates,Rates,When|LEP,a,b";
}

void WorkbooksTest::cellsOfOds()
{
    QFETCH(const QByteArray, rows);
    QFETCH(const QString, shown);
    const QTemporaryDir folder;
    const auto grid = read(writeOds(folder, "a.ods", {{"Data", rows}}));
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(gridText(*grid), shown);
    QVERIFY(grid->isTyped);
    QCOMPARE(grid->sheet, "Data");
    QVERIFY(grid->issues.empty());
}

void WorkbooksTest::mergedCellsOfXlsxFillWhatTheyCover()
{
    const QTemporaryDir folder;
    const QByteArray sheet =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Title</v></c></row><row r=\"2\"><c r=\"A2\" "
        "t=\"str\"><v>LEP</v></c><c r=\"B2\" t=\"str\"><v>Rates</v></c></row><row r=\"3\"><c r=\"B3\" "
        "t=\"str\"><v>a</v></c><c r=\"C3\" t=\"str\"><v>b</v></c></row></sheetData><mergeCells><mergeCell "
        "ref=\"A1:XFD1\"/><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"nonsense\"/>"
        "<mergeCell ref=\"C9:D99\"/></mergeCells>";
    const auto grid = read(writeXlsx(folder, "a.xlsx", {{"Data", sheet}}));
    QVERIFY(grid.ok());
    QCOMPARE(gridText(*grid), "Title,Title,Title|LEP,Rates,Rates|LEP,a,b");
}

void WorkbooksTest::daysMayCountFrom1904()
{
    const QTemporaryDir folder;
    const auto grid = read(writeXlsx(folder, "a.xlsx", {{"Data", inRow("<c s=\"2\"><v>0</v></c>")}}, {},
                                     "<workbookPr date1904=\"1\"/>"));
    QVERIFY(grid.ok());
    QCOMPARE(gridText(*grid), "1904-01-01");
}

void WorkbooksTest::whatIsHiddenIsReadAndSaid()
{
    const QTemporaryDir folder;
    const QByteArray sheet = "<cols><col min=\"2\" max=\"16384\" hidden=\"true\"/></cols><sheetData><row "
                             "r=\"1\" hidden=\"1\"><c><v>1</v></c><c><v>2</v></c></row></sheetData>";
    const auto xlsx = read(writeXlsx(folder, "a.xlsx", {{"Data", sheet}}));
    const auto ods = read(writeOds(
        folder, "a.ods",
        {{"Data", "<table:table-column/><table:table-column table:visibility=\"collapse\"/>"
                      + odsRow(odsValue("float", "value=\"1\"", "1") + odsValue("float", "value=\"2\"", "2"),
                               "table:visibility=\"filter\"")}}));
    for (const auto &grid : {xlsx, ods}) {
        QVERIFY(grid.ok());
        QCOMPARE(gridText(*grid), "1#,2#");
        QCOMPARE(grid->issues.size(), size_t(2));
        QVERIFY2(grid->issues[0].message.contains("1 row"), qPrintable(grid->issues[0].message));
        QVERIFY2(grid->issues[1].message.contains("1 column"), qPrintable(grid->issues[1].message));
    }
}

void WorkbooksTest::formulasWithoutAResultAreSaid()
{
    const QTemporaryDir folder;
    const auto grid = read(writeXlsx(folder, "a.xlsx", {{"Data", inRow("<c><v>1</v></c><c><f>A1</f></c>")}}));
    QVERIFY(grid.ok());
    QCOMPARE(gridText(*grid), "1#");
    QCOMPARE(grid->issues.size(), size_t(1));
    QCOMPARE(grid->issues[0].severity, Severity::Warning);
    QVERIFY2(grid->issues[0].message.contains("formula")
                 && grid->issues[0].message.contains("the first in B1"),
             qPrintable(grid->issues[0].message));
    // Programs that cannot calculate write 0, and ask for it.
    const QByteArray cells = "<c><v>1</v></c><c r=\"AB1\"><f>A1</f><v>0</v></c>";
    const auto later = read(writeXlsx(folder, "b.xlsx", {{"Data", inRow(cells)}}, {},
                                      "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>"));
    QVERIFY(later.ok());
    QCOMPARE(later->issues.size(), size_t(1));
    QVERIFY2(later->issues[0].message.contains("the first in AB1"), qPrintable(later->issues[0].message));
    QVERIFY(read(writeXlsx(folder, "c.xlsx", {{"Data", inRow(cells)}}))->issues.empty());
}

void WorkbooksTest::theSheetWithMostFiguresIsRead()
{
    const QTemporaryDir folder;
    const auto xlsx = read(writeXlsx(folder, "a.xlsx",
                                     {{"Notes", inRow("<c t=\"str\"><v>read me</v></c>")},
                                      {"Table 4", inRow("<c><v>1</v></c><c><v>2</v></c>")},
                                      {"More", inRow("<c><v>3</v></c>")}}));
    const QByteArray number = odsValue("float", "value=\"1\"", "1");
    const auto ods = read(writeOds(folder, "a.ods",
                                   {{"Notes", odsRow(odsText("read me"))},
                                    {"Table 4", odsRow(number + number)},
                                    {"More", odsRow(number)}}));
    for (const auto &grid : {xlsx, ods}) {
        QVERIFY(grid.ok());
        QCOMPARE(grid->sheet, "Table 4");
        QCOMPARE(grid->sheets, QStringList({"Notes", "Table 4", "More"}));
        QCOMPARE(grid->issues.size(), size_t(1));
        QCOMPARE(grid->issues[0].severity, Severity::Note);
        QVERIFY2(grid->issues[0].message.contains("--sheet: Notes, More"),
                 qPrintable(grid->issues[0].message));
    }
}

void WorkbooksTest::aSheetCanBeNamed()
{
    const QTemporaryDir folder;
    const QString path =
        writeXlsx(folder, "a.xlsx",
                  {{"Notes", inRow("<c t=\"str\"><v>x</v></c>")}, {"Data", inRow("<c><v>1</v></c>")}});
    const auto grid = read(path, "notes");
    QVERIFY(grid.ok());
    QCOMPARE(grid->sheet, "Notes");
    QVERIFY(grid->issues.empty());
    const auto none = read(path, "Figures");
    QVERIFY(!none.ok());
    QVERIFY2(none.error().message.contains("Notes, Data"), qPrintable(none.error().message));
}

void WorkbooksTest::hiddenSheetsAreReadOnlyWhenNamed()
{
    const QTemporaryDir folder;
    const QString path =
        writeXlsx(folder, "a.xlsx",
                  {{"Draft", inRow("<c><v>1</v></c><c><v>2</v></c>"), "state=\"veryHidden\""},
                   {"Data", inRow("<c><v>3</v></c>")}});
    QCOMPARE(gridText(*read(path)), "3#");
    QCOMPARE(gridText(*read(path, "Draft")), "1#,2#");
    const QString ods = writeOds(
        folder, "a.ods",
        {{"Draft", odsRow(odsText("x")), "table:style-name=\"hidden\""}, {"Data", odsRow(odsText("y"))}});
    QCOMPARE(gridText(*read(ods)), "y");
}

void WorkbooksTest::aPasswordIsSaid()
{
    const QTemporaryDir folder;
    const QByteArray manifest =
        "<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>";
    const QString kind = "application/vnd.oasis.opendocument.spreadsheet";
    // A compound file with the stream that holds the workbook.
    QByteArray compound("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    compound.append(QByteArray(512, '\0'));
    for (const char letter : QByteArray("EncryptedPackage"))
        compound.append(letter).append('\0');
    const QStringList paths = {
        writeZip(folder, "a.ods",
                 {{"mimetype", kind.toUtf8()}, {"META-INF/manifest.xml", manifest}, {"content.xml", "x"}}),
        writeZip(
            folder, "b.ods",
            {{"mimetype", kind.toUtf8()}, {"META-INF/manifest.xml", manifest}, {"encrypted-package", "x"}}),
        writeBytes(folder, "c.xlsx", compound), writeBytes(folder, "d.xls", compound)};
    for (const QString &path : paths) {
        const auto grid = read(path);
        QVERIFY2(!grid.ok(), qPrintable(path));
        QVERIFY2(grid.error().message.contains("is protected by a password. Save a copy without one"),
                 qPrintable(grid.error().message));
    }
}

void WorkbooksTest::badWorkbooks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content"); // of content.xml, or of the first sheet
    QTest::addColumn<QString>("says");
    QTest::newRow("cut off") << "a.xlsx" << QByteArray("<sheetData><row>") << "is damaged";
    QTest::newRow("an XML bomb") << "bomb.ods"
                                 << QByteArray("<!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                                               "\"&a;&a;&a;&a;&a;&a;&a;&a;\">]><b>&b;</b>")
                                 << "is damaged";
    QTest::newRow("no XML") << "b.ods" << QByteArray("nothing of the kind") << "is damaged";
    QTest::newRow("no sheet") << "c.ods" << QByteArray("<content/>") << "has no worksheet";
}

void WorkbooksTest::badWorkbooks()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, says);
    const QTemporaryDir folder;
    const QString path =
        name.endsWith(".xlsx")
            ? writeXlsx(folder, name, {{"Data", content}})
            : writeZip(folder, name, {{"META-INF/manifest.xml", "<m/>"}, {"content.xml", content}});
    const auto grid = read(path);
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains(says), qPrintable(grid.error().message));
    QVERIFY(!grid.error().message.contains('\n'));
}

void WorkbooksTest::aSheetThatIsMostlyAirIsBounded()
{
    QByteArray rows;
    for (int row = 1; row <= 20'000; ++row)
        rows += "<row r=\"" + QByteArray::number(row * 50) + "\"><c r=\"XFD" + QByteArray::number(row * 50)
                + "\"><v>1</v></c></row>";
    const QTemporaryDir folder;
    const auto grid = read(writeXlsx(folder, "a.xlsx", {{"Data", "<sheetData>" + rows + "</sheetData>"}}));
    QVERIFY(!grid.ok());
    QVERIFY2(grid.error().message.contains("too many cells"), qPrintable(grid.error().message));
}

ATLAS_TEST(WorkbooksTest)
#include "test_workbooks.moc"
