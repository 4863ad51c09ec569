#include "core/import/header_words.h"

#include "core/common/word_match.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace atlas {

bool saysLevel(const QStringList &words)
{
    return isPhrase(words, {"geographic level"_w, "level"_w, "area type"_w, "geography type"_w,
                            "geography level"_w, "area level"_w});
}

bool saysPeriod(const QStringList &words)
{
    return isPhrase(words, {"time period"_w, "period"_w, "year"_w, "academic year"_w, "financial year"_w,
                            "school year"_w, "date"_w, "quarter"_w, "month"_w, "time"_w, "calendar year"_w});
}

bool saysInterval(const QStringList &words)
{
    return isPhrase(words, {"ci"_w, "moe"_w, "se"_w, "standard error"_w, "margin of error"_w})
           || hasWord(words, {"conf"_w, "lci"_w, "uci"_w, "lcl"_w, "ucl"_w})
           || (hasWord(words, {"confidence"_w})
               && hasWord(words, {"interval"_w, "limit"_w, "lower"_w, "upper"_w, "95"_w, "95%"_w}))
           || ((hasWord(words, {"lower"_w, "upper"_w}))
               && hasWord(words, {"ci"_w, "limit"_w, "bound"_w, "cl"_w}));
}

bool saysPlace(const QStringList &words)
{
    return isPhrase(words, {"bng e"_w, "bng n"_w, "long"_w, "lat"_w, "longitude"_w, "latitude"_w, "easting"_w,
                            "northing"_w, "shape area"_w, "shape length"_w, "shape leng"_w, "st areasha"_w,
                            "st lengths"_w, "x"_w, "y"_w, "xcoord"_w, "ycoord"_w});
}

bool saysPopulation(const QStringList &words)
{
    return isPhrase(words, {"population"_w, "pop"_w, "population estimate"_w, "total population"_w,
                            "all ages"_w, "residents"_w})
           || (words.size() > 1 && words.front() == "population"_w
               && !hasWord(words, {"%"_w, "percent"_w, "pct"_w}));
}

bool saysDenominator(const QStringList &words)
{
    return isPhrase(words, {"denominator"_w, "headcount"_w, "base"_w, "weighted base"_w, "unweighted base"_w})
           || (hasWord(words, {"cohort"_w})
               && !hasWord(words, {"percent"_w, "pct"_w, "%"_w, "percentage"_w, "rate"_w}));
}

bool saysNumerator(const QStringList &words)
{
    return isPhrase(words, {"count"_w}) || (!words.isEmpty() && words.back() == "numerator"_w);
}

bool saysRank(const QStringList &words)
{
    return hasWord(words, {"rank"_w, "ranking"_w});
}

bool saysClass(const QStringList &words)
{
    return hasWord(words, {"quintile"_w, "decile"_w, "quartile"_w});
}

bool saysPeople(const QStringList &words)
{
    return isPhrase(words, {"age"_w, "ages"_w, "age group"_w, "year group"_w, "ncyear"_w,
                            "national curriculum year"_w, "key stage"_w, "keystage"_w, "sex"_w, "gender"_w,
                            "term"_w, "nc year"_w, "nc year actual"_w});
}

bool saysPercent(const QString &header)
{
    const QStringList words = wordsOf(header);
    return header.contains(QLatin1Char('%')) || hasWord(words, {"pct"_w, "percent"_w, "percentage"_w});
}

bool saysShare(const QStringList &words)
{
    return hasWord(words, {"%"_w, "pct"_w, "percent"_w, "percentage"_w, "perc"_w, "rate"_w, "rates"_w,
                           "proportion"_w, "share"_w, "ratio"_w, "per"_w, "prevalence"_w});
}

