#pragma once

#include <QString>

namespace atlas {

/// A name with everything removed in which spellings of it differ: case, accents, spaces, punctuation, and
/// "&" against "and". Two names match when their folded forms are equal and not empty.
QString foldName(const QString &name);

} // namespace atlas
