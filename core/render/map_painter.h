#pragma once

#include "core/render/map_insets.h"
#include "core/render/map_layout.h"
#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"
#include "core/render/view_shapes.h"

#include <functional>
#include <vector>

class QPainter;

namespace atlas {

/// What is drawn on top of the areas, and how.
struct MapPaintOptions
{
    MapFurniture furniture;
    double lineWidth = 0;         ///< of the lines between areas, in logical pixels; 0 is one device pixel
    std::vector<size_t> selected; ///< shapes to outline
};

/// How far a line may stray where pixels are of this size, in pixels: less than an eye can see.
inline constexpr double screenTolerance = 0.4;

/// Draws a whole map: background, areas, labels, selection, then insets where all areas are in sight, title,
/// legend, source and key.
/// The one way to draw a map on a picture or a page. The painter's unit is a logical pixel;
/// `viewport.screen()` is the size of the map in it. A window keeps the layers below in pictures of their
/// own.
void paintMap(QPainter &painter, const MapScene &scene, const MapViewport &viewport,
              const MapPaintOptions &options);

/// Whether what lies beyond the viewport's screen may be drawn, or is cut off: in a frame on a page.
enum class Edges { Open, Cut };

/// The layers of paintMap(). Areas come as pixels on pictures, and as polygons and lines on pages.
void paintAreas(QPainter &painter, const MapScene &scene, const MapViewport &viewport, double lineWidth,
                Edges edges = Edges::Open);
/// Fills the shapes that reach into the rows `top` to `bottom`, in the order of the areas.
void paintFills(QPainter &painter, const ViewShapes &view, double top, double bottom,
                const std::function<QColor(size_t)> &colourOf);
/// Draws the lines between areas: finer or fainter where areas are small, each line by what it goes around,
/// so that lines do not hide them. `width` is in pixels of the view; 0 is one device pixel, which is the
/// quickest.
void paintOutlines(QPainter &painter, const ViewShapes &view, double top, double bottom, const QColor &colour,
                   double width);
void paintHighlight(QPainter &painter, const MapScene &scene, const MapViewport &viewport, size_t shape,
                    const QColor &colour, double width, Edges edges = Edges::Open);
/// The frame of an inset with its caption, the box around its part on the map, and the line between the two.
void paintInsetFrame(QPainter &painter, const MapScene &scene, const MapViewport &viewport,
                     const MapInset &inset);

} // namespace atlas
