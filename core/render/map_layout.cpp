#include "core/render/map_layout.h"

#include "core/render/map_furniture.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr double margin = 12;
constexpr double gap = 10;

/// One way to arrange the pieces.
struct Arrangement
{
    bool legendBeside = true; ///< else above
    bool keyBeside = true;    ///< else below
};

double columnHeight(const MapScene &scene, const MapFurniture &furniture, double width)
{
    return (furniture.title ? titleHeight(scene, width) : 0)
           + (furniture.legend ? gap + legendHeight(scene) : 0);
}

void placeKey(MapLayout &layout, const MapScene &scene, bool beside, QRectF &free)
{
    const auto count = static_cast<int>(scene.key.size());
    const double entryWidth = keyEntryWidth(scene);
    const int rows = std::max(1, static_cast<int>(free.height() / keyLineHeight()));
    if (beside) {
        layout.keyColumns = (count + rows - 1) / rows;
        const double width = layout.keyColumns * entryWidth;
        layout.key = QRectF(free.right() - width, free.top(), width, free.height());
        free.setRight(layout.key.left() - gap);
        return;
    }
    layout.keyColumns = std::clamp(static_cast<int>(free.width() / entryWidth), 1, count);
    const double height = std::ceil(double(count) / layout.keyColumns) * keyLineHeight();
    layout.key = QRectF(free.left(), free.bottom() - height, free.width(), height);
    free.setBottom(layout.key.top() - gap);
}

MapLayout arrange(const MapScene &scene, const MapFurniture &furniture, const QSizeF &size,
                  Arrangement arrangement)
{
    MapLayout layout;
    QRectF free(margin, margin, std::max(1.0, size.width() - 2 * margin),
                std::max(1.0, size.height() - 2 * margin));
    if (furniture.source) {
        const double height = sourceHeight(scene, free.width());
        layout.source = QRectF(free.left(), free.bottom() - height, free.width(), height);
        free.setBottom(layout.source.top() - gap / 2);
    }
    if (furniture.key && !scene.key.empty() && !arrangement.keyBeside)
        placeKey(layout, scene, false, free);
    if (furniture.title || furniture.legend) {
        const double width =
            arrangement.legendBeside ? std::min(columnWidth(scene), free.width()) : free.width();
        const double titlePart = furniture.title ? titleHeight(scene, width) : 0;
        if (furniture.title)
            layout.title = QRectF(free.left(), free.top(), width, titlePart);
        if (furniture.legend)
            layout.legend = QRectF(free.left(), free.top() + titlePart + (furniture.title ? gap : 0),
                                   std::min(columnWidth(scene), free.width()), legendHeight(scene));
        if (arrangement.legendBeside)
            free.setLeft(free.left() + width + gap);
        else
            free.setTop(free.top() + columnHeight(scene, furniture, width) + gap);
    }
    if (furniture.key && !scene.key.empty() && arrangement.keyBeside)
        placeKey(layout, scene, true, free);
    layout.map = free;
    return layout;
}

double scaleIn(const QRectF &extent, const QRectF &window)
{
    if (extent.isEmpty() || window.isEmpty())
        return 0;
    return std::min(window.width() / extent.width(), window.height() / extent.height());
}

} // namespace

MapLayout layoutMap(const MapScene &scene, const MapFurniture &furniture, const QSizeF &size)
{
    const QRectF extent = scene.boundaries->extent();
    MapLayout best;
    double bestScale = -1;
    for (const bool legendBeside : {true, false}) {
        for (const bool keyBeside : {true, false}) {
            const MapLayout layout = arrange(scene, furniture, size, {legendBeside, keyBeside});
            const double scale = scaleIn(extent, layout.map);
            if (scale > bestScale) {
                best = layout;
                bestScale = scale;
            }
        }
    }
    return best;
}

MapViewport fittingViewport(const MapScene &scene, const MapLayout &layout, const QSizeF &size)
{
    return MapViewport::fitting(scene.boundaries->extent(), layout.map, size);
}

} // namespace atlas
