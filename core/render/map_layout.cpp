#include "core/render/map_layout.h"

#include "core/render/map_furniture.h"

#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace atlas {

namespace {

constexpr double margin = 12;
constexpr double gap = 10;

enum class LegendPlace { Beside, Above, InCorner };

/// One way to arrange the pieces.
struct Arrangement
{
    LegendPlace legend = LegendPlace::Beside;
    bool keyBeside = true; ///< else below
};

/// What is to be arranged, and the sizes that do not depend on how.
struct Pieces
{
    const MapScene &scene;
    double column; ///< width
    double legend; ///< height
    double keyEntry;

    Pieces(const MapScene &s, const MapFurniture &furniture)
        : scene(s), column(columnWidth(s)), legend(legendHeight(s)),
          keyEntry(furniture.key ? keyEntryWidth(s) : 0)
    {}
};

double columnHeight(const Pieces &pieces, const MapFurniture &furniture, double width)
{
    return (furniture.title ? titleHeight(pieces.scene, width) : 0)
           + (furniture.title && furniture.legend ? gap : 0) + (furniture.legend ? pieces.legend : 0);
}

void placeKey(MapLayout &layout, const Pieces &pieces, bool beside, QRectF &free)
{
    const auto count = static_cast<int>(pieces.scene.key.size());
    const double entryWidth = pieces.keyEntry;
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

/// Makes the map no wider than its areas need, so that they stand at the right and leave the left corner
/// free.
void pushRight(QRectF &map, const QRectF &extent)
{
    if (extent.height() > 0)
        map.setLeft(std::max(map.left(), map.right() - map.height() * extent.width() / extent.height()));
}

bool touches(const QRectF &a, const QRectF &b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

/// Whether a line of the ring may cross the box, or the ring goes around it.
bool ringMayTouch(std::span<const QPointF> ring, const QRectF &box)
{
    for (size_t i = 1; i < ring.size(); ++i)
        if (touches(QRectF(ring[i - 1], ring[i]).normalized(), box))
            return true;
    return QPolygonF(QList<QPointF>(ring.begin(), ring.end())).containsPoint(box.center(), Qt::OddEvenFill);
}

/// Whether a piece covers some of an area when all areas are in sight.
bool coversAnArea(const MapScene &scene, const MapLayout &layout, const QSizeF &size, const QRectF &piece)
{
    const BoundarySet &boundaries = scene.boundaries();
    const MapViewport viewport = fittingViewport(scene, layout, size);
    const QRectF box =
        QRectF(viewport.toMap(piece.topLeft()), viewport.toMap(piece.bottomRight())).normalized();
    for (size_t area = 0; area < boundaries.size(); ++area) {
        if (!boundaries.hasShape(area) || !touches(boundaries.boxes[area], box))
            continue;
        for (size_t ring = boundaries.firstRing(area); ring < boundaries.lastRing(area); ++ring)
            if (ringMayTouch(boundaries.ring(ring), box))
                return true;
    }
    return false;
}

MapLayout arrange(const Pieces &pieces, const MapFurniture &furniture, const QSizeF &size,
                  Arrangement arrangement)
{
    const MapScene &scene = pieces.scene;
    MapLayout layout;
    QRectF free(margin, margin, std::max(1.0, size.width() - 2 * margin),
                std::max(1.0, size.height() - 2 * margin));
    if (furniture.source) {
        const double height = sourceHeight(scene, free.width());
        layout.source = QRectF(free.left(), free.bottom() - height, free.width(), height);
        free.setBottom(layout.source.top() - gap / 2);
    }
    if (furniture.key && !scene.key.empty())
        placeKey(layout, pieces, arrangement.keyBeside, free);
    if (furniture.title || furniture.legend) {
        const double width =
            arrangement.legend == LegendPlace::Above ? free.width() : std::min(pieces.column, free.width());
        const double titlePart = furniture.title ? titleHeight(scene, width) : 0;
        if (furniture.title)
            layout.title = QRectF(free.left(), free.top(), width, titlePart);
        if (furniture.legend)
            layout.legend = QRectF(free.left(), free.top() + titlePart + (furniture.title ? gap : 0),
                                   std::min(pieces.column, free.width()), pieces.legend);
        if (arrangement.legend == LegendPlace::Beside)
            free.setLeft(free.left() + width + gap);
        else if (arrangement.legend == LegendPlace::Above)
            free.setTop(free.top() + columnHeight(pieces, furniture, width) + gap);
    }
    layout.map = free;
    if (arrangement.legend == LegendPlace::InCorner)
        pushRight(layout.map, scene.shapes->extent());
    return layout;
}

double scaleIn(const QRectF &extent, const QRectF &window)
{
    if (extent.isEmpty() || window.isEmpty())
        return 0;
    return std::min(window.width() / extent.width(), window.height() / extent.height());
}

/// Whether every piece is whole and on the page, none covers another, and the areas have room.
bool isTidy(const Pieces &pieces, const MapLayout &layout, const QSizeF &size)
{
    constexpr double smallestMap = 80;
    const QRectF page(QPointF(0, 0), size);
    const std::array boxes = {layout.title, layout.legend, layout.source, layout.key};
    for (size_t a = 0; a < boxes.size(); ++a) {
        if (!boxes[a].isNull() && !page.contains(boxes[a]))
            return false;
        for (size_t b = 0; b < a; ++b)
            if (boxes[a].intersects(boxes[b]))
                return false;
    }
    const bool keyIsWhole = layout.key.isNull() || layout.keyColumns * pieces.keyEntry <= layout.key.width();
    const bool legendIsWhole = layout.legend.isNull() || layout.legend.width() >= pieces.column;
    return keyIsWhole && legendIsWhole && layout.map.width() >= smallestMap
           && layout.map.height() >= smallestMap;
}

/// The tidy arrangement that draws the areas largest; nothing when there is no room for all these pieces.
std::optional<MapLayout> largestMap(const Pieces &pieces, const MapFurniture &furniture, const QSizeF &size)
{
    const MapScene &scene = pieces.scene;
    const QRectF extent = scene.shapes->extent();
    std::optional<MapLayout> best;
    double bestScale = -1;
    for (const LegendPlace legend : {LegendPlace::Beside, LegendPlace::Above, LegendPlace::InCorner}) {
        for (const bool keyBeside : {true, false}) {
            const MapLayout layout = arrange(pieces, furniture, size, {legend, keyBeside});
            const double scale = scaleIn(extent, layout.map);
            if (scale <= bestScale || !isTidy(pieces, layout, size))
                continue;
            const QRectF corner =
                layout.title.united(layout.legend).adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2);
            if (legend == LegendPlace::InCorner && coversAnArea(scene, layout, size, corner))
                continue;
            best = layout;
            bestScale = scale;
        }
    }
    return best;
}

} // namespace

MapLayout layoutMap(const MapScene &scene, const MapFurniture &furniture, const QSizeF &size)
{
    const Pieces pieces(scene, furniture);
    // The pieces that are missed least go first.
    MapFurniture shown = furniture;
    for (bool MapFurniture::*next :
         {&MapFurniture::key, &MapFurniture::source, &MapFurniture::title, &MapFurniture::legend}) {
        if (const auto layout = largestMap(pieces, shown, size))
            return *layout;
        shown.*next = false;
    }
    return arrange(pieces, shown, size, {});
}

MapFurniture leftOut(const MapScene &scene, const MapFurniture &asked, const MapLayout &layout)
{
    return {.title = asked.title && layout.title.isNull(),
            .legend = asked.legend && layout.legend.isNull(),
            .source = asked.source && layout.source.isNull(),
            .key = asked.key && !scene.key.empty() && layout.key.isNull()};
}

MapViewport fittingViewport(const MapScene &scene, const MapLayout &layout, const QSizeF &size)
{
    return MapViewport::fitting(scene.shapes->extent(), layout.map, size);
}

} // namespace atlas
