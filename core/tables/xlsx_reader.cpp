#include "core/common/files.h"
#include "core/tables/number_format.h"
#include "core/tables/sheet_cells.h"
#include "core/tables/sheet_choice.h"
#include "core/tables/text.h"
#include "core/tables/workbook.h"
#include "core/tables/xlsx_parts.h"
#include "core/tables/xml_events.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace atlas {

namespace {

/// A place as "B12" names it, from 0; -1 for a part that is not there.
struct Place
{
    int row = -1;
    int column = -1;
};

Place placeOf(std::string_view name)
{
    constexpr int letters = 26, most = 1 << 20;
    Place place;
    size_t i = 0;
    int column = 0;
    for (; i < name.size() && name[i] >= 'A' && name[i] <= 'Z' && column < most; ++i)
        column = column * letters + (name[i] - 'A' + 1);
    int row = 0;
    std::from_chars(name.data() + i, name.data() + name.size(), row);
    place.column = column - 1;
    place.row = row - 1;
    return place;
}

enum class CellType { Number, SharedString, Text, Boolean, Error };

CellType typeOf(std::string_view name)
{
    if (name.empty() || name == "n")
        return CellType::Number;
    if (name == "s")
        return CellType::SharedString;
    if (name == "b")
        return CellType::Boolean;
    return name == "e" ? CellType::Error : CellType::Text; // a date (d) is written in ISO 8601
}

/// Hears the cells of one sheet.
class SheetListener : public XmlListener
{
public:
    SheetListener(const XlsxParts &parts, SheetCells &cells) : m_parts(parts), m_cells(cells) {}

    void startElement(std::string_view name, const XmlAttributes &attributes) override;
    void endElement(std::string_view name) override;
    void text(std::string_view utf8) override
    {
        if (m_isText)
            addShownText(m_text, utf8, m_isRaised);
    }
    bool wantsMore() const override { return !m_cells.areTooMany(); }

private:
    void startRow(const XmlAttributes &attributes);
    void startCell(const XmlAttributes &attributes);
    void endCell();
    void addNumber(std::string_view text);

