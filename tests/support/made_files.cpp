#include "tests/support/made_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <ogrsf_frmts.h>

#include <memory>

namespace atlas::test {

namespace {

GDALDriver *driverOf(const QString &name)
{
    static const QHash<QString, const char *> drivers = {
        {"shp", "ESRI Shapefile"}, {"gpkg", "GPKG"},        {"geojson", "GeoJSON"},
        {"fgb", "FlatGeobuf"},     {"tab", "MapInfo File"}, {"mif", "MapInfo File"},
        {"kml", "LIBKML"},         {"kmz", "LIBKML"},       {"gml", "GML"},
        {"sqlite", "SQLite"},      {"gdb", "OpenFileGDB"}};
    GDALAllRegister();
    return GetGDALDriverManager()->GetDriverByName(drivers.value(QFileInfo(name).suffix()));
}

OGRwkbGeometryType typeOf(const QByteArray &shapes)
{
    if (shapes == "POINT")
        return wkbPoint;
    return shapes == "LINESTRING" ? wkbLineString : wkbUnknown;
}

OGRSpatialReference systemOf(int epsg)
{
    OGRSpatialReference system;
    system.importFromEPSG(epsg);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

bool addLayer(GDALDataset &dataset, const QString &driver, const MadeLayer &made)
{
    OGRSpatialReference grid = systemOf(27700);
    OGRSpatialReference system = systemOf(made.epsg);
    const QByteArray encoding = QByteArray("ENCODING=") + made.encoding;
    const char *const shapefileOptions[] = {encoding.constData(), nullptr};
    const char *const jsonOptions[] = {"COORDINATE_PRECISION=15", nullptr};
    const char *const *options = nullptr;
    if (driver == "ESRI Shapefile")
        options = shapefileOptions;
    else if (driver == "GeoJSON")
        options = jsonOptions;
    const bool mustSayPolygon =
        (driver == "ESRI Shapefile" || driver == "OpenFileGDB") && QByteArray(made.shapes) == "POLYGON";
    OGRLayer *layer =
        dataset.CreateLayer(made.name.constData(), &system, mustSayPolygon ? wkbPolygon : typeOf(made.shapes),
                            const_cast<char **>(options));
    OGRFieldDefn code("code", OFTString);
    OGRFieldDefn name("name", OFTString);
    if (!layer || layer->CreateField(&code) != OGRERR_NONE || layer->CreateField(&name) != OGRERR_NONE)
        return false;
    for (const MadeFeature &row : made.features) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        feature->SetField("code", row.code.constData());
        feature->SetField("name", row.name.constData());
        OGRGeometry *shape = nullptr;
        if (!row.wkt.isEmpty()) {
            OGRGeometryFactory::createFromWkt(row.wkt.constData(), &grid, &shape);
            if (!shape || (made.epsg != 27700 && shape->transformTo(&system) != OGRERR_NONE))
                return false;
            feature->SetGeometryDirectly(shape);
        }
        if (layer->CreateFeature(feature.get()) != OGRERR_NONE)
            return false;
    }
    return true;
}

} // namespace

QString writeBytes(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return written ? file.fileName() : QString();
}

QByteArray readBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

QString writeLayers(const QTemporaryDir &folder, const QString &name, const std::vector<MadeLayer> &layers)
{
    const QString path = folder.filePath(name);
    GDALDriver *driver = driverOf(name);
    GDALDatasetUniquePtr dataset(driver->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset)
        return {};
    for (const MadeLayer &layer : layers)
        if (!addLayer(*dataset, driver->GetDescription(), layer))
            return {};
    return path;
}

QString writeLayer(const QTemporaryDir &folder, const QString &name, const MadeLayer &layer)
{
    return writeLayers(folder, name, {layer});
}

QByteArray squareWkt(double x, double y, double side)
{
    const auto corner = [](double east, double north) {
        return QByteArray::number(east, 'f', 3) + ' ' + QByteArray::number(north, 'f', 3);
    };
    return "POLYGON ((" + corner(x, y) + ", " + corner(x, y + side) + ", " + corner(x + side, y + side) + ", "
           + corner(x + side, y) + ", " + corner(x, y) + "))";
}

} // namespace atlas::test
