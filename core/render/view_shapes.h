#pragma once

#include "core/render/map_shapes.h"
#include "core/render/map_viewport.h"

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <vector>

namespace atlas {

/// The shapes that a viewport shows, in its pixels and no finer than the eye can tell: ready for a painter.
/// Neighbours keep their shared edges. Rings that run far out of sight are cut off there.
struct ViewShapes
{
    /// The rows between which something is.
    struct Reach
    {
        float top = 0;
        float bottom = 0;

        bool meets(double first, double last) const { return bottom >= first && top <= last; }
    };
    /// An area in sight, and its rings: ringStarts[firstRing] to ringStarts[lastRing], holes last.
    struct Shape
    {
        uint32_t area = 0;
        uint32_t firstRing = 0;
        uint32_t firstHole = 0;
        uint32_t lastRing = 0;
        Reach reach; ///< of what is in sight
    };
    /// Some of the shapes, and the lines that are theirs.
    struct Batch
    {
        std::vector<QPointF> points;
        std::vector<uint32_t> ringStarts = {0}; ///< first point of each ring, then the number of points
        std::vector<Shape> shapes;
        std::vector<QPointF> linePoints;
        std::vector<uint32_t> lineStarts = {0};
        std::vector<Reach> lineReaches; ///< one for each line
        /// How narrow what each line goes around is, in pixels: the line's area, or the line where it is
        /// short.
        std::vector<float> lineBreadths;
    };

    std::vector<Batch> batches; ///< in the order of the areas
};

/// `tolerance` is how far a line may stray, in pixels of the viewport. The same for any number of threads.
ViewShapes projectShapes(const MapShapes &shapes, const MapViewport &viewport, double tolerance);

/// The same, cut along a rectangle in its pixels: for a frame on a page that cannot clip.
void cutShapes(ViewShapes &view, const QRectF &rectangle);

/// One area alone, whatever its neighbours; nothing when it is out of sight.
ViewShapes::Batch projectArea(const MapShapes &shapes, const MapViewport &viewport, double tolerance,
                              size_t area);

} // namespace atlas
