#include "app/table/table_text.h"

#include "core/common/number_text.h"
#include "core/index/figure_text.h"
#include "core/index/method_text.h"
#include "core/robustness/published_ranks.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>
#include <cstdlib>
#include <optional>

namespace atlas {

namespace {

using Kind = ScreenColumn::Kind;

constexpr int longestUnitInHeader = 4;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableText)
};

const Indicator &indicatorOf(const TableContent &content, size_t column)
{
    return content.dataset->indicator(content.columns[column].indicator);
}

QString lines(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

/// "3–6", or "1" where all is sure.
QString bandText(const RankUncertainty &draws, size_t area, const QLocale &locale)
{
    const int low = draws.low[area];
    const int high = draws.high[area];
    if (low == 0)
        return absentText;
    return low == high
               ? locale.toString(low)
               : Text::tr("%1–%2", "from rank to rank").arg(locale.toString(low), locale.toString(high));
}

/// What the draws gave an area, in words.
QString drawsText(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const RankUncertainty &draws = *content.columns[column].uncertainty;
    if (draws.median[area] == 0)
        return Text::tr("no rank: there is no score");
    const auto [number, share] = draws.likeliestClass(area);
    QStringList parts = {Text::tr("ranks %1 to %2 in 5 to 95% of the draws, median %3")
                             .arg(locale.toString(draws.low[area]), locale.toString(draws.high[area]),
                                  locale.toString(draws.median[area]))};
    if (number > 0)
        parts << Text::tr("%1 in %2 of them", "class, share")
                     .arg(classMark(number, content.scheme.classCount), shareText(share, 0, locale));
    return parts.join(QStringLiteral("; "));
}

QString shortName(const TableContent &content, size_t column)
{
    switch (content.columns[column].kind) {
    case Kind::Name:
        return Text::tr("Area");
    case Kind::Score:
        return Text::tr("Index");
    case Kind::Rank:
        return Text::tr("Rank");
    case Kind::PublishedRank:
        return Text::tr("Published");
    case Kind::NodeScore:
        return Text::tr("Score");
    case Kind::NodeRank:
        return Text::tr("Rank");
    case Kind::RankBand:
        return Text::tr("5 to 95%");
    case Kind::Indicator:
        break;
    }
    return indicatorOf(content, column).shortName;
}

/// The same where no header above it says of which node.
QString fullName(const TableContent &content, size_t column)
{
    const ScreenColumn &about = content.columns[column];
    return about.isOfNode()
               ? Text::tr("%1, %2", "node, score or rank").arg(about.domain, shortName(content, column))
               : shortName(content, column);
}

QString directionText(Direction direction)
{
    return direction == Direction::HigherIsMoreDisengaged ? Text::tr("higher is more disengaged")
                                                          : Text::tr("lower is more disengaged");
}

QString periodAndSource(const Indicator &about)
{
    return about.period.isEmpty() || about.source.isEmpty()
               ? about.period + about.source
               : Text::tr("%1, %2", "period, source").arg(about.period, about.source);
}

/// Why an indicator is not in the index; empty when it is.
QString leftOutText(const TableContent &content, size_t column)
{
    if (content.columns[column].isUsed)
        return {};
    return content.settings.uses(content.columns[column].code)
               ? Text::tr("not part of the index: its values do not differ")
               : Text::tr("switched off: not part of the index");
}

QString classLine(const TableContent &content, size_t column, size_t area)
{
    const int number = content.columns[column].classOf(area);
    if (number == 0)
        return {};
    return Text::tr("%1 (%2)", "class, rule")
        .arg(classText(number, content.scheme.classCount), classRuleText(content.scheme));
}

/// The published rank less that of the index; nothing when either is missing.
std::optional<double> rankShift(const TableContent &content, size_t area)
{
    const std::optional<int> published = content.dataset->areas[area].publishedRank;
    const double own = content.result.ranks[area];
    return published && own > 0 ? std::optional(*published - own) : std::nullopt;
}

QString shiftText(const TableContent &content, size_t area)
{
    const std::optional<double> shift = rankShift(content, area);
    if (!shift)
        return {};
    if (*shift == 0)
        return Text::tr("the same as the rank by the index");
    const int places = static_cast<int>(std::ceil(std::abs(*shift)));
    return *shift > 0 ? Text::tr("%n place(s) less disengaged than by the index", nullptr, places)
                      : Text::tr("%n place(s) more disengaged than by the index", nullptr, places);
}

/// How well the published ranks agree with those of the index.
QString agreementText(const TableContent &content)
{
    const PublishedRanks ranks = comparePublishedRanks(
        *content.dataset, content.result, roundingBand(content.result, HalfUnits(*content.dataset)));
    if (ranks.compared < 2)
        return {};
    const bool canTell =
        isLinear(content.result) && ranks.orders.size() > ranks.with(OrderVerdict::Incomparable).size();
    return lines({Text::tr("%1 of %2 equal, largest difference %3, rank correlation %4")
                      .arg(ranks.equal)
                      .arg(ranks.compared)
                      .arg(ranks.largestShift)
                      .arg(roundedNumber(ranks.correlation, 3, QLocale())),
                  canTell ? Text::tr("%n published order(s) of neighbours that rounding cannot explain",
                                     nullptr, static_cast<int>(ranks.with(OrderVerdict::Unexplained).size()))
                          : QString()});
}

/// What a missing value was filled with; empty where it was not.
QString filledText(const TableContent &content, size_t indicator, size_t area, const QLocale &locale)
{
    const double filling = content.result.indicators[indicator].filling(area);
    if (std::isnan(filling))
        return {};
    const Indicator &about = content.dataset->indicator(indicator);
    return Text::tr("; filled in with %1").arg(figureText(filling, about, locale));
}

/// The value in words; for a missing one, why.
QString valueText(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const ScreenColumn &about = content.columns[column];
    const Area &place = content.dataset->areas[area];
    const bool missing = std::isnan(about.value(*content.dataset, area));
    switch (about.kind) {
    case Kind::Name:
        return place.name;
    case Kind::Indicator:
        if (missing)
            return place.hasData ? missingText(content.dataset->cells[about.indicator][area])
                                       + filledText(content, about.indicator, area, locale)
                                 : Text::tr("the data have no row for this area");
        return withUnit(cellText(content, column, area, locale), about.shown->unit);
    case Kind::Score:
    case Kind::NodeScore:
        return missing ? Text::tr("no score: none of the indicators switched on has a value")
                       : cellText(content, column, area, locale);
    case Kind::Rank:
        return missing ? Text::tr("no rank: there is no score")
                       : Text::tr("%1 of %2", "rank")
                             .arg(rankText(about.shown->ranks[area], locale))
                             .arg(content.result.rankedCount);
    case Kind::NodeRank:
        return missing ? Text::tr("no rank: there is no score") : cellText(content, column, area, locale);
    case Kind::RankBand:
        return drawsText(content, column, area, locale);
    case Kind::PublishedRank:
        break;
    }
    return missing ? Text::tr("no published rank") : cellText(content, column, area, locale);
}

QString standardisedLine(const TableContent &content, size_t indicator, size_t area, const QLocale &locale)
{
    const Normalised &scale = content.result.indicators[indicator];
    if (std::isnan(scale.values[area]))
        return {};
    const Indicator &about = content.dataset->indicator(indicator);
    const QString mean = figureText(scale.mean, about, locale);
    return content.settings.scale.normalisation == Normalisation::ZScore
               ? Text::tr("mean %1, z %2 (above 0 is more disengaged)")
                     .arg(mean, signedNumber(scale.values[area], 2, locale))
               : Text::tr("mean %1, on the common scale %2")
                     .arg(mean, roundedNumber(scale.values[area], 2, locale));
}

QString indicatorToolTip(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const Indicator &about = indicatorOf(content, column);
    const bool isTried = content.dataset->isWhatIf(content.columns[column].indicator, area);
    return lines({about.name, content.dataset->areas[area].name, valueText(content, column, area, locale),
                  isTried ? Text::tr("what-if: tried, not of the data") : QString(),
                  standardisedLine(content, content.columns[column].indicator, area, locale),
                  classLine(content, column, area), leftOutText(content, column), periodAndSource(about)});
}

QString nameToolTip(const Area &area)
{
    return lines({area.name, area.code.text,
                  area.mapNumber == 0 ? QString() : Text::tr("number %1 on the map").arg(area.mapNumber)});
}

/// How many values the score is made of, where some are missing.
QString valuesLine(const TableContent &content, size_t area)
{
    const int found = content.result.valueCounts[area];
    const auto wanted = static_cast<int>(content.result.used.size());
    return found == wanted || found == 0 ? QString()
                                         : Text::tr("from %1 of %2 values").arg(found).arg(wanted);
}

QString indexToolTip(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const bool isRank = content.columns[column].kind == Kind::Rank;
    return lines({isRank ? Text::tr("Rank by the index") : Text::tr("Disengagement index"),
                  content.dataset->areas[area].name, valueText(content, column, area, locale),
                  valuesLine(content, area), classLine(content, column, area),
                  methodText(content.settings, content.result)});
}

} // namespace

