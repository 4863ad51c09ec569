#include "core/boundaries/boundary_reader.h"

#include "core/boundaries/boundary_source.h"
#include "core/boundaries/national_grid.h"
#include "core/boundaries/shape_collector.h"
#include "core/common/files.h"
#include "core/common/key_columns.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QStringDecoder>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BoundaryReader)
};

/// Everything in a layer, before codes and names are told apart from the other fields.
struct LayerContent
{
    std::vector<KeyColumn> fields;
    ShapeCollector shapes;
    size_t count = 0;
    std::vector<int> withoutShape; ///< feature numbers from 1
    bool isUtf8 = true;            ///< false when a text was not, and was taken for Windows-1252
};

Error damaged(const QString &path, const QString &details)
{
    return Error{Text::tr("%1 is damaged or cut short. Copy it again from where it came from.").arg(path),
                 details};
}

/// GDAL promises UTF-8, but hands on the bytes of a file that does not say how it is encoded.
QString fieldText(const char *bytes, bool &isUtf8)
{
    QStringDecoder utf8(QStringConverter::Utf8);
    QString text = utf8(QByteArrayView(bytes));
    if (!utf8.hasError())
        return text;
    isUtf8 = false;
    const std::unique_ptr<char, decltype(&CPLFree)> recoded(CPLRecode(bytes, "CP1252", CPL_ENC_UTF8),
                                                            &CPLFree);
    return QString::fromUtf8(recoded.get());
}

void readFields(LayerContent &content, const OGRFeature &feature)
{
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        content.fields[static_cast<size_t>(i)].values
            << fieldText(feature.GetFieldAsString(i), content.isUtf8).trimmed();
}

