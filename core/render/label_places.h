#pragma once

#include "core/render/label_text.h"
#include "core/render/land_raster.h"
#include "core/render/map_labels.h"

#include <QPointF>
#include <QRectF>

#include <functional>
#include <optional>
#include <vector>

namespace atlas {

/// An area that may get a label, and where.
struct LabelledArea
{
    size_t area = 0;
    QRectF box;    ///< around the area, in pixels
    QPointF place; ///< the middle of the largest circle inside it
    std::vector<LabelText> texts;
};

/// A place that another label has.
struct ContestedPlace
{
    PlacedLabel label;
    size_t holder = 0; ///< the area of the other label
    double cost = 0;
};

/// Labels on a view, one after another, each at the best place that is left.
class LabelPlaces
{
public:
    LabelPlaces(const MapScene &scene, const MapViewport &viewport, const LandRaster &land,
                const LabelRoom &room);

    /// On the area itself, as near to its place as can be.
    std::optional<PlacedLabel> placeOn(const LabelledArea &area) const;
    /// In the sea, with a line of at most so many pixels.
    std::optional<PlacedLabel> placeBeside(const LabelledArea &area, double longest) const;
    /// The same, where one label that was placed before is all that stands in the way: for each such label
    /// the best place, the best first.
    std::vector<ContestedPlace> contestedPlaces(const LabelledArea &area, double longest) const;
    /// Whether a label that was placed before still has its place.
    bool isFree(const PlacedLabel &label) const;
    /// Keeps others clear of it.
    void take(const PlacedLabel &label);
    /// Gives the place of one that was taken back to others.
    void drop(const PlacedLabel &label);

private:
    struct Place
    {
        QPointF middle;
        QRectF ink;
        QLineF leader;
        double cost = 0;
    };

    /// Calls `visit` with the places for a text in the sea that cost less than it returns.
    void visitBeside(const LabelledArea &area, const LabelText &text, double longest, double least,
                     const std::function<double(const Place &)> &visit) const;
    bool isFree(const QRectF &ink) const;
    bool isFree(const QLineF &leader) const;
    bool isClearOfPieces(const Place &place) const;
    /// The areas whose labels are in the way, as many as two.
    std::vector<size_t> labelsInTheWay(const Place &place) const;
    LandRaster::Cover coverOf(QPointF middle, const LabelText &text, size_t area) const;
    bool liesOnAreaAlone(const PlacedLabel &label) const;
    bool liesInTheSea(const QRectF &ink) const;
    QRectF onMap(const QRectF &box) const;

    const MapScene &m_scene;
    const MapViewport &m_viewport;
    const LandRaster &m_land;
    QRectF m_page;
    std::vector<QRectF> m_taken;
    std::vector<QLineF> m_lines;
    std::vector<PlacedLabel> m_placed;
    int m_smallest; ///< height of letters
};

} // namespace atlas
