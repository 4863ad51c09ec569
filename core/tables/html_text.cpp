#include "core/tables/html_text.h"

#include "core/common/number_text.h"
#include "core/common/parallel.h"
#include "core/common/plain_text.h"
#include "core/tables/cell_text.h"

#include <algorithm>

namespace atlas {

namespace {

using Kind = TableColumn::Kind;

const QString headColour = QStringLiteral("#ecebf1");

QString escaped(const QString &text)
{
    return plainLine(text).toHtmlEscaped();
}

QString nameOf(uint32_t colour)
{
    constexpr int digits = 6;
    constexpr int hexadecimal = 16;
    return QLatin1Char('#') + QStringLiteral("%1").arg(colour, digits, hexadecimal, QLatin1Char('0'));
}

/// Letters as small as it takes for a word processor to have all columns on a page, which cuts what is wider.
/// It hears of them in the cells alone. Empty where the usual ones will do.
QString letterSizeFor(size_t columnCount)
{
    constexpr size_t usual = 8;
    constexpr size_t smaller = 11;
    return columnCount > smaller ? QStringLiteral("font-size:7pt;")
           : columnCount > usual ? QStringLiteral("font-size:8pt;")
                                 : QString();
}

/// As style properties, each with its semicolon.
QString styleOf(const HtmlColours &colours)
{
    QString style;
    if (colours.background)
        style += QStringLiteral("background:%1;").arg(nameOf(*colours.background));
    if (colours.text)
        style += QStringLiteral("color:%1;").arg(nameOf(*colours.text));
    return style;
}

/// Some programs read colours from attributes and elements alone.
QString coloured(const QString &text, const HtmlColours &colours)
{
    return colours.text ? QStringLiteral("<font color=\"%1\">%2</font>").arg(nameOf(*colours.text), text)
                        : text;
}

/// How a spreadsheet is to show the numbers of a column.
QString formatOf(const TableColumn &column)
{
    if (column.kind == Kind::Rank)
        return QStringLiteral("General"); // halves where ties are averaged
    return column.decimals > 0 ? QStringLiteral("0.") + QString(column.decimals, QLatin1Char('0'))
                               : QStringLiteral("0");
}

/// What stands around the texts of cells in the same colours.
struct CellTags
{
    HtmlColours colours;
    QString beforeExact; ///< of a number, then its exact value
    QString afterExact;  ///< then the text
    QString beforeText;  ///< of all else, which a spreadsheet leaves as it is
    QString after;
};

/// Writes the cells of a column. What is the same for many of them is made once.
class ColumnWriter
{
public:
    ColumnWriter(const TableColumn &column, const HtmlOptions &options, const QLocale &locale,
                 const QString &letterSize)
        : m_column(column), m_options(options), m_locale(locale), m_letterSize(letterSize)
    {}

    void append(QString &html, size_t row)
    {
        const TableCell cell = m_column.cell(row);
        const CellTags &tags =
            tagsOf(m_options.coloursOf ? m_options.coloursOf(m_column, cell) : HtmlColours());
        QString text = shownText(m_column, cell, m_locale);
        const auto *number = std::get_if<double>(&cell.content);
        if (number && !cell.isTried) {
            if (text.startsWith(QChar(0x2212)))
                text[0] = QLatin1Char('-');
            html += tags.beforeExact;
            html += exactNumber(*number);
            html += tags.afterExact;
            html += text;
        } else {
            html += tags.beforeText;
            html += escaped(text);
        }
        html += tags.after;
    }

private:
    const CellTags &tagsOf(const HtmlColours &colours)
    {
        for (const CellTags &tags : m_tags)
            if (tags.colours == colours)
                return tags;
        m_tags.push_back(makeTags(colours));
        return m_tags.back();
    }

    CellTags makeTags(const HtmlColours &colours) const
    {
        QString start =
            m_column.kind == Kind::Text ? QStringLiteral("<td") : QStringLiteral("<td align=\"right\"");
        if (colours.background)
            start += QStringLiteral(" bgcolor=\"%1\"").arg(nameOf(*colours.background));
        start += QStringLiteral(" style=\"%1mso-number-format:'").arg(styleOf(colours) + m_letterSize);
        const QString open = coloured(QStringLiteral("|"), colours);
        const QString format = formatOf(m_column);
        return {.colours = colours,
                .beforeExact = start + format + QStringLiteral("'\" sdval=\""),
                .afterExact = QStringLiteral("\" sdnum=\"1033;0;%1\">").arg(format)
                              + open.section(QLatin1Char('|'), 0, 0),
                .beforeText = start + QStringLiteral("\\@'\" sdnum=\"1033;0;@\">")
                              + open.section(QLatin1Char('|'), 0, 0),
                .after = open.section(QLatin1Char('|'), 1, 1) + QStringLiteral("</td>")};
    }