QString cellText(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const ScreenColumn &about = content.columns[column];
    switch (about.kind) {
    case Kind::Name:
        return content.dataset->areas[area].name;
    case Kind::Indicator:
        if (const double filling = content.result.indicators[about.indicator].filling(area);
            !std::isnan(filling))
            return Text::tr("(%1)", "a value filled in")
                .arg(roundedNumber(filling, about.shown->decimals, locale));
        if (content.dataset->isWhatIf(about.indicator, area))
            return Text::tr("%1?", "a value tried")
                .arg(roundedNumber(about.shown->values[area], about.shown->decimals, locale));
        [[fallthrough]];
    case Kind::Score:
    case Kind::NodeScore:
        return roundedNumber(about.shown->values[area], about.shown->decimals, locale);
    case Kind::RankBand:
        return bandText(*about.uncertainty, area, locale);
    case Kind::Rank:
    case Kind::NodeRank:
    case Kind::PublishedRank:
        break;
    }
    return rankText(about.value(*content.dataset, area), locale);
}

QString shiftMark(const TableContent &content, size_t area, const QLocale &locale)
{
    const double shift = rankShift(content, area).value_or(0);
    return shift == 0 ? QString() : rankShiftText(shift, locale);
}

QString cellToolTip(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    switch (content.columns[column].kind) {
    case Kind::Name:
        return nameToolTip(content.dataset->areas[area]);
    case Kind::Indicator:
        return indicatorToolTip(content, column, area, locale);
    case Kind::Score:
    case Kind::Rank:
        return indexToolTip(content, column, area, locale);
    case Kind::NodeScore:
    case Kind::NodeRank:
        return lines({fullName(content, column), content.dataset->areas[area].name,
                      valueText(content, column, area, locale), classLine(content, column, area)});
    case Kind::RankBand:
        return lines({Text::tr("Ranks of the draws"), content.dataset->areas[area].name,
                      valueText(content, column, area, locale)});
    case Kind::PublishedRank:
        break;
    }
    return lines({Text::tr("Published rank"), content.dataset->areas[area].name,
                  valueText(content, column, area, locale), shiftText(content, area)});
}

