#include "core/tables/html_text.h"
#include "tests/support/test_program.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace atlas;

namespace {

using Kind = TableColumn::Kind;

/// A name, a figure in classes and a rank.
Table madeTable()
{
    return tableOfRows(
        {{.kind = Kind::Text, .code = "area", .name = "Area"},
         {.code = "a", .name = "Absence", .head = "Risk", .unit = "%", .decimals = 1, .classCount = 2},
         {.kind = Kind::Rank, .code = "rank", .name = "Rank", .head = "Risk"}},
        {{textCell("Tyne & Wear"), TableCell{-1.26, 2}, rankCell(1.5)},
         {textCell("<Wye>"), TableCell{MissingCell{.filling = 3.14}}, rankCell(2)}});
}

HtmlColours coloursOf(const TableColumn & /*column*/, const TableCell &cell)
{
    return cell.classNumber == 2 ? HtmlColours{0xbf262d, 0xffffff} : HtmlColours();
}

QString html(const HtmlOptions &options = {})
{
    return htmlTable(madeTable(), QLocale::c(), options);
}

/// The element around this text, from "<" to ">".
QString tagOf(const QString &html, const QString &text)
{
    const qsizetype place = html.indexOf(text);
    const qsizetype start = html.lastIndexOf("<td", place);
    return html.mid(start, html.indexOf('>', start) + 1 - start);
}

} // namespace

class HtmlTextTest : public QObject
{
    Q_OBJECT

private slots:
    void isWellFormed();
    void cellsHaveTheirColoursThreeTimes();
    void figuresAreAsShownAndExactForCalc();
    void whatIsNoPlainNumberIsText();
    void domainsStandAboveTheirColumns();
    void namesAreNoMarkup();
    void keyAndNotesFollow();
    void figuresFollowTheLocale();
    void formulasStayText();
    void manyRowsStayInOrder();
    void lettersOfWideTablesAreSmall();
};

void HtmlTextTest::isWellFormed()
{
    HtmlOptions options{.coloursOf = coloursOf, .caption = "A & B", .key = {{{0xbf262d, 0xffffff}, "Q4"}}};
    options.notes = {"Source: <all>"};
    QString document = htmlDocument("T", htmlTable(madeTable(), QLocale::c(), options));
    document.remove("<!DOCTYPE html>\n").remove("<meta charset=\"utf-8\">").replace("&nbsp;", " ");
    QXmlStreamReader reader(document);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

// Word reads styles, LibreOffice Calc attributes and elements.
void HtmlTextTest::cellsHaveTheirColoursThreeTimes()
{
    const QString text = html({.coloursOf = coloursOf});
    const QString cell = tagOf(text, ">-1.3<");
    QVERIFY2(cell.contains("bgcolor=\"#bf262d\""), qPrintable(cell));
    QVERIFY2(cell.contains("background:#bf262d;color:#ffffff"), qPrintable(cell));
    QVERIFY(text.contains("<font color=\"#ffffff\">-1.3</font>"));
    QVERIFY(!tagOf(text, "Tyne").contains("background"));
}

void HtmlTextTest::figuresAreAsShownAndExactForCalc()
{
    const QString cell = tagOf(html(), ">-1.3<");
    QVERIFY2(cell.contains("sdval=\"-1.26\" sdnum=\"1033;0;0.0\""), qPrintable(cell));
    QVERIFY2(cell.contains("mso-number-format:'0.0'"), qPrintable(cell));
    QVERIFY2(cell.contains("align=\"right\""), qPrintable(cell));
    QVERIFY2(tagOf(html(), ">1.5<").contains("mso-number-format:'General'"), qPrintable(html()));
}

// "(3.1)" would be a negative number to a spreadsheet, "3-6" a date.
void HtmlTextTest::whatIsNoPlainNumberIsText()
{
    const QString cell = tagOf(html(), ">(3.1)<");
    QVERIFY2(cell.contains("mso-number-format:'\\@'"), qPrintable(cell));
    QVERIFY2(!cell.contains("sdval"), qPrintable(cell));
    const Table tried = tableOfRows({{.decimals = 1}}, {{TableCell{.content = 2.0, .isTried = true}}});
    QVERIFY(tagOf(htmlTable(tried, QLocale::c()), ">2.0?<").contains("\\@"));
}

void HtmlTextTest::domainsStandAboveTheirColumns()
{
    QVERIFY(html().contains("colspan=\"2\""));
    QVERIFY(html().indexOf("Risk") < html().indexOf("Absence (%)"));
    QCOMPARE(htmlTable(tableOfRows({{.name = "a"}}, {}), QLocale::c()).count("<tr>"), 1);
}

void HtmlTextTest::namesAreNoMarkup()
{
    QVERIFY(html().contains("Tyne &amp; Wear"));
    QVERIFY(html().contains("&lt;Wye&gt;"));
}

void HtmlTextTest::keyAndNotesFollow()
{
    HtmlOptions options{.caption = "Index", .key = {{{0xbf262d, 0xffffff}, "Q4, most disengaged"}}};
    options.notes = {"Source: A & B"};
    const QString text = html(options);
    QVERIFY(text.startsWith("<p><b>Index</b></p>"));
    QVERIFY(text.indexOf("Q4, most disengaged") > text.indexOf("</table>"));
    QVERIFY(text.indexOf("Source: A &amp; B") > text.indexOf("Q4, most disengaged"));
}

void HtmlTextTest::figuresFollowTheLocale()
{
    const QString german = htmlTable(madeTable(), QLocale(QLocale::German));
    QVERIFY(german.contains(">-1,3<"));
    QVERIFY(german.contains("sdval=\"-1.26\""));
}

void HtmlTextTest::formulasStayText()
{
    const Table table = tableOfRows({{.kind = Kind::Text}}, {{textCell("=1+1")}});
    QVERIFY(tagOf(htmlTable(table, QLocale::c()), "=1+1").contains("\\@"));
}

void HtmlTextTest::manyRowsStayInOrder()
{
    std::vector<std::vector<TableCell>> rows;
    for (int row = 0; row < 3500; ++row)
        rows.push_back({numberCell(row)});
    const QString text = htmlTable(tableOfRows({{.name = "a"}}, std::move(rows)), QLocale::c());
    qsizetype place = 0;
    for (int row = 0; row < 3500; ++row) {
        place = text.indexOf(">" + QString::number(row) + "<", place);
        QVERIFY2(place > 0, qPrintable(QString::number(row)));
    }
}

// LibreOffice Writer cuts what is wider than the page.
void HtmlTextTest::lettersOfWideTablesAreSmall()
{
    const auto htmlOf = [](size_t columnCount) {
        std::vector<TableColumn> columns(columnCount);
        for (TableColumn &column : columns)
            column.name = "Name";
        return htmlTable(tableOfRows(columns, {std::vector<TableCell>(columnCount, numberCell(1))}),
                         QLocale::c());
    };
    QVERIFY(!htmlOf(8).contains("font-size"));
    QCOMPARE(htmlOf(9).count("font-size:8pt;"), 18);
    QCOMPARE(htmlOf(12).count("font-size:7pt;"), 24);
}

ATLAS_TEST(HtmlTextTest)

#include "test_html_text.moc"
