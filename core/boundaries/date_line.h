#pragma once

#include "core/boundaries/shape_collector.h"

namespace atlas {

/// The part of the globe that boundaries take up, in degrees.
struct GlobeExtent
{
    double west = 0;  ///< from -180
    double width = 0; ///< eastwards from there, up to 360
    double south = 0;
    double north = 0;

    double middle() const { return west + width / 2; }
};

/// The extent of shapes in degrees, across the date line where that is the shorter way round.
GlobeExtent globeExtent(const ShapeCollector &shapes);

/// Has the longitudes of shapes differ by at most 180 degrees from `middle`.
void turnTowards(ShapeCollector &shapes, double middle);

/// Cuts polygons that cross the date line, or go beyond it, in two along it, so that all longitudes are from
/// -180 to 180 and no edge runs round the globe. A ring around a pole stays as it is.
void cutAtDateLine(ShapeCollector &shapes);

} // namespace atlas
