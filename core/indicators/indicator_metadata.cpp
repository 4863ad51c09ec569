#include "core/indicators/indicator_metadata.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(IndicatorMetadata)
};

/// One row of the metadata, asked for by column name.
class MetadataRow
{
public:
    MetadataRow(const TextTable &table, size_t index) : m_table(table), m_index(index) {}

    QString text(const char *column) const
    {
        const int position = m_table.column(QLatin1String(column));
        return position < 0 ? QString() : m_table.rows[m_index][position];
    }
    int row() const { return TextTable::spreadsheetRow(m_index); }

    Error error(const QString &message) const
    {
        return Error{Text::tr("%1, row %2: %3").arg(m_table.file, QString::number(row()), message), {}};
    }

private:
    const TextTable &m_table;
    size_t m_index;
};

Result<Direction> directionOf(const MetadataRow &row)
{
    const QString text = row.text("Direction");
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (text.isEmpty() || (isNumber && number == 1))
        return Direction::HigherIsMoreDisengaged;
    if (isNumber && number == -1)
        return Direction::LowerIsMoreDisengaged;
    return row.error(
        Text::tr("the Direction \"%1\" is neither 1 (higher is more disengaged) nor -1. Write one of them.")
            .arg(text));
}

Result<Indicator> indicatorOf(const MetadataRow &row)
{
    const auto direction = directionOf(row);
    if (!direction)
        return direction.error();
    Indicator indicator{
        .code = row.text("iCode"), .name = row.text("iName"), .shortName = row.text("ShortName")};
    indicator.direction = *direction;
    if (indicator.name.isEmpty())
        indicator.name = indicator.code;
    if (indicator.shortName.isEmpty())
        indicator.shortName = indicator.name;
    indicator.domain = row.text("Parent");
    indicator.unit = row.text("Unit");
    indicator.period = row.text("Period");
    indicator.source = row.text("Source");
    indicator.sourceUrl = row.text("SourceUrl");
    indicator.description = row.text("Description");

    bool ok = true;
    if (const QString weight = row.text("Weight"); !weight.isEmpty())
        indicator.weight = weight.toDouble(&ok);
    if (!ok || !isWeight(indicator.weight))
        return row.error(
            Text::tr(
                "the Weight \"%1\" of %2 is not a number above zero. Write one, or leave the cell empty.")
                .arg(row.text("Weight"), indicator.code));
    if (const QString decimals = row.text("Decimals"); !decimals.isEmpty())
        indicator.decimals = decimals.toInt(&ok);
    if (!ok || indicator.decimals < 0 || indicator.decimals > 9)
        return row.error(
            Text::tr(
                "the Decimals \"%1\" are not a whole number from 0 to 9. Write one, or leave the cell empty.")
                .arg(row.text("Decimals")));
    return indicator;
}

bool isType(const MetadataRow &row, const char *type)
{
    return row.text("Type").compare(QLatin1String(type), Qt::CaseInsensitive) == 0;
}

void keepUsedDomains(MetadataFile &file, const std::vector<Domain> &aggregates)
{
    QSet<QString> named;
    for (const Indicator &indicator : file.metadata.indicators)
        named.insert(indicator.domain);
    named.remove(QString());
    for (const Domain &aggregate : aggregates)
        if (named.remove(aggregate.code))
            file.metadata.domains.push_back(aggregate);
    for (const Indicator &indicator : file.metadata.indicators) // a parent without a row of its own
        if (named.remove(indicator.domain))
            file.metadata.domains.push_back({indicator.domain, indicator.domain});
}

} // namespace

Result<MetadataFile> readMetadata(const TextTable &table)
{
    MetadataFile file;
    file.issues = table.issues;
    if (table.column(QStringLiteral("iCode")) < 0)
        return Error{Text::tr("%1 has no column iCode. Name the column that holds the indicator codes iCode.")
                         .arg(table.file),
                     {}};
    QSet<QString> seen;
    std::vector<Domain> aggregates;
    for (size_t i = 0; i < table.rows.size(); ++i) {
        if (table.isBlank(i))
            continue;
        const MetadataRow row(table, i);
        const QString code = row.text("iCode");
        if (code.isEmpty())
            return row.error(Text::tr("the indicator has no code. Fill in iCode, or delete the row."));
        if (seen.contains(code))
            return row.error(Text::tr("the code %1 is given twice. Delete one of the rows.").arg(code));
        seen.insert(code);
        if (isType(row, "Aggregate")) {
            const QString name = row.text("iName");
            aggregates.push_back({code, name.isEmpty() ? code : name});
        } else if (row.text("Type").isEmpty() || isType(row, "Indicator")) {
            if (code == QLatin1String("index"))
                return row.error(
                    Text::tr("the code index is kept for the result. Give the indicator another."));
            auto indicator = indicatorOf(row);
            if (!indicator)
                return indicator.error();
            file.metadata.indicators.push_back(std::move(*indicator));
        } else {
            file.metadata.otherColumns.push_back(code);
        }
    }
    if (file.metadata.indicators.empty())
        return Error{Text::tr("%1 names no indicator. Add a row of type Indicator for each.").arg(table.file),
                     {}};
    keepUsedDomains(file, aggregates);
    return file;
}

IndicatorMetadata metadataFromColumns(const QStringList &columns)
{
    IndicatorMetadata metadata;
    for (const QString &column : columns)
        metadata.indicators.push_back({.code = column, .name = column, .shortName = column});
    return metadata;
}

} // namespace atlas
