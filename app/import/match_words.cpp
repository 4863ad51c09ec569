#include "app/import/match_words.h"

#include "app/import/text.h"
#include "core/dataset/join_words.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace atlas {

namespace {

int countOf(const MatchSides &sides, const auto &predicate)
{
    return static_cast<int>(std::count_if(sides.rows.begin(), sides.rows.end(), predicate));
}

int joinedRows(const MatchSides &sides)
{
    return countOf(sides, [](const RowJoin &row) { return row.fate == RowFate::Joined; });
}

bool isOpen(const MatchSides &sides, const LikelyPair &pair)
{
    return sides.likelyOf(pair.row) == &pair && !pair.isOfOtherKind;
}

/// "34 by code, 2 by name otherwise spelt"
QString waysText(const MatchSides &sides)
{
    constexpr std::array ways = {JoinedBy::Code,          JoinedBy::MendedCode, JoinedBy::Name,
                                 JoinedBy::OtherSpelling, JoinedBy::KnownName,  JoinedBy::Alias};
    QStringList parts;
    for (const JoinedBy by : ways) {
        const int count =
            countOf(sides, [by](const RowJoin &row) { return row.fate == RowFate::Joined && row.by == by; });
        if (count > 0)
            parts << Text::tr("%1 %2", "count, by code")
                         .arg(QLocale().toString(count),
                              by == JoinedBy::Alias ? Text::tr("as accepted") : joinedByText(by));
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString matchTitle(const MatchSides &sides)
{
    const int joined = joinedRows(sides);
    const auto areas = static_cast<int>(sides.boundaries->size());
    if (joined == 0)
        return Text::tr("No area of the boundaries has a row of the table yet");
    if (joined == areas)
        return Text::tr("All %n area(s) of the boundaries have a row of the table", nullptr, areas);
    return Text::tr("%1 of %2 areas of the boundaries have a row of the table")
        .arg(QLocale().toString(joined), QLocale().toString(areas));
}

QString matchSummary(const MatchSides &sides)
{
    QStringList sentences;
    if (const QString ways = waysText(sides); !ways.isEmpty())
        sentences << Text::tr("Joined: %1.").arg(ways);
    const int alone = countOf(sides, [](const RowJoin &row) { return row.fate == RowFate::WithoutShape; });
    const auto bare = static_cast<int>(sides.freeAreas().size());
    if (alone > 0)
        sentences << Text::tr("%n row(s) are only in the table.", nullptr, alone);
    if (bare > 0 && joinedRows(sides) > 0)
        sentences << Text::tr("%n area(s) are only in the boundaries.", nullptr, bare);
    const int doubled = countOf(sides, [](const RowJoin &row) { return row.fate == RowFate::SecondOfSame; });
    if (doubled > 0)
        sentences << Text::tr("%n row(s) are of an area that has one already.", nullptr, doubled);
    if (const int open = openPairs(sides); open > 0)
        sentences << Text::tr("%n pair(s) may belong together: see below.", nullptr, open);
    else if (alone > 0 && bare > 0)
        sentences << Text::tr(
            "No names of the two sides are alike: check which column holds the codes, or join "
            "them by hand.");
    return sentences.join(QLatin1Char(' '));
}

QString pairText(const MatchSides &sides, size_t row, size_t area)
{
    const RowJoin &join = sides.rows[row];
    const QString both =
        Text::tr("%1 in row %2 and %3 of the boundaries", "area, row, area")
            .arg(called(join), QString::number(join.row), called(sides.boundaries->areas[area]));
    const LikelyPair *pair = sides.likelyOf(row);
    return pair && pair->area == area ? Text::tr("%1: %2.", "both, why").arg(both, likelyByText(*pair))
                                      : Text::tr("%1.", "both").arg(both);
}

int openPairs(const MatchSides &sides)
{
    return static_cast<int>(std::count_if(sides.likely.begin(), sides.likely.end(),
                                          [&sides](const LikelyPair &pair) { return isOpen(sides, pair); }));
}

std::vector<LikelyPair> surePairs(const MatchSides &sides)
{
    std::vector<LikelyPair> pairs;
    std::copy_if(sides.likely.begin(), sides.likely.end(), std::back_inserter(pairs),
                 [&sides](const LikelyPair &pair) { return isOpen(sides, pair) && pair.isLikely(); });
    return pairs;
}

} // namespace atlas
