#include "core/snapshot/area_sentence.h"

#include "core/index/effects.h"
#include "core/index/method_text.h"
#include "core/index/sentence_words.h"
#include "core/snapshot/snapshot.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace atlas {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AreaSentence)
};

/// What the sentence is about: the index or a node of it, and where the area stands in it.
struct Standing
{
    size_t node = 0;
    const ShownVariable *variable = nullptr;
    size_t area = 0;
    double rank = 0; ///< 0 when it has none
    int above = 0;   ///< areas with a better rank, which are the more disengaged ones
    int level = 0;   ///< others with the same rank
    int below = 0;

    int ranked() const { return above + level + 1 + below; }
};

Standing standingOf(const Snapshot &now, size_t area)
{
    const ShownVariable &variable = now.showsNode() ? now.shown() : *now.shownIndex();
    const IndexTree &tree = *now.result().tree;
    Standing standing{.node = now.showsNode() ? tree.find(variable.code).value_or(tree.root()) : tree.root(),
                      .variable = &variable,
                      .area = area,
                      .rank = variable.ranks[area]};
    for (const double rank : variable.ranks) {
        standing.above += rank > 0 && rank < standing.rank ? 1 : 0;
        standing.level += rank > 0 && rank == standing.rank ? 1 : 0;
        standing.below += rank > standing.rank ? 1 : 0;
    }
    --standing.level; // itself
    return standing;
}

/// Which part of the index is meant, where that is not plain from the map: " on outcomes".
QString subjectText(const Snapshot &now, const Standing &standing)
{
    if (now.showsNode())
        return Text::tr(" on %1", "a domain").arg(standing.variable->name);
    return now.showsIndex() ? QString() : Text::tr(" on the index");
}

QString noRankText(const Snapshot &now, const Standing &standing)
{
    const IndexResult &result = now.result();
    const QString &name = now.dataset()->areas[standing.area].name;
    if (result.refusal)
        return Text::tr("%1 has no rank: %2").arg(name, result.refusal->message);
    if (result.used.empty())
        return Text::tr("%1 has no rank: no indicator is switched on.").arg(name);
    const NodeResult &made = result.nodes[standing.node];
    const auto found =
        std::count_if(made.members.begin(), made.members.end(), [&](const IndexMember &member) {
            return !std::isnan(memberValues(result, member)[standing.area]);
        });
    if (made.members.empty())
        return Text::tr("%1 has no rank%2: none of its indicators is switched on.")
            .arg(name, subjectText(now, standing));
    if (found == 0)
        return Text::tr("%1 has no rank%2: it has none of the figures.")
            .arg(name, subjectText(now, standing));
    return Text::tr("%1 has no rank%2: it has only %3 of the %4 values.")
        .arg(name, subjectText(now, standing), QString::number(found), QString::number(made.members.size()));
}

/// " with 5 of 6 figures", for an area that lacks some.
QString incompleteText(const Snapshot &now, const Standing &standing)
{
    const auto wanted = static_cast<int>(now.result().used.size());
    const int found = now.result().valueCounts[standing.area];
    return now.showsNode() || found == wanted
               ? QString()
               : Text::tr(" with %1 of %2 figures").arg(QString::number(found), QString::number(wanted));
}

/// "Lancashire ranks 10th of 39", "A ranks joint 2nd of 5".
QString rankClause(const Snapshot &now, const Standing &standing, const QLocale &locale)
{
    const QString ordinal = ordinalText(standing.rank, locale);
    return Text::tr("%1 ranks %2 of %3%4", "area, ordinal, areas, of what")
        .arg(now.dataset()->areas[standing.area].name,
             standing.level > 0 ? Text::tr("joint %1", "an ordinal").arg(ordinal) : ordinal,
             locale.toString(standing.ranked()), subjectText(now, standing) + incompleteText(now, standing));
}

