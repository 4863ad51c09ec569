#include "core/render/map_export.h"

#include "core/render/text.h"

#include <QPainter>

namespace atlas {

MapFurniture furnitureOf(const MapExport &what)
{
    MapFurniture furniture = what.furniture;
    furniture.stripNames = !what.selected.empty();
    furniture.unlabelled = true;
    return furniture;
}

Picture pictureOf(const MapScene &scene, const MapExport &what)
{
    const auto paint = [&scene, &what](QPainter &painter) {
        const MapFurniture furniture = furnitureOf(what);
        const MapLayout layout = layoutMap(scene, furniture, what.size.logical);
        const MapViewport viewport = fittingViewport(scene, layout, what.size.logical);
        paintMap(painter, scene, viewport,
                 {.furniture = furniture, .lineWidth = 0.8, .selected = what.selected});
    };
    return {.title = scene.title,
            .description = scene.rule + QStringLiteral(". ") + scene.source,
            .size = what.size,
            .background = scene.colours.background,
            .paint = paint};
}

QString leftOutText(const MapScene &scene, const MapExport &what)
{
    const MapFurniture missing =
        leftOut(scene, what.furniture, layoutMap(scene, furnitureOf(what), what.size.logical));
    QStringList pieces;
    if (missing.key)
        pieces << Text::tr("the list of areas");
    if (missing.source)
        pieces << Text::tr("the source");
    if (missing.title)
        pieces << Text::tr("the title");
    if (missing.legend)
        pieces << Text::tr("the legend");
    if (pieces.isEmpty())
        return {};
    if (pieces.size() == 1 && missing.key)
        return Text::tr(
            "The page is too small for the list of areas; make it larger or switch the list off.");
    const QString last = pieces.takeLast();
    const QString all =
        pieces.isEmpty() ? last : Text::tr("%1 and %2").arg(pieces.join(QStringLiteral(", ")), last);
    return Text::tr("The page is too small for %1; make it larger or leave out what is not needed.").arg(all);
}

QImage renderMapImage(const MapScene &scene, const MapExport &what)
{
    return renderImage(pictureOf(scene, what));
}

Result<QByteArray> renderMap(const MapScene &scene, const MapExport &what, PictureFormat format)
{
    return renderPicture(pictureOf(scene, what), format);
}

Result<Done> exportMap(const MapScene &scene, const MapExport &what, const QString &path)
{
    scene.shapes->findDetail();
    return exportPicture(pictureOf(scene, what), path);
}

} // namespace atlas
