#pragma once

#include <QString>
#include <QStringList>

namespace atlas {

/// Edits that turn one word into the other (Damerau 1964, "A technique for computer detection and correction
/// of spelling errors"): a letter changed, added or left out, or two neighbours swapped.
qsizetype stepsBetween(const QString &from, const QString &to);

/// The candidate that takes the fewest letters changed, added, left out or swapped to reach from `word`, if
/// these are few for its length; empty if none is close.
QString nearestTo(const QString &word, const QStringList &candidates);

} // namespace atlas
