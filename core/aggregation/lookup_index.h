#pragma once

#include "core/aggregation/lookup.h"

#include <QHash>

#include <vector>

namespace atlas {

/// Finds the pairs of a smaller area: by its code, whatever a spreadsheet did to it, else by its name unless
/// both have codes of the Office for National Statistics, which would be those of another area of that name.
/// The lookup must outlive it.
class LookupIndex
{
public:
    explicit LookupIndex(const Lookup &lookup);

    /// Positions of pairs; empty where the lookup has no such area.
    const std::vector<size_t> &pairsOf(const AreaCode &code, const QString &name) const;

private:
    const Lookup &m_lookup;
    QHash<QString, std::vector<size_t>> m_byCode; ///< by plainCode()
    QHash<QString, std::vector<size_t>> m_byName; ///< by foldName()
    std::vector<size_t> m_none;
};

} // namespace atlas
