#include "core/project/project_check.h"

#include "core/index/index_tree.h"
#include "core/project/method_check.h"

#include <QCoreApplication>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProjectCheck)
};

Issue strangeValue(const TriedValue &tried, std::optional<size_t> area, const QString &file)
{
    const QString message =
        area ? Text::tr("The project tries a value of %1, and the data have no such indicator: it is left "
                        "out.")
                   .arg(tried.indicator)
             : Text::tr("The project tries a value of %1 for area %2, and the data have no such area: it is "
                        "left out.")
                   .arg(tried.indicator, tried.area.text);
    return {Severity::Warning, message, file, 0, area ? tried.area : AreaCode()};
}

} // namespace

Result<Done> checkProject(const Project &project, const Dataset &dataset)
{
    if (const auto fits = checkMethodNames(project.method.index, dataset); !fits)
        return fits.error();
    const QString &shown = project.display.shown;
    if (!dataset.findIndicator(shown)
        && !indexTree(dataset.metadata, project.method.index.levels).find(shown))
        return unknownIndicator(shown, dataset);
    return Done{};
}

PlacedAreas placeAreas(const Project &project, const Dataset &dataset, const QString &file)
{
    PlacedAreas placed;
    QHash<AreaCode, size_t> areas;
    for (size_t area = 0; area < dataset.areas.size(); ++area)
        areas.insert(dataset.areas[area].code, area);
    const auto find = [&areas](const AreaCode &code) {
        const auto found = areas.constFind(code);
        return found == areas.constEnd() ? std::nullopt : std::optional(*found);
    };
    for (const TriedValue &tried : project.tried) {
        const auto area = find(tried.area);
        const auto indicator = dataset.findIndicator(tried.indicator);
        if (area && indicator) {
            placed.whatIfs.push_back({*area, *indicator, tried.value});
        } else {
            placed.strangeValues.push_back(tried);
            placed.issues.push_back(strangeValue(tried, area, file));
        }
    }
    for (const AreaCode &code : project.selection) {
        if (const auto area = find(code)) {
            placed.selected.push_back(*area);
        } else {
            placed.strangeAreas.push_back(code);
            placed.issues.push_back(
                {Severity::Note,
                 Text::tr("The project selects area %1, and the data have no such area.").arg(code.text),
                 file});
        }
    }
    placed.current = find(project.current);
    return placed;
}

std::vector<TriedValue> triedValuesOf(const Dataset &dataset)
{
    std::vector<TriedValue> tried;
    tried.reserve(dataset.whatIfs.size());
    for (const WhatIf &whatIf : dataset.whatIfs)
        tried.push_back(
            {dataset.areas[whatIf.area].code, dataset.indicator(whatIf.indicator).code, whatIf.value});
    return tried;
}

} // namespace atlas
