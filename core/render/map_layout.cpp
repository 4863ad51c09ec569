#include "core/render/map_layout.h"

#include "core/render/key_layout.h"
#include "core/render/land_raster.h"
#include "core/render/legend_strip.h"
#include "core/render/map_furniture.h"

#include <QPolygonF>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace atlas {

namespace {

constexpr double margin = 10;
constexpr double gap = 10;

enum class LegendPlace { Beside, Above, InCorner };
enum class KeyPlace { Beside, Below, Around };

/// One way to arrange the pieces.
struct Arrangement
{
    LegendPlace legend = LegendPlace::Beside;
    KeyPlace key = KeyPlace::Beside;
};

/// What is to be arranged, and the sizes that do not depend on how.
class Pieces
{
public:
    Pieces(const MapScene &s, const MapFurniture &furniture)
        : scene(s), extent(s.shapes->extent()), column(columnWidth(s)), m_legend(atlas::legendHeight(s)),
          m_strip(stripHeight(s, furniture.stripNames)), m_saysUnlabelled(furniture.unlabelled)
    {
        if (!furniture.key || s.key.empty())
            return;
        const double widest = keyEntryWidth(s);
        flows.emplace_back(s, widest);
        for (const double width : {225.0, 210.0, 195.0, 180.0, 165.0, 155.0})
            if (width < widest)
                flows.emplace_back(s, width);
    }

    double legendHeight(bool withStrip) const { return m_legend + (withStrip ? m_strip : 0); }
    bool hasStrip() const { return m_strip > 0; }
    double titleHeight(double width) const
    {
        return heightOf(m_titles, width, [this](double w) { return atlas::titleHeight(scene, w); });
    }
    double sourceHeight(double width) const
    {
        return heightOf(m_sources, width,
                        [this](double w) { return atlas::sourceHeight(scene, w, m_saysUnlabelled); });
    }

    /// Whether a part of a page that shows all areas in `map` has none of them in it; to within a few pixels.
    bool isSea(const QRectF &part, const MapViewport &page) const
    {
        if (!m_land) {
            constexpr double across = 500; // pixels, in cells of two
            const QSizeF size = extent.size().scaled(across, across, Qt::KeepAspectRatio);
            m_landView = MapViewport::fitting(extent, QRectF(QPointF(0, 0), size), size);
            m_land.emplace(*scene.shapes, m_landView);
        }
        return m_land->isSea(QRectF(m_landView.toScreen(page.toMap(part.topLeft())),
                                    m_landView.toScreen(page.toMap(part.bottomRight()))));
    }

    const MapScene &scene;
    const QRectF extent;
    const double column;        ///< width
    std::vector<KeyFlow> flows; ///< of the key, in columns from wide to narrow; none without a key

private:
    /// Measuring text takes long, and widths come again.
    template <typename Measure>
    static double heightOf(std::map<double, double> &known, double width, const Measure &measure)
    {
        const auto [at, isNew] = known.try_emplace(width, 0);
        if (isNew)
            at->second = measure(width);
        return at->second;
    }

