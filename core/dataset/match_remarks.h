#pragma once

#include "core/common/issue.h"

#include <QString>

namespace atlas {

struct Dataset;

/// What is to be said of a join, each kind of thing once, with its count and examples; and
/// unmatchedRemarks(). `figures` is the name of the file of figures. The dataset has its areas, its
/// benchmarks and its report.
Issues joinRemarks(const Dataset &dataset, const QString &figures);

} // namespace atlas
