#pragma once

#include <QString>

namespace atlas {

/// Whether a code says that there is none: empty, "-99", "-1", "E99999999" (what ONS files have for "not in
/// England"), "null", "n/a", "#N/A", ".." ...
bool isPlaceholderCode(const QString &code);

} // namespace atlas
