#include "core/boundaries/boundary_reader.h"

#include "core/boundaries/boundary_source.h"
#include "core/boundaries/layer_fields.h"
#include "core/boundaries/national_grid.h"
#include "core/boundaries/shape_collector.h"
#include "core/common/files.h"
#include "core/common/key_columns.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <ogrsf_frmts.h>

#include <algorithm>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BoundaryReader)
};

/// Everything in a layer, before codes and names are told apart from the other fields.
struct LayerContent
{
    LayerFields fields;
    ShapeCollector shapes;
    size_t count = 0;
    std::vector<int> withoutShape; ///< feature numbers from 1
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

Result<LayerContent> readLayer(OGRLayer &layer, const QString &path, const GdalMessages &messages,
                               Progress &progress)
{
    LayerContent content{LayerFields(layer)};
    const auto expected = std::max<GIntBig>(1, layer.GetFeatureCount());
    content.shapes.reserve(expectedPoints(path));

    for (const auto &feature : layer) {
        if (progress.isCancelled())
            return cancelled(path);
        ++content.count;
        content.fields.add(*feature);
        const OGRGeometry *geometry = feature->GetGeometryRef();
        if (!geometry || geometry->IsEmpty())
            content.withoutShape.push_back(static_cast<int>(content.count));
        else if (!content.shapes.add(*geometry))
            return Error{
                Text::tr("%1 holds points or lines, not areas. Choose a file of polygons.").arg(path), {}};
        if (content.shapes.isOverfull())
            return Error{Text::tr("%1 has more than %2 points. Simplify its shapes, or cut it in two.")
                             .arg(path, QLocale().toString(qulonglong(ShapeCollector::mostPoints))),
                         {}};
        content.shapes.endFeature();
        progress.setFraction(shareOfReading * static_cast<double>(content.count)
                             / static_cast<double>(expected));
    }
    if (messages.hasErrors() || (content.count == 0 && layer.GetFeatureCount() > 0))
        return damaged(path, messages.text());
    if (content.count == 0)
        return Error{Text::tr("%1 has no areas in it. Export it again with its features.").arg(path), {}};
    if (content.withoutShape.size() == content.count)
        return Error{Text::tr("%1 has rows but no shapes. Copy the whole boundary file, not only its table.")
                         .arg(path),
                     {}};
    return content;
}

/// Position of the field that the user named; an Error when there is none.
Result<int> findField(const LayerFields &fields, const QString &path, const QString &name)
{
    if (const int field = fields.find(name); field >= 0)
        return field;
    return Error{Text::tr("%1 has no field \"%2\". Its fields are: %3.")
                     .arg(path, name, fields.names().join(QLatin1String(", "))),
                 {}};
}

int findMapNumberField(const LayerFields &fields)
{
    for (const QString &name : fields.names())
        for (const char *known : {"map_no", "mapno", "map_number"})
            if (name.compare(QLatin1String(known), Qt::CaseInsensitive) == 0)
                return fields.find(name);
    return -1;
}

/// Adds the areas to the result and gives the area of each feature: features with the same code are one.
std::vector<size_t> identifyAreas(LayerContent &content, int codeField, int nameField, BoundaryFile &result)
{
    const auto valuesOf = [&content](int field) {
        return field < 0 ? QStringList(static_cast<qsizetype>(content.count)) : content.fields.values(field);
    };
    const QStringList codes = valuesOf(codeField);
    const QStringList names = valuesOf(nameField);
    const QStringList numbers = valuesOf(findMapNumberField(content.fields));

    std::vector<BoundaryArea> &areas = result.boundaries.areas;
    areas.reserve(content.count);
    std::vector<size_t> areaOfFeature(content.count);
    const bool mayRepeat = !isRising(codes);
    QHash<QString, size_t> areaOfCode;
    areaOfCode.reserve(mayRepeat ? codes.size() : 0);
    QSet<QString> repeated;
    for (qsizetype feature = 0; feature < codes.size(); ++feature) {
        const QString &code = codes[feature];
        size_t &area = areaOfFeature[static_cast<size_t>(feature)];
        const bool isNew = code.isEmpty() || !mayRepeat;
        const auto known = isNew ? areaOfCode.constEnd() : areaOfCode.constFind(code);
        if (known == areaOfCode.constEnd()) {
            area = areas.size();
            if (!isNew)
                areaOfCode.insert(code, area);
            areas.push_back(
                {AreaCode{code}, names[feature].isEmpty() ? code : names[feature], numbers[feature].toInt()});
            continue;
        }
        area = *known;
        if (repeated.contains(code))
            continue;
        repeated.insert(code);
        result.issues.push_back(
            {Severity::Warning,
             Text::tr("Several shapes have the code %1; they are taken as one area.").arg(code),
             result.boundaries.file, 0, AreaCode{code}});
    }
    return areaOfFeature;
}

Result<Done> project(const OGRSpatialReference &system, ShapeCollector &shapes, const QString &path,
                     Progress &progress)
{
    auto projected = projectToNationalGrid(system, shapes.points(), shapes.extent(), progress);
    if (progress.isCancelled())
        return cancelled(path);
    if (!projected)
        return inFile(path, projected.error());
    shapes.updateBoxes();
    return projected;
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

Result<Done> placeOnGrid(OGRLayer &layer, Coordinates coordinates, ShapeCollector &shapes,
                         const QString &path, Issues &issues, Progress &progress)
{
    const QRectF extent = shapes.extent();
    if (coordinates == Coordinates::NationalGrid)
        return checkIsOnEarth(extent, path);
    if (const OGRSpatialReference *system = layer.GetSpatialRef())
        return isNationalGrid(*system) ? checkIsOnEarth(extent, path)
                                       : project(*system, shapes, path, progress);

    const bool degrees = looksLikeDegrees(extent);
    const QString guess = degrees ? Text::tr("degrees (EPSG:4326)")
                                  : Text::tr("metres on the British National Grid (EPSG:27700)");
    issues.push_back(
        {Severity::Warning,
         Text::tr("The file does not say which coordinate system it uses; its numbers are taken as %1.")
             .arg(guess),
         fileNameOf(path)});
    if (!degrees)
        return checkIsOnEarth(extent, path);
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    return project(wgs84, shapes, path, progress);
}

void noteMissingShapes(const LayerContent &content, BoundaryFile &result)
{
    for (const int number : content.withoutShape)
        result.issues.push_back({Severity::Warning,
                                 Text::tr("Feature %1 has no shape and is not drawn.").arg(number),
                                 result.boundaries.file});
}

} // namespace

Result<BoundaryFile> readBoundaries(const QString &path, const BoundaryOptions &options, Progress &progress)
{
    if (const auto readable = checkReadableFile(path, Text::tr("The boundary file")); !readable)
        return readable.error();
    registerFormats();
    const GdalMessages messages;
    BoundaryFile result;
    result.boundaries.file = fileNameOf(path);

    const auto source = openBoundarySource(path, messages);
    if (!source)
        return source.error();
    const auto layer = findPolygonLayer(*source->dataset, path, options.layer);
    if (!layer)
        return layer.error();
    auto read = readLayer(**layer, path, messages, progress);
    if (!read)
        return read.error();
    LayerContent &content = *read;
    if (content.fields.isEmpty())
        return Error{
            Text::tr("%1 has no codes or names for its areas. If it is a shapefile, copy its .dbf file too.")
                .arg(path),
            {}};
    const auto codeField = options.codeField.isEmpty() ? content.fields.guessCodeField()
                                                       : findField(content.fields, path, options.codeField);
    if (!codeField)
        return codeField.error();
    const auto nameField = options.nameField.isEmpty() ? content.fields.guessNameField()
                                                       : findField(content.fields, path, options.nameField);
    if (!nameField)
        return nameField.error();

    const Coordinates coordinates = source->isNationalGrid ? Coordinates::NationalGrid : options.coordinates;
    if (!content.shapes.isFinite())
        return damaged(path, Text::tr("A coordinate is not a number."));
    if (const auto placed = placeOnGrid(**layer, coordinates, content.shapes, path, result.issues, progress);
        !placed)
        return placed.error();
    noteMissingShapes(content, result);
    const QStringList fields = content.fields.names();
    result.readAs = {QString::fromUtf8((*layer)->GetName()), fields.value(*codeField),
                     fields.value(*nameField), coordinates};
    content.shapes.moveInto(result.boundaries, identifyAreas(content, *codeField, *nameField, result));
    if (!content.fields.isUtf8())
        result.issues.insert(
            result.issues.begin(),
            {Severity::Note,
             Text::tr("The text does not say how it is encoded and was read as Windows-1252."),
             result.boundaries.file});
    progress.setFraction(1);
    return result;
}

} // namespace atlas
