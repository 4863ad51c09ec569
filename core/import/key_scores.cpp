#include "core/import/key_scores.h"

#include "core/common/key_columns.h"
#include "core/indicators/name_matching.h"

#include <algorithm>

namespace atlas {

namespace {

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

KeyEvidence keyEvidence(const ColumnEvidence &evidence, size_t column, const QStringList &words,
                        bool areNames)
{
    const ColumnFacts &facts = evidence.facts[column];
    const QSet<QString> &known = areNames ? evidence.known.names : evidence.known.codes;
    return {.head = evidence.headers[static_cast<qsizetype>(column)],
            .words = words,
            .filled = static_cast<double>(facts.filled) / std::max(1, facts.rows),
            .isOfficial = facts.isOfficial(),
            .isWhole = facts.integers == facts.filled,
            .isDecimal = facts.numbers > facts.integers,
            .hasTexts = facts.texts() > 0,
            .areTexts = facts.texts() * 2 >= facts.filled,
            .distinct = [&evidence, column] { return distinctShare(evidence, column); },
            .known = [&evidence, &known, column,
                      areNames] { return shareKnown(evidence, column, known, areNames); }};
}

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
    return codeScore(keyEvidence(evidence, column, words, false));
}

std::optional<double> nameScore(const ColumnEvidence &evidence, size_t column, const QStringList &words,
                                bool isBesideCode)
{
    return nameScore(keyEvidence(evidence, column, words, true), isBesideCode);
}

bool areMostlyKnown(const ColumnEvidence &evidence, size_t column, bool areNames)
{
    constexpr double most = 0.5;
    return shareKnown(evidence, column, areNames ? evidence.known.names : evidence.known.codes, areNames)
           >= most;
}

} // namespace atlas
