#pragma once

#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"

namespace atlas {

/// Whether a method made for other data, or by hand, can be used with these. Fails if it names an indicator,
/// node, area or group column that they lack, or switches every indicator off.
Result<Done> checkMethod(const IndexSettings &settings, const Dataset &dataset);
/// The same for a window, where every indicator may be off for a while.
Result<Done> checkMethodNames(const IndexSettings &settings, const Dataset &dataset);

/// Says that no indicator has this code, and which codes there are.
Error unknownIndicator(const QString &code, const Dataset &dataset);

} // namespace atlas
