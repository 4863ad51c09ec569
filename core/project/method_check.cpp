#include "core/project/method_check.h"

#include "core/index/index_tree.h"
#include "core/project/text.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace atlas {

namespace {

/// What a scale requires of the data.
std::optional<Error> checkScale(const ScaleSettings &scale, const Dataset &dataset)
{
    for (const auto &[code, pair] : scale.references) {
        if (scale.normalisation == Normalisation::ZScore && !(pair.second > 0))
            return Error{
                Text::tr("The scale of %1 is fixed by a standard deviation of %2, which must be above "
                         "zero.")
                    .arg(code)
                    .arg(pair.second),
                {}};
        if (scale.normalisation == Normalisation::MinMax && !(pair.first < pair.second))
            return Error{
                Text::tr("The scale of %1 is fixed by a least value of %2 and a greatest of %3, which "
                         "must be greater.")
                    .arg(code)
                    .arg(pair.first)
                    .arg(pair.second),
                {}};
    }
    if (scale.normalisation == Normalisation::ReferenceDistance && scale.references.empty()
        && !dataset.findArea({scale.referenceArea}))
        return Error{Text::tr("There is no area %1 to compare with; give the code of one as the reference "
                              "area.")
                         .arg(scale.referenceArea),
                     {}};
    if (scale.missing == MissingRule::GroupMean && !dataset.findGroups(scale.groupColumn))
        return Error{
            scale.groupColumn.isEmpty()
                ? Text::tr("The indicator file has no column of texts that could group areas.")
                : Text::tr("The indicator file has no column %1 that groups areas.").arg(scale.groupColumn),
            {}};
    return {};
}

} // namespace

Result<Done> checkMethod(const IndexSettings &settings, const Dataset &dataset)
{
    if (const auto named = checkMethodNames(settings, dataset); !named)
        return named.error();
    if (settings.excluded.size() == dataset.indicatorCount())
        return Error{Text::tr("Every indicator is switched off; leave at least one on."), {}};
    return Done{};
}

Result<Done> checkMethodNames(const IndexSettings &settings, const Dataset &dataset)
{
    std::vector<QString> indicators(settings.excluded.begin(), settings.excluded.end());
    for (const auto &[code, pair] : settings.scale.references)
        indicators.push_back(code);
    for (const auto &[code, rule] : settings.scale.outliersOf)
        indicators.push_back(code);
    for (const QString &code : indicators)
        if (!dataset.findIndicator(code))
            return unknownIndicator(code, dataset);
    const IndexTree tree = indexTree(dataset.metadata, settings.levels);
    for (const auto &[code, weight] : settings.weights)
        if (!dataset.findIndicator(code) && !tree.find(code))
            return unknownIndicator(code, dataset);
    if (const auto wrongScale = checkScale(settings.scale, dataset))
        return *wrongScale;
    return Done{};
}

Error unknownIndicator(const QString &code, const Dataset &dataset)
{
    QStringList codes;
    for (const Indicator &indicator : dataset.metadata.indicators)
        codes << indicator.code;
    return {
        Text::tr("There is no indicator %1; the codes are %2.").arg(code, codes.join(QStringLiteral(", "))),
        {}};
}

} // namespace atlas
