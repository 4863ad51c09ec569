#pragma once

#include "core/common/gdal_session.h"
#include "core/common/result.h"

#include <gdal_priv.h>

#include <memory>

class OGRLayer;

namespace atlas {

/// An open boundary file, with the bytes that keep it alive when it is read from memory.
struct BoundarySource
{
    std::unique_ptr<GdalMemoryFile> memory;
    GDALDatasetUniquePtr dataset;
    bool isNationalGrid = false; ///< plainly so; false means only that the dataset has to be asked
};

/// Opens a boundary file for reading; nothing is ever written beside it.
Result<BoundarySource> openBoundarySource(const QString &path, const GdalMessages &messages);

/// The layer of this name, or the first that may hold polygons when `name` is empty.
Result<OGRLayer *> findPolygonLayer(GDALDataset &dataset, const QString &path, const QString &name);

} // namespace atlas
