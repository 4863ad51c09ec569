#include "core/aggregation/lookup_index.h"

#include "core/common/code_text.h"
#include "core/indicators/name_matching.h"

namespace atlas {

LookupIndex::LookupIndex(const Lookup &lookup) : m_lookup(lookup)
{
    for (size_t i = 0; i < lookup.pairs.size(); ++i) {
        const LookupPair &pair = lookup.pairs[i];
        if (!pair.smaller.isEmpty())
            m_byCode[plainCode(pair.smaller.text)].push_back(i);
        if (const QString name = foldName(pair.smallerName); !name.isEmpty())
            m_byName[name].push_back(i);
    }
}

const std::vector<size_t> &LookupIndex::pairsOf(const AreaCode &code, const QString &name) const
{
    if (!code.isEmpty())
        if (const auto found = m_byCode.constFind(plainCode(code.text)); found != m_byCode.constEnd())
            return *found;
    for (const QString &text : {name, code.text}) { // a table of names may have them as its codes
        const auto found = m_byName.constFind(foldName(text));
        if (text.isEmpty() || found == m_byName.constEnd())
            continue;
        const QString &known = m_lookup.pairs[found->front()].smaller.text;
        if (!isOnsCode(plainCode(code.text)) || !isOnsCode(known))
            return *found;
    }
    return m_none;
}

} // namespace atlas
