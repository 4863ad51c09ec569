#include "core/index/period_change.h"

#include "core/common/number_text.h"
#include "core/index/area_columns.h"
#include "core/index/indicator_order.h"
#include "core/index/text.h"
#include "core/tables/cell_text.h"

#include <QHash>
#include <QStringList>

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace atlas {

namespace {

bool isPerCent(const QString &unit)
{
    return unit == QLatin1String("%");
}

} // namespace

OtherPeriod otherPeriod(const Dataset &dataset, const Dataset &other)
{
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    QHash<AreaCode, size_t> places;
    places.reserve(static_cast<qsizetype>(other.areas.size()));
    for (size_t area = 0; area < other.areas.size(); ++area)
        places.insert(other.areas[area].code, area);
    OtherPeriod joined{.period = other.figuresPlan.period, .values = {}};
    joined.values.assign(dataset.indicatorCount(), std::vector<double>(dataset.areas.size(), none));
    for (size_t indicator = 0; indicator < dataset.indicatorCount(); ++indicator) {
        const auto there = other.findIndicator(dataset.indicator(indicator).code);
        if (!there)
            continue;
        for (size_t area = 0; area < dataset.areas.size(); ++area)
            if (const auto place = places.constFind(dataset.areas[area].code); place != places.constEnd())
                joined.values[indicator][area] = other.cells[*there][*place].number;
    }
    return joined;
}

QString unitOfChange(const QString &unit)
{
    return isPerCent(unit) ? Text::tr("percentage points") : unit;
}

TableColumn changeColumn(const std::shared_ptr<const Dataset> &dataset,
                         const std::shared_ptr<const OtherPeriod> &other, size_t indicator)
{
    const Indicator &about = dataset->indicator(indicator);
    const QString periods = Text::tr("change from %1 to %2").arg(other->period, dataset->figuresPlan.period);
    return {.role = TableColumn::Role::Change,
            .subject = indicator,
            .code = QStringLiteral("change_") + about.code,
            .name =
                Text::tr("%1, %2", "indicator, change from one period to another").arg(about.name, periods),
            .shortName = about.shortName,
            .head = capitalised(periods),
            .unit = isPerCent(about.unit) ? Text::tr("pp", "percentage points") : about.unit,
            .decimals = about.decimals,
            .direction = about.direction,
            .cell = [dataset, other, indicator](size_t area) {
                const double now = dataset->cells[indicator][area].number;
                return numberCell(now - other->values[indicator][area]);
            }};
}

std::vector<TableColumn> changeColumns(const std::shared_ptr<const Dataset> &dataset,
                                       const std::shared_ptr<const OtherPeriod> &other)
{
    std::vector<TableColumn> columns;
    for (const size_t indicator : indicatorsByDomain(dataset->metadata))
        columns.push_back(changeColumn(dataset, other, indicator));
    return columns;
}

void appendChanges(Table &table, const std::shared_ptr<const Dataset> &dataset,
                   const std::shared_ptr<const OtherPeriod> &other)
{
    std::vector<TableColumn> columns;
    for (size_t indicator = 0; indicator < dataset->indicatorCount(); ++indicator)
        columns.push_back(changeColumn(dataset, other, indicator));
    insertColumns(table, std::move(columns), false);
}

} // namespace atlas
