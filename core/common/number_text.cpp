#include "core/common/number_text.h"

#include <cmath>

namespace atlas {

QString exactNumber(double value)
{
    if (std::isnan(value))
        return {};
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString roundedNumber(double value, int decimals, const QLocale &locale)
{
    if (std::isnan(value))
        return QStringLiteral("\u2013");
    // Below half a unit in the last place the text would be "-0.0".
    const double shown = std::abs(value) < 0.5 * std::pow(10.0, -decimals) ? 0.0 : value;
    return locale.toString(shown, 'f', decimals);
}

QString signedNumber(double value, int decimals, const QLocale &locale)
{
    const QString text = roundedNumber(value, decimals, locale);
    const bool isZero = std::abs(value) < 0.5 * std::pow(10.0, -decimals);
    return value > 0 && !isZero ? QStringLiteral("+") + text : text;
}

} // namespace atlas
