#include "core/common/text_table.h"

#include "core/common/files.h"
#include "core/common/gdal_session.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <cpl_conv.h>
#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

namespace atlas {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TextTable", text);
}

struct Utf8Text
{
    QByteArray bytes;
    bool wasWindows1252 = false;
};

Utf8Text toUtf8(const QByteArray &bytes)
{
    if (const auto encoding = QStringConverter::encodingForData(bytes);
        encoding && *encoding != QStringConverter::Utf8)
        return {QString(QStringDecoder(*encoding)(bytes)).toUtf8()};
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8(bytes);
    if (!utf8.hasError())
        return {text.toUtf8()}; // the decoder has dropped a byte order mark
    const std::unique_ptr<char, decltype(&CPLFree)> recoded(
        CPLRecode(bytes.constData(), "CP1252", CPL_ENC_UTF8), &CPLFree);
    return {QByteArray(recoded.get()), true};
}

QStringList headerOf(const OGRFeatureDefn &definition)
{
    QStringList header;
    for (int i = 0; i < definition.GetFieldCount(); ++i)
        header << QString::fromUtf8(definition.GetFieldDefn(i)->GetNameRef()).trimmed();
    return header;
}

QStringList cellsOf(const OGRFeature &feature)
{
    QStringList cells;
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        cells << QString::fromUtf8(feature.GetFieldAsString(i)).trimmed();
    return cells;
}

bool isBlank(const QStringList &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const QString &cell) { return cell.isEmpty(); });
}

} // namespace

int TextTable::column(const QString &name) const
{
    for (int i = 0; i < header.size(); ++i)
        if (header[i].compare(name, Qt::CaseInsensitive) == 0)
            return i;
    return -1;
}

Result<TextTable> readTextTable(const QString &path, const QString &what)
{
    const auto bytes = readWholeFile(path, what);
    if (!bytes)
        return bytes.error();

    TextTable table{.file = fileNameOf(path)};
    const Utf8Text text = toUtf8(*bytes);
    if (text.bytes.contains('\0'))
        return Error{tr("%1 %2 is not a text table. Save it as CSV and open that.").arg(what, path), {}};
    if (text.wasWindows1252)
        table.issues.push_back({Severity::Note,
                                tr("The text is not UTF-8 and was read as Windows-1252. "
                                   "If accents look wrong, save the file as \"CSV UTF-8\"."),
                                table.file});

    registerFormats();
    const GdalMessages messages;
    const GdalMemoryFile file(QStringLiteral("table.csv"), text.bytes);
    const char *const drivers[] = {"CSV", nullptr};
    const char *const options[] = {"HEADERS=YES", "AUTODETECT_TYPE=NO", "KEEP_GEOM_COLUMNS=YES", nullptr};
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(file.path().toUtf8().constData(), GDAL_OF_VECTOR, drivers, options));
    if (!dataset || dataset->GetLayerCount() == 0)
        return Error{
            tr("%1 %2 could not be read as CSV. Save it as \"CSV UTF-8\" and open that.").arg(what, path),
            messages.text()};

    OGRLayer *layer = dataset->GetLayer(0);
    table.header = headerOf(*layer->GetLayerDefn());
    for (const auto &feature : *layer)
        table.rows.push_back(cellsOf(*feature));
    while (!table.rows.empty() && isBlank(table.rows.back()))
        table.rows.pop_back();
    if (table.rows.empty())
        return Error{tr("%1 %2 has a header but no rows. Add one row for each area.").arg(what, path), {}};
    return table;
}

Result<QByteArray> writeTextTable(const TextTable &table)
{
    registerFormats();
    const GdalMessages messages;
    const Error failed{tr("The table could not be turned into CSV."), {}};
    const QByteArray path("/vsimem/atlas_written_table.csv");
    GDALDriver *driver = GetGDALDriverManager()->GetDriverByName("CSV");
    GDALDatasetUniquePtr dataset(driver->Create(path.constData(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!dataset)
        return Error{failed.message, messages.text()};
    const char *const options[] = {"STRING_QUOTING=IF_NEEDED", "LINEFORMAT=LF", nullptr};
    OGRLayer *layer = dataset->CreateLayer("table", nullptr, wkbNone, const_cast<char **>(options));
    for (const QString &name : table.header) {
        OGRFieldDefn field(name.toUtf8().constData(), OFTString);
        if (!layer || layer->CreateField(&field) != OGRERR_NONE)
            return Error{failed.message, messages.text()};
    }
    for (const QStringList &row : table.rows) {
        const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        for (int i = 0; i < row.size(); ++i)
            if (!row[i].isEmpty())
                feature->SetField(i, row[i].toUtf8().constData());
        if (layer->CreateFeature(feature.get()) != OGRERR_NONE)
            return Error{failed.message, messages.text()};
    }
    dataset.reset();

    vsi_l_offset size = 0;
    GByte *data = VSIGetMemFileBuffer(path.constData(), &size, TRUE);
    const std::unique_ptr<GByte, decltype(&CPLFree)> owned(data, &CPLFree);
    if (!data)
        return Error{failed.message, messages.text()};
    return QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
}

} // namespace atlas
