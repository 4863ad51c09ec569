#pragma once

#include "core/common/number_text.h"

#include <QLocale>
#include <QString>

namespace atlas {

struct Indicator;
struct ShownVariable;

// Figures as they are read, the same in every window, table, chart and picture. Numbers and ranks
// alone are in core/common/number_text.h.

/// A value in its unit and rounded to its decimals: "17.2%", "12 days". An en dash for one that is absent
/// (NaN).
QString figureText(double value, const Indicator &about, const QLocale &locale);
QString figureText(double value, const ShownVariable &about, const QLocale &locale);

/// A share of a whole, which is 1: "17%".
QString shareText(double share, int decimals, const QLocale &locale);

/// "3", or "no rank".
QString rankOrNone(double rank, const QLocale &locale);

/// "rank 3", or "no rank".
QString rankInWords(double rank, const QLocale &locale);

/// "rank 3 of 39", or "no rank".
QString rankInWords(double rank, int ranked, const QLocale &locale);

} // namespace atlas
