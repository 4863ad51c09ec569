#include "app/table/benchmark_rows.h"

#include "core/classification/quantiles.h"
#include "core/common/value_order.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace atlas {

namespace {

using Role = TableColumn::Role;

constexpr double absent = std::numeric_limits<double>::quiet_NaN();

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BenchmarkRows)
};

/// England, Wales, Scotland, Northern Ireland; and the kingdom, Great Britain, England and Wales (ONS, "A
/// guide to ONS geography codes").
bool isOfACountry(const AreaCode &code)
{
    static const std::array prefixes = {QLatin1String("E92"), QLatin1String("W92"), QLatin1String("S92"),
                                        QLatin1String("N92"), QLatin1String("K02"), QLatin1String("K03"),
                                        QLatin1String("K04")};
    constexpr qsizetype lengthOfACode = 9;
    return code.text.size() == lengthOfACode
           && std::any_of(prefixes.begin(), prefixes.end(),
                          [&](QLatin1String prefix) { return code.text.startsWith(prefix); });
}

std::vector<size_t> countriesOf(const Dataset &dataset)
{
    std::vector<size_t> countries;
    for (size_t area = dataset.boundaries->size(); area < dataset.areas.size(); ++area)
        if (dataset.areas[area].hasData && isOfACountry(dataset.areas[area].code))
            countries.push_back(area);
    return countries;
}

} // namespace

Benchmarks makeBenchmarks(const TableContent &content, const Benchmarks &before)
{
    if (!content.figures.dataset || content.table.rowCount() == 0)
        return {};
    const size_t columnCount = content.table.columns.size();
    const std::vector<double> none(columnCount, absent);
    Benchmarks now{.rows = {{Text::tr("Mean"), none}, {Text::tr("Median"), none}}, .variables = {}};
    now.variables.resize(columnCount);
    const std::vector<size_t> countries = countriesOf(content.dataset());
    for (const size_t country : countries)
        now.rows.push_back({content.dataset().areas[country].name, none});
    for (size_t column = 0; column < columnCount; ++column) {
        const SharedVariable &variable = content.variableOf(column);
        if (!variable || content.column(column).kind != TableColumn::Kind::Number)
            continue;
        now.variables[column] = variable;
        const auto known = std::find(before.variables.begin(), before.variables.end(), variable);
        if (known != before.variables.end()) {
            for (size_t i = 0; i < now.rows.size(); ++i)
                now.rows[i].values[column] =
                    before.rows[i].values[static_cast<size_t>(known - before.variables.begin())];
            continue;
        }
        std::vector<double> values = variable->values;
        for (size_t i = 0; i < countries.size(); ++i)
            now.rows[2 + i].values[column] = std::exchange(values[countries[i]], absent);
        if (const std::vector<double> sorted = sortedNumbers(values); !sorted.empty()) {
            now.rows[0].values[column] = meanOf(sorted);
            now.rows[1].values[column] = quantile(sorted, 0.5);
        }
    }
    return now;
}

} // namespace atlas
