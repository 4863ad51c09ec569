#pragma once

#include "core/common/direction.h"
#include "core/common/key_words.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace atlas {

/// What heads of official tables say by themselves; see key_words.h for codes and names.
bool saysLevel(const QStringList &words);
bool saysPeriod(const QStringList &words);
bool saysInterval(const QStringList &words); ///< a limit of a confidence interval, or its half-width
bool saysPlace(const QStringList &words);    ///< coordinates, lengths and areas of shapes
bool saysPopulation(const QStringList &words);
bool saysDenominator(const QStringList &words);
bool saysNumerator(const QStringList &words);
bool saysRank(const QStringList &words);
bool saysClass(const QStringList &words);  ///< a quintile, decile or other class of another column's values
bool saysPeople(const QStringList &words); ///< parts of the people counted that are numbers: ages, key stages
bool saysPercent(const QString &header);

/// Whether a head says that people or events are counted, and no share of them: "pupils", "n_enrolments",
/// "number of 16-17 year olds".
bool saysCount(const QStringList &words);
/// Whether a head says that it holds shares: per cent, a rate, a proportion.
bool saysShare(const QStringList &words);
/// What a head is about, without what counts and shares have in their heads: "neet" of "Number of NEET
/// pupils" and of "NEET %"; nothing of "number of pupils".
QStringList subjectOf(const QStringList &words);

/// Which way an indicator of that name points, where everybody agrees: NEET, absence, exclusion, suspension
/// and deprivation are more disengaged where they are higher; progress, attainment, participation and
/// professional occupations where they are lower. Nothing for any other name.
std::optional<Direction> directionByName(const QString &header);

/// A head that ends in a year: "neet_2023" is "neet" and "2023". Nothing when it does not, or is no more.
struct YearlyHead
{
    QString base;
    QString period;
};
std::optional<YearlyHead> yearlyHead(const QString &header);

/// Whether a text is a year, a school or financial year, a quarter, a month or a date.
bool isPeriodText(QStringView text);

} // namespace atlas
