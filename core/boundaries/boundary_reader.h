#pragma once

#include "core/boundaries/boundary_set.h"
#include "core/boundaries/key_match.h"
#include "core/common/issue.h"
#include "core/common/progress.h"
#include "core/common/result.h"

namespace atlas {

/// What the numbers of a file are.
enum class Coordinates {
    AsDeclared,   ///< what the file says, else a guess with an issue
    NationalGrid, ///< metres on the British National Grid, whatever the file says
};

/// Which part of a boundary file to read, and how. Empty means: find out.
struct BoundaryOptions
{
    QString layer; ///< default: of the layers with polygons the one that fits the figures, else the first
    /// Default: the field that fits the figures, else holds ONS codes, else is named like a code, else
    /// unique.
    QString codeField;
    QString nameField; ///< default: the field that fits the figures, else is named like a name
    Coordinates coordinates = Coordinates::AsDeclared;
    QString crs;        ///< what the numbers are, whatever the file says: "EPSG:3857"
    QString projection; ///< what the map is drawn in: "EPSG:3035"; default: whatever suits the areas

    bool operator==(const BoundaryOptions &) const = default;
};

struct BoundaryFile
{
    BoundarySet boundaries;
    Issues issues;
    BoundaryOptions readAs = {}; ///< with the layer and the fields that were found out, where there are any
};

/// Reads polygons from a shapefile, GeoPackage, GeoJSON, TopoJSON, FlatGeobuf, MapInfo, KML, GML or SQLite
/// file, a geodatabase, a zip of these, or a built-in ":/" file, and projects them to the plane that suits
/// them: the British National Grid in Britain. Shapes that share a code become one area. `wanted` helps to
/// choose among several layers and fields. Where the file does not say its coordinate system, or its numbers
/// contradict it, a plausible one is taken, and an issue says so. Fails with one sentence when the file is
/// missing, damaged, cut short, has no polygons, no attributes, more than 2^32 - 1 points or one more than
/// 100,000 km away, cannot be projected, holds a view that takes too long, or when it was cancelled. Reports
/// progress from 0 to 1, and stops within a tenth of a second of a cancel, between two features.
Result<BoundaryFile> readBoundaries(const QString &path, const BoundaryOptions &options, Progress &progress,
                                    const AskWantedAreas &wanted = {});

} // namespace atlas
