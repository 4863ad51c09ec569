#pragma once

#include "core/common/issue.h"
#include "core/import/import_plan.h"

#include <QStringList>

namespace atlas {

struct AddedUp;
struct Lookup;

/// What there is to say of figures that were added up: how, which columns were left out, which areas count
/// nowhere, which members have no figures, which larger areas stand for a part of themselves, and how many
/// areas count in several.
Issues addUpRemarks(const AddedUp &added, const Lookup &lookup, const AddingUp &how,
                    const QStringList &columnsWithoutRule);

} // namespace atlas
