#include "core/boundaries/boundary_reader.h"

#include "core/boundaries/area_keys.h"
#include "core/boundaries/boundary_members.h"
#include "core/boundaries/boundary_source.h"
#include "core/boundaries/coordinate_system.h"
#include "core/boundaries/layer_choice.h"
#include "core/boundaries/layer_fields.h"
#include "core/boundaries/map_projection.h"
#include "core/boundaries/national_grid.h"
#include "core/boundaries/outline_check.h"
#include "core/boundaries/shape_collector.h"
#include "core/boundaries/shape_union.h"
#include "core/boundaries/text.h"
#include "core/common/database_guard.h"
#include "core/common/files.h"
#include "core/common/postgres_table.h"

#include <QFileInfo>
#include <QLocale>

#include <ogrsf_frmts.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <optional>
#include <span>

namespace atlas {

namespace {

/// Everything in a layer, before codes and names are told apart from the other fields.
struct LayerContent
{
    LayerFields fields;
    ShapeCollector shapes;
    size_t count = 0;
    std::vector<int> withoutShape; ///< numbers of features from 1
    std::vector<int> noPolygon;    ///< those whose shape is a point or a line
};

/// Reading a file is this share of the work, projecting it the rest.
constexpr double shareOfReading = 0.8;

Error damaged(const QString &path, const QString &details)
{
    return Error{Text::tr("%1 is damaged or cut short. Copy it again from where it came from.").arg(path),
                 details};
}

Error cancelled(const QString &path)
{
    return Error{Text::tr("Opening %1 was cancelled.").arg(path), {}};
}

/// Room for the points that the file may hold, so that the array need not move while it grows.
size_t expectedPoints(const QString &path)
{
    constexpr qint64 most = 1 << 26;
    return static_cast<size_t>(std::min(most, QFileInfo(path).size() / qint64(sizeof(QPointF))));
}

bool isSqlite(GDALDataset &dataset)
{
    const QString driver = QString::fromUtf8(dataset.GetDriverName());
    return driver == QLatin1String("GPKG") || driver == QLatin1String("SQLite");
}

/// A view of a database, which may go on for ever; a table comes to its end.
bool isView(GDALDataset &dataset, const QString &layer)
{
    if (!isSqlite(dataset))
        return false;
    QString name = layer;
    const QString query =
        QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'view' AND lower(name) = lower('%1')")
            .arg(name.replace(QLatin1Char('\''), QLatin1String("''")));
    OGRLayer *found = dataset.ExecuteSQL(query.toUtf8().constData(), nullptr, nullptr);
    const bool is = found && found->GetFeatureCount() > 0;
    dataset.ReleaseResultSet(found);
    return is;
}

Error tooSlow(const QString &path, const QString &layer)
{
    return Error{
        Text::tr("%1 takes too long to give its rows of \"%2\". Export that layer to a file of its own.")
            .arg(path, layer),
        {}};
}

Error noPolygons(const QString &path)
{
    return Error{Text::tr("%1 holds points or lines, not areas. Choose a file of polygons.").arg(path), {}};
}

/// Whether GDAL numbers the features of this dataset as the file does beside their properties.
bool hasNumbersBeside(GDALDataset &dataset)
{
    const QString driver = QString::fromUtf8(dataset.GetDriverName());
    return driver == QLatin1String("GeoJSON") || driver == QLatin1String("TopoJSON");
}

/// Adds a feature, and notes what is wrong with its shape.
void addFeature(LayerContent &content, const OGRFeature &feature)
{
    ++content.count;
    content.fields.add(feature);
    const OGRGeometry *geometry = feature.GetGeometryRef();
    if (!geometry || geometry->IsEmpty())
        content.withoutShape.push_back(static_cast<int>(content.count));
    else if (!content.shapes.add(*geometry))
        content.noPolygon.push_back(static_cast<int>(content.count));
    content.shapes.endFeature();
}

/// What is wrong with a layer that was read to its end.
std::optional<Error> checkContent(const LayerContent &content, OGRLayer &layer, const QString &path,
                                  const GdalMessages &messages)
{
    if (messages.hasErrors() || (content.count == 0 && layer.GetFeatureCount() > 0))
        return damaged(path, messages.text());
    if (content.count == 0)
        return Error{Text::tr("%1 has no areas in it. Export it again with its features.").arg(path), {}};
    if (content.withoutShape.size() == content.count)
        return Error{Text::tr("%1 has rows but no shapes. Copy the whole boundary file, not only its table.")
                         .arg(path),
                     {}};
    if (content.withoutShape.size() + content.noPolygon.size() == content.count)
        return noPolygons(path);
    if (content.fields.isEmpty())
        return Error{
            Text::tr("%1 has no codes or names for its areas. If it is a shapefile, copy its .dbf file too.")
                .arg(path),
            {}};
    return {};
}

Result<LayerContent> readLayer(const LayerChoice &choice, const QString &path, const GdalMessages &messages,
                               DatabaseGuard &guard, Progress &progress)
{
    OGRLayer &layer = *choice.layer;
    const bool mayNeverEnd = isView(*choice.dataset, choice.name);
    LayerContent content{LayerFields(layer)};
    if (hasNumbersBeside(*choice.dataset))
        content.fields.addNumbers();
    const auto expected = std::max<GIntBig>(1, layer.GetFeatureCount());
    content.shapes.reserve(expectedPoints(path));

    for (const auto &feature : layer) {
        if (progress.isCancelled())
            return cancelled(path);
        if (mayNeverEnd && guard.mustEnd())
            return tooSlow(path, choice.name);
        addFeature(content, *feature);
        if (!mayNeverEnd)
            guard.goOn();
        if (content.shapes.isOverfull())
            return Error{Text::tr("%1 has more than %2 points. Simplify its shapes, or cut it in two.")
                             .arg(path, QLocale().toString(qulonglong(ShapeCollector::mostPoints))),
                         {}};
        progress.setFraction(shareOfReading * static_cast<double>(content.count)
                             / static_cast<double>(expected));
    }
    content.fields.finish();
    if (guard.hasRunOut())
        return tooSlow(path, choice.name);
    if (progress.isCancelled())
        return cancelled(path);
    if (const auto error = checkContent(content, layer, path, messages))
        return *error;
    return content;
}

/// What is taken as metres may lie anywhere on earth, but not far beyond it.
Result<Done> checkIsOnEarth(const QRectF &extent, const QString &path)
{
    constexpr double farthest = 1.0e8;
    if (extent.left() >= -farthest && extent.top() >= -farthest && extent.right() <= farthest
        && extent.bottom() <= farthest)
        return Done{};
    return Error{
        Text::tr("%1 has a point more than 100,000 km away. Check its coordinates, or export it again "
                 "in EPSG:27700.")
            .arg(path),
        {}};
}

/// What the file says of its coordinate system, and what its areas are.
struct Declared
{
    const OGRSpatialReference *system = nullptr; ///< null where it says nothing
    bool isPlainGrid = false;                    ///< the British National Grid, without a closer look
    bool isNorthernIrish = false;
    bool isBritish = false;
};

/// Whether the codes of areas begin with one of these letters, and a digit.
bool areCodesOf(const QString &letters, const QStringList &codes)
{
    return std::all_of(codes.begin(), codes.end(), [&letters](const QString &code) {
        return code.size() > 1 && letters.contains(code.front()) && code[1].isDigit();
    });
}

/// The same of codes as the Office for National Statistics gives them.
bool areBritishCodes(const QStringList &codes)
{
    constexpr qsizetype length = 9;
    return areCodesOf(QStringLiteral("EWSK"), codes)
           && std::all_of(codes.begin(), codes.end(),
                          [](const QString &code) { return code.size() == length; });
}

/// Whether the first of the numbers, of which there are enough, have no decimals.
bool areWhole(std::span<const QPointF> points)
{
    constexpr size_t enough = 1000;
    const auto some = points.first(std::min(points.size(), enough));
    return std::all_of(some.begin(), some.end(), [](const QPointF &point) {
        return std::floor(point.x()) == point.x() && std::floor(point.y()) == point.y();
    });
}

/// The system that the numbers are in: what the options name, else what the file says as far as it can be so.
Result<TakenSystem> systemOf(const Declared &declared, const QString &wanted,
                             const CoordinateNumbers &numbers)
{
    if (wanted.isEmpty()) {
        OGRSpatialReference grid;
        if (declared.isPlainGrid)
            grid.importFromEPSG(27700);
        return takenSystem(declared.isPlainGrid ? &grid : declared.system, numbers);
    }
    auto system = systemByCode(wanted);
    if (!system)
        return system.error();
    if (system->IsGeographic() && !mayBeDegrees(numbers.extent))
        return Error{
            Text::tr(
                "%1 is in degrees, but the boundaries have numbers beyond 180. Give the system that they "
                "are in to --crs.")
                .arg(systemText(*system)),
            {}};
    return TakenSystem{*std::move(system), {}};
}

void noteProjection(const MapProjection &projection, const BoundaryOptions &options, BoundaryFile &result)
{
    result.boundaries.projection = projection;
    if (!projection.isNationalGrid() && options.projection.isEmpty())
        result.issues.push_back(
            {Severity::Note,
             Text::tr("The map is drawn in the %1, which suits its areas; --projection EPSG:N "
                      "chooses another.")
                 .arg(projection.name),
             result.boundaries.file});
}

/// Brings the shapes into the plane of the map.
Result<Done> placeOnMap(const Declared &declared, const BoundaryOptions &options, ShapeCollector &shapes,
                        const QString &path, BoundaryFile &result, Progress &progress)
{
    const QRectF extent = shapes.extent();
    auto onEarth = checkIsOnEarth(extent, path);
    const bool asIs = options.crs.isEmpty() && options.projection.isEmpty()
                      && (options.coordinates == Coordinates::NationalGrid
                          || (declared.isPlainGrid && mayBeNationalGrid(extent)));
    if (!onEarth || asIs)
        return onEarth;
    auto taken = systemOf(declared, options.crs,
                          {extent, areWhole(shapes.points()), declared.isNorthernIrish, declared.isBritish});
    if (!taken)
        return inFile(path, taken.error());
    if (!taken->remark.isEmpty()) {
        result.issues.push_back({Severity::Warning, taken->remark, fileNameOf(path)});
        if (!taken->isSwapped) // a system that is asked for is taken as it is
            result.readAs.crs = QString::fromUtf8(taken->system.GetAuthorityName(nullptr)) + QLatin1Char(':')
                                + QString::fromUtf8(taken->system.GetAuthorityCode(nullptr));
    }
    if (taken->isSwapped)
        shapes.swapAxes();
    const auto projection = chooseProjection(taken->system, shapes, options.projection);
    if (!projection)
        return inFile(path, projection.error());
    noteProjection(*projection, options, result);
    if (projection->isNationalGrid() && isNationalGrid(taken->system))
        return onEarth;
    auto projected = projectShapes(taken->system, *projection, shapes, progress);
    if (progress.isCancelled())
        return cancelled(path);
    return projected ? projected : inFile(path, projected.error());
}

/// "2, 5, 9 ..."
QString numbersText(const std::vector<int> &numbers)
{
    constexpr size_t most = 6;
    QStringList texts;
    for (size_t i = 0; i < std::min(most, numbers.size()); ++i)
        texts << QString::number(numbers[i]);
    if (numbers.size() > most)
        texts << QStringLiteral("\u2026");
    return texts.join(QStringLiteral(", "));
}

void noteMissingShapes(const LayerContent &content, BoundaryFile &result)
{
    const auto add = [&result](const QString &sentence) {
        result.issues.push_back({Severity::Warning, sentence, result.boundaries.file});
    };
    const auto count = [](const std::vector<int> &numbers) { return static_cast<int>(numbers.size()); };
    if (count(content.withoutShape) == 1)
        add(Text::tr("Feature %1 has no shape and is not drawn.").arg(content.withoutShape.front()));
    else if (!content.withoutShape.empty())
        add(Text::tr("%n feature(s) have no shape and are not drawn: %1.", nullptr,
                     count(content.withoutShape))
                .arg(numbersText(content.withoutShape)));
    if (!content.noPolygon.empty())
        add(Text::tr("%n feature(s) are points or lines and are not drawn: %1.", nullptr,
                     count(content.noPolygon))
                .arg(numbersText(content.noPolygon)));
}

void noteFlaws(const ShapeCollector &shapes, const std::vector<size_t> &areaOfFeature, BoundaryFile &result)
{
    QStringList names;
    for (const size_t feature : flawedFeatures(shapes))
        names << result.boundaries.areas[areaOfFeature[feature]].name;
    if (auto remark = outlineRemark(names, result.boundaries.file))
        result.issues.push_back(*std::move(remark));
}

void noteLayer(const LayerChoice &choice, BoundaryFile &result)
{
    if (!choice.others.isEmpty())
        result.issues.push_back({Severity::Note,
                                 Text::tr("The areas are those of the layer %1; --layer chooses another: %2.")
                                     .arg(choice.name, choice.others.join(QStringLiteral(", "))),
                                 result.boundaries.file});
}

/// What was read, as areas on the map.
Result<BoundaryFile> finish(LayerContent &content, const LayerChoice &choice, bool isPlainGrid,
                            const QString &path, const BoundaryOptions &options, const AskWantedAreas &wanted,
                            Progress &progress)
{
    BoundaryFile result;
    result.boundaries.file = fileNameOf(path);
    noteLayer(choice, result);
    const auto keys = chooseKeyFields(content.fields, options, path, wanted, result.issues);
    if (!keys)
        return keys.error();
    if (!content.shapes.isFinite())
        return damaged(path, Text::tr("A coordinate is not a number."));
    const QStringList codes = keys->code >= 0 ? content.fields.values(keys->code) : QStringList();
    const Declared declared{choice.layer->GetSpatialRef(), isPlainGrid,
                            !codes.isEmpty() && areCodesOf(QStringLiteral("N"), codes),
                            !codes.isEmpty() && areBritishCodes(codes)};
    if (const auto placed = placeOnMap(declared, options, content.shapes, path, result, progress); !placed)
        return placed.error();
    noteMissingShapes(content, result);
    const QStringList fields = content.fields.names();
    result.readAs = {choice.name,
                     fields.value(keys->code),
                     fields.value(keys->name),
                     isPlainGrid ? Coordinates::NationalGrid : options.coordinates,
                     options.crs.isEmpty() ? result.readAs.crs : options.crs,
                     options.projection};
    const std::vector<size_t> areaOfFeature = identifyAreas(content.fields, *keys, content.count, result);
    if (!path.startsWith(QLatin1String(":/"))) // which are known to be sound
        noteFlaws(content.shapes, areaOfFeature, result);
    if (result.boundaries.areas.size() < areaOfFeature.size())
        uniteOverlaps(content.shapes, areaOfFeature);
    content.shapes.moveInto(result.boundaries, areaOfFeature);
    if (!content.fields.isUtf8())
        result.issues.insert(
            result.issues.begin(),
            {Severity::Note,
             Text::tr("The text does not say how it is encoded and was read as Windows-1252."),
             result.boundaries.file});
    progress.setFraction(1);
    return result;
}

} // namespace

Result<BoundaryFile> readBoundaries(const QString &path, const BoundaryOptions &options, Progress &progress,
                                    const AskWantedAreas &wanted)
{
    if (!isGeodatabase(path) && !isPostgresTable(path))
        if (const auto readable = checkReadableFile(path, Text::tr("The boundary file")); !readable)
            return readable.error();
    registerFormats();
    const GdalMessages messages;
    using namespace std::chrono_literals;
    DatabaseGuard guard(progress, 5s);
    const auto source = openBoundarySource(path, messages, progress);
    if (!source)
        return guard.hasRunOut() ? tooSlow(path, options.layer) : source.error();
    for (const auto &dataset : source->datasets)
        if (isSqlite(*dataset))
            guard.watchOpened(dataset->GetInternalHandle("SQLITE_HANDLE"));
    guard.goOn();
    const auto choice = chooseLayer(source->datasets, path, options.layer, wanted, progress);
    if (guard.hasRunOut())
        return tooSlow(path, options.layer);
    if (!choice)
        return choice.error();
    guard.goOn();
    auto content = readLayer(*choice, path, messages, guard, progress);
    if (!content)
        return content.error();
    return finish(*content, *choice, source->isNationalGrid, path, options, wanted, progress);
}

} // namespace atlas
