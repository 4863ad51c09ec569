#include "core/tables/layer_grid.h"

#include "core/common/files.h"
#include "core/common/gdal_session.h"
#include "core/tables/number_format.h"
#include "core/tables/sheet_choice.h"
#include "core/tables/text.h"
#include "core/tables/workbook.h"

#include <QFile>
#include <QFileInfo>

#include <cpl_conv.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace atlas {

namespace {

/// A driver, and the endings of its files.
struct Format
{
    const char *driver;
    QStringList endings;
};

const std::vector<Format> &formats()
{
    static const std::vector<Format> all = {
        {"ESRI Shapefile", {QStringLiteral("dbf"), QStringLiteral("shp")}},
        {"XLS", {QStringLiteral("xls"), QStringLiteral("xlt")}},
        {"GeoJSON", {QStringLiteral("geojson"), QStringLiteral("json")}},
        {"TopoJSON", {QStringLiteral("topojson"), QStringLiteral("json")}},
        {"FlatGeobuf", {QStringLiteral("fgb")}},
    };
    return all;
}

QString endingOf(const QString &path)
{
    return QFileInfo(path).suffix().toLower();
}

bool isCompound(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(4) == QByteArray("\xD0\xCF\x11\xE0", 4);
}

/// Whether a compound file is an XLSX with a password: it has a stream of this name.
bool isEncryptedXlsx(const QString &path)
{
    constexpr qint64 largest = 1 << 28;
    QFile file(path);
    const QString name = QStringLiteral("EncryptedPackage");
    return file.open(QIODevice::ReadOnly)
           && file.read(largest).contains(QByteArrayView(reinterpret_cast<const char *>(name.utf16()),
                                                         name.size() * qsizetype(sizeof(char16_t))));
}

/// Text of a file that may not say its encoding.
QString textOf(const char *bytes)
{
    const QByteArrayView view(bytes);
    if (QUtf8StringView(view).isValidUtf8())
        return QString::fromUtf8(view);
    const std::unique_ptr<char, decltype(&CPLFree)> recoded(CPLRecode(bytes, "CP1252", CPL_ENC_UTF8),
                                                            &CPLFree);
    return QString::fromUtf8(recoded.get());
}

bool isNumeric(OGRFieldType type)
{
    return type == OFTInteger || type == OFTInteger64 || type == OFTReal;
}

void addCell(Grid &grid, const OGRFeature &feature, int field)
{
    const OGRFieldType type = feature.GetDefnRef()->GetFieldDefn(field)->GetType();
    if (!feature.IsFieldSetAndNotNull(field))
        grid.addCell({});
    else if (type == OFTReal)
        grid.addCell(QString::fromStdString(shortestNumber(feature.GetFieldAsDouble(field))), true);
    else if (isNumeric(type))
        grid.addCell(QString::number(feature.GetFieldAsInteger64(field)), true);
    else if (type == OFTDate)
        grid.addCell(textOf(feature.GetFieldAsString(field)).replace(QLatin1Char('/'), QLatin1Char('-')));
    else
        grid.addCell(textOf(feature.GetFieldAsString(field)));
}

void addHeader(Grid &grid, const OGRFeatureDefn &fields)
{
    for (int i = 0; i < fields.GetFieldCount(); ++i)
        grid.addCell(textOf(fields.GetFieldDefn(i)->GetNameRef()));
    grid.endRow();
}

/// Rows of a sheet whose columns were all read as texts: a figure is what reads as one.
void addSheetRow(Grid &grid, const OGRFeature &feature)
{
    int last = feature.GetFieldCount() - 1;
    while (last >= 0 && !feature.IsFieldSetAndNotNull(last))
        --last;
    for (int i = 0; i <= last; ++i) {
        const std::string text = feature.IsFieldSetAndNotNull(i) ? feature.GetFieldAsString(i) : "";
        const auto number = numberOf(text);
        grid.addCell(number ? QString::fromStdString(shortestNumber(*number)) : textOf(text.c_str()),
                     number.has_value());
    }
}

class Layers
{
public:
    Layers(const LayerSource &source, Progress &progress) : m_source(source), m_progress(progress) {}

    Result<Grid> read(const QString &wanted);

private:
    Result<Grid> readLayer(OGRLayer &layer);
    Error notReadable(const GdalMessages &messages) const;
    bool isSheet() const { return m_isXls; }

