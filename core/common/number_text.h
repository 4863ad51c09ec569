#pragma once

#include <QLocale>
#include <QString>

namespace atlas {

/// An en dash, for the eye, in place of a value that is absent.
inline const QString absentText = QStringLiteral("\u2013");

/// For files: the shortest text that reads back as exactly this number (17 significant digits at most),
/// C locale. Empty for a value that is absent (NaN).
QString exactNumber(double value);

/// The same for a rank or the number of a class, where 0 is absence.
QString exactRank(double rank);

/// For the eye: correctly rounded to `decimals` places, in this locale with a true minus sign, never before
/// zero. An en dash for a value that is absent (NaN).
QString roundedNumber(double value, int decimals, const QLocale &locale);

/// As roundedNumber(), with "+" before positive numbers: for z-scores and differences. Zero has no sign.
QString signedNumber(double value, int decimals, const QLocale &locale);

/// "3", or "3.5" where tied ranks are averaged; an en dash for the 0 or NaN that stands for no rank. Also for
/// how many places apart two ranks are.
QString rankText(double rank, const QLocale &locale);

/// By how many places a rank differs from another: "+2", "−1.5", "0".
QString rankShiftText(double places, const QLocale &locale);

/// A number and its unit: "17.2%", "12 days", "4". What is absent has none.
QString withUnit(const QString &number, const QString &unit);

/// With a capital letter at the front, for the start of a sentence.
QString capitalised(const QString &text);

} // namespace atlas
