#include "app/state/document.h"
#include "app/table/area_table_model.h"

#include <algorithm>
#include <cmath>

// Which areas meet a filter. ---------------------------------------------------------------------------

namespace atlas {

namespace {

/// As it is read.
double roundedAsShown(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    return std::isfinite(rounded) ? rounded : value;
}

} // namespace

bool AreaTableModel::hasGaps() const
{
    if (!m_content.figures.dataset)
        return false;
    const auto wanted = static_cast<int>(m_content.result().used.size());
    const std::vector<int> &found = m_content.result().valueCounts;
    return std::any_of(found.begin(), found.end(), [wanted](int count) { return count < wanted; });
}

std::vector<bool> AreaTableModel::passing(const TableFilter &filter) const
{
    std::vector<bool> passes(static_cast<size_t>(rowCount()), true);
    const auto keep = [&passes](const auto &meets) {
        for (size_t area = 0; area < passes.size(); ++area)
            passes[area] = passes[area] && meets(area);
    };
    if (filter.isEmpty() || passes.empty())
        return passes;
    const std::vector<Area> &areas = m_content.dataset().areas;
    if (!filter.classes.empty()) {
        const std::vector<int> &classes = m_document.now().shown().classification.classes;
        const auto wanted = static_cast<int>(m_content.result().used.size());
        keep([&](size_t area) {
            const int number = classes.empty() ? 0 : classes[area];
            const bool isWanted = number > 0 && filter.classes.contains(number);
            return isWanted || (filter.classes.contains(0) && m_content.result().valueCounts[area] < wanted);
        });
    }
    if (filter.areas)
        keep([&](size_t area) { return filter.areas->contains(areas[area].code); });
    if (const QString wanted = filter.name.simplified(); !wanted.isEmpty())
        keep([&](size_t area) {
            return areas[area].name.contains(wanted, Qt::CaseInsensitive)
                   || areas[area].code.text.contains(wanted, Qt::CaseInsensitive);
        });
    for (const auto &[code, span] : filter.spans)
        if (const int column = findColumn(code); column > nameColumn) {
            const int decimals = m_content.column(static_cast<size_t>(column)).decimals;
            keep([this, column, decimals, &span = span](size_t area) {
                const double value = roundedAsShown(sortValue(static_cast<int>(area), column), decimals);
                return value >= span.from && value <= span.to;
            });
        }
    return passes;
}

} // namespace atlas