QString cellSpeech(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const QString &place = content.dataset->areas[area].name;
    if (content.columns[column].kind == Kind::Name)
        return place;
    QString value = valueText(content, column, area, locale);
    if (content.columns[column].kind == Kind::PublishedRank)
        if (const QString shift = shiftText(content, area); !shift.isEmpty())
            value = Text::tr("%1, %2", "published rank, difference").arg(value, shift);
    const QString what =
        Text::tr("%1, %2: %3", "column, area: value").arg(fullName(content, column), place, value);
    const int number = content.columns[column].classOf(area);
    return number == 0
               ? what
               : Text::tr("%1, %2", "value, class").arg(what, classText(number, content.scheme.classCount));
}

QString headerText(const TableContent &content, size_t column)
{
    QString name = shortName(content, column);
    const QString &unit = content.columns[column].shown->unit;
    if (unit.isEmpty() || unit.size() > longestUnitInHeader)
        return name;
    return Text::tr("%1 (%2)", "name, unit").arg(name, unit);
}

QString headerToolTip(const TableContent &content, size_t column)
{
    switch (content.columns[column].kind) {
    case Kind::Name:
        return Text::tr("The area, after its number on the map");
    case Kind::Score:
        return lines(
            {Text::tr("Disengagement index"),
             Text::tr("mean of the standardised indicators that are switched on; higher is more disengaged"),
             methodText(content.settings, content.result)});
    case Kind::Rank:
        return Text::tr("Rank by the index: 1 is most disengaged");
    case Kind::PublishedRank:
        return lines(
            {Text::tr("Published rank, as the data give it; small, what it differs by from the rank"),
             agreementText(content)});
    case Kind::NodeScore:
        return Text::tr("Score of %1; higher is more disengaged").arg(content.columns[column].domain);
    case Kind::NodeRank:
        return Text::tr("Rank by %1: 1 is most disengaged").arg(content.columns[column].domain);
    case Kind::RankBand: {
        const DrawSettings &how = content.columns[column].uncertainty->settings;
        return lines({Text::tr("The ranks that 5 to 95% of the draws give"),
                      Text::tr("%L1 draws, seed %2").arg(how.draws).arg(how.seed)});
    }
    case Kind::Indicator:
        break;
    }
    const Indicator &about = indicatorOf(content, column);
    return lines({about.name, about.unit.isEmpty() ? QString() : Text::tr("unit: %1").arg(about.unit),
                  directionText(about.direction), leftOutText(content, column), about.description,
                  periodAndSource(about)});
}

QString headerSpeech(const TableContent &content, size_t column)
{
    const ScreenColumn &about = content.columns[column];
    if (about.kind != Kind::Indicator)
        return fullName(content, column);
    const QString name = indicatorOf(content, column).name;
    return about.isUsed ? name : Text::tr("%1, %2", "name, remark").arg(name, leftOutText(content, column));
}

} // namespace atlas
