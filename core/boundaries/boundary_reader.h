#pragma once

#include "core/boundaries/boundary_set.h"
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
    QString layer;     ///< default: the first layer with polygons
    QString codeField; ///< default: the field that holds ONS codes, else one named like a code, else unique
    QString nameField; ///< default: the field named like a name
    Coordinates coordinates = Coordinates::AsDeclared;

    bool operator==(const BoundaryOptions &) const = default;
};

struct BoundaryFile
{
    BoundarySet boundaries;
    Issues issues;
    BoundaryOptions readAs = {}; ///< what was found out where the options said nothing; no field is empty
};

/// Reads polygons from a shapefile, GeoPackage, GeoJSON, TopoJSON or FlatGeobuf (or a built-in ":/" file)
/// and projects them to the British National Grid. Shapes that share a code become one area.
/// A file without a coordinate system is taken to be in degrees when its numbers allow it, else in metres
/// on the British National Grid, and an issue says so. Fails with one sentence when the file is missing,
/// damaged, cut short, has no polygons, no attributes, more than 2^32 - 1 points or one more than 100,000 km
/// away, cannot be projected, or when it was cancelled. Reports progress from 0 to 1, and stops within a
/// tenth of a second of a cancel, between two features.
Result<BoundaryFile> readBoundaries(const QString &path, const BoundaryOptions &options, Progress &progress);

} // namespace atlas
