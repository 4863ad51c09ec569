#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

#include <vector>

namespace atlas::test {

/// Writes bytes under `name` in the folder and returns the path.
QString writeBytes(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes);

/// Bytes of a file; empty when it cannot be read.
QByteArray readBytes(const QString &path);

/// Names of all files in the folder, sorted.
QStringList filesIn(const QTemporaryDir &folder);

struct MadeFeature
{
    QByteArray code;
    QByteArray name;
    QByteArray wkt; ///< metres on the British National Grid; empty for a feature without a shape
};

struct MadeLayer
{
    std::vector<MadeFeature> features;
    QByteArray name = "areas";
    const char *shapes = "POLYGON"; ///< POLYGON, POINT or LINESTRING
    int epsg = 27700;               ///< the system to write the coordinates in
    const char *encoding = "UTF-8"; ///< of a shapefile's texts
};

/// Writes a file of boundaries with the fields "code" and "name" and returns its path; empty when that
/// failed. The name's extension chooses the format: shp, gpkg, geojson, fgb, tab, mif, kml, kmz, gml, sqlite
/// or gdb.
QString writeLayers(const QTemporaryDir &folder, const QString &name, const std::vector<MadeLayer> &layers);
QString writeLayer(const QTemporaryDir &folder, const QString &name, const MadeLayer &layer);

/// A square as WKT: its south-west corner and its side, in metres.
QByteArray squareWkt(double x, double y, double side);

} // namespace atlas::test
