#pragma once

#include <QByteArrayView>
#include <QString>

namespace atlas {

/// Whether the text of a coordinate system, a PROJ string or well-known text, has PROJ open a file by its
/// path. Grids that it names alone are looked for where PROJ keeps its own.
bool namesFileByPath(const QString &system);

/// The same for a GeoJSON file, whose system GDAL hands to PROJ before there is a chance to look at it. True
/// also where it is written in a way that only a lenient reader understands, so that nothing can be hidden
/// from the look.
bool hasSystemOfOtherFiles(QByteArrayView geoJson);

} // namespace atlas