    const XlsxParts &m_parts;
    SheetCells &m_cells;
    QByteArray m_text;
    int m_row = -1;
    int m_column = -1;
    CellType m_type = CellType::Number;
    NumberFormat m_plain;
    const NumberFormat *m_format = &m_plain;
    bool m_isRaised = false;
    bool m_hasFormula = false;
    bool m_isText = false;
    int m_phonetic = 0;
};

void SheetListener::startRow(const XmlAttributes &attributes)
{
    m_row = attributes.number("r", m_row + 2) - 1;
    m_column = -1;
    if (attributes.isTrue("hidden"))
        m_cells.hideRow(m_row);
}

void SheetListener::startCell(const XmlAttributes &attributes)
{
    const auto cell = attributes.values<3>({"r", "s", "t"});
    const Place place = placeOf(cell[0]);
    m_row = place.row >= 0 ? place.row : m_row;
    m_column = place.column >= 0 ? place.column : m_column + 1;
    size_t format = 0;
    std::from_chars(cell[1].data(), cell[1].data() + cell[1].size(), format);
    m_format = format < m_parts.formats.size() ? &m_parts.formats[format] : &m_plain;
    m_isRaised = false;
    m_type = typeOf(cell[2]);
    m_hasFormula = false;
    m_text.resize(0);
}

void SheetListener::startElement(std::string_view name, const XmlAttributes &attributes)
{
    m_isText = false;
    if (name == "c")
        startCell(attributes);
    else if (name == "v" || (name == "t" && m_phonetic == 0))
        m_isText = true;
    else if (name == "row")
        startRow(attributes);
    else if (name == "f")
        m_hasFormula = true;
    else if (name == "rPh")
        ++m_phonetic;
    else if (name == "r")
        m_isRaised = false;
    else if (name == "vertAlign")
        m_isRaised = attributes.value("val") == "superscript";
    else if (name == "col" && attributes.isTrue("hidden"))
        m_cells.hideColumns(attributes.number("min", 1) - 1, attributes.number("max", 0) - 1);
    else if (name == "mergeCell") {
        const std::string_view range = attributes.value("ref");
        const size_t colon = range.find(':');
        if (colon == std::string_view::npos)
            return;
        const Place first = placeOf(range.substr(0, colon)), last = placeOf(range.substr(colon + 1));
        m_cells.merge(first.row, first.column, last.row, last.column);
    }
}

void SheetListener::endElement(std::string_view name)
{
    m_isText = false;
    if (name == "c")
        endCell();
    else if (name == "rPh")
        --m_phonetic;
}

void SheetListener::addNumber(std::string_view text)
{
    constexpr int perCent = 2, perThousand = -3;
    const FormatSection &section =
        m_format->sectionFor(m_format->isSimple() ? 0 : numberOf(text).value_or(0));
    std::string shown;
    bool isNumber = true;
    switch (section.as) {
    case ShownAs::Number:
        shown = shortestNumber(text, perThousand * section.thousands);
        break;
    case ShownAs::Percentage:
    case ShownAs::WithPercentSign:
        shown = shortestNumber(text, (section.as == ShownAs::Percentage ? perCent : 0)
                                         + perThousand * section.thousands);
        shown += shown.empty() ? "" : "%";
        break;
    case ShownAs::Text:
        return m_cells.add(m_row, m_column, numberOf(text) ? section.text : xlsxText(m_text));
    default:
        if (const auto value = numberOf(text))
            shown = dateText(*value, section.as, m_parts.from1904);
        isNumber = shown.empty() || section.as == ShownAs::Year;
        if (shown.empty())
            shown = shortestNumber(text);
    }
    if (shown.empty())
        m_cells.add(m_row, m_column, xlsxText(m_text));
    else if (!section.text.isEmpty())
        m_cells.add(m_row, m_column, QString::fromStdString(shown) + QLatin1Char(' ') + section.text, true);
    else
        m_cells.add(m_row, m_column, shown, isNumber);
}

void SheetListener::endCell()
{
    const std::string_view text(m_text.constData(), static_cast<size_t>(m_text.size()));
    if (text.empty()) {
        if (m_hasFormula && m_type == CellType::Number)
            m_cells.addUncalculated(m_row, m_column);
        return;
    }
    if (m_hasFormula && m_parts.isToBeCalculated && text == "0")
        m_cells.addDoubtful(m_row, m_column);
    switch (m_type) {
    case CellType::Number:
        addNumber(text);
        break;
    case CellType::SharedString:
        if (const auto index = numberOf(text);
            index && *index >= 0 && *index < double(m_parts.strings.size()))
            m_cells.add(m_row, m_column, m_parts.strings[static_cast<qsizetype>(*index)]);
        break;
    case CellType::Boolean:
        m_cells.add(m_row, m_column, text == "1" || text == "true" ? "TRUE" : "FALSE", false);
        break;
    case CellType::Text:
    case CellType::Error:
        m_cells.add(m_row, m_column, xlsxText(m_text));
        break;
    }
}

Result<Grid> readSheet(const Workbook &workbook, const XlsxParts &parts, const XlsxSheet &sheet,
                       Progress &progress, double start, double length)
{
    const auto bytes = workbook.read(sheet.member, progress);
    if (!bytes)
        return bytes.error();
    SheetCells cells;
    SheetListener listener(parts, cells);
    const XmlOutcome outcome = readXml(*bytes, listener, progress, start, length);
    if (outcome.end != XmlEnd::Complete && !cells.areTooMany())
        return workbook.errorOf(outcome);
    Grid grid = cells.takeGrid(fileNameOf(workbook.path), sheet.name);
    if (cells.areTooMany())
        return workbook.tooLarge(sheet.name);
    return grid;
}

} // namespace

Result<Grid> readXlsx(const Workbook &workbook, const QString &sheet, Progress &progress)
{
    const auto parts = readXlsxParts(workbook, progress);
    if (!parts)
        return parts.error();
    QStringList names;
    for (const XlsxSheet &one : parts->sheets)
        names << one.name;
    SheetChoice choice(sheet, fileNameOf(workbook.path), names);
    if (names.isEmpty())
        return Error{Text::tr("%1 %2 has no worksheet.").arg(workbook.what, workbook.path), {}};
    if (choice.wanted() == -1)
        return choice.noSuchSheet();
    const bool allHidden = std::all_of(parts->sheets.begin(), parts->sheets.end(),
                                       [](const XlsxSheet &one) { return one.isHidden; });
    const double length = 1.0 / (choice.wanted() ? 1 : static_cast<double>(names.size()));
    for (int i = 0; i < names.size(); ++i) {
        const XlsxSheet &one = parts->sheets[static_cast<size_t>(i)];
        if (choice.wanted() ? *choice.wanted() != i : one.isHidden && !allHidden)
            continue;
        auto grid = readSheet(workbook, *parts, one, progress, choice.wanted() ? 0 : i * length, length);
        if (!grid)
            return grid.error();
        choice.offer(*std::move(grid));
    }
    return choice.take();
}

} // namespace atlas
