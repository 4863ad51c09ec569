#include "core/index/sentence_words.h"

#include "core/common/number_text.h"
#include "core/index/text.h"
#include "core/indicators/indicator.h"

#include <QRegularExpression>

#include <cmath>

namespace atlas {

namespace {

/// What follows the number, by the rule of English: 1, 21, 31 ... but not 11, and so on.
QString ordinalPattern(long long number)
{
    const long long ofHundred = number % 100;
    const bool isTeen = ofHundred >= 11 && ofHundred <= 13;
    switch (isTeen ? 0 : number % 10) {
    case 1:
        return Text::tr("%1st", "ordinal: 1st, 21st");
    case 2:
        return Text::tr("%1nd", "ordinal: 2nd, 22nd");
    case 3:
        return Text::tr("%1rd", "ordinal: 3rd, 23rd");
    default:
        return Text::tr("%1th", "ordinal: 4th, 11th, and 2.5th");
    }
}

} // namespace

QString ordinalText(double rank, const QLocale &locale)
{
    const bool isWhole = rank == std::floor(rank);
    return ordinalPattern(isWhole ? static_cast<long long>(rank) : 0).arg(rankText(rank, locale));
}

QString ordinalRange(int low, int high, const QLocale &locale)
{
    return low == high ? ordinalText(low, locale)
                       : Text::tr("%1 to %2", "two ordinals")
                             .arg(ordinalText(low, locale), ordinalText(high, locale));
}

QString listText(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.join(QString());
    return Text::tr("%1 and %2", "the last two of a list")
        .arg(parts.mid(0, parts.size() - 1).join(Text::tr(", ", "between parts of a list")), parts.back());
}

QString nameInSentence(const Indicator &indicator)
{
    const QString &name = indicator.shortName;
    QString word = name.section(QLatin1Char(' '), 0, 0);
    if (word.isEmpty() || word.mid(1) != word.mid(1).toLower())
        return name;
    QString stem = word.toLower();
    if (stem.size() > 3 && stem.endsWith(QLatin1Char('s')))
        stem.chop(1); // the singular is as good
    const QRegularExpression asWord(QStringLiteral("\\b") + QRegularExpression::escape(stem),
                                    QRegularExpression::UseUnicodePropertiesOption);
    const bool isCommon = (indicator.name + QLatin1Char(' ') + indicator.description).contains(asWord);
    return isCommon ? word.toLower() + name.mid(word.size()) : name;
}

} // namespace atlas
