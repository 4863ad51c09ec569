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

} // namespace

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