namespace {

/// WordList of people, of whom a head says how many there are.
bool isOfPeople(const QString &word)
{
    static const QSet<QString> people = {
        QStringLiteral("pupil"),      QStringLiteral("pupils"),     QStringLiteral("student"),
        QStringLiteral("students"),   QStringLiteral("learner"),    QStringLiteral("learners"),
        QStringLiteral("enrolment"),  QStringLiteral("enrolments"), QStringLiteral("enrollment"),
        QStringLiteral("headcount"),  QStringLiteral("headcounts"), QStringLiteral("enrollments"),
        QStringLiteral("person"),     QStringLiteral("persons"),    QStringLiteral("people"),
        QStringLiteral("child"),      QStringLiteral("children"),   QStringLiteral("roll"),
        QStringLiteral("population"), QStringLiteral("cohort"),     QStringLiteral("olds"),
        QStringLiteral("residents"),  QStringLiteral("leavers"),    QStringLiteral("youths"),
        QStringLiteral("sessions"),   QStringLiteral("schools"),    QStringLiteral("claimants"),
        QStringLiteral("employed"),   QStringLiteral("unemployed"), QStringLiteral("employees"),
        QStringLiteral("workers"),    QStringLiteral("households"), QStringLiteral("families"),
    };
    return people.contains(word);
}

bool isOfCounts(const QString &word)
{
    static const QSet<QString> counts = {
        QStringLiteral("n"),     QStringLiteral("no"),  QStringLiteral("num"),     QStringLiteral("number"),
        QStringLiteral("count"), QStringLiteral("nos"), QStringLiteral("numbers"), QStringLiteral("counts"),
        QStringLiteral("total"), QStringLiteral("all"),
    };
    return counts.contains(word);
}

/// What says nothing by itself: "of", "young", "aged", the digits of an age.
bool isFiller(const QString &word)
{
    static const QSet<QString> fillers = {
        QStringLiteral("of"),    QStringLiteral("the"),      QStringLiteral("in"),
        QStringLiteral("on"),    QStringLiteral("who"),      QStringLiteral("are"),
        QStringLiteral("at"),    QStringLiteral("and"),      QStringLiteral("for"),
        QStringLiteral("young"), QStringLiteral("year"),     QStringLiteral("yr"),
        QStringLiteral("aged"),  QStringLiteral("to"),       QStringLiteral("age"),
        QStringLiteral("years"), QStringLiteral("with"),     QStringLiteral("a"),
        QStringLiteral("by"),    QStringLiteral("possible"), QStringLiteral("eligible"),
        QStringLiteral("known"),
    };
    constexpr qsizetype longestAge = 2;
    return fillers.contains(word) || (word.size() <= longestAge && word.front().isDigit());
}

} // namespace

bool saysCount(const QStringList &words)
{
    if (words.isEmpty() || saysShare(words)
        || hasWord(words, {"mean"_w, "average"_w, "median"_w, "score"_w, "index"_w, "without"_w}))
        return false;
    const qsizetype number = words.indexOf(QStringLiteral("number"));
    const bool isNumberOf = number >= 0 && words.value(number + 1) == "of"_w;
    const bool hasSign = words.size() > 1 && hasWord(words.first(1), {"n"_w, "num"_w, "number"_w, "count"_w});
    const bool endsInSign =
        words.size() > 1 && hasWord(words.last(1), {"n"_w, "num"_w, "number"_w, "count"_w, "counts"_w});
    const bool isOfEvents =
        hasWord(words.last(1), {"exclusions"_w, "suspensions"_w, "offences"_w, "crimes"_w, "births"_w,
                                "deaths"_w, "starts"_w, "apprenticeships"_w, "entries"_w});
    const bool isSign = isPhrase(words, {"n"_w, "num"_w, "counts"_w, "numbers"_w});
    return isNumberOf || isSign || hasSign || endsInSign || isOfEvents || isOfPeople(words.back())
           || isOfPeople(words.front());
}

QStringList subjectOf(const QStringList &words)
{
    QStringList subject;
    for (const QString &word : words)
        if (!saysShare({word}) && !isOfPeople(word) && !isOfCounts(word) && !isFiller(word))
            subject << (word.endsWith(QLatin1Char('s')) ? word.chopped(1) : word);
    return subject;
}

