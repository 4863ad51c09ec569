#include "core/common/number_text.h"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

/// Whether no digit but 0 is left of a number: then it takes no sign.
bool roundsToZero(double value, int decimals)
{
    const QString text = QString::number(std::abs(value), 'f', decimals);
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c == QLatin1Char('0') || c == QLatin1Char('.'); });
}

/// Ranks are whole, or halves where tied ones are averaged.
int rankDecimals(double rank)
{
    return rank == std::floor(rank) ? 0 : 1;
}

} // namespace

QString exactNumber(double value)
{
    if (std::isnan(value))
        return {};
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString roundedNumber(double value, int decimals, const QLocale &locale)
{
    if (std::isnan(value))
        return absentText;
    QString text = locale.toString(roundsToZero(value, decimals) ? 0.0 : value, 'f', decimals);
    return text.replace(QLatin1Char('-'), QChar(0x2212)); // a true minus is as wide as a plus
}

QString signedNumber(double value, int decimals, const QLocale &locale)
{
    const QString text = roundedNumber(value, decimals, locale);
    return value > 0 && !roundsToZero(value, decimals) ? QStringLiteral("+") + text : text;
}

QString rankText(double rank, const QLocale &locale)
{
    return rank == 0 ? absentText : roundedNumber(rank, rankDecimals(rank), locale);
}

QString rankShiftText(double places, const QLocale &locale)
{
    return signedNumber(places, rankDecimals(places), locale);
}

QString withUnit(const QString &number, const QString &unit)
{
    if (number == absentText)
        return number;
    return unit.isEmpty() || unit == QLatin1String("%") ? number + unit : number + QLatin1Char(' ') + unit;
}

QString capitalised(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

} // namespace atlas
