#include "core/boundaries/boundary_source.h"

#include "core/common/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BoundarySource)
};

bool isShapefile(const QString &path)
{
    return path.endsWith(QLatin1String(".shp"), Qt::CaseInsensitive);
}

/// The file beside a shapefile with another extension, in either case; empty when there is none.
QString fileBeside(const QString &path, const QString &extension)
{
    const QString stem = path.left(path.size() - 3);
    for (const QString &candidate : {stem + extension, stem + extension.toUpper()})
        if (QFileInfo::exists(candidate))
            return candidate;
    return {};
}

/// Built-in files are read from memory, and so is a shapefile without its .shx, because GDAL would write
/// the restored index into the user's folder.
Result<std::unique_ptr<GdalMemoryFile>> copyToMemory(const QString &path)
{
    const auto bytes = readWholeFile(path, Text::tr("The boundary file"));
    if (!bytes)
        return bytes.error();
    auto memory = std::make_unique<GdalMemoryFile>(QFileInfo(path).fileName(), *bytes);
    if (!isShapefile(path))
        return memory;
    for (const char *extension : {"dbf", "shx", "prj", "cpg"}) {
        const QString beside = fileBeside(path, QLatin1String(extension));
        if (beside.isEmpty())
            continue;
        QFile file(beside);
        if (file.open(QIODevice::ReadOnly))
            memory->addBeside(QFileInfo(path).completeBaseName() + QLatin1Char('.')
                                  + QLatin1String(extension),
                              file.readAll());
    }
    return memory;
}

} // namespace

Result<BoundarySource> openBoundarySource(const QString &path, const GdalMessages &messages)
{
    BoundarySource open;
    const bool withoutIndex = isShapefile(path) && fileBeside(path, QStringLiteral("shx")).isEmpty();
    QString name = path;
    if (path.startsWith(QLatin1String(":/")) || withoutIndex) {
        auto memory = copyToMemory(path);
        if (!memory)
            return memory.error();
        open.memory = std::move(*memory);
        name = open.memory->path();
    }
    const CPLConfigOptionSetter restore("SHAPE_RESTORE_SHX", withoutIndex ? "YES" : "NO", true);
    const char *const drivers[] = {"ESRI Shapefile", "GPKG", "GeoJSON", "TopoJSON", "FlatGeobuf", nullptr};
    open.dataset.reset(
        GDALDataset::Open(name.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    if (!open.dataset)
        return Error{
            Text::tr("%1 could not be read as boundaries. Choose a shapefile (.shp), GeoPackage or GeoJSON; "
                     "if it is one, it is damaged: copy it again.")
                .arg(path),
            messages.text()};
    return open;
}

namespace {

bool mayHoldPolygons(OGRLayer &layer)
{
    const auto type = wkbFlatten(layer.GetGeomType());
    return type == wkbUnknown || type == wkbGeometryCollection || OGR_GT_IsSubClassOf(type, wkbSurface)
           || OGR_GT_IsSubClassOf(type, wkbMultiSurface);
}

} // namespace

Result<OGRLayer *> findPolygonLayer(GDALDataset &dataset, const QString &path, const QString &name)
{
    QStringList names;
    OGRLayer *first = nullptr;
    for (OGRLayer *layer : dataset.GetLayers()) {
        const QString layerName = QString::fromUtf8(layer->GetName());
        names << layerName;
        if (!name.isEmpty() && layerName == name)
            return layer;
        if (!first && mayHoldPolygons(*layer))
            first = layer;
    }
    if (!name.isEmpty())
        return Error{Text::tr("%1 has no layer \"%2\". Its layers are: %3.")
                         .arg(path, name, names.join(QLatin1String(", "))),
                     {}};
    if (!first)
        return Error{Text::tr("%1 holds points or lines, not areas. Choose a file of polygons.").arg(path),
                     {}};
    return first;
}

} // namespace atlas