    double m_legend;
    double m_strip;
    bool m_saysUnlabelled;
    mutable std::map<double, double> m_titles;
    mutable std::map<double, double> m_sources;
    mutable std::optional<LandRaster> m_land;
    mutable MapViewport m_landView;
};

/// Pieces, and which of them are shown.
struct Shown
{
    MapFurniture furniture;
    bool strip = false;
};

/// Makes the map no wider and no higher than its areas need, so that they stand at the right and at the foot
/// and leave the upper left corner free.
void pushAside(QRectF &map, const QRectF &extent)
{
    if (extent.isEmpty())
        return;
    const double width = map.height() * extent.width() / extent.height();
    const double height = map.width() * extent.height() / extent.width();
    map.setLeft(std::max(map.left(), map.right() - width));
    map.setTop(std::max(map.top(), map.bottom() - height));
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

double scaleIn(const QRectF &extent, const QRectF &window)
{
    if (extent.isEmpty() || window.isEmpty())
        return 0;
    return std::min(window.width() / extent.width(), window.height() / extent.height());
}

/// Puts title and legend one below the other at the top left of `free`.
void placeColumn(MapLayout &layout, const Pieces &pieces, const Shown &shown, const QRectF &free,
                 double width)
{
    const double title = shown.furniture.title ? pieces.titleHeight(width) : 0;
    if (shown.furniture.title)
        layout.title = QRectF(free.left(), free.top(), width, title);
    if (!shown.furniture.legend)
        return;
    layout.hasStrip = shown.strip;
    layout.legend = QRectF(free.left(), free.top() + title + (shown.furniture.title ? gap : 0),
                           std::min(pieces.column, free.width()), pieces.legendHeight(shown.strip));
}

/// The page without its margin and the source, which gets its place.
QRectF placeSource(MapLayout &layout, const Pieces &pieces, const Shown &shown, const QSizeF &size)
{
    QRectF free(margin, margin, std::max(1.0, size.width() - 2 * margin),
                std::max(1.0, size.height() - 2 * margin));
    if (shown.furniture.source) {
        const double height = pieces.sourceHeight(free.width());
        layout.source = QRectF(free.left(), free.bottom() - height, free.width(), height);
        free.setBottom(layout.source.top() - gap / 2);
    }
    return free;
}

QRectF boxAround(const std::vector<KeyColumn> &key)
{
    QRectF box;
    for (const KeyColumn &column : key)
        box |= column.box;
    return box;
}

/// Pieces in rows and columns, with the key (if any) in columns of its own; nothing when it does not fit.
std::optional<MapLayout> arrange(const Pieces &pieces, const Shown &shown, const QSizeF &size,
                                 Arrangement arrangement, const KeyFlow *flow)
{
    MapLayout layout;
    QRectF free = placeSource(layout, pieces, shown, size);
    if (flow) {
        const bool isBeside = arrangement.key == KeyPlace::Beside;
        auto key = isBeside ? flow->beside(free) : flow->below(free);
        if (!key)
            return {};
        layout.key = *std::move(key);
        if (isBeside)
            free.setRight(boxAround(layout.key).left() - gap);
        else
            free.setBottom(boxAround(layout.key).top() - gap);
    }
    if (shown.furniture.title || shown.furniture.legend) {
        const bool isAbove = arrangement.legend == LegendPlace::Above;
        const double width = isAbove ? free.width() : std::min(pieces.column, free.width());
        placeColumn(layout, pieces, shown, free, width);
        const QRectF column = layout.title | layout.legend;
        if (arrangement.legend == LegendPlace::Beside)
            free.setLeft(free.left() + width + gap);
        else if (isAbove)
            free.setTop(column.bottom() + gap);
    }
    layout.map = free;
    if (arrangement.legend == LegendPlace::InCorner)
        pushAside(layout.map, pieces.extent);
    return layout;
}

QRectF cornerOf(const MapLayout &layout)
{
    return (layout.title | layout.legend).adjusted(-gap / 2, -gap / 2, gap / 2, gap / 2);
}

/// The areas at the right, as large as can be with the title above them or in the corner, the legend in the
/// corner, and the key in columns around the areas. Somewhat smaller where that
/// saves columns. Nothing when they would be no larger than `leastScale`.
std::optional<MapLayout> arrangeAround(const Pieces &pieces, const Shown &shown, const QSizeF &size,
                                       const KeyFlow &flow, double leastScale)
{
    MapLayout layout;
    const QRectF free = placeSource(layout, pieces, shown, size);
    placeColumn(layout, pieces, shown, free, std::min(pieces.column, free.width()));
    const QRectF column = layout.title | layout.legend;
    constexpr double smaller = 0.99;
    constexpr double forAColumn = 0.03; // of the scale, to have a column less
    constexpr double mostForColumns = 0.92;
    std::optional<MapLayout> best;
    double bestWorth = 0;
    double largest = 0;
    constexpr double smallest = 0.3; // of the page
    const double whole = scaleIn(pieces.extent, free);
    const double least = std::max(leastScale, smallest * whole);
    for (double scale = whole; scale > least && scale > mostForColumns * largest; scale *= smaller)
        for (const bool atTheFoot : {true, false}) {
            const QSizeF map = pieces.extent.size() * scale;
            layout.map = QRectF(
                QPointF(free.right() - map.width(), atTheFoot ? free.bottom() - map.height() : free.top()),
                map);
            const MapViewport page = fittingViewport(pieces.scene, layout, size);
            if (!column.isNull() && !pieces.isSea(cornerOf(layout), page))
                continue;
            const QRectF taken = column.isNull() ? column : column.adjusted(-gap, -gap, gap, gap / 2);
            auto key = flow.around(free, [&](const QRectF &part) {
                return !part.intersects(taken) && pieces.isSea(part, page);
            });
            if (!key)
                continue;
            layout.key = *std::move(key);
            largest = std::max(largest, scale);
            const double worth = scale * (1 - forAColumn * static_cast<double>(layout.key.size()));
            if (worth > bestWorth) {
                best = layout;
                bestWorth = worth;
            }
        }
    return best;
}

/// Whether every piece is whole and on the page, none covers another, and the areas have room.
bool isTidy(const Pieces &pieces, const MapLayout &layout, const QSizeF &size)
{
    constexpr double smallestMap = 80;
    const QRectF page(QPointF(0, 0), size);
    std::vector<QRectF> boxes = {layout.title, layout.legend, layout.source};
    for (const KeyColumn &column : layout.key)
        boxes.push_back(column.box);
    for (size_t a = 0; a < boxes.size(); ++a) {
        if (!boxes[a].isNull() && !page.contains(boxes[a]))
            return false;
        for (size_t b = 0; b < a; ++b)
            if (boxes[a].intersects(boxes[b]))
                return false;
    }
    constexpr double leastBesideKey = 0.4; // of the whole page; a longer key is for the table
    if (!layout.key.empty()
        && scaleIn(pieces.extent, layout.map) < leastBesideKey * scaleIn(pieces.extent, page))
        return false;
    const bool legendIsWhole = layout.legend.isNull() || layout.legend.width() >= pieces.column;
    return legendIsWhole && layout.map.width() >= smallestMap && layout.map.height() >= smallestMap;
}

/// The best layout so far.
struct Best
{
    std::optional<MapLayout> layout;
    double scale = -1;

    void offer(const Pieces &pieces, const std::optional<MapLayout> &offered, const QSizeF &size,
               bool isInCorner)
    {
        if (!offered)
            return;
        const double own = scaleIn(pieces.extent, offered->map);
        if (own <= scale || !isTidy(pieces, *offered, size))
            return;
        if (isInCorner && coversAnArea(pieces.scene, *offered, size, cornerOf(*offered)))
            return;
        layout = offered;
        scale = own;
    }
};

/// The same, somewhat smaller where the areas would reach into the corner.
void offerInCorner(Best &best, const Pieces &pieces, const std::optional<MapLayout> &layout,
                   const QSizeF &size)
{
    if (!layout)
        return;
    const double before = best.scale;
    for (const double share : {1.0, 0.97, 0.94, 0.91, 0.88, 0.85}) {
        MapLayout smaller = *layout;
        smaller.map.setTopLeft(layout->map.bottomRight()
                               - QPointF(layout->map.width(), layout->map.height()) * share);
        best.offer(pieces, smaller, size, true);
        if (best.scale > before || scaleIn(pieces.extent, smaller.map) <= before)
            return;
    }
}

/// The tidy arrangement that draws the areas largest; nothing when there is no room for all these pieces.
Best largestMap(const Pieces &pieces, const Shown &shown, const QSizeF &size)
{
    std::vector<const KeyFlow *> flows;
    for (const KeyFlow &flow : pieces.flows)
        flows.push_back(shown.furniture.key ? &flow : nullptr);
    if (flows.empty() || !shown.furniture.key)
        flows = {nullptr};
    Best best;
    for (const KeyFlow *flow : flows) {
        for (const LegendPlace legend : {LegendPlace::Beside, LegendPlace::Above, LegendPlace::InCorner})
            for (const KeyPlace key : {KeyPlace::Beside, KeyPlace::Below}) {
                if (!flow && key == KeyPlace::Below)
                    continue;
                const auto layout = arrange(pieces, shown, size, {legend, key}, flow);
                if (legend == LegendPlace::InCorner)
                    offerInCorner(best, pieces, layout, size);
                else
                    best.offer(pieces, layout, size, false);
            }
        if (flow && !pieces.extent.isEmpty())
            best.offer(pieces, arrangeAround(pieces, shown, size, *flow, best.scale), size, true);
    }
    return best;
}

} // namespace

std::vector<QRectF> takenBy(const MapLayout &layout)
{
    constexpr double clear = 5;
    std::vector<QRectF> taken;
    const auto add = [&taken](const QRectF &box) {
        if (!box.isEmpty())
            taken.push_back(box.adjusted(-clear, -clear, clear, clear));
    };
    for (const QRectF &box : {layout.title, layout.legend, layout.source})
        add(box);
    for (const KeyColumn &column : layout.key)
        add(column.box);
    return taken;
}

MapLayout layoutMap(const MapScene &scene, const MapFurniture &furniture, const QSizeF &size)
{
    const Pieces pieces(scene, furniture);
    // The pieces that are missed least go first.
    MapFurniture shown = furniture;
    for (bool MapFurniture::*next :
         {&MapFurniture::key, &MapFurniture::source, &MapFurniture::title, &MapFurniture::legend}) {
        const Best plain = largestMap(pieces, {shown, false}, size);
        if (plain.layout && shown.legend && pieces.hasStrip()) {
            // In a window a strip moves no map, since other classes must not. On a page it may cost a little.
            constexpr double worthAStrip = 0.88; // of the scale
            const Best withStrip = largestMap(pieces, {shown, true}, size);
            if (withStrip.layout
                && (withStrip.layout->map == plain.layout->map
                    || (furniture.key && withStrip.scale >= worthAStrip * plain.scale)))
                return *withStrip.layout;
        }
        if (plain.layout)
            return *plain.layout;
        shown.*next = false;
    }
    return *arrange(pieces, {shown, false}, size, {}, nullptr);
}

MapFurniture leftOut(const MapScene &scene, const MapFurniture &asked, const MapLayout &layout)
{
    return {.title = asked.title && layout.title.isNull(),
            .legend = asked.legend && layout.legend.isNull(),
            .source = asked.source && layout.source.isNull(),
            .key = asked.key && !scene.key.empty() && layout.key.empty()};
}

MapViewport fittingViewport(const MapScene &scene, const MapLayout &layout, const QSizeF &size)
{
    return MapViewport::fitting(scene.shapes->extent(), layout.map, size);
}

} // namespace atlas
