#pragma once

#include "core/common/result.h"
#include "core/dataset/dataset.h"
#include "core/index/index_settings.h"

namespace atlas {

/// Whether a method that was made for other data, or by hand, can be used with these. Fails when it names an
/// indicator, a node, an area or a group column that they have not, or switches every indicator off.
Result<Done> checkMethod(const IndexSettings &settings, const Dataset &dataset);
/// The same for a window, where every indicator may be off for a while.
Result<Done> checkMethodNames(const IndexSettings &settings, const Dataset &dataset);

/// That there is no indicator with this code, and which there are.
Error unknownIndicator(const QString &code, const Dataset &dataset);

} // namespace atlas