std::optional<Direction> directionByName(const QString &header)
{
    const QStringList words = wordsOf(header);
    const auto begins = [&words](WordList stems) {
        return std::any_of(words.begin(), words.end(), [stems](const QString &word) {
            return std::any_of(stems.begin(), stems.end(),
                               [&word](QLatin1String stem) { return word.startsWith(stem); });
        });
    };
    if (hasWord(words, {"neet"_w, "imd"_w})
        || begins({"absence"_w, "absent"_w, "exclusion"_w, "excluded"_w, "suspension"_w, "depriv"_w,
                   "unauthorised"_w, "truan"_w}))
        return Direction::HigherIsMoreDisengaged;
    const bool isProfessional =
        begins({"professional"_w})
        || (hasWord(words, {"soc"_w}) && (hasWord(words, {"1"_w, "3"_w}) || words.contains("13"_w)));
    const bool isLack = hasWord(words, {"not"_w, "non"_w, "no"_w, "low"_w, "lack"_w, "without"_w, "below"_w});
    if (!isProfessional && isLack && begins({"progress"_w, "attain"_w, "participat"_w}))
        return Direction::HigherIsMoreDisengaged;
    if (isProfessional || begins({"progress"_w, "attain"_w, "att8"_w, "participat"_w}))
        return Direction::LowerIsMoreDisengaged;
    return {};
}

std::optional<YearlyHead> yearlyHead(const QString &header)
{
    static const QString year =
        QStringLiteral("((?:19|20)[0-9]{2}(?:[-/_]?(?:(?:19|20)[0-9]{2}|[0-9]{2}))?)");
    // A year right behind letters needs a few of them: i1999 is a number of its own.
    static const QRegularExpression atTheEnd(QStringLiteral("^(.*[^\\s_\\-.0-9/](?:[\\s_\\-.]+\\(?|\\())")
                                             + year + QStringLiteral("\\)?\\s*(\\(%\\)|%)?$"));
    static const QRegularExpression joined(QStringLiteral("^([^0-9]*[A-Za-z]{3})") + year
                                           + QStringLiteral("()$"));
    static const QRegularExpression atTheStart(QStringLiteral("^") + year
                                               + QStringLiteral("[\\s_\\-]+(\\D.*)$"));
    for (const QRegularExpression *pattern : {&atTheEnd, &joined})
        if (const auto match = pattern->match(header); match.hasMatch()) {
            QString base = match.captured(1);
            while (!base.isEmpty() && QStringLiteral(" _-.(").contains(base.back()))
                base.chop(1);
            const QString unit = match.captured(3);
            return YearlyHead{unit.isEmpty() ? base : base + QLatin1Char(' ') + unit, match.captured(2)};
        }
    if (const auto match = atTheStart.match(header); match.hasMatch() && !isPeriodText(header))
        return YearlyHead{match.captured(2).trimmed(), match.captured(1)};
    return {};
}

bool isPeriodText(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^(?:[0-9]{1,2}[/.][0-9]{1,2}[/.]|q[1-4][ /-]?|"
            "(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}|"
            "(?:autumn|spring|summer|winter)(?: term)?|(?:academic |financial |calendar |school )?year|"
            "[fa]y) )?(?:19|20)[0-9]{2}(?:[-/ "
            "]?(?:[0-9]{4}|[0-9]{2}|q[1-4]))?(?:[-/][0-9]{2})?"
            "(?:\\s?[-\\x{2013}]\\s?[a-z]{0,9} ?(?:19|20)?[0-9]{2,4})?$"),
        QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype longest = 30;
    const bool hasCentury = text.contains(u"20") || text.contains(u"19");
    return hasCentury && text.size() <= longest && pattern.match(text.toString()).hasMatch();
}

} // namespace atlas
