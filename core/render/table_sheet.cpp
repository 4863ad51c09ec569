#include "core/render/table_sheet.h"

#include "core/render/table_pages.h"
#include "core/render/text.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace atlas {

namespace {

std::optional<uint32_t> rgbOf(const QColor &colour)
{
    constexpr uint32_t withoutAlpha = 0xffffff;
    return colour.isValid() ? std::optional<uint32_t>(colour.rgb() & withoutAlpha) : std::nullopt;
}

HtmlColours coloursOf(const CellFormat &format)
{
    return {rgbOf(format.background), rgbOf(format.text)};
}

} // namespace

std::vector<SheetKeyEntry> keyToClasses(const std::vector<CellFormat> &formats, const ClassScheme &scheme)
{
    std::vector<SheetKeyEntry> key;
    for (int number = static_cast<int>(formats.size()) - 1; number >= 1; --number)
        key.push_back({formats[static_cast<size_t>(number)], classText(number, scheme)});
    return key;
}

QString htmlOf(const TableSheet &sheet)
{
    HtmlOptions options;
    if (sheet.formatOf)
        options.coloursOf = [&sheet](const TableColumn &column, const TableCell &cell) {
            return coloursOf(sheet.formatOf(column, cell));
        };
    for (const SheetKeyEntry &entry : sheet.key)
        options.key.push_back({coloursOf(entry.format), entry.meaning});
    if (!sheet.leftOut.isEmpty())
        options.key.push_back({{}, sheet.leftOut});
    return htmlTable(sheet.table, sheet.locale, options);
}

Result<Picture> pictureOf(const TableSheet &sheet)
{
    constexpr size_t mostRows = 200;
    if (sheet.table.rowCount() > mostRows)
        return Error{
            Text::tr("A picture has room for %1 rows, and there are %2. Select fewer rows, or copy them as "
                     "a table.")
                .arg(sheet.locale.toString(mostRows), sheet.locale.toString(sheet.table.rowCount())),
            {}};
    const auto pages = std::make_shared<const TablePages>(TablePages::onOnePage(sheet));
    constexpr double dpi = 300;
    constexpr double unitsPerInch = 96;
    return Picture{.title = sheet.title,
                   .description = sheet.notes.join(QLatin1Char('\n')),
                   .size = {.logical = pages->pageSize(), .pixelsPerUnit = dpi / unitsPerInch},
                   .background = Qt::white,
                   .paint = [pages](QPainter &painter) { pages->paint(painter, 0); }};
}

} // namespace atlas
