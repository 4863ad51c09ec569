#include "core/index/choices.h"

#include "core/index/index_tree.h"

#include <QHash>

#include <algorithm>
#include <memory>
#include <utility>

namespace atlas {

namespace {

IndexSettings withoutUnknown(IndexSettings settings, const Dataset &dataset)
{
    const IndexTree tree = indexTree(dataset.metadata, settings.levels);
    const auto isUnknown = [&dataset](const QString &code) { return !dataset.findIndicator(code); };
    const auto isUnknownKey = [&isUnknown](const auto &entry) { return isUnknown(entry.first); };
    std::erase_if(settings.excluded, isUnknown);
    std::erase_if(settings.scale.references, isUnknownKey);
    std::erase_if(settings.scale.outliersOf, isUnknownKey);
    std::erase_if(settings.weights,
                  [&](const auto &entry) { return isUnknownKey(entry) && !tree.find(entry.first); });
    return settings;
}

} // namespace

Choices named(Choices choices, const Dataset &dataset)
{
    const IndexTree tree = indexTree(dataset.metadata, choices.index.levels);
    if (!dataset.findIndicator(choices.shown) && tree.find(choices.shown) == tree.root())
        choices.shown = indexCode;
    return choices;
}

Choices withoutUnknown(Choices choices, const Dataset &dataset)
{
    choices.index = withoutUnknown(std::move(choices.index), dataset);
    const std::vector<TriedValue> unplaced = placeValues(choices.tried, dataset).unplaced;
    std::erase_if(choices.tried, [&unplaced](const TriedValue &tried) {
        return std::find(unplaced.begin(), unplaced.end(), tried) != unplaced.end();
    });
    if (!knowsShown(choices, dataset)) {
        choices.shown = indexCode;
        choices.scheme.breaks.clear(); // they are in another unit
    }
    return named(std::move(choices), dataset);
}

bool knowsShown(const Choices &choices, const Dataset &dataset)
{
    return dataset.findIndicator(choices.shown)
           || indexTree(dataset.metadata, choices.index.levels).find(choices.shown);
}

PlacedValues placeValues(const std::vector<TriedValue> &tried, const Dataset &dataset)
{
    PlacedValues placed;
    if (tried.empty())
        return placed;
    QHash<AreaCode, size_t> areas;
    areas.reserve(static_cast<qsizetype>(dataset.areas.size()));
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        areas.insert(dataset.areas[area].code, area);
    for (const TriedValue &value : tried) {
        const auto area = areas.constFind(value.area);
        const auto indicator = dataset.findIndicator(value.indicator);
        if (area != areas.constEnd() && indicator)
            placed.whatIfs.push_back({*area, *indicator, value.value});
        else
            placed.unplaced.push_back(value);
    }
    return placed;
}

std::shared_ptr<const Dataset> withTried(const std::shared_ptr<const Dataset> &dataset,
                                         const std::vector<TriedValue> &tried)
{
    const std::vector<WhatIf> whatIfs = placeValues(tried, *dataset).whatIfs;
    return whatIfs.empty() ? dataset : withWhatIfs(*dataset, whatIfs);
}

} // namespace atlas
