#include "core/boundaries/postgres_layer.h"

#include "core/boundaries/text.h"
#include "core/common/postgres_table.h"

#include <cpl_string.h>

namespace atlas {

Result<GDALDatasetUniquePtr> openPostgresLayer(const QString &name, const GdalMessages &messages)
{
    const auto table = postgresTable(name);
    if (!table)
        return table.error();
    const QString full =
        table->schema.isEmpty() ? table->table : table->schema + QLatin1Char('.') + table->table;
    CPLStringList options; // the parts of the name have no quotation marks
    options.SetNameValue("TABLES", full.toUtf8().constData());
    options.SetNameValue("LIST_ALL_TABLES", "NO");
    const char *const drivers[] = {"PostgreSQL", nullptr};
    const QString source =
        QStringLiteral("PG:service='%1' connect_timeout=10 application_name=disengagement-atlas")
            .arg(table->service);
    GDALDatasetUniquePtr dataset(GDALDataset::Open(
        source.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers, options.List()));
    if (!dataset)
        return Error{Text::tr("The database service %1 does not answer. Check its entry in pg_service.conf.")
                         .arg(table->service),
                     messages.text()};
    if (dataset->GetLayerCount() == 0 || messages.hasErrors())
        return Error{Text::tr("%1 is no table with shapes that you may read.").arg(name), messages.text()};
    return dataset;
}

} // namespace atlas
