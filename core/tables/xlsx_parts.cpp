#include "core/tables/xlsx_parts.h"

#include "core/tables/text.h"
#include "core/tables/xml_events.h"

#include <QDir>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace atlas {

namespace {

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// A relation of one part of the workbook to another.
struct Relation
{
    QString id;
    QString type; ///< the last part of its address: "worksheet"
    QString target;
};

struct Relations : XmlListener
{
    std::vector<Relation> relations;

    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "Relationship" && attributes.value("TargetMode") != "External")
            relations.push_back({textOf(attributes.value("Id")),
                                 textOf(attributes.value("Type")).section(QLatin1Char('/'), -1),
                                 textOf(attributes.value("Target"))});
    }
    void endElement(std::string_view) override {}
    void text(std::string_view) override {}

    QString targetOfType(const char *type) const
    {
        for (const Relation &relation : relations)
            if (relation.type == QLatin1String(type))
                return relation.target;
        return {};
    }
};

struct SheetList : XmlListener
{
    struct Entry
    {
        QString name, id;
        bool isHidden = false;
    };
    std::vector<Entry> entries;
    bool from1904 = false;
    bool isToBeCalculated = false;

    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "sheet")
            entries.push_back({textOf(attributes.value("name")), textOf(attributes.value("id")),
                               attributes.value("state").find("idden") != std::string_view::npos});
        else if (name == "workbookPr")
            from1904 = attributes.isTrue("date1904");
        else if (name == "calcPr")
            isToBeCalculated = attributes.isTrue("fullCalcOnLoad");
    }
    void endElement(std::string_view) override {}
    void text(std::string_view) override {}
};

struct SharedStrings : XmlListener
{
    QStringList strings;

    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "r" || name == "si")
            m_isRaised = false;
        if (name == "vertAlign")
            m_isRaised = attributes.value("val") == "superscript";
        else if (name == "si")
            m_text.clear();
        else if (name == "rPh") // how it is spoken
            ++m_phonetic;
        m_isText = name == "t" && m_phonetic == 0;
    }
    void endElement(std::string_view name) override
    {
        m_isText = false;
        if (name == "rPh")
            --m_phonetic;
        else if (name == "si")
            strings << xlsxText(m_text);
    }
    void text(std::string_view utf8) override
    {
        if (m_isText)
            addShownText(m_text, utf8, m_isRaised);
    }

private:
    QByteArray m_text;
    bool m_isRaised = false;
    int m_phonetic = 0;
    bool m_isText = false;
};

struct Styles : XmlListener
{
    std::vector<NumberFormat> formats;

    void startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "numFmt")
            m_own.insert(attributes.number("numFmtId", -1),
                         NumberFormat(textOf(attributes.value("formatCode"))));
        else if (name == "cellXfs")
            m_isCells = true;
        else if (name == "xf" && m_isCells)
            m_ids.push_back(attributes.number("numFmtId", 0));
    }
    void endElement(std::string_view name) override
    {
        if (name == "cellXfs")
            m_isCells = false;
        if (name != "styleSheet")
            return;
        for (const int id : m_ids) // a workbook may give a number that is built in a format of its own
            formats.push_back(m_own.contains(id) ? m_own.value(id) : NumberFormat(shownAsBuiltIn(id)));
    }
    void text(std::string_view) override {}

private:
    QHash<int, NumberFormat> m_own;
    std::vector<int> m_ids;
    bool m_isCells = false;
};

/// Where a target leads from a folder of the zip.
QString resolved(const QString &folder, const QString &target)
{
    if (target.startsWith(QLatin1Char('/')))
        return QDir::cleanPath(target.mid(1));
    return QDir::cleanPath(folder.isEmpty() ? target : folder + QLatin1Char('/') + target);
}

QString folderOf(const QString &member)
{
    return member.contains(QLatin1Char('/')) ? member.section(QLatin1Char('/'), 0, -2) : QString();
}

QString relationsOf(const QString &member)
{
    const QString folder = folderOf(member);
    return resolved(folder, QStringLiteral("_rels/%1.rels").arg(member.section(QLatin1Char('/'), -1)));
}

/// What a member of the workbook tells; a part that is not there tells nothing.
Result<Done> listen(const Workbook &workbook, const QString &member, XmlListener &listener,
                    Progress &progress)
{
    if (member.isEmpty() || !workbook.member(member))
        return Done{};
    const auto bytes = workbook.read(member, progress);
    if (!bytes)
        return bytes.error();
    const XmlOutcome outcome = readXml(*bytes, listener, progress);
    return outcome.end == XmlEnd::Complete ? Result<Done>(Done{}) : workbook.errorOf(outcome);
}

} // namespace

QString xlsxText(const QByteArray &utf8)
{
    QString text = QString::fromUtf8(utf8);
    if (!text.contains(QLatin1String("_x")))
        return text;
    static const QRegularExpression escape(QStringLiteral("_x([0-9A-Fa-f]{4})_"));
    for (auto match = escape.match(text); match.hasMatch();
         match = escape.match(text, match.capturedStart() + 1))
        text.replace(match.capturedStart(), match.capturedLength(),
                     QChar(static_cast<char16_t>(match.captured(1).toUInt(nullptr, 16))));
    return text;
}

Result<XlsxParts> readXlsxParts(const Workbook &workbook, Progress &progress)
{
    Relations package, relations;
    SheetList list;
    SharedStrings strings;
    Styles styles;
    if (const auto read = listen(workbook, QStringLiteral("_rels/.rels"), package, progress); !read)
        return read.error();
    QString main = resolved({}, package.targetOfType("officeDocument"));
    if (!workbook.member(main))
        main = QStringLiteral("xl/workbook.xml");
    if (!main.endsWith(QLatin1String(".xml"), Qt::CaseInsensitive) || !workbook.member(main))
        return Error{Text::tr("%1 %2 is no workbook that can be read. Save it as .xlsx and open that.")
                         .arg(workbook.what, workbook.path),
                     {}};
    const QString folder = folderOf(main);
    if (const auto read = listen(workbook, main, list, progress); !read)
        return read.error();
    if (const auto read = listen(workbook, relationsOf(main), relations, progress); !read)
        return read.error();
    for (const auto &[type, listener] :
         {std::pair<const char *, XmlListener *>{"sharedStrings", &strings}, {"styles", &styles}}) {
        const QString target = relations.targetOfType(type);
        const auto read =
            listen(workbook, target.isEmpty() ? QString() : resolved(folder, target), *listener, progress);
        if (!read)
            return read.error();
    }
    XlsxParts parts{.strings = std::move(strings.strings),
                    .formats = std::move(styles.formats),
                    .from1904 = list.from1904,
                    .isToBeCalculated = list.isToBeCalculated};
    for (const SheetList::Entry &entry : list.entries)
        for (const Relation &relation : relations.relations)
            if (relation.id == entry.id && relation.type == QLatin1String("worksheet"))
                parts.sheets.push_back({entry.name, resolved(folder, relation.target), entry.isHidden});
    return parts;
}

} // namespace atlas
