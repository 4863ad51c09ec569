#pragma once

#include "core/render/map_labels.h"
#include "core/render/map_scene.h"
#include "core/render/map_viewport.h"

#include <QFont>
#include <QLineF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace atlas {

class LandRaster;

/// A dense part of a map, shown larger beside it.
struct MapInset
{
    QRectF frame;         ///< in pixels of the map's viewport
    QRectF caption;       ///< below the frame
    MapViewport viewport; ///< of what the frame shows; its screen is as large as the frame
    QRectF part;          ///< what the frame shows, in metres
    QString letter;       ///< beside the frame and beside the part
    QRectF letterBox;     ///< where it stands beside the part, in pixels of the map's viewport
    QString text;         ///< the letter, and how many times larger it is; no wider than the frame

    bool operator==(const MapInset &) const = default;
};

/// The parts of a map with all areas in sight that are worth an inset, and free places in the sea for them.
/// Nothing where MapScene::insets is off.
///
/// Which parts they are follows from the shapes alone. An area is lost where it is narrower than a label's
/// figures need or, on a map without labels, than an eye makes out. Of all squares of the map that an inset
/// could show, at each of some enlargements, the one is taken in which most lost areas become wide enough;
/// then the next, counting only areas that are still lost, as long as one gains a fair number. Greedy choice
/// of what covers most is within a share 1 - 1/e of the best choice (Nemhauser, Wolsey and Fisher 1978, "An
/// analysis of approximations for maximizing submodular set functions"). Each inset stands as near to its
/// part as there is room; one without room is left out.
///
/// `taken` are the pieces on the map, and `land` is the raster of the viewport.
std::vector<MapInset> proposeInsets(const MapScene &scene, const MapViewport &viewport,
                                    const std::vector<QRectF> &taken, const LandRaster &land);

/// Of the texts below the frames.
QFont insetCaptionFont();

/// The line between an inset and its part; nothing where it would be long: the letter has to do.
std::optional<QLineF> lineOf(const MapInset &inset, const MapViewport &viewport);
/// Where the map's own labels may stand: they keep clear of insets and of what is `taken`, and leave to
/// insets what these show.
LabelRoom roomBeside(const std::vector<MapInset> &insets, const MapViewport &viewport,
                     std::vector<QRectF> taken);

} // namespace atlas
