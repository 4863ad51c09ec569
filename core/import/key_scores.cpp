#include "core/import/key_scores.h"

#include "core/import/header_words.h"
#include "core/indicators/name_matching.h"

#include <algorithm>

namespace atlas {

namespace {

bool isNamed(const ColumnEvidence &evidence, size_t column, QLatin1String name)
{
    return evidence.headers[static_cast<qsizetype>(column)].compare(name, Qt::CaseInsensitive) == 0;
}

/// The share of a column's filled cells that are codes or names of known areas.
double shareKnown(const ColumnEvidence &evidence, size_t column, const QSet<QString> &known, bool areNames)
{
    const ColumnFacts &facts = evidence.facts[column];
    if (known.isEmpty() || facts.isEmpty())
        return 0;
    int found = 0;
    for (int row = evidence.rows.first; row < evidence.rows.end; ++row) {
        const QString text = evidence.grid.cell(row, static_cast<int>(column)).toString();
        found += !text.isEmpty() && known.contains(areNames ? foldName(text) : text.toUpper()) ? 1 : 0;
    }
    return static_cast<double>(found) / facts.filled;
}

double filledShare(const ColumnFacts &facts)
{
    return static_cast<double>(facts.filled) / std::max(1, facts.rows);
}

/// What counts how much.
constexpr double certain = 1000, forKnown = 100, forOfficial = 50, forDistinct = 30, forFilled = 10;
constexpr double forCodeHead = 20, forNameHead = 30, againstWider = 60, againstIdentifier = 30;
constexpr double mostlyKnown = 0.5;

} // namespace

double distinctShare(const ColumnEvidence &evidence, size_t column)
{
    const ColumnFacts &facts = evidence.facts[column];
    return facts.isEmpty()
               ? 0
               : static_cast<double>(distinctTexts(evidence.grid, static_cast<int>(column), evidence.rows))
                     / facts.filled;
}

std::optional<double> codeScore(const ColumnEvidence &evidence, size_t column, const QStringList &words)
{
    if (isNamed(evidence, column, QLatin1String("uCode")))
        return certain;
    const ColumnFacts &facts = evidence.facts[column];
    const bool isNumbered = facts.integers == facts.filled && saysAreaName(words); // "la" with 805
    const bool says = saysAreaCode(words) || isNumbered;
    const bool isIdentifier = saysIdentifier(words);
    const bool isDecimal = facts.numbers > facts.integers;
    const bool mayBe = facts.isOfficial() || says || isIdentifier || facts.texts() > 0;
    if (facts.isEmpty() || isDecimal || !mayBe)
        return {};
    const double known = shareKnown(evidence, column, evidence.known.codes, false);
    if (!facts.isOfficial() && !says && known < mostlyKnown)
        return {};
    return known * forKnown + (facts.isOfficial() ? forOfficial : 0) + (says ? forCodeHead : 0)
           + distinctShare(evidence, column) * forDistinct + filledShare(facts) * forFilled
           - (saysWiderArea(words) ? againstWider : 0) - (isIdentifier ? againstIdentifier : 0);
}

std::optional<double> nameScore(const ColumnEvidence &evidence, size_t column, const QStringList &words,
                                bool isBesideCode)
{
    if (isNamed(evidence, column, QLatin1String("uName")))
        return certain;
    const ColumnFacts &facts = evidence.facts[column];
    if (facts.isEmpty() || facts.texts() * 2 < facts.filled)
        return {};
    const double known = shareKnown(evidence, column, evidence.known.names, true);
    const bool says = saysAreaName(words);
    if (!says && known < mostlyKnown && !isBesideCode)
        return {};
    return known * forKnown + (says ? forNameHead : 0) + distinctShare(evidence, column) * forDistinct
           + filledShare(facts) * forFilled - (saysWiderArea(words) ? againstWider : 0);
}

} // namespace atlas
