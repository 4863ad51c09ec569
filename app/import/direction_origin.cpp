#include "app/import/direction_origin.h"

#include "app/import/text.h"
#include "core/import/describe_columns.h"
#include "core/import/header_words.h"
#include "core/import/metadata_table.h"

#include <algorithm>

namespace atlas {

namespace {

/// A file of metadata, or the sheet of it that COINr's workbooks have.
bool hasMetadata(const ImportDraft &draft)
{
    if (!draft.sources.metadata.isEmpty())
        return true;
    return draft.grid && !metadataSheet(*draft.grid).isEmpty();
}

/// An indicator that a person adds to those of the metadata is named by its head and has nothing else.
bool isAddedToMetadata(const ImportDraft &draft, const Indicator &indicator)
{
    const auto role = findHead(draft.sources.plan.roles, indicator.code);
    const QString name = QString(indicator.code).replace(QLatin1Char('_'), QLatin1Char(' '));
    return role != draft.sources.plan.roles.end() && role->second == ColumnRole::Indicator
           && indicator.name == name && indicator.domain.isEmpty() && indicator.source.isEmpty()
           && indicator.description.isEmpty();
}

} // namespace

DirectionOrigin directionOrigin(const ImportDraft &draft, const Indicator &indicator)
{
    const auto *said = findDescription(draft.sources.plan.descriptions, indicator.code, indicator.code);
    if (said && said->direction)
        return DirectionOrigin::Person;
    if (hasMetadata(draft) && !isAddedToMetadata(draft, indicator))
        return DirectionOrigin::Metadata;
    const bool isTold = directionByName(indicator.code) || directionByName(indicator.name);
    return isTold ? DirectionOrigin::Name : DirectionOrigin::Assumed;
}

QString directionOriginText(DirectionOrigin origin)
{
    switch (origin) {
    case DirectionOrigin::Person:
        return Text::tr("As you decided.");
    case DirectionOrigin::Metadata:
        return Text::tr("As the metadata says.");
    case DirectionOrigin::Name:
        return Text::tr("A guess by its name.");
    case DirectionOrigin::Assumed:
        break;
    }
    return Text::tr("Nobody has said it, and the name does not tell: choose one.");
}

} // namespace atlas
