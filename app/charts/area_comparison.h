#pragma once

#include "app/charts/area_bars.h"
#include "core/index/shown_variable.h"

#include <QLocale>

#include <functional>
#include <vector>

namespace atlas {

class Snapshot;

/// The index and the indicators in use for these areas, each in standard deviations of all areas from a
/// benchmark, as `benchmarkOf` gives it for a variable. `benchmarkName` is for people.
AreaComparison compareAreas(const Snapshot &now, const std::vector<size_t> &areas,
                            const std::function<double(const ShownVariable &)> &benchmarkOf,
                            const QString &benchmarkName, const QLocale &locale);

} // namespace atlas
