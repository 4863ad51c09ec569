#include "app/import/match_decisions.h"

#include "core/common/placeholder_code.h"
#include "core/dataset/alias_file.h"

#include <algorithm>

namespace atlas {

MatchDecisions::MatchDecisions(MatchSides &sides) : m_sides(sides)
{
    for (const RowJoin &row : sides.rows) {
        const QString code = aliasKey(row.code.text);
        const QString name = aliasKey(row.name);
        ++m_uses[code];
        if (name != code)
            ++m_uses[name];
    }
    for (const auto &match : sides.matches)
        m_keys.insert(aliasKey(match.first), match.first);
}

/// The code of the row, or its name where that tells more: what no other row has.
QString MatchDecisions::keyOf(size_t row) const
{
    const RowJoin &join = m_sides.rows[row];
    for (const QString &text : {join.code.text, join.name})
        if (!text.isEmpty() && !isPlaceholderCode(text) && m_uses.value(aliasKey(text)) == 1)
            return text;
    return join.code.isEmpty() || isPlaceholderCode(join.code.text) ? join.name : join.code.text;
}

QString MatchDecisions::keyOfArea(size_t area) const
{
    const BoundaryArea &shape = m_sides.boundaries->areas[area];
    return shape.code.isEmpty() || isPlaceholderCode(shape.code.text) ? shape.name : shape.code.text;
}

void MatchDecisions::forget(size_t row)
{
    const RowJoin &join = m_sides.rows[row];
    for (const QString &text : {join.code.text, join.name})
        for (const QString &key : m_keys.values(aliasKey(text)))
            m_sides.matches.erase(key);
}

void MatchDecisions::decide(size_t row, const QString &boundary)
{
    const QString key = keyOf(row);
    m_sides.matches[key] = boundary;
    m_keys.insert(aliasKey(key), key);
}

void MatchDecisions::release(size_t row)
{
    RowJoin &join = m_sides.rows[row];
    join.fate = RowFate::WithoutShape;
    join.by = JoinedBy::Nothing;
    join.doubt = JoinDoubt::None;
    join.area.reset();
    join.other.reset();
}

bool MatchDecisions::join(size_t row, size_t area)
{
    const bool isTaken = std::any_of(m_sides.rows.begin(), m_sides.rows.end(), [area](const RowJoin &other) {
        return other.fate == RowFate::Joined && other.area == area;
    });
    if (isTaken)
        return false;
    forget(row);
    release(row);
    decide(row, keyOfArea(area));
    m_sides.rows[row].fate = RowFate::Joined;
    m_sides.rows[row].by = JoinedBy::Alias;
    m_sides.rows[row].area = area;
    std::erase_if(m_sides.likely,
                  [&](const LikelyPair &pair) { return pair.area == area && pair.row != row; });
    return true;
}

void MatchDecisions::keepApart(size_t row)
{
    forget(row);
    release(row);
    decide(row, {});
    m_sides.rows[row].doubt = JoinDoubt::KeptApart;
}

void MatchDecisions::undo(size_t row)
{
    if (!m_sides.decided(row)) {
        keepApart(row);
        return;
    }
    forget(row);
    release(row);
}

RememberedPair MatchDecisions::remembered(size_t row, size_t area) const
{
    const RowJoin &join = m_sides.rows[row];
    const BoundaryArea &shape = m_sides.boundaries->areas[area];
    return {join.name.isEmpty() ? join.code.text : join.name,
            shape.name.isEmpty() ? shape.code.text : shape.name};
}

} // namespace atlas
