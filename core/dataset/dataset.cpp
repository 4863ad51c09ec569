#include "core/dataset/dataset.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace atlas {

std::optional<size_t> Dataset::findIndicator(const QString &code) const
{
    for (size_t i = 0; i < metadata.indicators.size(); ++i)
        if (metadata.indicators[i].code == code)
            return i;
    return {};
}

std::optional<size_t> Dataset::findArea(const AreaCode &code) const
{
    const auto found =
        std::find_if(areas.begin(), areas.end(), [&code](const Area &area) { return area.code == code; });
    if (found == areas.end())
        return {};
    return static_cast<size_t>(found - areas.begin());
}

const std::vector<QString> *Dataset::findGroups(const QString &code) const
{
    const auto found = std::find_if(groups.begin(), groups.end(), [&code](const GroupColumn &column) {
        return code.isEmpty() || column.code == code;
    });
    return found == groups.end() ? nullptr : &found->texts;
}

bool Dataset::isWhatIf(size_t indicator, size_t area) const
{
    return std::any_of(whatIfs.begin(), whatIfs.end(), [&](const WhatIf &tried) {
        return tried.indicator == indicator && tried.area == area;
    });
}

std::shared_ptr<const Dataset> withWhatIfs(const Dataset &dataset, const std::vector<WhatIf> &whatIfs)
{
    auto changed = std::make_shared<Dataset>(dataset);
    changed->whatIfs = whatIfs;
    for (const WhatIf &tried : whatIfs)
        changed->replaced.push_back(std::exchange(changed->cells[tried.indicator][tried.area],
                                                  CellValue{tried.value, Missing::No, {}}));
    return changed;
}

QString whatIfText(const Dataset &dataset)
{
    const auto count = static_cast<int>(dataset.whatIfs.size());
    return count == 0 ? QString()
                      : QCoreApplication::translate("Dataset", "what-if: %n value(s) tried", nullptr, count);
}

std::vector<double> Dataset::column(size_t indicator) const
{
    std::vector<double> numbers;
    numbers.reserve(areas.size());
    for (const CellValue &cell : cells[indicator])
        numbers.push_back(cell.number);
    return numbers;
}

} // namespace atlas
