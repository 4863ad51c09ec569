#pragma once

#include <QString>
#include <QStringList>

namespace atlas {

/// The words of a column's head in small letters: "NEET_not_known_percent", "LAD16CD" and "Area Code" are
/// "neet", "not", "known", "percent"; "lad16cd"; "area", "code".
QStringList wordsOf(const QString &header);

/// What heads of official tables and of map files say by themselves.
bool saysAreaCode(const QStringList &words);
bool saysAreaName(const QStringList &words);
bool saysWiderArea(const QStringList &words);  ///< a country or a region, by code or by name
bool saysIdentifier(const QStringList &words); ///< a number that a database gave to the row

/// Whether heads name areas of two kinds, so that the one's codes have not the other's names: "LAD16CD" and
/// "LEP14NM". False where one says no kind, and for authorities by any of their names: "utla_code" and
/// "la_name".
bool areOfTwoKinds(const QStringList &words, const QStringList &others);

} // namespace atlas
