#pragma once

#include "app/import/match_model.h"

#include <QHash>
#include <QMultiHash>
#include <QString>

namespace atlas {

/// Carries out what a person decides about the two sides of a join, in the sides and in the pairs that the
/// plan keeps.
class MatchDecisions
{
public:
    explicit MatchDecisions(MatchSides &sides);

    /// The row is of the area. False, and nothing done, where the area has a row already.
    bool join(size_t row, size_t area);
    /// The row is of none of the areas, whatever its code and name say.
    void keepApart(size_t row);
    /// Takes an accepted pair back; a row that was joined by itself is kept apart.
    void undo(size_t row);
    /// What is remembered of a pair, for other files.
    RememberedPair remembered(size_t row, size_t area) const;

private:
    QString keyOf(size_t row) const;
    QString keyOfArea(size_t area) const;
    void decide(size_t row, const QString &boundary);
    void forget(size_t row);
    void release(size_t row);

    MatchSides &m_sides;
    QHash<QString, int> m_uses;          ///< how many rows have a code or a name, see aliasKey()
    QMultiHash<QString, QString> m_keys; ///< of the accepted pairs, by the same
};

} // namespace atlas
