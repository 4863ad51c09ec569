#pragma once

#include "core/import/import_plan.h"

#include <QJsonObject>

namespace atlas {

class ObjectReader;

/// What a person says of indicators, an object for each by the head of its column; empty where nothing is
/// said.
QJsonObject descriptionsObject(const ImportPlan &plan);

/// Reads the member "descriptions" of a plan. Directions are 1 and -1, as in metadata.
void readDescriptions(ObjectReader &reader, ImportPlan &plan);

/// The pairs that were accepted, by what the figures say; an empty text keeps a row apart.
QJsonObject matchesObject(const ImportPlan &plan);

/// Reads the member "matches" of a plan.
void readMatches(ObjectReader &reader, ImportPlan &plan);

} // namespace atlas
