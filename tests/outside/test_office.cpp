#include "tests/support/grid_text.h"
#include "tests/support/made_files.h"
#include "tests/support/test_program.h"

#include "core/tables/read_grid.h"

#include <QProcess>
#include <QTest>

using namespace atlas;
using namespace atlas::test;

/// Workbooks that LibreOffice makes of a document as somebody would type it.
class OfficeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aPublishedTableIsReadAsItShows_data();
    void aPublishedTableIsReadAsItShows();
    void sharesOfAnXlsAreSaid();

private:
    /// The document as another kind of file; empty when LibreOffice could not.
    QString converted(const QString &ending);

    QTemporaryDir m_folder;
    QString m_document;
};

namespace {

QByteArray text(const QByteArray &shown, const QByteArray &attributes = {})
{
    return "<table:table-cell office:value-type=\"string\" " + attributes + "><text:p>" + shown
           + "</text:p></table:table-cell>";
}

QByteArray share(const QByteArray &value)
{
    return "<table:table-cell table:style-name=\"share\" office:value-type=\"percentage\" office:value=\""
           + value + "\"/>";
}

QByteArray number(const QByteArray &value)
{
    return "<table:table-cell office:value-type=\"float\" office:value=\"" + value + "\"/>";
}

QByteArray row(const QByteArray &cells)
{
    return "<table:table-row>" + cells + "</table:table-row>";
}

const QByteArray blank = "<table:table-cell/>", covered = "<table:covered-table-cell/>";

/// The layout of Table 4 with made-up figures: two lines of title, heads in two rows, six columns, a total
/// and a note.
QByteArray sheet()
{
    return row(text("Table 4: Young people at risk", "table:number-columns-spanned=\"7\"")
               + covered.repeated(6))
           + row(text("Figures of 2016")) + row(blank)
           + row(text("LEP", "table:number-rows-spanned=\"2\"")
                 + text("Not in school", "table:number-columns-spanned=\"2\"") + covered
                 + text("Not in work", "table:number-columns-spanned=\"4\"") + covered.repeated(3))
           + row(covered + text("Absence") + text("Exclusions") + text("NEET") + text("Unknown")
                 + text("Claimants") + text("Updated"))
           + row(text("Black Country") + share("0.0643218") + number("12") + share("0.057") + text("c")
                 + number("1234.5")
                 + "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" "
                   "office:date-value=\"2016-03-05\"/>")
           + row(text("Cheshire") + share("0.07") + "<table:table-cell table:formula=\"of:=NA()\"/>"
                 + share("0.061") + number("3") + "<table:table-cell table:formula=\"of:=SUM([.F6])*2\"/>")
           + row(text("England") + share("0.068")) + row(blank) + row(text("Note: c is suppressed."));
}

QByteArray document()
{
    const QByteArray names = "urn:oasis:names:tc:opendocument:xmlns:";
    QByteArray xml = R"(<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.2")";
    for (const char *name : {"office", "style", "text", "table", "number"})
        xml += QByteArray(" xmlns:") + name + "=\"" + names
               + (QByteArray(name) == "number" ? QByteArray("datastyle") : QByteArray(name)) + ":1.0\"";
    xml += " xmlns:of=\"" + names + "of:1.2\"";
    return xml
           + R"( office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>)"
           + R"(<number:percentage-style style:name="p"><number:number number:decimal-places="1")"
           + R"( number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>)"
           + R"(<number:date-style style:name="d"><number:day/><number:text>/</number:text><number:month/>)"
           + R"(<number:text>/</number:text><number:year/></number:date-style>)"
           + R"(<style:style style:name="share" style:family="table-cell" style:data-style-name="p"/>)"
           + R"(<style:style style:name="day" style:family="table-cell" style:data-style-name="d"/>)"
           + "</office:automatic-styles><office:body><office:spreadsheet>"
           + R"(<table:table table:name="Contents"><table:table-column/>)" + row(text("Read me"))
           + "</table:table>"
           + R"(<table:table table:name="Table 4"><table:table-column table:number-columns-repeated="7"/>)"
           + sheet() + "</table:table></office:spreadsheet></office:body></office:document>";
}

const char *const asShown =
    "Table 4: Young people at risk,Table 4: Young people at risk,Table 4: Young people at risk,"
    "Table 4: Young people at risk,Table 4: Young people at risk,Table 4: Young people at risk,"
    "Table 4: Young people at risk|Figures of 2016||"
    "LEP,Not in school,Not in school,Not in work,Not in work,Not in work,Not in work|"
    "LEP,Absence,Exclusions,NEET,Unknown,Claimants,Updated|"
    "Black Country,6.43218%#,12#,5.7%#,c,1234.5#,2016-03-05|Cheshire,7%#,#N/A,6.1%#,3#,2469#|"
    "England,6.8%#||Note: c is suppressed.";

} // namespace

void OfficeTest::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("ATLAS_OUTSIDE"))
        QSKIP("Needs LibreOffice; ./dev outside installs it.");
    m_document = writeBytes(m_folder, "table4.fods", document());
}

QString OfficeTest::converted(const QString &ending)
{
    QProcess office;
    office.start("soffice", {"-env:UserInstallation=file://" + m_folder.filePath("office"), "--headless",
                             "--convert-to", ending, "--outdir", m_folder.path(), m_document});
    const QString path = m_folder.filePath("table4." + ending);
    return office.waitForFinished(120'000) && office.exitCode() == 0 && QFile::exists(path) ? path
                                                                                            : QString();
}

void OfficeTest::aPublishedTableIsReadAsItShows_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("Excel") << "xlsx";
    QTest::newRow("OpenDocument") << "ods";
}

void OfficeTest::aPublishedTableIsReadAsItShows()
{
    QFETCH(const QString, ending);
    const QString path = converted(ending);
    QVERIFY(!path.isEmpty());
    Progress progress;
    const auto grid = readGrid(path, "The indicator file", {}, progress);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message));
    QCOMPARE(gridText(*grid), QString(asShown));
    QCOMPARE(grid->sheet, "Table 4");
    QCOMPARE(grid->sheets, QStringList({"Contents", "Table 4"}));
}

void OfficeTest::sharesOfAnXlsAreSaid()
{
    const QString path = converted("xls");
    QVERIFY(!path.isEmpty());
    Progress progress;
    const auto grid = readGrid(path, "The indicator file", {}, progress);
    QVERIFY2(grid.ok(), grid.ok() ? "" : qPrintable(grid.error().message + grid.error().details));
    QCOMPARE(grid->sheet, "Table 4");
    QVERIFY2(gridText(*grid).contains("Black Country,0.0643218#,12#,0.057#,c,1234.5#"),
             qPrintable(gridText(*grid)));
    QVERIFY(grid->issues.back().message.contains(".xls"));
}

ATLAS_TEST(OfficeTest)
#include "test_office.moc"
