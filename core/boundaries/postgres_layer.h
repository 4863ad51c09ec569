#pragma once

#include "core/common/gdal_session.h"
#include "core/common/result.h"

#include <QString>

#include <gdal_priv.h>

namespace atlas {

/// Opens the table of a server that "pg:SERVICE/TABLE" names, as one layer. Nothing is written there. Fails
/// when the name is wrong, when the server does not answer, or when it has no such table with shapes.
Result<GDALDatasetUniquePtr> openPostgresLayer(const QString &name, const GdalMessages &messages);

} // namespace atlas
