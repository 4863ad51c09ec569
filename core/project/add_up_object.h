#pragma once

#include "core/import/import_plan.h"

#include <QJsonObject>

namespace atlas {

class ObjectReader;

/// How figures are added up, as an object of a plan: {"rules": [{"indicator": "exclusions", "rule": "rate",
/// "column": "pupils", "denominator": "headcount"}], "larger": ["lep1_code"], "members": "shared"}; empty
/// where nothing is.
QJsonObject addingUpObject(const AddingUp &how);

/// Reads it from the member of a plan.
AddingUp readAddingUp(ObjectReader &plan);

} // namespace atlas
