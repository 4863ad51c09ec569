#include "app/charts/area_comparison.h"

#include "core/index/figure_text.h"
#include "core/index/normalise.h"
#include "core/snapshot/snapshot.h"

#include <QCoreApplication>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AreaComparison)
};

AreaComparison::Row rowOf(const ShownVariable &shown, const std::vector<size_t> &areas, double reference,
                          const QLocale &locale)
{
    const double deviation =
        zScores(shown.values, shown.direction, StandardDeviation::Sample).standardDeviation;
    AreaComparison::Row row{
        .name = shown.name,
        .reference = Text::tr("compared with %1", "a benchmark").arg(figureText(reference, shown, locale))};
    for (const size_t area : areas) {
        row.distances.push_back(sign(shown.direction) * (shown.values[area] - reference) / deviation);
        row.values << figureText(shown.values[area], shown, locale);
    }
    return row;
}

} // namespace

AreaComparison compareAreas(const Snapshot &now, const std::vector<size_t> &areas,
                            const std::function<double(const ShownVariable &)> &benchmarkOf,
                            const QString &benchmarkName, const QLocale &locale)
{
    AreaComparison comparison;
    comparison.axis =
        Text::tr("Standard deviations from: %1. Right is more disengaged.", "a benchmark").arg(benchmarkName);
    if (areas.empty())
        return comparison;
    for (const size_t area : areas)
        comparison.areas << now.dataset()->areas[area].name;
    const auto add = [&](const ShownVariable &shown) {
        comparison.rows.push_back(rowOf(shown, areas, benchmarkOf(shown), locale));
    };
    add(*now.shownIndex());
    for (const size_t i : now.result().used)
        add(showIndicator(*now.dataset(), i, now.choices().otherScheme()));
    return comparison;
}

} // namespace atlas
