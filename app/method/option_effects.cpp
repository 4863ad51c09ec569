#include "app/method/option_effects.h"

#include "core/common/number_text.h"
#include "core/common/plain_text.h"

#include <QCoreApplication>

#include <cmath>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(OptionEffects)
};

/// "10th"; halves of shared ranks stay numbers.
QString ordinal(double rank, const QLocale &locale)
{
    QString number = rankText(rank, locale);
    if (rank != std::floor(rank))
        return number;
    const int last = static_cast<int>(std::fmod(rank, 10));
    const int lastTwo = static_cast<int>(std::fmod(rank, 100));
    const bool isTeen = lastTwo >= 11 && lastTwo <= 13;
    if (last == 1 && !isTeen)
        return Text::tr("%1st", "rank").arg(number);
    if (last == 2 && !isTeen)
        return Text::tr("%1nd", "rank").arg(number);
    if (last == 3 && !isTeen)
        return Text::tr("%1rd", "rank").arg(number);
    return Text::tr("%1th", "rank").arg(number);
}

} // namespace

RankEffect rankEffect(std::span<const double> before, const IndexResult &after)
{
    RankEffect effect{.refusal = after.refusal};
    if (!after.issues.empty())
        effect.remark = after.issues.front().message;
    double greatest = 0;
    for (size_t area = 0; area < before.size() && !after.refusal; ++area) {
        if (before[area] == 0)
            continue;
        if (after.ranks[area] == 0) {
            ++effect.lost;
            continue;
        }
        ++effect.ranked;
        const double shift = std::abs(after.ranks[area] - before[area]);
        effect.moved += shift > 0 ? 1 : 0;
        if (shift > greatest) {
            greatest = shift;
            effect.farthest = area;
            effect.from = before[area];
            effect.to = after.ranks[area];
        }
    }
    return effect;
}

std::vector<RankEffect> rankEffects(const Dataset &dataset, std::span<const double> before,
                                    const std::vector<IndexSettings> &settings, Progress &progress)
{
    std::vector<RankEffect> effects;
    for (const IndexSettings &each : settings) {
        if (progress.isCancelled())
            break;
        effects.push_back(rankEffect(before, computeIndex(dataset, each)));
    }
    return effects;
}

OptionList::Effect effectText(const RankEffect &effect, const Dataset &dataset, const QLocale &locale)
{
    if (effect.refusal)
        return {Text::tr("cannot be combined with the other choices"), effect.refusal->message, true};
    if (effect.ranked == 0)
        return {Text::tr("gives no ranks until its numbers are entered"), effect.remark};
    QStringList parts;
    if (effect.moved > 0)
        parts << Text::tr("moves %1 of %2 ranks, %3 most: %4 to %5")
                     .arg(locale.toString(effect.moved), locale.toString(effect.ranked),
                          plainLine(dataset.areas[*effect.farthest].name), ordinal(effect.from, locale),
                          ordinal(effect.to, locale));
    else
        parts << Text::tr("moves no rank");
    if (effect.lost > 0)
        parts << Text::tr("leaves %n area(s) without a rank", nullptr, effect.lost);
    return {parts.join(Text::tr("; ")), effect.remark};
}

} // namespace atlas
