#pragma once

#include "core/render/map_scene.h"

#include <QColor>
#include <QPainterPath>
#include <QRgb>

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// How sure classes are, as lines across an area, so that neither colour nor a second map is needed: none
/// where the class is certain, slanting ones where it is likely, crossing ones where it is open. Lines go on
/// from one area to the next.

/// Adds certainty to a map of the index that was made without: pattern, legend, and how it came about. The
/// certainties are those of all areas, on the map or not.
void addCertainty(MapScene &scene, std::span<const ClassCertainty> certainty, const DrawSettings &draws,
                  const QLocale &locale);

/// Colour of the lines on a fill, strong enough to be seen and weak enough for labels.
QColor patternColour(const QColor &fill, const QColor &ink);

/// Paints the pattern over the pixels [begin, end) of a row, whose place in the picture is `y`. `scale` is
/// pixels in a logical pixel.
void paintPattern(ClassCertainty certainty, QRgb colour, double scale, int y, int32_t begin, int32_t end,
                  QRgb *row);

/// The pattern as lines inside closed rings, even-odd, in logical pixels.
QPainterPath patternLines(ClassCertainty certainty, std::span<const std::span<const QPointF>> rings);
/// Width of those lines.
inline constexpr double patternLineWidth = 0.9;

} // namespace atlas
