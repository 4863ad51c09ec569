#pragma once

#include "core/common/issue.h"
#include "core/common/result.h"
#include "core/dataset/join_report.h"

#include <QString>

#include <vector>

namespace atlas {

struct BoundarySet;
struct Dataset;

/// Rows without a shape, with what they may have meant, and shapes without a row: each by itself where there
/// are few of them, otherwise all in one, with their count and examples. None without boundaries.
Issues unmatchedRemarks(const Dataset &dataset, const QString &figures);

/// No row has a shape: what both sides call their areas.
Error nothingInCommon(const BoundarySet &boundaries, const std::vector<RowJoin> &rows,
                      const QString &figures);

} // namespace atlas
