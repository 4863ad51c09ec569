#include "core/indicators/indicator_metadata.h"

#include "core/indicators/text.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <optional>

namespace atlas {

namespace {

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

Result<double> weightOf(const MetadataRow &row)
{
    const QString text = row.text("Weight");
    bool ok = true;
    const double weight = text.isEmpty() ? 1 : text.toDouble(&ok);
    if (!ok || !isWeight(weight))
        return row.error(
            Text::tr(
                "the Weight \"%1\" of %2 is not a number above zero. Write one, or leave the cell empty.")
                .arg(text, row.text("iCode")));
    return weight;
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

    indicator.denominator = row.text("Denominator");

    const auto weight = weightOf(row);
    if (!weight)
        return weight.error();
    indicator.weight = *weight;
    bool ok = true;
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

Result<Aggregate> aggregateOf(const MetadataRow &row)
{
    const auto weight = weightOf(row);
    if (!weight)
        return weight.error();
    Aggregate aggregate{.code = row.text("iCode"), .name = row.text("iName"), .parent = row.text("Parent")};
    aggregate.weight = *weight;
    if (aggregate.name.isEmpty())
        aggregate.name = aggregate.code;
    return aggregate;
}

/// The codes and parents of everything in the hierarchy.
QHash<QString, QString> parentsOf(const IndicatorMetadata &metadata)
{
    QHash<QString, QString> parents;
    for (const Indicator &indicator : metadata.indicators)
        parents.insert(indicator.code, indicator.domain);
    for (const Aggregate &aggregate : metadata.aggregates)
        parents.insert(aggregate.code, aggregate.parent);
    return parents;
}

/// Gives every parent that is named a row; one without is a domain of its own.
void addMissingParents(MetadataFile &file, const QString &name)
{
    QSet<QString> known;
    for (const Aggregate &aggregate : file.metadata.aggregates)
        known.insert(aggregate.code);
    const QHash<QString, QString> parents = parentsOf(file.metadata);
    std::vector<QString> named;
    for (const Indicator &indicator : file.metadata.indicators)
        named.push_back(indicator.domain);
    for (const Aggregate &aggregate : file.metadata.aggregates)
        named.push_back(aggregate.parent);
    for (const QString &parent : named) {
        if (parent.isEmpty() || known.contains(parent))
            continue;
        known.insert(parent);
        file.metadata.aggregates.push_back({.code = parent, .name = parent});
        file.issues.push_back({Severity::Warning,
                               Text::tr("The parent %1 has no row of its own; it is taken as a part of the "
                                        "index. Add a row of type Aggregate to give it a name and a parent.")
                                   .arg(parent),
                               name});
    }
}

/// The first code whose parents lead back to it; nothing when there is none.
std::optional<QString> findCircle(const IndicatorMetadata &metadata)
{
    const QHash<QString, QString> parents = parentsOf(metadata);
    for (const Aggregate &aggregate : metadata.aggregates) {
        QString above = aggregate.parent;
        for (size_t step = 0; step <= metadata.aggregates.size() && !above.isEmpty(); ++step) {
            if (above == aggregate.code)
                return aggregate.code;
            above = parents.value(above);
        }
    }
    return {};
}

/// Aggregates that have no indicator anywhere below them are left out.
void dropOrphans(MetadataFile &file, const QString &name)
{
    const QHash<QString, QString> parents = parentsOf(file.metadata);
    QSet<QString> used;
    for (const Indicator &indicator : file.metadata.indicators)
        for (QString above = indicator.domain; !above.isEmpty(); above = parents.value(above))
            used.insert(above);
    std::erase_if(file.metadata.aggregates, [&](const Aggregate &aggregate) {
        if (used.contains(aggregate.code))
            return false;
        file.issues.push_back({Severity::Warning,
                               Text::tr("%1 has no indicator below it; it is left out. Name it as the Parent "
                                        "of one, or delete the row.")
                                   .arg(aggregate.code),
                               name});
        return true;
    });
}

/// Level says again what Parent says; where the two differ, Parent is followed.
void compareLevels(MetadataFile &file, const TextTable &table)
{
    QHash<QString, int> levels;
    const QHash<QString, QString> parents = parentsOf(file.metadata);
    for (size_t i = 0; i < table.rows.size(); ++i) {
        const MetadataRow row(table, i);
        bool isNumber = false;
        const int level = row.text("Level").toInt(&isNumber);
        if (isNumber && parents.contains(row.text("iCode")))
            levels.insert(row.text("iCode"), level);
    }
    for (size_t i = 0; i < table.rows.size(); ++i) {
        const QString code = MetadataRow(table, i).text("iCode");
        const QString parent = parents.value(code);
        if (!levels.contains(code) || !levels.contains(parent) || levels[parent] == levels[code] + 1)
            continue;
        file.issues.push_back(
            {Severity::Warning,
             Text::tr("%1 has the Level %2, and its parent %3 has %4 instead of %5; the parent is followed.")
                 .arg(code, QString::number(levels[code]), parent, QString::number(levels[parent]),
                      QString::number(levels[code] + 1)),
             table.file, TextTable::spreadsheetRow(i)});
    }
}

/// Makes a whole of the parents.
Result<Done> settleHierarchy(MetadataFile &file, const TextTable &table)
{
    addMissingParents(file, table.file);
    if (const auto code = findCircle(file.metadata))
        return Error{Text::tr("%1: the parents of %2 lead back to it. Give one of them another Parent.")
                         .arg(table.file, *code),
                     {}};
    dropOrphans(file, table.file);
    compareLevels(file, table);
    return Done{};
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
            auto aggregate = aggregateOf(row);
            if (!aggregate)
                return aggregate.error();
            file.metadata.aggregates.push_back(std::move(*aggregate));
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
    if (const auto settled = settleHierarchy(file, table); !settled)
        return settled.error();
    return file;
}

bool IndicatorMetadata::hasDenominators() const
{
    return std::any_of(indicators.begin(), indicators.end(),
                       [](const Indicator &indicator) { return !indicator.denominator.isEmpty(); });
}

std::vector<Aggregate> IndicatorMetadata::domains() const
{
    QSet<QString> parents;
    for (const Indicator &indicator : indicators)
        parents.insert(indicator.domain);
    std::vector<Aggregate> found;
    std::copy_if(aggregates.begin(), aggregates.end(), std::back_inserter(found),
                 [&parents](const Aggregate &aggregate) { return parents.contains(aggregate.code); });
    return found;
}

IndicatorMetadata metadataFromColumns(const QStringList &columns)
{
    IndicatorMetadata metadata;
    for (const QString &column : columns)
        metadata.indicators.push_back({.code = column, .name = column, .shortName = column});
    return metadata;
}

} // namespace atlas
