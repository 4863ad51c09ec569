#include "core/dataset/young_people.h"

#include "core/aggregation/smaller_areas.h"
#include "core/common/text_table.h"
#include "core/dataset/dataset.h"
#include "core/dataset/text.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

// Resources of a static library are linked in only when something names them; the macro must stand outside
// every namespace.
static void initPopulationResources()
{
    Q_INIT_RESOURCE(built_in);
}

namespace atlas {

namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
constexpr double hundred = 100;

/// People aged 7 to 13 in mid-2014, of the 39 LEPs and of England.
const QHash<AreaCode, double> &builtInPopulation()
{
    static const QHash<AreaCode, double> population = [] {
        initPopulationResources();
        enum Column { Code, Name, People };
        QHash<AreaCode, double> people;
        const auto table = readTextTable(QStringLiteral(":/resources/lep_population_2014.csv"),
                                         Text::tr("The population of LEPs"));
        if (table)
            for (const QStringList &row : table->rows)
                people.insert({row[Code]}, row[People].toDouble());
        return people;
    }();
    return population;
}

QStringList populationColumns(const FiguresPlan &plan)
{
    QStringList columns;
    for (const PlannedColumn &column : plan.columns)
        if (column.role == ColumnRole::Population)
            columns << column.header;
    return columns;
}

} // namespace

void settlePopulation(Dataset &dataset)
{
    const QStringList columns = populationColumns(dataset.figuresPlan);
    if (columns.size() > 1)
        dataset.issues.push_back(
            {Severity::Warning,
             Text::tr("%1 all hold populations; %2 is used. Say --role COLUMN=ignored for the others.")
                 .arg(columns.join(QStringLiteral(", ")), columns.front()),
             dataset.indicatorSource});
    if (!dataset.population.empty()) {
        dataset.populationSource = columns.isEmpty() ? QString() : columns.front();
        return;
    }
    const auto isKnown = [](const Area &area) { return builtInPopulation().contains(area.code); };
    if (std::none_of(dataset.areas.begin(), dataset.areas.end(), isKnown))
        return;
    for (const Area &area : dataset.areas)
        dataset.population.push_back(builtInPopulation().value(area.code, nothing));
    dataset.populationSource = builtInPopulationSource();
}

QString builtInPopulationSource()
{
    return Text::tr("Office for National Statistics, people aged 7 to 13, mid-2014");
}

double populationTotal(const Dataset &dataset)
{
    if (dataset.population.empty())
        return nothing;
    if (dataset.populationSource == builtInPopulationSource())
        return builtInPopulation().value({QStringLiteral("E92000001")}, nothing);
    double total = 0;
    const auto add = [&total](double people) { total += people >= 0 ? people : 0; };
    if (dataset.smallerAreas) { // which do not overlap
        for (const IndicatorRow &row : dataset.smallerAreas->table.rows)
            if (row.kind == RowKind::Area)
                add(row.population.number);
        return total;
    }
    for (const double people : dataset.population)
        add(people);
    return total;
}

bool isPercentage(const Indicator &indicator)
{
    return indicator.unit.startsWith(QLatin1Char('%'))
           || indicator.unit.startsWith(QLatin1String("per cent"), Qt::CaseInsensitive);
}

double youngPeopleAffected(const Dataset &dataset, size_t indicator, size_t area)
{
    const CellValue &cell = dataset.cells[indicator][area];
    if (dataset.population.empty() || cell.isMissing() || !isPercentage(dataset.indicator(indicator))
        || cell.number < 0 || cell.number > hundred)
        return nothing;
    const bool isAsIs = dataset.indicator(indicator).direction == Direction::HigherIsMoreDisengaged;
    return dataset.population[area] * (isAsIs ? cell.number : hundred - cell.number) / hundred;
}

} // namespace atlas
