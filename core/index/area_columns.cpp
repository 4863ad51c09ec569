#include "core/index/area_columns.h"

#include "core/aggregation/smaller_areas.h"
#include "core/common/text_table.h"
#include "core/dataset/dataset.h"
#include "core/dataset/young_people.h"
#include "core/index/text.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace atlas {

namespace {

constexpr double hundred = 100;

using SharedDataset = std::shared_ptr<const Dataset>;

TableColumn populationColumn(const SharedDataset &dataset)
{
    return {.role = TableColumn::Role::People,
            .code = QStringLiteral("population"),
            .name = Text::tr("Young people"),
            .shortName = Text::tr("Young people"),
            .cell = [dataset](size_t area) { return numberCell(dataset->population[area]); }};
}

TableColumn populationShareColumn(const SharedDataset &dataset)
{
    return {.role = TableColumn::Role::People,
            .code = QStringLiteral("population_pct"),
            .name = Text::tr("Share of all young people"),
            .shortName = Text::tr("Of all"),
            .unit = QStringLiteral("%"),
            .decimals = 1,
            .cell = [dataset, total = populationTotal(*dataset)](size_t area) {
                return numberCell(hundred * dataset->population[area] / total);
            }};
}

TableColumn affectedColumn(const SharedDataset &dataset, size_t indicator)
{
    const Indicator &about = dataset->indicator(indicator);
    return {.role = TableColumn::Role::People,
            .subject = indicator,
            .code = QStringLiteral("affected_") + about.code,
            .name = Text::tr("%1: estimated young people affected").arg(about.name),
            .shortName = Text::tr("%1, people").arg(about.shortName),
            .direction = Direction::HigherIsMoreDisengaged,
            .cell = [dataset, indicator](size_t area) {
                return numberCell(youngPeopleAffected(*dataset, indicator, area));
            }};
}

/// A column of what one larger area was added up from; empty for an area that was not.
TableColumn memberColumn(const SharedDataset &dataset, const QString &code, const QString &name,
                         double (*figure)(const LargerArea &))
{
    return {.code = code, .name = name, .cell = [dataset, figure](size_t area) {
                const LargerArea &larger = dataset->smallerAreas->larger[area];
                return larger.members.empty() ? TableCell() : numberCell(figure(larger));
            }};
}

} // namespace

std::vector<TableColumn> populationColumns(const SharedDataset &dataset, const IndexResult &result)
{
    if (dataset->population.empty())
        return {};
    std::vector<TableColumn> columns = {populationColumn(dataset), populationShareColumn(dataset)};
    for (const size_t indicator : result.used)
        if (isPercentage(dataset->indicator(indicator)))
            columns.push_back(affectedColumn(dataset, indicator));
    return columns;
}

std::vector<TableColumn> coverageColumns(const SharedDataset &dataset)
{
    if (!dataset->smallerAreas)
        return {};
    TableColumn coverage = memberColumn(
        dataset, QStringLiteral("coverage"), Text::tr("Members with figures"), [](const LargerArea &area) {
            return hundred * *std::min_element(area.coverage.begin(), area.coverage.end());
        });
    coverage.unit = QStringLiteral("%");
    return {memberColumn(dataset, QStringLiteral("members"), Text::tr("Members"),
                         [](const LargerArea &area) { return static_cast<double>(area.members.size()); }),
            memberColumn(dataset, QStringLiteral("members_elsewhere"),
                         Text::tr("Members in other areas as well"),
                         [](const LargerArea &area) { return static_cast<double>(area.overlapping()); }),
            std::move(coverage)};
}

void insertColumns(Table &table, std::vector<TableColumn> columns, bool behindClass)
{
    QStringList taken;
    QStringList wanted;
    for (const TableColumn &column : table.columns)
        taken << column.code;
    for (const TableColumn &column : columns)
        wanted << column.code;
    const QStringList codes = freeColumnNames(taken, wanted);
    for (size_t i = 0; i < columns.size(); ++i)
        columns[i].code = codes[static_cast<qsizetype>(i)];
    const auto itsClass =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [](const TableColumn &column) { return column.role == TableColumn::Role::Class; });
    const auto place = behindClass && itsClass != table.columns.end() ? itsClass + 1 : table.columns.end();
    table.columns.insert(place, std::make_move_iterator(columns.begin()),
                         std::make_move_iterator(columns.end()));
}

} // namespace atlas
