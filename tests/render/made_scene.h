#pragma once

#include "core/render/map_painter.h"
#include "core/render/map_scene.h"

#include "tests/support/made_data.h"

#include <QImage>

namespace atlas::test {

/// The built-in example, read once.
const Dataset &builtInData();

/// A dataset of one indicator, "rate", with these shapes and values.
Dataset dataWithShapes(const std::vector<MadeShape> &shapes, const std::vector<double> &values);

/// Large areas in an L, and a town of 8 by 8 small ones in the one at its corner; the rest of the square is
/// sea.
std::vector<MadeShape> townAndCountry();

/// The scene of a dataset; texts in the C locale.
MapScene sceneOf(const Dataset &dataset, const Choices &choices = {}, const Looks &looks = {},
                 Theme theme = Theme::Light);

/// The whole map, or none of its furniture.
inline constexpr MapFurniture everything{.title = true, .legend = true, .source = true, .key = true};
inline constexpr MapFurniture nothing{.title = false, .legend = false, .source = false, .key = false};

/// All areas, as large as they fit on a screen of this size.
MapViewport wholeMap(const MapScene &scene, const QSizeF &screen);

/// The map without a word: what can be compared pixel by pixel wherever fonts differ.
QImage paintedWithoutText(MapScene scene, const MapViewport &viewport, double devicePixelRatio = 1);

/// The pixel of a picture under a point of the map.
QPoint pixelAt(const MapViewport &viewport, QPointF map, double devicePixelRatio = 1);

} // namespace atlas::test