    const LayerSource &m_source;
    Progress &m_progress;
    GDALDatasetUniquePtr m_dataset;
    bool m_isXls = false;
};

Error Layers::notReadable(const GdalMessages &messages) const
{
    if (m_isXls)
        return {Text::tr("%1 %2 could not be read as a workbook: it is damaged or protected by a password. "
                         "Save it as .xlsx without one.")
                    .arg(m_source.what, m_source.file),
                messages.text()};
    return {Text::tr("%1 %2 could not be read as a table. It is damaged: copy it again.")
                .arg(m_source.what, m_source.file),
            messages.text()};
}

Result<Grid> Layers::readLayer(OGRLayer &layer)
{
    Grid grid;
    grid.file = fileNameOf(m_source.file);
    grid.sheet = textOf(layer.GetName());
    grid.isTyped = true;
    if (!isSheet())
        addHeader(grid, *layer.GetLayerDefn());
    const auto count = static_cast<double>(std::max<GIntBig>(layer.GetFeatureCount(FALSE), 1));
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        if (isSheet())
            addSheetRow(grid, *feature);
        else
            for (int i = 0; i < feature->GetFieldCount(); ++i)
                addCell(grid, *feature, i);
        grid.endRow();
        if (m_progress.isCancelled())
            return Error{Text::tr("Opening %1 was cancelled.").arg(m_source.file), {}};
        if (qint64(grid.rowCount()) * grid.width() > mostGridCells)
            return Error{Text::tr("%1 of %2 has too many cells. Save what is wanted of it as a smaller file.")
                             .arg(grid.sheet, grid.file),
                         {}};
        m_progress.setFraction(std::min(1.0, grid.rowCount() / count));
    }
    return grid;
}

Result<Grid> Layers::read(const QString &wanted)
{
    registerFormats();
    const GdalMessages messages;
    m_isXls = isCompound(m_source.path);
    if (m_isXls && isEncryptedXlsx(m_source.path))
        return Workbook::isProtected(m_source.what, m_source.file);
    std::vector<const char *> drivers;
    for (const Format &format : formats())
        if (m_isXls ? QLatin1String(format.driver) == QLatin1String("XLS")
                    : format.endings.contains(endingOf(m_source.path)))
            drivers.push_back(format.driver);
    drivers.push_back(nullptr);
    const CPLConfigOptionSetter headers("OGR_XLS_HEADERS", "DISABLE", false);
    const CPLConfigOptionSetter types("OGR_XLS_FIELD_TYPES", "STRING", false);
    const CPLConfigOptionSetter restore("SHAPE_RESTORE_SHX", "NO", false);
    m_dataset.reset(GDALDataset::Open(QFileInfo(m_source.path).absoluteFilePath().toUtf8().constData(),
                                      GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data()));
    if (!m_dataset || m_dataset->GetLayerCount() == 0)
        return notReadable(messages);
    QStringList names;
    for (OGRLayer *layer : m_dataset->GetLayers())
        names << textOf(layer->GetName());
    SheetChoice choice(wanted, fileNameOf(m_source.file), names);
    if (choice.wanted() == -1)
        return choice.noSuchSheet();
    for (int i = 0; i < names.size(); ++i) {
        if (choice.wanted() && *choice.wanted() != i)
            continue;
        auto grid = readLayer(*m_dataset->GetLayer(i));
        if (!grid)
            return grid.error();
        choice.offer(*std::move(grid));
    }
    if (messages.hasErrors())
        return notReadable(messages);
    Grid grid = choice.take();
    if (m_isXls)
        grid.issues.push_back(
            {Severity::Note,
             Text::tr("Of an .xls the numbers are read as they are stored: a share that it "
                      "shows as 6.4% is 0.064 here. Save it as .xlsx to have what it shows."),
             grid.file});
    return grid;
}

} // namespace

bool isLayerFile(const QString &path)
{
    if (path.startsWith(QLatin1String(":/")))
        return false;
    const QString ending = endingOf(path);
    return isCompound(path) || std::any_of(formats().begin(), formats().end(), [&](const Format &format) {
               return ending != QLatin1String("xls") && ending != QLatin1String("xlt")
                      && format.endings.contains(ending);
           });
}

Result<Grid> readLayerGrid(const LayerSource &source, const QString &layer, Progress &progress)
{
    return Layers(source, progress).read(layer);
}

} // namespace atlas
