#pragma once

#include <QLocale>
#include <QString>

namespace atlas {

/// For display: an en dash in place of an absent value.
inline const QString absentText = QStringLiteral("\u2013");

/// For files: the shortest text that reads back as exactly this number (17 significant digits at most), C
/// locale. Empty for an absent value (NaN).
QString exactNumber(double value);

/// For display: correctly rounded to `decimals` places, in this locale, with a true minus sign, but never
/// before zero. An en dash for an absent value (NaN).
QString roundedNumber(double value, int decimals, const QLocale &locale);

/// As roundedNumber(), with "+" before positive numbers: for z-scores and differences. Zero has no sign.
QString signedNumber(double value, int decimals, const QLocale &locale);

/// "3", or "3.5" where tied ranks are averaged; an en dash for 0 or NaN, which mean no rank. Also for the
/// number of places between two ranks.
QString rankText(double rank, const QLocale &locale);

/// The number of places by which a rank differs from another: "+2", "−1.5", "0".
QString rankShiftText(double places, const QLocale &locale);

/// A number with its unit: "17.2%", "12 days", "4". An absent value gets no unit.
QString withUnit(const QString &number, const QString &unit);

/// With an initial capital, for the start of a sentence.
QString capitalised(const QString &text);

} // namespace atlas