    const TableColumn &m_column;
    const HtmlOptions &m_options;
    const QLocale &m_locale;
    QString m_letterSize;
    std::vector<CellTags> m_tags;
};

void appendHead(QString &html, const QString &text, const QString &alignment, const QString &letterSize,
                int columns)
{
    html += QStringLiteral("<th align=\"%1\" bgcolor=\"%2\"").arg(alignment, headColour);
    if (columns > 1)
        html += QStringLiteral(" colspan=\"%1\"").arg(columns);
    html += QStringLiteral(" style=\"background:%1;%2mso-number-format:'\\@'\">").arg(headColour, letterSize)
            + escaped(text) + QStringLiteral("</th>");
}

/// The rows from one place of the order to another.
QString rowsOf(const Table &table, const HtmlOptions &options, const QLocale &locale, size_t first,
               size_t end)
{
    constexpr qsizetype charactersOfACell = 190;
    QString html;
    const auto cells = static_cast<qsizetype>(end - first) * static_cast<qsizetype>(table.columns.size());
    html.reserve(charactersOfACell * cells);
    std::vector<ColumnWriter> writers;
    for (const TableColumn &column : table.columns)
        writers.emplace_back(column, options, locale, letterSizeFor(table.columns.size()));
    for (size_t row = first; row < end; ++row) {
        html += QLatin1String("<tr>");
        for (ColumnWriter &writer : writers)
            writer.append(html, table.order[row]);
        html += QLatin1String("</tr>\n");
    }
    return html;
}

/// All rows, a part of them on each thread.
void appendRows(QString &html, const Table &table, const HtmlOptions &options, const QLocale &locale)
{
    constexpr size_t rowsOfAPart = 1000;
    std::vector<QString> parts((table.rowCount() + rowsOfAPart - 1) / rowsOfAPart);
    inParallel(parts.size(), [&](size_t part) {
        const size_t first = part * rowsOfAPart;
        parts[part] = rowsOf(table, options, locale, first, std::min(first + rowsOfAPart, table.rowCount()));
    });
    qsizetype size = html.size();
    for (const QString &part : parts)
        size += part.size();
    constexpr qsizetype rest = 2000; // for what follows
    html.reserve(size + rest);
    for (const QString &part : parts)
        html += part;
}

/// The names of domains, each across its columns; nothing where there are none.
void appendBand(QString &html, const Table &table)
{
    bool hasHeads = false;
    for (const TableColumn &column : table.columns)
        hasHeads = hasHeads || !column.head.isEmpty();
    if (!hasHeads)
        return;
    html += QLatin1String("<tr>");
    for (size_t first = 0; first < table.columns.size();) {
        const QString &head = table.columns[first].head;
        size_t end = first + 1;
        while (end < table.columns.size() && table.columns[end].head == head)
            ++end;
        appendHead(html, head, QStringLiteral("center"), letterSizeFor(table.columns.size()),
                   static_cast<int>(end - first));
        first = end;
    }
    html += QLatin1String("</tr>\n");
}

void appendKey(QString &html, const std::vector<HtmlKeyEntry> &key)
{
    if (key.empty())
        return;
    QStringList entries;
    for (const HtmlKeyEntry &entry : key)
        entries << QStringLiteral("<span style=\"%1padding:1px 5px\">&nbsp;%2&nbsp;</span>")
                       .arg(styleOf(entry.colours), coloured(escaped(entry.meaning), entry.colours));
    html += QStringLiteral("<p>%1</p>\n").arg(entries.join(QLatin1Char(' ')));
}

} // namespace

QString htmlTable(const Table &table, const QLocale &locale, const HtmlOptions &options)
{
    QString html;
    if (!options.caption.isEmpty())
        html += QStringLiteral("<p><b>%1</b></p>\n").arg(escaped(options.caption));
    html += QStringLiteral("<table border=\"1\" cellspacing=\"0\" cellpadding=\"3\" bordercolor=\"#c8c8d0\" "
                           "style=\"border-collapse:collapse;border-color:#c8c8d0\">\n<thead>");
    appendBand(html, table);
    html += QLatin1String("<tr>");
    for (const TableColumn &column : table.columns)
        appendHead(html, shownHeader(column),
                   column.kind == Kind::Text ? QStringLiteral("left") : QStringLiteral("right"),
                   letterSizeFor(table.columns.size()), 1);
    html += QLatin1String("</tr></thead>\n<tbody>\n");
    appendRows(html, table, options, locale);
    html += QLatin1String("</tbody></table>\n");
    appendKey(html, options.key);
    for (const QString &note : options.notes)
        html += QStringLiteral("<p>%1</p>\n").arg(escaped(note));
    return html;
}

QString htmlDocument(const QString &title, const QString &body)
{
    return QStringLiteral(
               "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%1</title></head>\n<body>\n")
               .arg(escaped(title))
           + body + QLatin1String("</body></html>\n");
}

} // namespace atlas