/// The span of ranks by the source that takes most into account.
QString spanClause(const Snapshot &now, const Standing &standing, const QLocale &locale)
{
    // Spans count ranks from the best of ties, which other rules do not.
    if (now.showsNode() || standing.rank != standing.above + 1)
        return {};
    const auto isOnly = [&](int low, int high) { return low == high && low == standing.rank; };
    if (const auto &draws = now.uncertainty()) {
        const int low = draws->low[standing.area];
        const int high = draws->high[standing.area];
        const QString varied = variedInWords(draws->settings.assumptions);
        return isOnly(low, high) ? Text::tr("nearly always so with %1 varied").arg(varied)
                                 : Text::tr("likely %1 with %2 varied", "ranks, assumptions")
                                       .arg(ordinalRange(low, high, locale), varied);
    }
    if (isLinear(now.result())) {
        const auto [low, high] = now.roundingBand().ranks[standing.area];
        return isOnly(low, high) ? Text::tr("whatever the rounding")
                                 : Text::tr("between %1 and %2 allowing for rounding")
                                       .arg(ordinalText(low, locale), ordinalText(high, locale));
    }
    const auto &drawn = now.roundingDraws();
    if (!drawn || !drawn->ok())
        return {};
    const auto [low, high] = (*drawn)->ranks[standing.area];
    return isOnly(low, high)
               ? Text::tr("nearly always so allowing for rounding")
               : Text::tr("likely %1 allowing for rounding").arg(ordinalRange(low, high, locale));
}

enum class Lean { Up, Down };

/// "NEET and low progress": what contributes most that way; empty where nothing does.
QString causesText(const Snapshot &now, const std::vector<IndicatorEffect> &effects, Lean lean)
{
    constexpr size_t mostNamed = 2;
    constexpr double worthNaming = 0.5; // of what the first contributes
    const double sign = lean == Lean::Up ? 1 : -1;
    std::vector<IndicatorEffect> ordered = effects;
    if (lean == Lean::Down)
        std::reverse(ordered.begin(), ordered.end());
    QStringList names;
    std::vector<bool> areHigh;
    for (size_t i = 0; i < std::min(mostNamed, ordered.size()); ++i) {
        const double amount = sign * ordered[i].amount;
        if (amount <= 0 || amount < worthNaming * sign * ordered.front().amount)
            break;
        const Indicator &about = now.dataset()->indicator(ordered[i].indicator);
        areHigh.push_back((about.direction == Direction::HigherIsMoreDisengaged) == (lean == Lean::Up));
        names << nameInSentence(about);
    }
    // High is what goes without saying for what pushes up; one word serves two names in a row.
    for (size_t i = 0; i < areHigh.size(); ++i) {
        QString &name = names[static_cast<qsizetype>(i)];
        const bool isSaid = i > 0 && areHigh[i] == areHigh[i - 1];
        if (!areHigh[i] && !isSaid)
            name = Text::tr("low %1", "an indicator").arg(name);
        else if (areHigh[i] && !isSaid && (lean == Lean::Down || i > 0))
            name = Text::tr("high %1", "an indicator").arg(name);
    }
    return listText(names);
}

QString causeClause(const Snapshot &now, const Standing &standing)
{
    const auto effects = indicatorEffects(*now.dataset(), now.result(), standing.node, standing.area);
    const QString up = causesText(now, effects, Lean::Up);
    const QString down = causesText(now, effects, Lean::Down);
    if (standing.above == standing.below && !up.isEmpty() && !down.isEmpty())
        return Text::tr("pushed up by %1 and held down by %2").arg(up, down);
    if (standing.above < standing.below)
        return up.isEmpty() ? QString() : Text::tr("mainly because of %1").arg(up);
    return down.isEmpty() ? QString() : Text::tr("held down by %1").arg(down);
}

} // namespace

QString areaSentence(const Snapshot &now, size_t area, const QLocale &locale)
{
    const Standing standing = standingOf(now, area);
    if (standing.rank == 0)
        return noRankText(now, standing);
    QStringList clauses = {rankClause(now, standing, locale), spanClause(now, standing, locale),
                           causeClause(now, standing)};
    clauses.removeAll(QString());
    const QString sentence = Text::tr("%1.", "a whole sentence").arg(clauses.join(QStringLiteral(", ")));
    return now.dataset()->whatIfs.empty() ? sentence : Text::tr("What-if: %1", "a sentence").arg(sentence);
}

QString plainMethodSentence(const Snapshot &now, const QLocale &locale)
{
    if (!now.dataset())
        return {};
    return plainMethodText(*now.dataset(), now.indexSettings(), now.result(), locale);
}

} // namespace atlas
