#include "core/boundaries/boundary_source.h"

#include "core/boundaries/boundary_members.h"
#include "core/boundaries/boundary_parts.h"
#include "core/boundaries/named_files.h"
#include "core/boundaries/national_grid.h"
#include "core/boundaries/postgres_layer.h"
#include "core/boundaries/text.h"
#include "core/common/archive.h"
#include "core/common/database_guard.h"
#include "core/common/files.h"
#include "core/common/postgres_table.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtEndian>

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <algorithm>

namespace atlas {

namespace {

bool isShapefile(const QString &path)
{
    return path.endsWith(QLatin1String(".shp"), Qt::CaseInsensitive);
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
        Text::tr(
            "%1 could not be read as boundaries. Choose a shapefile (.shp), GeoPackage, GeoJSON, TopoJSON, "
            "FlatGeobuf, MapInfo, KML, GML or geodatabase; if it is one, it is damaged: copy it again.")
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
    const QFileInfo info(path);
    const QString name =
        isShapefile(path) ? info.completeBaseName() + QStringLiteral(".shp") : info.fileName();
    auto memory = std::make_unique<GdalMemoryFile>(name, *bytes);
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

Error unsafeSystem(const QString &path)
{
    return Error{Text::tr("%1 names its coordinate system by a file of another computer. Export it again in "
                          "EPSG:27700.")
                     .arg(path),
                 {}};
}

QString suffixOf(const QString &path)
{
    return QFileInfo(path).suffix().toLower();
}

/// Whether the bytes begin as JSON does that GDAL may take for boundaries.
bool startsAsJson(const QString &path)
{
    constexpr qint64 beginning = 1000;
    QFile file(path);
    if (isShapefile(path) || !file.open(QIODevice::ReadOnly))
        return false;
    return mayBeJson(file.read(beginning));
}

/// JSON is read from memory: what was looked at for names of other files is what GDAL reads, also when the
/// file is being written to.
Result<QString> holdJson(HeldSource &held, const QString &path)
{
    constexpr qint64 largest = qint64(2) << 30;
    if (QFileInfo(path).size() > largest)
        return Error{Text::tr("%1 is JSON of more than 2 GB. Export it again as a GeoPackage or FlatGeobuf.")
                         .arg(path),
                     {}};
    const auto bytes = readWholeFile(path, Text::tr("The boundary file"));
    if (!bytes)
        return bytes.error();
    if (hasSystemOfOtherFiles(*bytes))
        return unsafeSystem(path);
    held.memory = std::make_unique<GdalMemoryFile>(QFileInfo(path).fileName(), *bytes);
    return held.memory->path();
}

/// MapInfo has tables that are made of others, which stand wherever their text says.
bool isTableOfTables(const QString &path)
{
    if (suffixOf(path) != QLatin1String("tab"))
        return false;
    constexpr qint64 longest = 1 << 20;
    QFile file(path);
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(longest).toLower() : QByteArray();
    return text.contains("seamless") || text.contains("create view") || text.contains("type linked");
}

/// Beside GML, which may have any ending, GDAL writes a list of its fields.
bool mayLeaveTraces(const QString &path)
{
    static const QStringList others = {
        QStringLiteral("shp"), QStringLiteral("gpkg"), QStringLiteral("fgb"),    QStringLiteral("tab"),
        QStringLiteral("mif"), QStringLiteral("kml"),  QStringLiteral("sqlite"), QStringLiteral("db")};
    return QFileInfo(path).isFile() && !others.contains(suffixOf(path));
}

/// Workbooks are zips too, and hold no boundaries.
bool isWorkbook(const QString &path)
{
    static const QStringList endings = {QStringLiteral("xlsx"), QStringLiteral("xlsm"), QStringLiteral("ods"),
                                        QStringLiteral("docx"), QStringLiteral("odt")};
    return endings.contains(suffixOf(path));
}

/// Has the file read from what can be opened without a trace, and gives the name that GDAL knows it by.
Result<QString> prepareFile(HeldSource &held, const QString &path, bool isPlainGrid)
{
    // Built-in files are read from memory, and so is a shapefile without its .shx, because GDAL would write
    // the restored index into the user's folder.
    const bool withoutIndex = hasNoIndex(path);
    const bool hidesSystem = isPlainGrid && isWorthHidingItsSystem(path);
    if (path.startsWith(QLatin1String(":/")) || withoutIndex || hidesSystem) {
        QStringList extensions{QStringLiteral("dbf"), QStringLiteral("shx"), QStringLiteral("cpg")};
        if (!hidesSystem)
            extensions << QStringLiteral("prj");
        auto memory = copyToMemory(path, extensions);
        if (!memory)
            return memory.error();
        held.memory = std::move(*memory);
        return held.memory->path();
    }
    if (needsPrivateCopy(path)) {
        auto copy = makePrivateCopy(path);
        if (!copy)
            return copy.error();
        held.copy = *std::move(copy);
        return held.copy.path;
    }
    // Relative names can look like addresses ("http:/areas.gpkg") or like text for a driver.
    QString name = QFileInfo(path).absoluteFilePath();
    if (name.startsWith(QLatin1String("/vsi"), Qt::CaseInsensitive))
        return Error{Text::tr("%1 stands in a folder whose name is reserved for remote files. Copy it to "
                              "another folder.")
                         .arg(path),
                     {}};
    if (startsAsJson(path))
        return holdJson(held, path);
    if (isTableOfTables(path))
        return Error{Text::tr("%1 is a MapInfo table that is made of others. Save a copy of it as one table.")
                         .arg(path),
                     {}};
    if (mayLeaveTraces(path) || !areNamedAlike(path)) {
        auto linked = linkParts(path);
        if (!linked)
            return linked.error();
        held.folder = std::move(linked->folder);
        return linked->path;
    }
    return name;
}

/// The file to open for one that was chosen: the shapefile for a part of it.
Result<QString> mainFile(const QString &path)
{
    const QString suffix = suffixOf(path);
    for (const char *part : {"dbf", "shx", "prj", "cpg", "sbn", "sbx"}) {
        if (suffix != QLatin1String(part))
            continue;
        if (const QString shapefile = fileBeside(path, QStringLiteral("shp")); !shapefile.isEmpty())
            return shapefile;
        return suffix == QLatin1String("dbf")
                   ? Error{Text::tr(
                               "%1 is a table without shapes. Choose it as figures, or copy the .shp that "
                               "belongs to it beside it.")
                               .arg(path),
                           {}}
                   : Error{
                       Text::tr("%1 is a part of a shapefile. Copy the .shp that belongs to it beside it.")
                           .arg(path),
                       {}};
    }
    return path;
}

GDALDatasetUniquePtr openReadOnly(const QString &name, bool restoresIndex)
{
    const CPLConfigOptionSetter restore("SHAPE_RESTORE_SHX", restoresIndex ? "YES" : "NO", true);
    const CPLConfigOptionSetter schema("GML_DOWNLOAD_SCHEMA", "NO", true);
    const char *const drivers[] = {"ESRI Shapefile", "GPKG",   "GeoJSON", "TopoJSON", "FlatGeobuf",
                                   "MapInfo File",   "LIBKML", "KML",     "GML",      "OpenFileGDB",
                                   "SQLite",         nullptr};
    return GDALDatasetUniquePtr(
        GDALDataset::Open(name.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers));
}

/// Opens one file that is no zip and adds it to the source.
Result<Done> addFile(BoundarySource &source, const QString &chosen, const GdalMessages &messages)
{
    const auto path = mainFile(chosen);
    if (!path)
        return path.error();
    if (auto sound = checkParts(*path); !sound)
        return sound;
    if (const QString table = tableOfOtherFiles(*path); !table.isEmpty())
        return Error{
            Text::tr("%1 has a table, %2, whose rows stand in another file. Export the areas to a file "
                     "of their own.")
                .arg(*path, table),
            {}};
    source.isNationalGrid =
        isShapefile(*path) && isPlainlyNationalGrid(bytesBeside(*path, QStringLiteral("prj")));
    HeldSource held;
    const auto name = prepareFile(held, *path, source.isNationalGrid);
    if (!name)
        return name.error();
    GDALDatasetUniquePtr dataset = openReadOnly(*name, hasNoIndex(*path));
    if (!dataset)
        return notReadable(*path, messages.text());
    source.held.push_back(std::move(held));
    source.datasets.push_back(std::move(dataset));
    return Done{};
}

/// Opens what can be opened of the files in a zip.
Result<BoundarySource> openZip(const QString &path, const GdalMessages &messages, Progress &progress)
{
    auto unpacked = unpackBoundaries(path, progress);
    if (!unpacked)
        return unpacked.error();
    BoundarySource source;
    Error first;
    for (const QString &each : unpacked->paths) {
        const auto added = addFile(source, each, messages);
        if (!added && first.message.isEmpty())
            first = added.error();
    }
    if (source.datasets.empty()) {
        // The folder that it was unpacked to is nobody's business.
        QString sentence = first.message;
        const QString inside = sentence.contains(unpacked->folder->path())
                                   ? QFileInfo(unpacked->paths.first()).path() + QLatin1Char('/')
                                   : QString();
        if (!inside.isEmpty())
            sentence.remove(inside);
        return Error{Text::tr("%1: %2", "zip, what is wrong with a file in it").arg(path, sentence),
                     first.details};
    }
    source.isNationalGrid = source.isNationalGrid && source.datasets.size() == 1;
    source.held.emplace_back();
    source.held.back().folder = std::move(unpacked->folder);
    return source;
}

} // namespace

HeldSource::HeldSource() = default;
HeldSource::~HeldSource() = default;
HeldSource::HeldSource(HeldSource &&other) noexcept = default;
HeldSource &HeldSource::operator=(HeldSource &&other) noexcept = default;

Result<BoundarySource> openBoundarySource(const QString &path, const GdalMessages &messages,
                                          Progress &progress)
{
    if (isZip(path) && !isWorkbook(path))
        return openZip(path, messages, progress);
    BoundarySource source;
    if (isPostgresTable(path)) {
        auto layer = openPostgresLayer(path, messages);
        if (!layer)
            return layer.error();
        source.datasets.push_back(*std::move(layer));
        return source;
    }
    if (const auto added = addFile(source, path, messages); !added)
        return added.error();
    return source;
}

} // namespace atlas
