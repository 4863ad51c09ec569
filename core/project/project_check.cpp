#include "core/project/project_check.h"

#include "core/project/method_check.h"
#include "core/project/text.h"

#include <QSet>

namespace atlas {

namespace {

Issue unplacedValue(const TriedValue &tried, const Dataset &dataset, const QString &file)
{
    const bool hasArea = dataset.findArea(tried.area).has_value();
    const QString message =
        hasArea ? Text::tr("A value of %1 is tried, and the data have no such indicator: it is left "
                           "out.")
                      .arg(tried.indicator)
                : Text::tr("A value of %1 is tried for area %2, and the data have no such area: it "
                           "is left out.")
                      .arg(tried.indicator, tried.area.text);
    return {Severity::Warning, message, file, 0, hasArea ? tried.area : AreaCode()};
}

/// A column of the figures that is no indicator; null for a code that no column has.
const PlannedColumn *otherColumn(const QString &code, const Dataset &dataset)
{
    return dataset.findIndicator(code) ? nullptr : dataset.figuresPlan.find(code);
}

QStringList namedIndicators(const Choices &choices)
{
    QStringList codes(choices.index.excluded.begin(), choices.index.excluded.end());
    const auto add = [&codes](const auto &map) {
        for (const auto &each : map)
            codes << each.first;
    };
    add(choices.index.weights);
    add(choices.index.scale.references);
    add(choices.index.scale.outliersOf);
    codes << choices.shown;
    codes.removeDuplicates();
    return codes;
}

} // namespace

Choices withoutFormerIndicators(Choices choices, const Dataset &dataset)
{
    for (const QString &code : namedIndicators(choices)) {
        if (!otherColumn(code, dataset))
            continue;
        choices.index.excluded.erase(code);
        choices.index.weights.erase(code);
        choices.index.scale.references.erase(code);
        choices.index.scale.outliersOf.erase(code);
        if (choices.shown == code && !knowsShown(choices, dataset)) {
            choices.scheme = choices.otherScheme(); // its bounds are those of that column
            choices.shown = indexCode;
        }
    }
    return choices;
}

Issues formerIndicators(const Choices &choices, const Dataset &dataset, const QString &file)
{
    Issues issues;
    for (const QString &code : namedIndicators(choices))
        if (const PlannedColumn *column = otherColumn(code, dataset); column)
            issues.push_back(
                {Severity::Note,
                 Text::tr("%1 was an indicator and is none any more (%2); what was decided about it is "
                          "left out. Say --role %1=indicator to make it one again.",
                          "column, what it is taken for")
                     .arg(code, columnRoleText(column->role)),
                 file});
    return issues;
}

Result<Done> checkChoices(const Choices &choices, const Dataset &dataset)
{
    if (const auto fits = checkMethodNames(choices.index, dataset); !fits)
        return fits.error();
    if (!knowsShown(choices, dataset))
        return unknownIndicator(choices.shown, dataset);
    return Done{};
}

Result<Done> checkMethod(const Method &method, const Dataset &dataset)
{
    if (const auto fits = checkMethod(method.choices.index, dataset); !fits)
        return fits.error();
    return method.looks ? checkChoices(method.choices, dataset) : Done{};
}

Issues unplacedValues(const Choices &choices, const Dataset &dataset, const QString &file)
{
    Issues issues;
    for (const TriedValue &tried : placeValues(choices.tried, dataset).unplaced)
        issues.push_back(unplacedValue(tried, dataset, file));
    return issues;
}

Issues unplacedAreas(const Project &project, const Dataset &dataset, const QString &file)
{
    QSet<AreaCode> known;
    for (const Area &area : dataset.areas)
        known.insert(area.code);
    Issues issues;
    for (const AreaCode &code : project.selection)
        if (!known.contains(code))
            issues.push_back(
                {Severity::Note,
                 Text::tr("The project selects area %1, and the data have no such area.").arg(code.text),
                 file});
    return issues;
}

} // namespace atlas
