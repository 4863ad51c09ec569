#pragma once

#include "core/common/number_text.h"

#include <QLocale>
#include <QString>

namespace atlas {

struct Indicator;
struct ShownVariable;

// Figures for display, the same in every window, table, chart and picture. For plain numbers and ranks, see
// core/common/number_text.h.

/// A value with its unit, rounded to its decimals: "17.2%", "12 days". An en dash for an absent value (NaN).
QString figureText(double value, const Indicator &about, const QLocale &locale);
QString figureText(double value, const ShownVariable &about, const QLocale &locale);

/// A share, where 1 is the whole: "17%".
QString shareText(double share, int decimals, const QLocale &locale);

/// "3", or "no rank".
QString rankOrNone(double rank, const QLocale &locale);

/// "rank 3", or "no rank".
QString rankInWords(double rank, const QLocale &locale);

/// "rank 3 of 39", or "no rank".
QString rankInWords(double rank, int ranked, const QLocale &locale);

} // namespace atlas
