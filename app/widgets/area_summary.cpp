#include "app/widgets/area_summary.h"

#include "app/widgets/text.h"
#include "core/common/number_text.h"
#include "core/dataset/young_people.h"
#include "core/index/effects.h"
#include "core/index/figure_text.h"
#include "core/render/cell_format.h"
#include "core/snapshot/snapshot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace atlas {

namespace {

/// "Absence (1.8%, mean 1.0%)"
QString indicatorText(const Snapshot &now, size_t indicator, size_t area, const QLocale &locale)
{
    const Indicator &about = now.dataset()->indicator(indicator);
    return Text::tr("%1 (%2, mean %3)")
        .arg(about.shortName, figureText(now.dataset()->cells[indicator][area].number, about, locale),
             figureText(now.result().indicators[indicator].mean, about, locale));
}

QString pushesText(const Snapshot &now, size_t area, const QLocale &locale)
{
    const auto effects = indicatorEffects(*now.dataset(), now.result(), now.result().tree->root(), area);
    if (effects.empty())
        return {};
    const IndicatorEffect &most = effects.front();
    const IndicatorEffect &least = effects.back();
    QStringList sentences;
    if (most.amount > 0)
        sentences << Text::tr("What pushes it up most is %1.")
                         .arg(indicatorText(now, most.indicator, area, locale));
    else
        sentences << Text::tr("No indicator pushes it up.");
    if (least.amount < 0)
        sentences << Text::tr("What holds it down most is %1.")
                         .arg(indicatorText(now, least.indicator, area, locale));
    else
        sentences << Text::tr("No indicator holds it down.");
    return sentences.join(QLatin1Char(' '));
}

QString missingNote(const Snapshot &now, size_t area)
{
    const int wanted = static_cast<int>(now.result().used.size());
    const int found = now.result().valueCounts[area];
    if (found == wanted)
        return {};
    return Text::tr("It has %1 of %2 values; its score is made from those.").arg(found).arg(wanted);
}

/// What rounding of the printed figures leaves open: exactly, or as draws have it.
QString roundingText(const Snapshot &now, size_t area, const QLocale &locale)
{
    const auto &drawn = now.roundingDraws();
    const bool isExact = isLinear(now.result());
    if (!isExact && !drawn)
        return Text::tr("Working out which ranks rounding of the figures allows\u2026");
    if (!isExact && !drawn->ok())
        return drawn->error().message;
    const auto [low, high] = isExact ? now.roundingBand().ranks[area] : (*drawn)->ranks[area];
    if (isExact)
        return low == high ? Text::tr("Rounding of the figures cannot change its rank.")
                           : Text::tr("Rounding of the figures alone allows any rank from %1 to %2.")
                                 .arg(locale.toString(low), locale.toString(high));
    const QString draws = locale.toString((*drawn)->draws);
    return low == high
               ? Text::tr("Rounding of the figures changed its rank in none of %1 draws (seed %2).")
                     .arg(draws)
                     .arg((*drawn)->seed)
               : Text::tr("Rounding of the figures alone gave ranks from %1 to %2 in %3 draws (seed %4).")
                     .arg(locale.toString(low), locale.toString(high), draws)
                     .arg((*drawn)->seed);
}

/// Why rounding by itself may leave more open than draws that vary the weights as well: said where a reader
/// sees both.
QString whyTheSpansDiffer(const Snapshot &now, size_t area)
{
    if (!isLinear(now.result()))
        return {};
    const RankBand &band = now.roundingBand().ranks[area];
    const RankUncertainty &draws = *now.uncertainty();
    if (band.low >= draws.low[area] && band.high <= draws.high[area])
        return {};
    return Text::tr("Rounding alone allows more because it is the worst case: every figure as far off as it "
                    "can be. The draws say where 90% of them end.");
}

/// The ranks and the class that draws gave, where there are any.
QString drawsText(const Snapshot &now, size_t area, const QLocale &locale)
{
    const auto &draws = now.uncertainty();
    if (!draws || draws->median[area] == 0)
        return {};
    const auto [number, share] = draws->likeliestClass(area);
    const int low = draws->low[area];
    const int high = draws->high[area];
    const QString varied = variedInWords(draws->settings.assumptions);
    const QString count = locale.toString(draws->settings.draws);
    QStringList sentences;
    if (low == high)
        sentences << Text::tr("In %1 draws with %2 varied it ranked %3 (from 5 to 95% of them).")
                         .arg(count, varied, locale.toString(low));
    else
        sentences << Text::tr("In %1 draws with %2 varied it ranked %3 to %4 (5 to 95% of them), with a "
                              "median of %5.")
                         .arg(count, varied, locale.toString(low), locale.toString(high),
                              locale.toString(draws->median[area]));
    if (number != 0)
        sentences << Text::tr("%1 of them put it in %2.")
                         .arg(shareText(share, 0, locale), classMark(number, now.choices().indexScheme()));
    sentences << whyTheSpansDiffer(now, area);
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

/// What draws say of an order for which there is no exact answer.
QString drawnOrderText(const Snapshot &now, const PublishedOrder &order, const QLocale &locale)
{
    const auto &drawn = now.roundingDraws();
    if (!drawn)
        return Text::tr("Working out whether rounding can explain that\u2026");
    if (!drawn->ok())
        return Text::tr("Whether rounding can explain that could not be worked out.");
    const QString draws = locale.toString((*drawn)->draws);
    return (*drawn)->hasSeen({order.above, order.below})
               ? Text::tr("Rounding can explain that: it came out so in at least one of %1 draws.").arg(draws)
               : Text::tr("In %1 draws rounding never explained it.").arg(draws);
}

/// Whether rounding can explain one published order.
QString orderText(const Snapshot &now, const PublishedOrder &order, const QLocale &locale)
{
    const Dataset &dataset = *now.dataset();
    const QString published = Text::tr("The published order puts %1 above %2")
                                  .arg(dataset.areas[order.above].name, dataset.areas[order.below].name);
    const QString turned = Text::tr("%1, and the figures as printed the other way round.").arg(published);
    switch (order.verdict) {
    case OrderVerdict::Same:
        return now.result().scores[order.above] == now.result().scores[order.below]
                   ? Text::tr("%1; by the figures they are level.").arg(published)
                   : Text::tr("%1, as the figures do.").arg(published);
    case OrderVerdict::Explained:
        return Text::tr("%1 Rounding can explain that.").arg(turned);
    case OrderVerdict::Unexplained:
        return Text::tr("%1. Rounding cannot explain that: their scores stay %2 apart.")
            .arg(published,
                 roundedNumber(roundingShortfall(now.result(), now.roundingBand(), order.above, order.below),
                               4, locale));
    case OrderVerdict::Open:
        return turned + QLatin1Char(' ') + drawnOrderText(now, order, locale);
    case OrderVerdict::Incomparable:
        break;
    }
    return Text::tr("%1. Whether rounding explains that cannot be told: the scores are not made of all the "
                    "figures as printed.")
        .arg(published);
}

/// For each published order of the area and a neighbour, whether rounding can explain it.
QString publishedOrderText(const Snapshot &now, size_t area, const QLocale &locale)
{
    if (!now.dataset()->areas[area].publishedRank)
        return {};
    QStringList sentences;
    bool canCompare = false;
    for (const PublishedOrder &order : now.publishedRanks().orders)
        if (area == order.above || area == order.below) {
            sentences << orderText(now, order, locale);
            canCompare = canCompare || order.verdict != OrderVerdict::Incomparable;
        }
    if (!sentences.isEmpty() && !canCompare)
        return Text::tr(
            "Whether rounding explains its published place cannot be told: the scores are not made "
            "of all the figures as printed.");
    return sentences.join(QLatin1Char('\n'));
}

/// Where values are tried: what the area's rank is without them.
QString whatIfSentence(const Snapshot &now, size_t area, const QLocale &locale)
{
    if (now.dataset()->whatIfs.empty())
        return {};
    const IndexResult &given = now.givenResult();
    return given.ranks[area] == 0
               ? Text::tr("This is a what-if: with the figures as they are, it has no rank.")
               : Text::tr("This is a what-if: with the figures as they are, its rank is %1.")
                     .arg(rankText(given.ranks[area], locale));
}

/// How many areas it is worse off than; an area that shares the last rank is above none.
QString standingText(const IndexResult &result, size_t area)
{
    const auto below =
        static_cast<int>(std::count_if(result.ranks.begin(), result.ranks.end(),
                                       [own = result.ranks[area]](double rank) { return rank > own; }));
    return below == 0 ? Text::tr("No area ranks below it.")
                      : Text::tr("It ranks above %n area(s).", nullptr, below);
}

} // namespace

QString rankLine(const Snapshot &now, size_t area, const QLocale &locale)
{
    const Area &about = now.dataset()->areas[area];
    QString ours = rankInWords(now.result().ranks[area], now.result().rankedCount, locale);
    return about.publishedRank
               ? Text::tr("%1 · published %2").arg(ours, rankText(*about.publishedRank, locale))
               : ours;
}

QString areaText(const Snapshot &now, size_t area, const QLocale &locale)
{
    const ShownVariable &shown = now.shown();
    const QString &name = now.dataset()->areas[area].name;
    const double value = shown.values[area];
    if (std::isnan(value))
        return Text::tr("%1: no value").arg(name);
    const int ranked = static_cast<int>(shown.ranks.size()) - shown.classification.absent;
    return Text::tr("%1\n%2\n%3: %4\n%5", "area, rank, variable: value, class")
        .arg(name, rankInWords(shown.ranks[area], ranked, locale), shown.name,
             figureText(value, shown, locale),
             classText(shown.classification.classes[area], now.choices().scheme.classCount));
}

namespace {

/// How many a score is about, which it does not say itself.
QString peopleText(const Snapshot &now, size_t area, const QLocale &locale)
{
    const Dataset &dataset = *now.dataset();
    if (dataset.population.empty() || std::isnan(dataset.population[area]))
        return {};
    constexpr double hundred = 100;
    QString text =
        Text::tr("Young people: %1, %2 of all (%3).")
            .arg(locale.toString(dataset.population[area], 'f', 0),
                 withUnit(
                     roundedNumber(hundred * dataset.population[area] / populationTotal(dataset), 1, locale),
                     QStringLiteral("%")),
                 dataset.populationSource);
    for (const size_t indicator : now.result().used) {
        const double affected = isPercentage(dataset.indicator(indicator))
                                    ? youngPeopleAffected(dataset, indicator, area)
                                    : std::numeric_limits<double>::quiet_NaN();
        if (!std::isnan(affected))
            text += Text::tr("\n%1: about %2 of them", "indicator, people")
                        .arg(dataset.indicator(indicator).name, locale.toString(affected, 'f', 0));
    }
    return text;
}

} // namespace

QString meaningText(const Snapshot &now, size_t area, const QLocale &locale)
{
    const IndexResult &result = now.result();
    if (result.refusal)
        return result.refusal->message;
    if (result.used.empty())
        return Text::tr("Switch on at least one indicator to see where this area stands.");
    const double score = result.scores[area];
    if (std::isnan(score))
        return Text::tr(
            "There are no values for this area among the indicators that are switched on, so it has no "
            "score and no rank.");
    const bool isCentred =
        now.indexSettings().scale.normalisation == Normalisation::ZScore && result.isAdditive();
    const QString index =
        isCentred
            ? Text::tr("The index is %1, where 0 is the mean of all areas and higher is more disengaged.")
                  .arg(signedNumber(score, 2, locale))
            : Text::tr("The index is %1; higher is more disengaged.").arg(roundedNumber(score, 2, locale));
    QStringList parts = {whatIfSentence(now, area, locale),
                         index + QLatin1Char(' ') + standingText(result, area), pushesText(now, area, locale),
                         missingNote(now, area), peopleText(now, area, locale)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

QString certaintyText(const Snapshot &now, size_t area, const QLocale &locale)
{
    if (now.result().refusal || now.result().used.empty() || std::isnan(now.result().scores[area]))
        return {};
    QStringList parts = {roundingText(now, area, locale), drawsText(now, area, locale),
                         publishedOrderText(now, area, locale)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace atlas
