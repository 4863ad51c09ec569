#pragma once

#include "core/common/progress.h"
#include "core/common/result.h"
#include "core/tables/grid.h"

#include <QString>
#include <QStringList>

namespace atlas {

/// Where a table is that GDAL reads.
struct LayerSource
{
    QString path; ///< what GDAL opens
    QString file; ///< as the user gave it, for messages
    QString what; ///< its role
};

/// Whether this is a file of dBASE, a shapefile, a workbook of the old kind (.xls) or of attributes of areas
/// (GeoJSON, TopoJSON, FlatGeobuf), by its ending and its first bytes.
bool isLayerFile(const QString &path);

/// Reads the layer or sheet of this name, whatever its case, or, without a name, the one with most figures.
/// The names of the fields are the first row, except in an .xls, which is read as it stands. Fails when it
/// cannot be read, when there is no such layer, when it is too large, or when it was cancelled.
Result<Grid> readLayerGrid(const LayerSource &source, const QString &layer, Progress &progress);

} // namespace atlas
