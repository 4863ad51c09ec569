#pragma once

#include <QString>

namespace atlas {

/// A name with everything removed in which spellings of it differ: case, accents, spaces, punctuation, and
/// "&" against "and". Two numbers stay apart: "Ward 1 (2)" is not "Ward 12". Two names match when their
/// folded forms are equal and not empty.
QString foldName(const QString &name);

/// What is left of a name without the words that some lists give and others leave out: "City of", "Council",
/// "upon", "LEP" and the like. "Saint" is "st", shortened counties are spelt out, and the words stand in
/// alphabetical order: "Bristol, City of" and "City of Bristol UA" are both "bristol". Different areas may
/// come to one such name; empty where nothing is left.
QString looseName(const QString &name);

} // namespace atlas
