#include "core/index/figure_text.h"

#include "core/common/number_text.h"
#include "core/index/shown_variable.h"
#include "core/index/text.h"
#include "core/indicators/indicator.h"

namespace atlas {

QString figureText(double value, const Indicator &about, const QLocale &locale)
{
    return withUnit(roundedNumber(value, about.decimals, locale), about.unit);
}

QString figureText(double value, const ShownVariable &about, const QLocale &locale)
{
    return withUnit(roundedNumber(value, about.decimals, locale), about.unit);
}

QString shareText(double share, int decimals, const QLocale &locale)
{
    return withUnit(roundedNumber(100 * share, decimals, locale), QStringLiteral("%"));
}

QString rankOrNone(double rank, const QLocale &locale)
{
    return rank == 0 ? Text::tr("no rank") : rankText(rank, locale);
}

QString rankInWords(double rank, const QLocale &locale)
{
    const QString text = rankOrNone(rank, locale);
    return rank == 0 ? text : Text::tr("rank %1").arg(text);
}

QString rankInWords(double rank, int ranked, const QLocale &locale)
{
    const QString text = rankOrNone(rank, locale);
    return rank == 0 ? text : Text::tr("rank %1 of %2").arg(text, locale.toString(ranked));
}

} // namespace atlas
