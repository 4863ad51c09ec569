#include "core/common/files.h"
#include "core/tables/number_format.h"
#include "core/tables/sheet_cells.h"
#include "core/tables/sheet_choice.h"
#include "core/tables/text.h"
#include "core/tables/workbook.h"
#include "core/tables/xml_events.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <deque>
#include <optional>
#include <string>

namespace atlas {

namespace {

struct OdsSheet
{
    QString name;
    bool isHidden = false;
    SheetCells cells = {};
};

/// A cell while it is read (OpenDocument 1.2, part 1, 9.1.4).
struct OdsCell
{
    std::string type;
    std::string value; ///< a number, date or truth as the file holds it
    QByteArray shown;  ///< its paragraphs
    bool hasParagraph = false;
    bool hasFormula = false;
    int repeated = 1;
    int columns = 1, rows = 1; ///< that it covers
};

/// Hears the sheets of content.xml.
class ContentListener : public XmlListener
{
public:
    void startElement(std::string_view name, const XmlAttributes &attributes) override;
    void endElement(std::string_view name) override;
    void text(std::string_view utf8) override
    {
        if (m_paragraph > 0 && m_skipped == 0)
            addShownText(m_cell.shown, utf8, m_raised > 0);
    }
    bool wantsMore() const override { return sheets.empty() || !sheets.back().cells.areTooMany(); }

    std::deque<OdsSheet> sheets;

private:
    void startSheet(const XmlAttributes &attributes);
    void startColumn(const XmlAttributes &attributes);
    void startRow(const XmlAttributes &attributes);
    void startCell(const XmlAttributes &attributes);
    void startInText(std::string_view name, const XmlAttributes &attributes);
    void endCell();
    void endRow();
    void addCell(int row, int column);
    void addNumber(int row, int column, double value);

