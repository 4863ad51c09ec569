#include "app/table/table_text.h"

#include "app/table/text.h"
#include "core/index/figure_text.h"
#include "core/index/method_text.h"
#include "core/robustness/published_ranks.h"
#include "core/tables/cell_text.h"

#include <QStringList>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

namespace atlas {

namespace {

using Role = TableColumn::Role;

const Indicator &indicatorOf(const TableContent &content, size_t column)
{
    return content.dataset().indicator(content.column(column).subject);
}

QString lines(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

/// What the draws gave an area, in words.
QString drawsText(const TableContent &content, size_t area, const QLocale &locale)
{
    const RankUncertainty &draws = *content.figures.draws;
    if (draws.median[area] == 0)
        return Text::tr("no rank: there is no score");
    const auto [number, share] = draws.likeliestClass(area);
    QStringList parts = {Text::tr("ranks %1 to %2 in 5 to 95% of the draws, median %3")
                             .arg(locale.toString(draws.low[area]), locale.toString(draws.high[area]),
                                  locale.toString(draws.median[area]))};
    if (number > 0)
        parts << Text::tr("%1 in %2 of them", "class, share")
                     .arg(classMark(number, content.indexScheme), shareText(share, 0, locale));
    return parts.join(QStringLiteral("; "));
}

QString shortName(const TableColumn &column)
{
    return column.shortName.isEmpty() ? column.name : column.shortName;
}

bool isOfNode(const TableColumn &column)
{
    return column.role == Role::NodeScore || column.role == Role::NodeRank;
}

/// Of the indicator that a change is of.
const QString &unitOf(const TableContent &content, const TableColumn &column)
{
    return content.dataset().indicator(column.subject).unit;
}

/// The same where no header above it says of which node.
QString fullName(const TableContent &content, size_t column)
{
    const TableColumn &about = content.column(column);
    if (about.role == Role::Change || about.role == Role::People)
        return about.name;
    return isOfNode(about) ? Text::tr("%1, %2", "node, score or rank").arg(about.head, shortName(about))
                           : shortName(about);
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
    if (content.column(column).isUsed)
        return {};
    return content.settings.uses(indicatorOf(content, column).code)
               ? Text::tr("not part of the index: its values do not differ")
               : Text::tr("switched off: not part of the index");
}

QString classLine(const TableContent &content, size_t column, size_t area)
{
    const int number = content.column(column).cell(area).classNumber;
    if (number == 0)
        return {};
    const ClassScheme &scheme = content.schemeOf(content.column(column));
    return Text::tr("%1 (%2)", "class, rule").arg(classText(number, scheme), classRuleText(scheme));
}

/// The published rank less that of the index; nothing when either is missing.
std::optional<double> rankShift(const TableContent &content, size_t area)
{
    const std::optional<int> published = content.dataset().areas[area].publishedRank;
    const double own = content.result().ranks[area];
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
        content.dataset(), content.result(), roundingBand(content.result(), HalfUnits(content.dataset())));
    if (ranks.compared < 2)
        return {};
    const bool canTell =
        isLinear(content.result()) && ranks.orders.size() > ranks.with(OrderVerdict::Incomparable).size();
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
QString filledText(const TableColumn &column, const TableCell &cell, const QLocale &locale)
{
    const auto *missing = std::get_if<MissingCell>(&cell.content);
    if (!missing || !missing->filling)
        return {};
    return Text::tr("; filled in with %1")
        .arg(withUnit(roundedNumber(*missing->filling, column.decimals, locale), column.unit));
}

/// The value in words; for a missing one, why.
QString valueText(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const TableColumn &about = content.column(column);
    const Area &place = content.dataset().areas[area];
    const TableCell cell = about.cell(area);
    const bool missing = cell.isMissing();
    const QString text = shownText(about, cell, locale);
    switch (about.role) {
    case Role::AreaName:
        return place.name;
    case Role::Indicator:
        if (missing)
            return place.hasData ? missingText(content.dataset().cells[about.subject][area])
                                       + filledText(about, cell, locale)
                                 : Text::tr("the data have no row for this area");
        return withUnit(text, about.unit);
    case Role::Score:
    case Role::NodeScore:
        return missing ? Text::tr("no score: none of the indicators switched on has a value") : text;
    case Role::Rank:
        return missing ? Text::tr("no rank: there is no score")
                       : Text::tr("%1 of %2", "rank").arg(text).arg(content.result().rankedCount);
    case Role::NodeRank:
        return missing ? Text::tr("no rank: there is no score") : text;
    case Role::DrawnRange:
        return drawsText(content, area, locale);
    case Role::Change:
        return missing ? Text::tr("no figure in one of the periods")
                       : withUnit(text, unitOfChange(unitOf(content, about)));
    case Role::People:
        return missing ? Text::tr("not known") : withUnit(text, about.unit);
    default:
        break;
    }
    return missing ? Text::tr("no published rank") : text;
}

QString standardisedLine(const TableContent &content, size_t indicator, size_t area, const QLocale &locale)
{
    const Normalised &scale = content.result().indicators[indicator];
    if (std::isnan(scale.values[area]))
        return {};
    const Indicator &about = content.dataset().indicator(indicator);
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
    const bool isTried = content.dataset().isWhatIf(content.column(column).subject, area);
    return lines({about.name, content.dataset().areas[area].name, valueText(content, column, area, locale),
                  isTried ? Text::tr("what-if: a tried value, not from the data") : QString(),
                  standardisedLine(content, content.column(column).subject, area, locale),
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
    const int found = content.result().valueCounts[area];
    const auto wanted = static_cast<int>(content.result().used.size());
    return found == wanted || found == 0 ? QString()
                                         : Text::tr("from %1 of %2 values").arg(found).arg(wanted);
}

QString indexToolTip(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const bool isRank = content.column(column).role == Role::Rank;
    return lines({isRank ? Text::tr("Rank by the index") : Text::tr("Disengagement index"),
                  content.dataset().areas[area].name, valueText(content, column, area, locale),
                  valuesLine(content, area), classLine(content, column, area),
                  methodText(content.settings, content.result())});
}

/// The change, and the two figures that it is between.
QString changeToolTip(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const TableColumn &about = content.column(column);
    const Indicator &indicator = content.dataset().indicator(about.subject);
    const double before = content.otherPeriod->values[about.subject][area];
    const double now = content.dataset().cells[about.subject][area].number;
    const auto line = [&](const QString &period, double value) {
        return Text::tr("%1: %2", "period, figure").arg(period, figureText(value, indicator, locale));
    };
    return lines({about.name, content.dataset().areas[area].name, valueText(content, column, area, locale),
                  line(content.otherPeriod->period, before),
                  line(content.dataset().figuresPlan.period, now)});
}

} // namespace

QString shiftMark(const TableContent &content, size_t area, const QLocale &locale)
{
    const double shift = rankShift(content, area).value_or(0);
    return shift == 0 ? QString() : rankShiftText(shift, locale);
}

QString cellToolTip(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    switch (content.column(column).role) {
    case Role::AreaName:
        return nameToolTip(content.dataset().areas[area]);
    case Role::Indicator:
        return indicatorToolTip(content, column, area, locale);
    case Role::Score:
    case Role::Rank:
        return indexToolTip(content, column, area, locale);
    case Role::NodeScore:
    case Role::NodeRank:
        return lines({fullName(content, column), content.dataset().areas[area].name,
                      valueText(content, column, area, locale), classLine(content, column, area)});
    case Role::Change:
        return changeToolTip(content, column, area, locale);
    case Role::People:
        return lines({fullName(content, column), content.dataset().areas[area].name,
                      valueText(content, column, area, locale)});
    case Role::DrawnRange:
        return lines({content.figures.areDrawsFormer ? Text::tr("Ranks of the draws with the former method")
                                                     : Text::tr("Ranks of the draws"),
                      content.dataset().areas[area].name, valueText(content, column, area, locale)});
    default:
        break;
    }
    return lines({Text::tr("Published rank"), content.dataset().areas[area].name,
                  valueText(content, column, area, locale), shiftText(content, area)});
}

QString cellSpeech(const TableContent &content, size_t column, size_t area, const QLocale &locale)
{
    const QString &place = content.dataset().areas[area].name;
    if (content.column(column).role == Role::AreaName)
        return place;
    QString value = valueText(content, column, area, locale);
    if (content.column(column).role == Role::PublishedRank)
        if (const QString shift = shiftText(content, area); !shift.isEmpty())
            value = Text::tr("%1, %2", "published rank, difference").arg(value, shift);
    const QString what =
        Text::tr("%1, %2: %3", "column, area: value").arg(fullName(content, column), place, value);
    const int number = content.column(column).cell(area).classNumber;
    return number == 0 ? what
                       : Text::tr("%1, %2", "value, class")
                             .arg(what, classText(number, content.schemeOf(content.column(column))));
}

QString headerToolTip(const TableContent &content, size_t column)
{
    switch (content.column(column).role) {
    case Role::AreaName:
        return Text::tr("The area, preceded by its number on the map");
    case Role::Score:
        return lines(
            {Text::tr("Disengagement index"),
             Text::tr("mean of the standardised indicators that are switched on; higher is more disengaged"),
             methodText(content.settings, content.result())});
    case Role::Rank:
        return Text::tr("Rank by the index: 1 is most disengaged");
    case Role::PublishedRank:
        return lines(
            {Text::tr("Published rank, as given in the data; in small type, its difference from the rank"),
             agreementText(content)});
    case Role::NodeScore:
        return Text::tr("Score of %1; higher is more disengaged").arg(content.column(column).head);
    case Role::NodeRank:
        return Text::tr("Rank by %1: 1 is most disengaged").arg(content.column(column).head);
    case Role::People:
        return lines({content.column(column).name, content.dataset().populationSource});
    case Role::Change: {
        const Indicator &about = indicatorOf(content, column);
        return lines({content.column(column).name,
                      about.unit.isEmpty() ? QString() : Text::tr("unit: %1").arg(unitOfChange(about.unit)),
                      directionText(about.direction)});
    }
    case Role::DrawnRange: {
        const DrawSettings &how = content.figures.draws->settings;
        return lines({Text::tr("Ranks from the 5th to the 95th percentile of the draws"),
                      Text::tr("%L1 draws, seed %2").arg(how.draws).arg(how.seed),
                      content.figures.areDrawsFormer
                          ? Text::tr("Drawn with the method as it was before the last change")
                          : QString()});
    }
    default:
        break;
    }
    const Indicator &about = indicatorOf(content, column);
    return lines({about.name, about.unit.isEmpty() ? QString() : Text::tr("unit: %1").arg(about.unit),
                  directionText(about.direction), leftOutText(content, column), about.description,
                  periodAndSource(about)});
}

QString headerSpeech(const TableContent &content, size_t column)
{
    const TableColumn &about = content.column(column);
    if (about.role != Role::Indicator)
        return fullName(content, column);
    const QString name = indicatorOf(content, column).name;
    return about.isUsed ? name : Text::tr("%1, %2", "name, remark").arg(name, leftOutText(content, column));
}

} // namespace atlas
