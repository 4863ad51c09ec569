#pragma once

#include <QString>

namespace atlas {

/// Whether a text in a column of codes says that there is none: empty, "-99", "-1", "E99999999" (what ONS
/// files have for "not in England"), "9999", "n/a", "#N/A", "unknown", or nothing but signs. What is a code
/// somewhere (0, NA, NULL, nan) is none of them.
bool isPlaceholderCode(const QString &code);

} // namespace atlas
