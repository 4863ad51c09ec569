#pragma once

#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QColor>
#include <QImage>
#include <QSize>

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// Pixels of a row that belong to one area, from where the run before them ends.
struct AreaRun
{
    uint32_t area = 0; ///< or the number of areas, where there is none
    int32_t end = 0;   ///< the column after the last

    bool operator==(const AreaRun &) const = default;
};

/// The areas of a view as pixels that know nothing of colours yet: which area is where, and the lines between
/// areas, drawn smooth. A change of colours then draws nothing again, however many areas there are.
struct AreaLayers
{
    /// Some rows of the picture, the same for any number of threads.
    struct Band
    {
        int top = 0;
        std::vector<AreaRun> runs;            ///< row after row
        std::vector<uint32_t> rowStarts = {}; ///< first run of each row, then the number of runs

        int height() const { return static_cast<int>(rowStarts.size()) - 1; }
        std::span<const AreaRun> row(int y) const
        {
            const auto own = static_cast<size_t>(y - top);
            return {runs.data() + rowStarts[own], runs.data() + rowStarts[own + 1]};
        }
        bool operator==(const Band &) const = default;
    };

    QSize size;
    double scale = 1;        ///< pixels in a logical pixel, for patterns
    std::vector<Band> bands; ///< from the top
    QImage lines;            ///< Alpha8: how much the line covers
};

/// Draws the layers of a view on all cores. The viewport's pixels are those of the layers; `lineWidth` is in
/// pixels. The same for any number of threads. Throws std::bad_alloc when memory is short.
AreaLayers drawAreaLayers(const MapShapes &shapes, const MapViewport &viewport, double lineWidth);

/// Paints the layers in the colours of a scene, on its background. Throws std::bad_alloc when memory is
/// short.
QImage colourAreaLayers(const AreaLayers &layers, const MapScene &scene);
/// The same into a picture that was made before, whose memory is used again when it has the size.
void colourAreaLayers(const AreaLayers &layers, const MapScene &scene, QImage &image);

/// A line around areas that are chosen, and a casing around the line, on nothing: one line around those that
/// touch. Its cost does not grow with the number of areas. `pixelRatio` scales the widths. Throws
/// std::bad_alloc when memory is short.
QImage outlineAreas(const AreaLayers &layers, size_t areaCount, const std::vector<size_t> &chosen,
                    const QColor &line, const QColor &casing, double pixelRatio);

} // namespace atlas
