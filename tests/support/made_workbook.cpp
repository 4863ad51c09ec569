#include "tests/support/made_workbook.h"

#include "tests/support/made_zip.h"

namespace atlas::test {

namespace {

const QByteArray declaration = R"(<?xml version="1.0" encoding="UTF-8"?>)";
const QByteArray relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const QByteArray spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

QByteArray relations(const QByteArray &content)
{
    return declaration
           + R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
           + content + "</Relationships>";
}

QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + relationTypes + type + "\" Target=\"" + target
           + "\"/>";
}

QByteArray styles()
{
    return declaration + "<styleSheet xmlns=\"" + spreadsheet + "\"><numFmts>"
           + R"(<numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>)"
           + R"(<numFmt numFmtId="166" formatCode="yyyy"/><numFmt numFmtId="167" formatCode="dd/mm/yyyy hh:mm"/>)"
           + R"(<numFmt numFmtId="168" formatCode="0.0&quot;%&quot;"/><numFmt numFmtId="169" formatCode="0.0,"/>)"
           + R"(<numFmt numFmtId="170" formatCode="[Red][&lt;5]&quot;c&quot;;#,##0"/>)"
           + R"(<numFmt numFmtId="171" formatCode="0.0&quot; [u]&quot;"/>)"
           + R"(<numFmt numFmtId="172" formatCode="_-* #,##0_-;\-* #,##0_-;_-* &quot;-&quot;??_-;_-@_-"/>)"
           + R"(<numFmt numFmtId="173" formatCode="[$£-809]#,##0.0,,&quot; m&quot;"/>)"
           + R"(<numFmt numFmtId="174" formatCode="0;-0;&quot;low&quot;"/></numFmts>)"
           + R"(<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/>)"
           + R"(<xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/>)"
           + R"(<xf numFmtId="10"/><xf numFmtId="169"/><xf numFmtId="170"/><xf numFmtId="171"/>)"
           + R"(<xf numFmtId="172"/><xf numFmtId="173"/><xf numFmtId="174"/></cellXfs></styleSheet>)";
}

QByteArray sharedStrings(const std::vector<QByteArray> &strings)
{
    QByteArray xml = declaration + "<sst xmlns=\"" + spreadsheet + "\">";
    for (const QByteArray &string : strings)
        xml += "<si>" + string + "</si>";
    return xml + "</sst>";
}

} // namespace

QString writeXlsx(const QTemporaryDir &folder, const QString &name, const std::vector<MadeSheet> &sheets,
                  const std::vector<QByteArray> &strings, const QByteArray &workbookProperties)
{
    QByteArray list, links = relation("styles", "styles", "styles.xml")
                             + relation("strings", "sharedStrings", "/xl/sharedStrings.xml");
    std::vector<std::pair<QString, QByteArray>> files;
    files.emplace_back(
        "[Content_Types].xml",
        declaration + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)");
    files.emplace_back("_rels/.rels", relations(relation("w", "officeDocument", "xl/workbook.xml")));
    files.emplace_back("xl/styles.xml", styles());
    files.emplace_back("xl/sharedStrings.xml", sharedStrings(strings));
    for (size_t i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(static_cast<int>(i) + 1);
        list += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\" r:id=\"s" + number + "\" "
                + sheets[i].attributes + "/>";
        links += relation("s" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        files.emplace_back("xl/worksheets/sheet" + number + ".xml", declaration + "<worksheet xmlns=\""
                                                                        + spreadsheet + "\">" + sheets[i].xml
                                                                        + "</worksheet>");
    }
    files.emplace_back("xl/_rels/workbook.xml.rels", relations(links));
    files.emplace_back("xl/workbook.xml", declaration + "<workbook xmlns=\"" + spreadsheet + "\" xmlns:r=\""
                                              + relationTypes.chopped(1) + "\">" + workbookProperties
                                              + "<sheets>" + list + "</sheets></workbook>");
    return writeZip(folder, name, files);
}

QString writeOds(const QTemporaryDir &folder, const QString &name, const std::vector<MadeSheet> &sheets)
{
    const QByteArray names = "urn:oasis:names:tc:opendocument:xmlns:";
    QByteArray content =
        declaration + "<office:document-content xmlns:office=\"" + names + "office:1.0\" xmlns:table=\""
        + names + "table:1.0\" xmlns:text=\"" + names + "text:1.0\" xmlns:style=\"" + names
        + "style:1.0\"><office:automatic-styles>"
        + R"(<style:style style:name="hidden"><style:table-properties table:display="false"/></style:style>)"
        + R"(<style:style style:name="raised"><style:text-properties style:text-position="super 58%"/>)"
        + "</style:style></office:automatic-styles><office:body><office:spreadsheet>";
    for (const MadeSheet &sheet : sheets)
        content += "<table:table table:name=\"" + sheet.name + "\" " + sheet.attributes + ">" + sheet.xml
                   + "</table:table>";
    content += "</office:spreadsheet></office:body></office:document-content>";
    return writeZip(folder, name,
                    {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                     {"META-INF/manifest.xml", declaration + "<manifest/>"},
                     {"content.xml", content}});
}

} // namespace atlas::test
