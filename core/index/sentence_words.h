#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>

namespace atlas {

struct Indicator;

// Words that sentences about figures are made of.

/// "1st", "22nd", "113th"; "2.5th" for a rank that is shared by the mean of its places. The one place where
/// ordinals are made: a translation gives its own forms.
QString ordinalText(double rank, const QLocale &locale);

/// "8th to 11th", or "8th" where both are the same.
QString ordinalRange(int low, int high, const QLocale &locale);

/// "a", "a and b", "a, b and c".
QString listText(const QStringList &parts);

/// The short name of an indicator as it stands inside a sentence: without its capital where the name or the
/// description of the indicator has the word without it, so that proper names and abbreviations keep theirs.
QString nameInSentence(const Indicator &indicator);

} // namespace atlas
