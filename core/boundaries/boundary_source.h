#pragma once

#include "core/common/gdal_session.h"
#include "core/common/private_copy.h"
#include "core/common/result.h"

#include <gdal_priv.h>

#include <memory>

class OGRLayer;

namespace atlas {

/// An open boundary file, with what keeps it alive when it is read from memory or from a copy.
struct BoundarySource
{
    std::unique_ptr<GdalMemoryFile> memory;
    PrivateCopy copy;
    GDALDatasetUniquePtr dataset;
    bool isNationalGrid = false; ///< plainly so; false means only that the dataset has to be asked
};

/// Opens a boundary file for reading. Nothing is ever written to it or beside it, and nothing that it names
/// is opened: no other file, no network.
Result<BoundarySource> openBoundarySource(const QString &path, const GdalMessages &messages);

/// The layer of this name, or the first that may hold polygons when `name` is empty.
Result<OGRLayer *> findPolygonLayer(GDALDataset &dataset, const QString &path, const QString &name);

} // namespace atlas
