#pragma once

#include "core/common/area_code.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstdint>
#include <span>
#include <vector>

namespace atlas {

/// What a boundary file says of one area.
struct BoundaryArea
{
    AreaCode code;
    QString name;
    int mapNumber = 0; ///< the number printed on the map; 0 when the file gives none

    bool operator==(const BoundaryArea &) const = default;
};

/// The plane that boundaries are in. Its units are metres.
struct MapProjection
{
    QString name = QStringLiteral("British National Grid"); ///< as a person knows it
    QString definition = QStringLiteral("EPSG:27700");      ///< as PROJ knows it

    bool isNationalGrid() const { return definition == QLatin1String("EPSG:27700"); }
    bool operator==(const MapProjection &) const = default;
};

/// The shapes of all areas in one flat array: points, cut into rings, rings into parts, parts into areas.
/// Metres in `projection`, x east, y north. Rings are closed (the last point
/// repeats the first); the first ring of a part is its outside, the others are holes. An area without a
/// shape has no parts and an empty box.
struct BoundarySet
{
    std::vector<QPointF> points;
    std::vector<uint32_t> ringStarts = {0}; ///< first point of each ring, then the number of points
    std::vector<uint32_t> partStarts = {0}; ///< first ring of each part, then the number of rings
    std::vector<uint32_t> areaStarts = {0}; ///< first part of each area, then the number of parts
    std::vector<BoundaryArea> areas;
    std::vector<QRectF> boxes; ///< one for each area; top() is its south edge, because y goes north
    QString file;              ///< name for messages
    MapProjection projection;

    size_t size() const { return areas.size(); }

    std::span<const QPointF> ring(size_t index) const
    {
        return {points.data() + ringStarts[index], ringStarts[index + 1] - ringStarts[index]};
    }
    /// Rings of an area, all its parts together: [first, last).
    size_t firstRing(size_t area) const { return partStarts[areaStarts[area]]; }
    size_t lastRing(size_t area) const { return partStarts[areaStarts[area + 1]]; }
    bool hasShape(size_t area) const { return areaStarts[area] != areaStarts[area + 1]; }

    /// Box around every area; empty when there are no shapes.
    QRectF extent() const;
};

} // namespace atlas
