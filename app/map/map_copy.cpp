#include "app/map/map_copy.h"

#include "core/index/area_order.h"
#include "core/index/index_columns.h"
#include "core/render/map_painter.h"
#include "core/render/map_scene.h"
#include "core/snapshot/snapshot.h"

#include <QCoreApplication>

#include <memory>
#include <utility>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(MapCopy)
};

TableColumn valueColumn(const SharedVariable &shown, int classCount)
{
    return {.name = shown->name,
            .unit = shown->unit,
            .decimals = shown->decimals,
            .direction = shown->direction,
            .classCount = classCount,
            .cell = [shown](size_t area) {
                TableCell cell = numberCell(shown->values[area]);
                cell.classNumber = shown->classification.classes[area];
                return cell;
            }};
}

TableColumn rankColumnOf(const SharedVariable &shown)
{
    return {.kind = TableColumn::Kind::Rank, .name = Text::tr("Rank"), .cell = [shown](size_t area) {
                return rankCell(shown->ranks[area]);
            }};
}

TableColumn markColumn(const SharedVariable &shown, const ClassScheme &scheme)
{
    return {.kind = TableColumn::Kind::Text, .name = Text::tr("Class"), .cell = [shown, scheme](size_t area) {
                return textCell(classMark(shown->classification.classes[area], scheme));
            }};
}

} // namespace

TableSheet sheetOfMap(const Snapshot &now, const QLocale &locale)
{
    const SharedVariable &shown = now.shownVariable();
    const ClassScheme &scheme = now.choices().scheme;
    const int classCount = scheme.classCount;
    const MapScene scene = now.scene(Theme::Light, locale);
    std::vector<CellFormat> formats = {CellFormat()};
    for (int number = 1; number <= classCount; ++number)
        formats.push_back({scene.classColours[static_cast<size_t>(number)],
                           scene.classInks[static_cast<size_t>(number)], classMark(number, scheme)});
    TableSheet sheet{.table = {.columns = {areaNameColumn(now.dataset()), valueColumn(shown, classCount),
                                           rankColumnOf(shown), markColumn(shown, scheme)},
                               .order = orderByRank(*now.dataset(), shown->ranks)},
                     .locale = locale,
                     .title = scene.title,
                     .formatOf =
                         [formats](const TableColumn &, const TableCell &cell) {
                             return formats[static_cast<size_t>(cell.classNumber)];
                         },
                     .notes = {scene.rule, scene.source}};
    sheet.key = keyToClasses(formats, scheme);
    return sheet;
}

Copyable copyableMap(const Snapshot &now, const MapViewport &viewport, const std::vector<size_t> &selected,
                     const QLocale &locale)
{
    const auto scene = std::make_shared<const MapScene>(now.scene(Theme::Light, locale));
    std::vector<size_t> shapes;
    for (const size_t area : selected)
        if (now.dataset()->hasShape(area))
            shapes.push_back(area);
    constexpr double dpi = 300;
    constexpr double unitsPerInch = 96;
    Picture picture{.title = scene->title,
                    .description = scene->rule + QStringLiteral(". ") + scene->source,
                    .size = {.logical = viewport.screen(), .pixelsPerUnit = dpi / unitsPerInch},
                    .background = scene->colours.background,
                    .paint = [scene, viewport, shapes](QPainter &painter) {
                        scene->shapes->findDetail(); // as exports do, so that the same copy is the same
                        paintMap(painter, *scene, viewport, {.lineWidth = 0.8, .selected = shapes});
                    }};
    return {.sheet = sheetOfMap(now, locale),
            .picture = [picture]() -> Result<Picture> { return picture; },
            .isPicture = true,
            .drawsLater = true};
}

} // namespace atlas
