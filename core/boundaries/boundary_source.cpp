#include "core/boundaries/boundary_source.h"

#include "core/boundaries/named_files.h"
#include "core/boundaries/national_grid.h"
#include "core/boundaries/postgres_layer.h"
#include "core/common/files.h"
#include "core/common/postgres_table.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

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

/// The bytes of the file beside a shapefile; empty when there is none.
QByteArray bytesBeside(const QString &path, const QString &extension)
{
    QFile file(fileBeside(path, extension));
    return !file.fileName().isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool hasNoIndex(const QString &path)
{
    return isShapefile(path) && fileBeside(path, QStringLiteral("shx")).isEmpty();
}

Error notReadable(const QString &path, const QString &details)
{
    return Error{
        Text::tr("%1 could not be read as boundaries. Choose a shapefile (.shp), GeoPackage or GeoJSON; "
                 "if it is one, it is damaged: copy it again.")
            .arg(path),
        details};
}

/// Whether every record of a shapefile ends inside it, and behind its beginning. GDAL looks at neither when
/// it restores an index, and then may never come to an end.
bool hasSoundRecords(const QByteArray &shp)
{
    constexpr qsizetype lengthOfFile = 24, firstRecord = 100, header = 8; // in bytes
    constexpr qint64 typeOfShape = 2;                                     // in words, as lengths are
    if (shp.size() < firstRecord)
        return false;
    const qint64 end =
        std::min(qint64(shp.size()), 2 * qint64(qFromBigEndian<quint32>(shp.constData() + lengthOfFile)));
    for (qint64 record = firstRecord; record + header <= end;) {
        const qint64 length = qFromBigEndian<qint32>(shp.constData() + record + header / 2);
        record += header + 2 * length;
        if (length < typeOfShape || record > end)
            return false;
    }
    return true;
}

Result<std::unique_ptr<GdalMemoryFile>> copyToMemory(const QString &path, const QStringList &extensions)
{
    const auto bytes = readWholeFile(path, Text::tr("The boundary file"));
    if (!bytes)
        return bytes.error();
    if (hasNoIndex(path) && !hasSoundRecords(*bytes))
        return notReadable(path, {});
    auto memory = std::make_unique<GdalMemoryFile>(QFileInfo(path).fileName(), *bytes);
    for (const QString &extension : extensions)
        if (isShapefile(path) && !fileBeside(path, extension).isEmpty())
            memory->addBeside(QFileInfo(path).completeBaseName() + QLatin1Char('.') + extension,
                              bytesBeside(path, extension));
    return memory;
}

/// GDAL reads the .prj beside a shapefile whether it is wanted or not, and starts PROJ for it. A copy of the
/// file in memory has none; of a large file it would take longer than PROJ does.
bool isWorthHidingItsSystem(const QString &path)
{
    constexpr qint64 largest = 32 << 20;
    return QFileInfo(path).size() <= largest;
}

/// Whether GDAL will take a file for GeoJSON or TopoJSON, which begin with a brace, or with a call around it.
bool mayBeJson(QByteArrayView bytes)
{
    constexpr qsizetype beginning = 1000;
    return bytes.first(std::min(bytes.size(), beginning)).indexOf('{') >= 0 && !bytes.startsWith("SQLite")
           && !bytes.startsWith("fgb");
}

bool hasUnsafeSystem(const QString &path)
{
    QFile file(path);
    if (isShapefile(path) || !file.open(QIODevice::ReadOnly))
        return false;
    const uchar *bytes = file.map(0, file.size());
    const QByteArrayView view(bytes, bytes ? file.size() : 0);
    return mayBeJson(view) && hasSystemOfOtherFiles(view);
}

/// Has the source read from what can be opened without a trace, and gives the name that GDAL knows it by.
Result<QString> prepareSource(BoundarySource &source, const QString &path)
{
    // Built-in files are read from memory, and so is a shapefile without its .shx, because GDAL would write
    // the restored index into the user's folder.
    const bool withoutIndex = hasNoIndex(path);
    const bool hidesSystem = source.isNationalGrid && isWorthHidingItsSystem(path);
    if (path.startsWith(QLatin1String(":/")) || withoutIndex || hidesSystem) {
        QStringList extensions{QStringLiteral("dbf"), QStringLiteral("shx"), QStringLiteral("cpg")};
        if (!hidesSystem)
            extensions << QStringLiteral("prj");
        auto memory = copyToMemory(path, extensions);
        if (!memory)
            return memory.error();
        source.memory = std::move(*memory);
        return source.memory->path();
    }
    if (needsPrivateCopy(path)) {
        auto copy = makePrivateCopy(path);
        if (!copy)
            return copy.error();
        source.copy = *std::move(copy);
        return source.copy.path;
    }
    if (hasUnsafeSystem(path))
        return Error{
            Text::tr("%1 names its coordinate system by a file of another computer. Export it again in "
                     "EPSG:27700.")
                .arg(path),
            {}};
    // Relative names can look like addresses ("http:/areas.gpkg") or like text for a driver.
    QString name = QFileInfo(path).absoluteFilePath();
    if (name.startsWith(QLatin1String("/vsi"), Qt::CaseInsensitive))
        return Error{Text::tr("%1 stands in a folder whose name is reserved for remote files. Copy it to "
                              "another folder.")
                         .arg(path),
                     {}};
    return name;
}

} // namespace

Result<BoundarySource> openBoundarySource(const QString &path, const GdalMessages &messages)
{
    BoundarySource open;
    if (isPostgresTable(path)) {
        auto layer = openPostgresLayer(path, messages);
        if (!layer)
            return layer.error();
        open.dataset = *std::move(layer);
        return open;
    }
    open.isNationalGrid =
        isShapefile(path) && isPlainlyNationalGrid(bytesBeside(path, QStringLiteral("prj")));
    const auto name = prepareSource(open, path);
    if (!name)
        return name.error();
    const CPLConfigOptionSetter restore("SHAPE_RESTORE_SHX", hasNoIndex(path) ? "YES" : "NO", true);
    const char *const drivers[] = {"ESRI Shapefile", "GPKG", "GeoJSON", "TopoJSON", "FlatGeobuf", nullptr};
    open.dataset.reset(
        GDALDataset::Open(name->toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
    if (!open.dataset)
        return notReadable(path, messages.text());
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
