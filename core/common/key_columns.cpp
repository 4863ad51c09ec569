#include "core/common/key_columns.h"

#include "core/common/key_words.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace atlas {

namespace {

/// What counts how much.
constexpr double certain = 1000, forKnown = 100, forOfficial = 50, forDistinct = 30, forFilled = 10;
constexpr double forCodeHead = 20, forNameHead = 30, againstWider = 60, againstIdentifier = 30;
constexpr double mostlyKnown = 0.5;

bool isNamed(const KeyEvidence &evidence, QLatin1String name)
{
    return evidence.head.compare(name, Qt::CaseInsensitive) == 0;
}

bool holdsOnsCodes(const QStringList &values)
{
    static const QRegularExpression onsCode(QStringLiteral("^[EKNSW][0-9]{8}$"));
    qsizetype others = 0; // at most one in ten
    for (auto value = values.begin(); value != values.end() && others * 10 <= values.size(); ++value)
        others += onsCode.match(*value).hasMatch() ? 0 : 1;
    return !values.isEmpty() && others * 10 <= values.size();
}

bool allDifferent(const QStringList &values)
{
    return !values.contains(QString())
           && (isRising(values) || QSet<QString>(values.begin(), values.end()).size() == values.size());
}

double distinctShare(const QStringList &values)
{
    if (values.isEmpty() || isRising(values))
        return 1;
    QSet<QString> different(values.begin(), values.end());
    different.remove(QString());
    return static_cast<double>(different.size()) / static_cast<double>(values.size());
}

KeyEvidence evidenceOf(const KeyColumn &column)
{
    const QStringList &values = column.values;
    KeyEvidence evidence{.head = column.name, .words = wordsOf(column.name), .filled = 1};
    qsizetype blank = 0;
    qsizetype texts = 0;
    for (const QString &value : values) {
        const bool isNumber =
            std::all_of(value.begin(), value.end(), [](QChar c) { return c.isDigit() || c == u'-'; });
        blank += value.isEmpty() ? 1 : 0;
        texts += isNumber ? 0 : 1;
    }
    if (!values.isEmpty())
        evidence.filled = static_cast<double>(values.size() - blank) / static_cast<double>(values.size());
    evidence.isOfficial = texts > 0 && holdsOnsCodes(values);
    evidence.isWhole = !values.isEmpty() && texts == 0;
    evidence.hasTexts = texts > 0 || values.isEmpty();
    evidence.areTexts = texts * 2 >= values.size() - blank;
    evidence.distinct = [&values] { return distinctShare(values); };
    evidence.known = [] { return 0.0; };
    return evidence;
}

/// The first of the best.
int best(const std::vector<KeyColumn> &columns, const auto &scoreOf)
{
    int found = -1;
    double highest = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        const std::optional<double> score = scoreOf(evidenceOf(columns[i]));
        if (score && (found < 0 || *score > highest)) {
            found = static_cast<int>(i);
            highest = *score;
        }
    }
    return found;
}

} // namespace

std::optional<double> codeScore(const KeyEvidence &evidence)
{
    if (isNamed(evidence, QLatin1String("uCode")))
        return certain;
    const bool isNumbered = evidence.isWhole && saysAreaName(evidence.words); // "la" with 805
    const bool says = saysAreaCode(evidence.words) || isNumbered;
    const bool isIdentifier = saysIdentifier(evidence.words);
    const bool mayBe = evidence.isOfficial || says || isIdentifier || evidence.hasTexts;
    if (evidence.filled == 0 || evidence.isDecimal || !mayBe)
        return {};
    const double known = evidence.known();
    if (!evidence.isOfficial && !says && known < mostlyKnown)
        return {};
    return known * forKnown + (evidence.isOfficial ? forOfficial : 0) + (says ? forCodeHead : 0)
           + evidence.distinct() * forDistinct + evidence.filled * forFilled
           - (saysWiderArea(evidence.words) ? againstWider : 0) - (isIdentifier ? againstIdentifier : 0);
}

std::optional<double> nameScore(const KeyEvidence &evidence, bool mayBeUnsaid)
{
    if (isNamed(evidence, QLatin1String("uName")))
        return certain;
    if (evidence.filled == 0 || !evidence.areTexts)
        return {};
    const double known = evidence.known();
    const bool says = saysAreaName(evidence.words);
    if (!says && known < mostlyKnown && !mayBeUnsaid)
        return {};
    return known * forKnown + (says ? forNameHead : 0) + evidence.distinct() * forDistinct
           + evidence.filled * forFilled - (saysWiderArea(evidence.words) ? againstWider : 0);
}

bool isRising(const QStringList &values)
{
    return std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

int guessCodeColumn(const std::vector<KeyColumn> &columns)
{
    // One area may have several shapes, but only official codes are believed to say so.
    const int scored = best(columns, [](const KeyEvidence &evidence) {
        const auto score = codeScore(evidence);
        const bool isTrusted = evidence.isOfficial || (score && *score == certain);
        return isTrusted || (evidence.filled == 1 && evidence.distinct() == 1) ? score : std::nullopt;
    });
    if (scored >= 0)
        return scored;
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [](const KeyColumn &column) { return allDifferent(column.values); });
    return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

int guessNameColumn(const std::vector<KeyColumn> &columns, int code)
{
    const QStringList ofCodes = code < 0 ? QStringList() : wordsOf(columns[static_cast<size_t>(code)].name);
    return best(columns, [&ofCodes](const KeyEvidence &evidence) {
        return areOfTwoKinds(evidence.words, ofCodes) ? std::nullopt : nameScore(evidence);
    });
}

} // namespace atlas