    QSet<QByteArray> m_hiddenStyles;
    QSet<QByteArray> m_raisedStyles;
    int m_span = 0;   ///< how deep in spans of text
    int m_raised = 0; ///< the outermost of them that is raised; 0 for none
    QByteArray m_style;
    OdsCell m_cell;
    int m_tables = 0; ///< how deep in tables
    int m_row = 0, m_column = 0, m_columns = 0;
    int m_rowRepeated = 1;
    bool m_rowIsHidden = false;
    std::vector<std::pair<int, OdsCell>> m_rowCells; ///< by column, of a row that comes more than once
    int m_paragraph = 0;
    int m_skipped = 0; ///< how deep in what is no part of a cell's text: a comment, a drawing
};

bool isSkipped(std::string_view name)
{
    return name == "annotation" || name == "frame" || name == "shapes" || name == "tracked-changes"
           || name == "custom-shape" || name == "forms" || name == "control" || name == "ruby-text";
}

void ContentListener::startSheet(const XmlAttributes &attributes)
{
    const std::string_view name = attributes.value("name"), style = attributes.value("style-name");
    sheets.push_back(
        {QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
         m_hiddenStyles.contains(QByteArray(style.data(), static_cast<qsizetype>(style.size())))});
    m_row = 0;
    m_columns = 0;
}

void ContentListener::startColumn(const XmlAttributes &attributes)
{
    const int repeated = std::max(1, attributes.number("number-columns-repeated", 1));
    if (!attributes.value("visibility").empty() && attributes.value("visibility") != "visible")
        sheets.back().cells.hideColumns(m_columns, m_columns + std::min(repeated, 1 << 20) - 1);
    m_columns = std::min(m_columns + std::min(repeated, 1 << 20), 1 << 20);
}

void ContentListener::startRow(const XmlAttributes &attributes)
{
    m_column = 0;
    m_rowRepeated = std::clamp(attributes.number("number-rows-repeated", 1), 1, 1 << 20);
    m_rowIsHidden = !attributes.value("visibility").empty() && attributes.value("visibility") != "visible";
    m_rowCells.clear();
}

void ContentListener::startCell(const XmlAttributes &attributes)
{
    m_cell.type = attributes.value("value-type");
    std::string_view value = attributes.value("value");
    for (const char *other : {"date-value", "boolean-value", "string-value"})
        value = value.empty() ? attributes.value(other) : value;
    m_cell.value = value;
    m_cell.shown.resize(0);
    m_cell.hasParagraph = false;
    m_cell.hasFormula = !attributes.value("formula").empty();
    m_cell.repeated = std::clamp(attributes.number("number-columns-repeated", 1), 1, 1 << 20);
    m_cell.columns = std::clamp(attributes.number("number-columns-spanned", 1), 1, 1 << 20);
    m_cell.rows = std::clamp(attributes.number("number-rows-spanned", 1), 1, 1 << 20);
}

void ContentListener::startInText(std::string_view name, const XmlAttributes &attributes)
{
    if (name == "p" || name == "h") {
        if (m_paragraph++ == 0 && m_cell.hasParagraph)
            m_cell.shown += '\n';
        m_cell.hasParagraph = true;
    } else if (m_paragraph > 0 && name == "span") {
        const std::string_view style = attributes.value("style-name");
        ++m_span;
        if (m_raised == 0
            && m_raisedStyles.contains(QByteArray(style.data(), static_cast<qsizetype>(style.size()))))
            m_raised = m_span;
    } else if (m_paragraph > 0 && name == "s") {
        m_cell.shown += QByteArray(std::clamp(attributes.number("c", 1), 0, 1000), ' ');
    } else if (m_paragraph > 0 && (name == "tab" || name == "line-break")) {
        m_cell.shown += name == "tab" ? '\t' : '\n';
    }
}

void ContentListener::startElement(std::string_view name, const XmlAttributes &attributes)
{
    if (m_skipped > 0 || isSkipped(name))
        ++m_skipped;
    else if (name == "style")
        m_style = QByteArray(attributes.value("name").data(),
                             static_cast<qsizetype>(attributes.value("name").size()));
    else if (name == "text-properties" && attributes.value("text-position").substr(0, 5) == "super")
        m_raisedStyles.insert(m_style);
    else if (name == "table-properties" && attributes.value("display") == "false")
        m_hiddenStyles.insert(m_style);
    else if (name == "table") {
        if (m_tables++ == 0)
            startSheet(attributes);
    } else if (m_tables != 1) {
        return; // a table inside of a cell
    } else if (name == "table-column")
        startColumn(attributes);
    else if (name == "table-row")
        startRow(attributes);
    else if (name == "table-cell" || name == "covered-table-cell")
        startCell(attributes);
    else
        startInText(name, attributes);
}

void ContentListener::endElement(std::string_view name)
{
    if (m_skipped > 0) {
        --m_skipped;
        return;
    }
    if (name == "table")
        --m_tables;
    if (m_tables != 1)
        return;
    if (name == "table-cell" || name == "covered-table-cell")
        endCell();
    else if (name == "table-row")
        endRow();
    else if (name == "span" && m_span > 0) {
        m_raised = m_raised == m_span ? 0 : m_raised;
        --m_span;
    } else if ((name == "p" || name == "h") && m_paragraph > 0)
        --m_paragraph;
}

/// What a text in a cell says of its number: how often it is divided by a thousand before it is shown, and
/// the marker behind it.
struct ShownNumber
{
    int thousands = 0;
    QString marker;
};

/// The digits of a shown number with a decimal point; `decimals` as many as it shows. Nothing where it is not
/// clear which mark parts decimals.
std::optional<double> shownDigits(const QString &shown, int &decimals)
{
    constexpr qsizetype group = 3;
    QString digits;
    qsizetype mark = -1;
    for (const QChar c : shown) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9'))
            digits += c;
        else if ((c == QLatin1Char('.') || c == QLatin1Char(',')) && !digits.isEmpty())
            mark = digits.size();
    }
    decimals = mark < 0 || digits.size() - mark == group ? 0 : static_cast<int>(digits.size() - mark);
    bool isNumber = false;
    const double number = digits.toDouble(&isNumber);
    return isNumber ? std::optional(number / std::pow(10.0, decimals)) : std::nullopt;
}

/// 12345.678 that is shown as 12.3 is in thousands.
ShownNumber shownNumber(double value, const QString &shown)
{
    ShownNumber result;
    const auto last = std::find_if(shown.rbegin(), shown.rend(),
                                   [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    const QString behind = shown.right(last - shown.rbegin()).trimmed();
    if (isMark(behind))
        result.marker = behind;
    constexpr double thousand = 1000;
    constexpr int most = 3;
    int decimals = 0;
    const auto number = shownDigits(shown.chopped(last - shown.rbegin()), decimals);
    const double size = std::abs(value);
    if (!number || size < thousand / 2 || *number >= size / 2)
        return result;
    const double half = 0.5001 * std::pow(10.0, -decimals);
    for (int times = 1; times <= most; ++times)
        if (std::abs(size / std::pow(thousand, times) - *number) <= half)
            result.thousands = times;
    return result;
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

/// Whether a cell of numbers shows an error in place of one.
bool isError(const QByteArray &shown)
{
    return shown.startsWith('#') || shown.startsWith("Err:");
}

bool isYear(const QByteArray &shown)
{
    constexpr qsizetype digits = 4;
    return shown.size() == digits
           && std::all_of(shown.begin(), shown.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void ContentListener::addNumber(int row, int column, double value)
{
    constexpr int perCent = 2, perThousand = -3;
    SheetCells &cells = sheets.back().cells;
    const QString shown = QString::fromUtf8(m_cell.shown).trimmed();
    if (value != 0 && !shown.isEmpty() && !hasDigit(shown)) // a format that shows a text
        return cells.add(row, column, shown);
    const bool isShare = m_cell.type == "percentage";
    const ShownNumber about = isShare ? ShownNumber{} : shownNumber(value, shown);
    std::string text = shortestNumber(value, (isShare ? perCent : 0) + perThousand * about.thousands);
    if (isShare || shown.endsWith(QLatin1Char('%')))
        text += '%';
    if (about.marker.isEmpty())
        cells.add(row, column, text, true);
    else
        cells.add(row, column, QString::fromStdString(text) + QLatin1Char(' ') + about.marker, true);
}

void ContentListener::addCell(int row, int column)
{
    SheetCells &cells = sheets.back().cells;
    const auto value = numberOf(m_cell.value);
    const bool isNumber = m_cell.type == "float" || m_cell.type == "percentage" || m_cell.type == "currency";
    if (isNumber && value && !isError(m_cell.shown)) {
        addNumber(row, column, *value);
    } else if (m_cell.type == "date") {
        const std::string_view date = m_cell.value;
        constexpr size_t yearEnd = 4;
        if (isYear(m_cell.shown) && date.size() > yearEnd)
            cells.add(row, column, date.substr(0, yearEnd), true);
        else
            cells.add(row, column, date.substr(0, date.find("T00:00:00")), false);
    } else if (m_cell.type == "boolean") {
        cells.add(row, column, m_cell.value == "true" ? "TRUE" : "FALSE", false);
    } else {
        cells.add(row, column,
                  QString::fromUtf8(m_cell.shown.isEmpty() ? QByteArray::fromStdString(m_cell.value)
                                                           : m_cell.shown));
    }
}

void ContentListener::endCell()
{
    SheetCells &cells = sheets.back().cells;
    if (m_cell.hasFormula && m_cell.type.empty())
        cells.addUncalculated(m_row, m_column);
    const bool isEmpty = m_cell.shown.isEmpty() && m_cell.value.empty();
    if (m_cell.columns > 1 || m_cell.rows > 1)
        cells.merge(m_row, m_column, m_row + m_cell.rows - 1, m_column + m_cell.columns - 1);
    constexpr int mostColumns = 1 << 14;
    for (int i = 0; i < m_cell.repeated && !isEmpty && m_column + i < mostColumns && wantsMore(); ++i) {
        addCell(m_row, m_column + i);
        if (m_rowRepeated > 1)
            m_rowCells.emplace_back(m_column + i, m_cell);
    }
    m_column = std::min(m_column + m_cell.repeated, 1 << 20);
    m_cell.type.clear();
}

void ContentListener::endRow()
{
    constexpr int mostRows = 1 << 20;
    if (m_rowIsHidden)
        for (int i = 0; i < m_rowRepeated && m_row + i < mostRows; ++i)
            sheets.back().cells.hideRow(m_row + i);
    for (int i = 1; i < m_rowRepeated && !m_rowCells.empty() && m_row + i < mostRows && wantsMore(); ++i)
        for (const auto &[column, cell] : m_rowCells) {
            m_cell = cell;
            addCell(m_row + i, column);
        }
    m_row = std::min(m_row + m_rowRepeated, mostRows);
}

/// Whether the manifest says that a part is encrypted, as it all is then.
struct Manifest : XmlListener
{
    bool isEncrypted = false;

    void startElement(std::string_view name, const XmlAttributes &) override
    {
        isEncrypted = isEncrypted || name == "encryption-data";
    }
    void endElement(std::string_view) override {}
    void text(std::string_view) override {}
};

Result<Done> readContent(const Workbook &workbook, ContentListener &content, Progress &progress)
{
    Manifest manifest;
    if (const auto bytes = workbook.read(QStringLiteral("META-INF/manifest.xml"), progress); bytes)
        readXml(*bytes, manifest, progress);
    if (manifest.isEncrypted)
        return Workbook::isProtected(workbook.what, workbook.path);
    const auto bytes = workbook.read(QStringLiteral("content.xml"), progress);
    if (!bytes)
        return bytes.error();
    const XmlOutcome outcome = readXml(*bytes, content, progress, 0, 1);
    if (!content.wantsMore())
        return workbook.tooLarge(content.sheets.back().name);
    return outcome.end == XmlEnd::Complete ? Result<Done>(Done{}) : workbook.errorOf(outcome);
}

} // namespace

Result<Grid> readOds(const Workbook &workbook, const QString &sheet, Progress &progress)
{
    ContentListener content;
    if (const auto read = readContent(workbook, content, progress); !read)
        return read.error();
    QStringList names;
    for (const OdsSheet &one : content.sheets)
        names << one.name;
    if (names.isEmpty())
        return Error{Text::tr("%1 %2 has no worksheet.").arg(workbook.what, workbook.path), {}};
    SheetChoice choice(sheet, fileNameOf(workbook.path), names);
    if (choice.wanted() == -1)
        return choice.noSuchSheet();
    const bool allHidden = std::all_of(content.sheets.begin(), content.sheets.end(),
                                       [](const OdsSheet &one) { return one.isHidden; });
    for (int i = 0; i < names.size(); ++i) {
        OdsSheet &one = content.sheets[static_cast<size_t>(i)];
        if (choice.wanted() ? *choice.wanted() != i : one.isHidden && !allHidden)
            continue;
        Grid grid = one.cells.takeGrid(fileNameOf(workbook.path), one.name);
        if (one.cells.areTooMany())
            return workbook.tooLarge(one.name);
        choice.offer(std::move(grid));
    }
    return choice.take();
}

} // namespace atlas
