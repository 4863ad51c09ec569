#include "core/robustness/assumptions.h"

#include "core/common/number_range.h"
#include "core/common/number_text.h"
#include "core/index/sentence_words.h"
#include "core/robustness/text.h"

#include <QStringList>

#include <utility>

namespace atlas {

namespace {

constexpr double whole = 100; // per cent

/// The percentage that reads back as this share, as short as can be.
QString percentText(double share)
{
    constexpr int roundedDigits = 15;
    const QString rounded = QString::number(share * whole, 'g', roundedDigits);
    return rounded.toDouble() / whole == share ? rounded : exactNumber(share * whole);
}

/// Takes one word of the list into account; false when it is none of them.
bool vary(Assumptions &assumptions, const QString &word)
{
    const QString name = word.section(QLatin1Char('='), 0, 0);
    bool isNumber = false;
    const double number = word.section(QLatin1Char('='), 1).toDouble(&isNumber);
    isNumber = isNumber && number > 0 && isComputable(number);
    if (word == QLatin1String("rounding")) {
        assumptions.rounding = true;
    } else if (word == QLatin1String("scale")) {
        assumptions.scale = true;
    } else if (word == QLatin1String("aggregation")) {
        assumptions.aggregation = true;
    } else if (word == QLatin1String("leave-out")) {
        assumptions.leaveOut = true;
    } else if (name == QLatin1String("weights") && isNumber && number <= whole) {
        assumptions.weights = WeightDraw::Around;
        assumptions.spread = number / whole;
    } else if (name == QLatin1String("dirichlet") && isNumber) {
        assumptions.weights = WeightDraw::Dirichlet;
        assumptions.concentration = number;
    } else {
        return false;
    }
    return true;
}

} // namespace

QString varyText(const Assumptions &assumptions)
{
    QStringList words;
    if (assumptions.rounding)
        words << QStringLiteral("rounding");
    if (assumptions.weights == WeightDraw::Around)
        words << QStringLiteral("weights=") + percentText(assumptions.spread);
    if (assumptions.weights == WeightDraw::Dirichlet)
        words << QStringLiteral("dirichlet=") + exactNumber(assumptions.concentration);
    if (assumptions.scale)
        words << QStringLiteral("scale");
    if (assumptions.aggregation)
        words << QStringLiteral("aggregation");
    if (assumptions.leaveOut)
        words << QStringLiteral("leave-out");
    return words.join(QLatin1Char(','));
}

QString variedInWords(const Assumptions &assumptions)
{
    const std::pair<Assumption, QString> words[] = {{Assumption::Rounding, Text::tr("rounding")},
                                                    {Assumption::Weights, Text::tr("weights")},
                                                    {Assumption::Scale, Text::tr("scales")},
                                                    {Assumption::Aggregation, Text::tr("means")},
                                                    {Assumption::LeaveOut, Text::tr("indicators")}};
    QStringList varied;
    for (const auto &[assumption, word] : words)
        if (assumptions.varies(assumption))
            varied << word;
    return listText(varied);
}

std::optional<Assumptions> assumptionsOf(const QString &varyText)
{
    Assumptions assumptions{.rounding = false, .weights = WeightDraw::Kept};
    for (const QString &word : varyText.split(QLatin1Char(',')))
        if (!vary(assumptions, word.trimmed()))
            return {};
    return assumptions;
}

} // namespace atlas