Result<LayerContent> readLayer(OGRLayer &layer, const QString &path, const GdalMessages &messages,
                               Progress &progress)
{
    LayerContent content;
    for (int i = 0; i < layer.GetLayerDefn()->GetFieldCount(); ++i)
        content.fields.push_back(
            {QString::fromUtf8(layer.GetLayerDefn()->GetFieldDefn(i)->GetNameRef()), {}});
    const auto expected = std::max<GIntBig>(1, layer.GetFeatureCount());
    if (!path.startsWith(QLatin1String(":/")))
        content.shapes.reserve(static_cast<size_t>(QFileInfo(path).size()) / sizeof(QPointF));

    for (const auto &feature : layer) {
        if (progress.isCancelled())
            return Error{Text::tr("Opening %1 was cancelled.").arg(path), {}};
        ++content.count;
        readFields(content, *feature);
        const OGRGeometry *geometry = feature->GetGeometryRef();
        if (!geometry || geometry->IsEmpty())
            content.withoutShape.push_back(static_cast<int>(content.count));
        else if (!content.shapes.add(*geometry))
            return Error{
                Text::tr("%1 holds points or lines, not areas. Choose a file of polygons.").arg(path), {}};
        content.shapes.endFeature();
        progress.setFraction(static_cast<double>(content.count) / static_cast<double>(expected));
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

/// Position of the field that the user named, or the guess; an Error when the user's is not there.
Result<int> findField(const LayerContent &content, const QString &path, const QString &name, int guess)
{
    if (name.isEmpty())
        return guess;
    QStringList names;
    for (size_t i = 0; i < content.fields.size(); ++i) {
        if (content.fields[i].name.compare(name, Qt::CaseInsensitive) == 0)
            return static_cast<int>(i);
        names << content.fields[i].name;
    }
    return Error{Text::tr("%1 has no field \"%2\". Its fields are: %3.")
                     .arg(path, name, names.join(QLatin1String(", "))),
                 {}};
}

int findMapNumberField(const LayerContent &content)
{
    for (size_t i = 0; i < content.fields.size(); ++i)
        for (const char *name : {"map_no", "mapno", "map_number"})
            if (content.fields[i].name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
                return static_cast<int>(i);
    return -1;
}

/// Gives each feature its area; features with the same code become one.
std::vector<std::vector<size_t>> identifyAreas(const LayerContent &content, int codeField, int nameField,
                                               BoundaryFile &result)
{
    const auto valueOf = [&content](int field, size_t feature) {
        return field < 0 ? QString()
                         : content.fields[static_cast<size_t>(field)].values[static_cast<qsizetype>(feature)];
    };
    const int numberField = findMapNumberField(content);
    std::vector<std::vector<size_t>> members;
    QHash<QString, size_t> areaOfCode;
    for (size_t feature = 0; feature < content.count; ++feature) {
        const QString code = valueOf(codeField, feature);
        if (!code.isEmpty() && areaOfCode.contains(code)) {
            std::vector<size_t> &features = members[areaOfCode[code]];
            features.push_back(feature);
            if (features.size() == 2)
                result.issues.push_back(
                    {Severity::Warning,
                     Text::tr("Several shapes have the code %1; they are taken as one area.").arg(code),
                     result.boundaries.file, 0, AreaCode{code}});
            continue;
        }
        areaOfCode.insert(code, members.size());
        members.push_back({feature});
        const QString name = valueOf(nameField, feature);
        result.boundaries.areas.push_back(
            {AreaCode{code}, name.isEmpty() ? code : name, valueOf(numberField, feature).toInt()});
    }
    return members;
}

Result<Done> project(const OGRSpatialReference &system, std::span<QPointF> points, const BoundaryFile &file)
{
    auto projected = projectToNationalGrid(system, points);
    if (projected)
        return projected;
    return Error{file.boundaries.file + QStringLiteral(": ") + projected.error().message,
                 projected.error().details};
}

Result<Done> placeOnGrid(OGRLayer &layer, Coordinates coordinates, ShapeCollector &shapes,
                         BoundaryFile &result)
{
    const std::span<QPointF> points = shapes.points();
    const bool finite = std::all_of(points.begin(), points.end(), [](const QPointF &point) {
        return std::isfinite(point.x()) && std::isfinite(point.y());
    });
    if (!finite)
        return damaged(result.boundaries.file, Text::tr("A coordinate is not a number."));
    if (coordinates == Coordinates::NationalGrid)
        return Done{};
    if (const OGRSpatialReference *system = layer.GetSpatialRef())
        return isNationalGrid(*system) ? Result<Done>(Done{}) : project(*system, points, result);

    const bool degrees = looksLikeDegrees(points);
    const QString guess = degrees ? Text::tr("degrees (EPSG:4326)")
                                  : Text::tr("metres on the British National Grid (EPSG:27700)");
    result.issues.push_back(
        {Severity::Warning,
         Text::tr("The file does not say which coordinate system it uses; its numbers are taken as %1.")
             .arg(guess),
         result.boundaries.file});
    if (!degrees)
        return Done{};
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    return project(wgs84, points, result);
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
    if (!content.isUtf8)
        result.issues.push_back(
            {Severity::Note,
             Text::tr("The text does not say how it is encoded and was read as Windows-1252."),
             result.boundaries.file});

    if (content.fields.empty())
        return Error{
            Text::tr("%1 has no codes or names for its areas. If it is a shapefile, copy its .dbf file too.")
                .arg(path),
            {}};
    const auto codeField = findField(content, path, options.codeField, guessCodeColumn(content.fields));
    if (!codeField)
        return codeField.error();
    const auto nameField = findField(content, path, options.nameField, guessNameColumn(content.fields));
    if (!nameField)
        return nameField.error();

    if (const auto placed = placeOnGrid(**layer, options.coordinates, content.shapes, result); !placed)
        return placed.error();
    noteMissingShapes(content, result);
    const auto members = identifyAreas(content, *codeField, *nameField, result);
    content.shapes.moveInto(result.boundaries, members);
    return result;
}

} // namespace atlas
